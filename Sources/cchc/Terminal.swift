import CCHCFiles
import Glibc

/// The two streams of the process: results go to standard output, messages to standard error.
enum Terminal {
  static func results(_ text: String) throws(FileError) { try results(Array(text.utf8)) }

  static func results(_ bytes: [UInt8]) throws(FileError) {
    try writeAll(bytes, to: STDOUT_FILENO, path: "stdout")
  }

  /// A message; one that cannot be written has nobody to tell.
  static func message(_ text: String) { try? writeAll(Array(text.utf8), to: STDERR_FILENO, path: "stderr") }
}
