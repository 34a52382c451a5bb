import Glibc

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

/// Writes a file where none stands, from one piece.
///
/// - Throws: `FileError` where it cannot be written whole.
package func writeNewFile(
  _ bytes: [UInt8], to path: String, shown: String, isDurable: Bool
) throws(FileError) {
  try writeNewFile(path, shown: shown, isDurable: isDurable) { put throws(FileError) in try put(bytes) }
}

/// Writes a file where none stands.
///
/// - Parameters:
///   - path: Where it is written.
///   - shown: What an error calls it.
///   - isDurable: Whether it is on the disk itself when the function returns.
///   - contents: Puts the bytes, in as many pieces as it likes.
/// - Throws: `FileError` where it cannot be written whole.
func writeNewFile(
  _ path: String, shown: String, isDurable: Bool,
  _ contents: (_ put: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
) throws(FileError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .current(shown) }
  do throws(FileError) {
    try contents { bytes throws(FileError) in try writeAll(bytes, to: descriptor, path: shown) }
    if isDurable, fsync(descriptor) != 0, errno != EINVAL { throw .current(shown) }
  } catch {
    _ = close(descriptor)
    throw error
  }
  // Some file systems tell only now that the disk is full.
  guard close(descriptor) == 0 else { throw .current(shown) }
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

/// Removes a file, or a folder with all that is in it; links are removed, never followed.
package func removeTree(_ path: String) {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    unlink(path)
    return
  }
  for name in (try? folderNames(path)) ?? [] { removeTree(joinedPath(path, name)) }
  rmdir(path)
}
