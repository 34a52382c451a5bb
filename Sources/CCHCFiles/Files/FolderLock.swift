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

  private init(_ path: String, _ descriptor: Int32) { (self.path, self.descriptor) = (path, descriptor) }

  deinit { _ = close(descriptor) }

  /// Waits for a folder; on a file system that knows no locks there is nothing to wait for.
  private static func held(
    _ path: String, _ operation: Int32, makes: Bool = false
  ) throws(FileError) -> FolderLock {
    for _ in 0..<attempts {
      if makes { try makeFolder(path) }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .current(path) }
      let lock = FolderLock(path, descriptor)
      if flock(descriptor, operation | LOCK_NB) == 0 {
        if lock.isInPlace { return lock }
      } else if errno != EWOULDBLOCK, errno != EINTR {
        return lock
      }
      usleep(pause)
    }
    throw FileError(path: path, system: .busy)
  }

  /// Whether the path still leads to what was opened; a run that takes back its output removes the folder it made.
  private var isInPlace: Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Holds a folder for writing; what a killed run left beside the files is removed, what it had committed is finished.
  ///
  /// - Throws: `FileError` where the folder cannot be made or opened, or another run holds it for two seconds.
  package static func writing(_ path: String) throws(FileError) -> FolderLock {
    let lock = try held(path, LOCK_EX, makes: true)
    try ChangeList.finish(in: path)
    return lock
  }

  /// Holds a folder for reading; nil where there is none, which the reader finds out for itself.
  ///
  /// - Throws: `FileError` where another run writes in it for two seconds, or what a killed run had committed cannot
  ///   be finished.
  package static func reading(_ path: String) throws(FileError) -> FolderLock? {
    while true {
      let lock: FolderLock
      do throws(FileError) {
        lock = try held(path, LOCK_SH)
      } catch {
        if [.missing, .forbidden, .notFolder].contains(error.system) { return nil }
        throw error
      }
      guard ChangeList.isWaiting(in: path) else { return lock }
      flock(lock.descriptor, LOCK_UN)
      _ = try writing(path)
    }
  }

  /// Ends the hold, which lasts at least until here.
  package func release() { flock(descriptor, LOCK_UN) }
}
