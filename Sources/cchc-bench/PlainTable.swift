import CCHCExact
import CCHCFiles
import CCHCOffice
import Glibc

/// A table of a benchmark: lines of cells between commas, without quotes.
struct PlainTable {
  let rows: [[CellContent]]

  /// - Throws: `FileError` where the file cannot be read.
  init(_ path: String) throws(FileError) {
    let bytes = try readFile(path)
    rows = bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { cell in
        guard let number = parseNumber(Array(cell).span) else {
          return .text(String(decoding: cell, as: UTF8.self))
        }
        return .decimal(number.value)
      }
    }
  }

  var cellCount: Int { rows.reduce(0) { $0 + $1.count } }
}

/// Writes bytes as a file at once, as the programs that are measured beside this one do.
///
/// - Throws: `FileError` where it cannot be written.
func writeFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .current(path) }
  defer { _ = close(descriptor) }
  try writeAll(bytes, to: descriptor, path: path)
}
