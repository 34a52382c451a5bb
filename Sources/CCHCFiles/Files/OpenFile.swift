import Glibc

/// What tells a file from itself after a change, and from one that has taken its place.
///
/// Its number on the disk is not asked for: some file systems of a network give another at each opening.
package struct FileIdentity: Sendable, Equatable {
  package let size: Int
  /// When the bytes were last changed, in seconds and nanoseconds.
  private let written: [Int]
  /// When anything about the file was last changed, which no program can set.
  private let changed: [Int]

  fileprivate init(_ status: stat) {
    size = Int(status.st_size)
    written = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}

/// An ordinary file, open to be read by any number of threads.
package final class OpenFile: Sendable {
  package let path: String
  package let descriptor: Int32
  package let identity: FileIdentity

  /// - Throws: `FileError` where the file cannot be opened or is none.
  package init(_ path: String) throws(FileError) {
    self.path = path
    // Opening a pipe would wait for a writer that never comes.
    descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    let error: FileError? = descriptor < 0 || fstat(descriptor, &status) != 0 ? .current(path) : nil
    identity = FileIdentity(status)
    if let error { throw error }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, system: .notFile) }
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// The bytes of a part of the file, fewer where it ends before.
  ///
  /// - Throws: `FileError` where they cannot be read.
  package func read(_ part: Range<Int>) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: part.count) { buffer, count in
      count = 0
      guard let base = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      while count < part.count {
        let got = pread(descriptor, base + count, part.count - count, off_t(part.lowerBound + count))
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          if got < 0 { failure = errno }
          return
        }
      }
    }
    guard failure == 0 else { throw FileError(path: path, code: failure) }
    return bytes
  }

  /// - Throws: `FileError` where the file has changed since it was opened.
  package func check() throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .current(path) }
    // A file of the kernel tells no size, and its time is that of the call.
    if identity.size == 0, status.st_size == 0 { return }
    guard FileIdentity(status) == identity else { throw FileError(path: path, system: .changed) }
  }
}
