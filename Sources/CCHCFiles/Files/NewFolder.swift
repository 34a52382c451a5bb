import Glibc

/// A folder that appears whole or not at all: it is filled beside its place and renamed at the end.
package struct NewFolder {
  /// Where the folder will stand.
  package let path: String
  /// Where it stands until then.
  package let temporary: String
  /// The folder that holds it, held for writing.
  private let parent: FolderLock

  /// What a folder is called until it stands in its place.
  private static let prefix = ".cchc-part-"

  /// Begins a folder; what killed runs left beside its place is removed.
  ///
  /// - Throws: `FileError` where something stands at the place, the folder cannot be made, or another run writes in
  ///   the folder that is to hold it.
  package init(_ path: String) throws(FileError) {
    let parent = parentFolder(path)
    self.path = joinedPath(parent, lastPathPart(path))
    temporary = joinedPath(parent, Self.prefix + lastPathPart(path))
    guard fileKind(self.path) == .nothing else { throw FileError(path: self.path, code: EEXIST) }
    self.parent = try FolderLock.writing(parent)
    for name in try folderNames(parent) where name.hasPrefix(Self.prefix) {
      removeTree(joinedPath(parent, name))
    }
    try makeFolder(temporary)
  }

  /// Writes a file of the folder, with the folders above it.
  ///
  /// - Throws: `FileError` where it cannot be written.
  package func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let file = joinedPath(temporary, name)
    let shown = joinedPath(path, name)
    try makeFolder(parentFolder(file))
    try writeNewFile(bytes, to: file, shown: shown, isDurable: false)
  }

  /// Puts the folder in its place.
  ///
  /// - Throws: `FileError` where something stands there by now, or it cannot be renamed.
  package func commit() throws(FileError) {
    // An empty folder that somebody made meanwhile would be replaced without a word.
    guard fileKind(path) == .nothing else { throw FileError(path: path, code: EEXIST) }
    guard rename(temporary, path) == 0 else { throw .current(path) }
    parent.release()
  }

  /// Takes back what was written.
  package func discard() {
    removeTree(temporary)
    parent.release()
  }
}
