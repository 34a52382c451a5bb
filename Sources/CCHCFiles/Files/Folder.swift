import Glibc

/// Names of the files and folders in a folder, sorted by their UTF-8 bytes.
///
/// - Throws: `FileError` where the folder cannot be listed.
package func folderNames(_ path: String) throws(FileError) -> [String] {
  guard let folder = opendir(path) else { throw .current(path) }
  defer { closedir(folder) }
  guard let start = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
  var names: [String] = []
  errno = 0
  while let entry = readdir(folder) {
    // The name is read where it stands: behind a short one the system's memory may end before the field does.
    let name = String(
      cString: UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self))
    if name != ".", name != ".." { names.append(name) }
    errno = 0
  }
  // A list that breaks off would lose whole tables without a word.
  guard errno == 0 else { throw .current(path) }
  return names.sorted(by: precedesInBytes)
}

/// What stands at a path.
package enum FileKind: Sendable {
  case file
  case folder
  /// A pipe or a device, a link that leads nowhere, or what may not be looked at.
  case other
  case nothing
}

package func fileKind(_ path: String) -> FileKind {
  var status = stat()
  guard stat(path, &status) == 0 else {
    return lstat(path, &status) != 0 && errno == ENOENT ? .nothing : .other
  }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: return .folder
  case S_IFREG: return .file
  default: return .other
  }
}

/// Whether one text stands before another by its UTF-8 bytes: the order of every output (FORMATS 5).
package func precedesInBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// A path and a name below it.
package func joinedPath(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
}

/// The folder that holds a path, `.` for a bare name.
package func parentFolder(_ path: String) -> String {
  var parts = path.split(separator: "/", omittingEmptySubsequences: false)
  while parts.count > 1, parts.last?.isEmpty ?? false { parts.removeLast() }
  parts.removeLast()
  if parts.isEmpty { return "." }
  let joined = parts.joined(separator: "/")
  return joined.isEmpty ? "/" : joined
}

/// The last part of a path.
package func lastPathPart(_ path: String) -> String {
  String(path.split(separator: "/").last ?? "")
}

/// An absolute form of a path that exists, with symbolic links resolved; the path itself otherwise.
package func resolvedPath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}
