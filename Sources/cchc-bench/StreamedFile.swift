import CCHCFiles
import Glibc

/// A file written piece by piece, in memory that does not grow with it.
struct StreamedFile {
  private let path: String
  private let descriptor: Int32
  private var bytes: [UInt8] = []

  /// - Throws: `FileError` where the file cannot be made.
  init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .current(path) }
  }

  mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  /// Adds a whole number that is not negative.
  mutating func add(_ number: Int) {
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: number / divisor % 10) + 48)
      divisor /= 10
    }
  }

  /// Writes what was added, once it is as much as that.
  ///
  /// - Throws: `FileError` where it cannot be written.
  mutating func flush(at count: Int) throws(FileError) {
    guard bytes.count >= count else { return }
    try writeAll(bytes, to: descriptor, path: path)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the rest and closes the file.
  ///
  /// - Throws: `FileError` where it cannot be written.
  mutating func close() throws(FileError) {
    try flush(at: 0)
    guard Glibc.close(descriptor) == 0 else { throw .current(path) }
  }
}
