import Glibc

/// A folder that appears whole or not at all: it is filled beside its place and renamed at the end.
package struct NewFolder {
  /// Where the folder will stand.
  package let path: String
  /// Where it stands until then.
  package let temporary: String

  /// Begins a folder; what a killed run left beside its place is removed.
  ///
  /// - Throws: `FileError` where something stands at the place, or the folder cannot be made.
  package init(_ path: String) throws(FileError) {
    let parent = parentFolder(path)
    self.path = joinedPath(parent, lastPathPart(path))
    temporary = joinedPath(parent, ".cchc-part-" + lastPathPart(path))
    guard fileKind(self.path) == .nothing else { throw FileError(path: self.path, code: EEXIST) }
    removeTree(temporary)
    try makeFolder(temporary)
  }

  /// Writes a file of the folder, with the folders above it.
  ///
  /// - Throws: `FileError` where it cannot be written.
  package func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let file = joinedPath(temporary, name)
    let shown = joinedPath(path, name)
    try makeFolder(parentFolder(file))
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .current(shown) }
    defer { _ = close(descriptor) }
    try writeAll(bytes, to: descriptor, path: shown)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .current(shown) }
  }

  /// Puts the folder in its place.
  ///
  /// - Throws: `FileError` where something stands there by now, or it cannot be renamed.
  package func commit() throws(FileError) {
    // An empty folder that somebody made meanwhile would be replaced without a word.
    guard fileKind(path) == .nothing else { throw FileError(path: path, code: EEXIST) }
    guard rename(temporary, path) == 0 else { throw .current(path) }
  }

  /// Takes back what was written.
  package func discard() { removeTree(temporary) }
}

/// Removes a file, or a folder with all that is in it; links are removed, never followed.
private func removeTree(_ path: String) {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    unlink(path)
    return
  }
  for name in (try? folderNames(path)) ?? [] { removeTree(joinedPath(path, name)) }
  rmdir(path)
}
