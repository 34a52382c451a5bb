import Glibc

/// Files to be written together: each one appears whole or not at all.
///
/// All contents are first written beside their places; only when every one of them is on disk are they
/// renamed, so that a full disk or a forbidden folder leaves the old files as they were.
package struct OutputFolder {
  private let path: String
  private var written: [(temporary: String, final: String)] = []
  private var obsolete: [String] = []
  private var emptied: Set<String> = []

  /// What a file is called until it is renamed; a leftover of a killed run is removed by the next one.
  private static let temporaryPrefix = ".cchc-part-"

  package init(_ path: String) { self.path = path }

  /// Writes a file beside its place.
  ///
  /// - Throws: `FileError` where the folder cannot be made or the bytes cannot be written.
  package mutating func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    let final = joinedPath(path, name)
    let folder = parentFolder(final)
    try makeFolder(folder)
    let temporary = joinedPath(folder, Self.temporaryPrefix + lastPathPart(final))
    written.append((temporary, final))
    guard fileKind(final) != .folder else { throw FileError(path: final, code: EISDIR) }
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .current(final) }
    defer { _ = close(descriptor) }
    try writeAll(bytes, to: descriptor, path: final)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .current(final) }
  }

  /// Marks for removal those files of a folder that end in a suffix and are not among the wanted ones.
  package mutating func removeOthers(in name: String, suffix: String, wanted: Set<String>) {
    let folder = joinedPath(path, name)
    for file in (try? folderNames(folder)) ?? [] where file.hasSuffix(suffix) && !wanted.contains(file) {
      obsolete.append(joinedPath(folder, file))
    }
  }

  /// Marks a file for removal; one that is not there is left alone.
  package mutating func remove(_ name: String) { obsolete.append(joinedPath(path, name)) }

  /// Marks for removal files in the folders of a folder, and such a folder where nothing is left in it.
  ///
  /// - Parameters:
  ///   - name: the folder that holds the folders.
  ///   - wanted: paths below that folder that stay.
  ///   - isOurs: whether a file of that name may be removed; all others stay.
  package mutating func removeOthers(below name: String, wanted: Set<String>, where isOurs: (String) -> Bool)
  {
    let folder = joinedPath(path, name)
    for inner in (try? folderNames(folder)) ?? [] {
      let place = joinedPath(folder, inner)
      guard fileKind(place) == .folder else { continue }
      for file in (try? folderNames(place)) ?? [] where isOurs(file) && !wanted.contains("\(inner)/\(file)") {
        obsolete.append(joinedPath(place, file))
        emptied.insert(place)
      }
    }
  }

  /// Puts every written file in its place.
  ///
  /// - Throws: `FileError` where a file cannot be renamed.
  package mutating func commit() throws(FileError) {
    for file in written {
      guard rename(file.temporary, file.final) == 0 else { throw .current(file.final) }
    }
    for file in obsolete { unlink(file) }
    // A folder that still holds something is not removed by the system.
    for folder in emptied { rmdir(folder) }
    written = []
  }

  /// Takes back what was written beside its place and is not to be kept.
  package mutating func discard() {
    for file in written { unlink(file.temporary) }
    written = []
  }
}

extension OutputFolder {
  /// Writes files of several folders, all or none.
  ///
  /// - Throws: `FileError` where one cannot be written; then the old files stay as they were.
  package static func write(
    _ files: [(folder: String, name: String, bytes: [UInt8])]
  ) throws(FileError) {
    var folders: [OutputFolder] = []
    do throws(FileError) {
      for file in files {
        var folder = OutputFolder(file.folder)
        defer { folders.append(folder) }
        try folder.write(file.bytes, to: file.name)
      }
      for place in folders.indices { try folders[place].commit() }
    } catch {
      for place in folders.indices { folders[place].discard() }
      throw error
    }
  }
}

/// Writes all bytes to a descriptor, whatever pieces the system takes them in.
///
/// - Throws: `FileError` on a full disk or a closed descriptor.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
  var offset = 0
  while offset < bytes.count {
    let put = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
    }
    if put > 0 {
      offset += put
    } else if put < 0, errno != EINTR {
      throw .current(path)
    }
  }
}

/// Makes a folder and those above it.
///
/// - Throws: `FileError` where one cannot be made.
package func makeFolder(_ path: String) throws(FileError) {
  if fileKind(path) == .folder { return }
  let parent = parentFolder(path)
  if parent != path { try makeFolder(parent) }
  if mkdir(path, 0o777) == 0 || (errno == EEXIST && fileKind(path) == .folder) { return }
  throw .current(path)
}
