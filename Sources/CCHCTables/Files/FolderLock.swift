import Glibc

/// A folder that is held: by any number of runs that read it, or by one that writes in it.
///
/// The hold is an advisory lock of the system on the folder itself. It ends with the process, however that ends, and
/// leaves nothing behind. Whoever holds a folder finds it whole: what a killed run had begun to put in place is put in
/// place before the hold is given.
package final class FolderLock: Sendable {
  /// The folder.
  package let path: String
  private let descriptor: Int32

  /// How often a held folder is asked for, and the microseconds between: two seconds in all.
  private static let (attempts, pause) = (200, UInt32(10_000))

  /// Waits for a folder; on a file system that knows no locks there is nothing to wait for.
  private init(_ path: String, _ operation: Int32) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .current(path) }
    for _ in 0..<Self.attempts {
      if flock(descriptor, operation | LOCK_NB) == 0, isInPlace { return }
      if errno != EWOULDBLOCK, errno != EINTR { return }
      usleep(Self.pause)
    }
    throw FileError(path: path, system: .busy)
  }

  deinit { _ = close(descriptor) }

  /// Whether the path still leads to what was opened; a run that takes back its output removes the folder it made.
  private var isInPlace: Bool {
    var (held, named) = (stat(), stat())
    guard fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino else {
      errno = EWOULDBLOCK
      return false
    }
    return true
  }

  /// Holds a folder for writing; what a killed run left beside the files is removed, what it had committed is finished.
  ///
  /// - Throws: `FileError` where the folder cannot be made or opened, or another run holds it for two seconds.
  package convenience init(writing path: String) throws(FileError) {
    try makeFolder(path)
    try self.init(path, LOCK_EX)
    try ChangeList.finish(in: path)
  }

  /// Holds a folder for reading; nil where there is none, which the reader finds out for itself.
  ///
  /// - Throws: `FileError` where another run writes in it for two seconds, or what a killed run had committed cannot
  ///   be finished.
  package static func reading(_ path: String) throws(FileError) -> FolderLock? {
    while true {
      let lock: FolderLock
      do throws(FileError) {
        lock = try FolderLock(path, LOCK_SH)
      } catch {
        if [.missing, .forbidden, .notFolder].contains(error.system) { return nil }
        throw error
      }
      guard ChangeList.isWaiting(in: path) else { return lock }
      flock(lock.descriptor, LOCK_UN)
      _ = try FolderLock(writing: path)
    }
  }

  /// Ends the hold, which lasts at least until here.
  package func release() { flock(descriptor, LOCK_UN) }
}
