package import CCHCFiles
import Glibc

/// Looks through large texts on a thread of its own, while its owner is busy with smaller files.
package final class ReadAhead: @unchecked Sendable {
  private let lock = Lock()
  private var results: [String: Result<FiledText?, FileError>] = [:]
  /// Files that nobody has asked for yet.
  private var waiting: Set<String>
  private var crew = Crew(0) {}

  /// Begins to look through the large ones among some texts, in their order.
  ///
  /// - Parameters:
  ///   - files: the texts.
  ///   - size: about how many bytes a stretch of a large text has.
  ///   - makesDigests: whether the digests of the files are made.
  ///   - onLarge: called before the thread starts, where any of the texts is large.
  package init(
    _ files: [String], stretches size: Int, makesDigests: Bool, onLarge: () -> Void = {}
  ) {
    let large = files.filter { file in
      var status = stat()
      return stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size >= 4 * size
    }
    waiting = Set(large)
    guard !large.isEmpty else { return }
    onLarge()
    crew = Crew(1) { [self] in
      for file in large {
        let result = Result { () throws(FileError) in
          try FiledText(file, stretches: size, makesDigest: makesDigests)
        }
        lock.lock()
        results[file] = result
        lock.tellChange()
        lock.unlock()
      }
    }
    // Where the system has no more threads, whoever wants a file looks through it.
    if !crew.isWorking { waiting = [] }
  }

  /// A large text, once it is looked through; nil where the file has to be read as a whole, or was not among those that
  /// are looked through, or was taken before.
  ///
  /// - Throws: `FileError` where it could not be read, or changed meanwhile.
  package func take(_ file: String) throws(FileError) -> FiledText? {
    lock.lock()
    defer { lock.unlock() }
    guard waiting.remove(file) != nil else { return nil }
    while true {
      if let result = results.removeValue(forKey: file) { return try result.get() }
      lock.waitForChange()
    }
  }

  /// Waits until the thread has ended.
  package func finish() { crew.wait() }
}
