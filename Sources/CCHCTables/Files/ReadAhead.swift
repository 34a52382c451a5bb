import Glibc

/// Reads large files on a thread of its own, while its owner is busy with smaller ones.
package final class ReadAhead: @unchecked Sendable {
  private let lock = Lock()
  private var results: [String: Result<[UInt8], FileError>] = [:]
  /// Files that nobody has asked for yet.
  private var waiting: Set<String>
  private var crew = Crew(0) {}

  /// Smaller files are not worth a thread.
  private static let least = 1 << 20
  /// So many bytes, the first file's apart, may wait in memory.
  private static let most = 1 << 26

  /// Begins to read the large ones among some files, in their order.
  package init(_ files: [String]) {
    var total = 0
    let large = files.filter { file in
      var status = stat()
      guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
      let size = Int(status.st_size)
      guard size >= Self.least, total == 0 || total + size <= Self.most else { return false }
      total += size
      return true
    }
    waiting = Set(large)
    guard !large.isEmpty else { return }
    prepareForMuchMemory()
    crew = Crew(1) { [self] in
      for file in large { put(Result { () throws(FileError) in try readFile(file) }, file) }
    }
    // Where the system has no more threads, whoever wants a file reads it.
    if !crew.isWorking { waiting = [] }
  }

  private func put(_ result: Result<[UInt8], FileError>, _ file: String) {
    lock.lock()
    results[file] = result
    lock.tellChange()
    lock.unlock()
  }

  /// The bytes of a file, once they are read; nil where it is not read ahead, or was taken before.
  ///
  /// - Throws: `FileError` where it could not be read, or changed while it was read.
  package func take(_ file: String) throws(FileError) -> [UInt8]? {
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
