import CCHCFiles

/// A piece of a file: whole rows in UTF-8, in memory that one worker uses again and again.
package final class RowPiece {
  /// Bytes that may be read beyond the last one, so that a loop may take 64 at once.
  static let padding = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the rows begin and end.
  var start = 0
  var end = 0
  /// The bytes that the file's digest does not yet have.
  var fresh = 0..<0
  /// The delimiter between cells, and how many cells the header has.
  package internal(set) var delimiter = UInt8(ascii: ",")
  package internal(set) var width = 1
  /// Why the file cannot be read beyond these rows.
  package internal(set) var fault: StreamFault?

  package init() {
    capacity = 4096
    base = .allocate(capacity: capacity + Self.padding)
  }

  deinit { base.deallocate() }

  /// Makes room for bytes up to an offset; those that are there stay.
  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = max(wanted, capacity * 2)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
    grown.update(from: base, count: end)
    base.deallocate()
    (base, capacity) = (grown, larger)
  }

  func append(_ bytes: [UInt8]) {
    reserve(end + bytes.count)
    for index in bytes.indices { base[end + index] = bytes[index] }
    end += bytes.count
  }

  /// Fills what may be read beyond the rows with spaces.
  func pad() {
    for offset in 0..<Self.padding { base[end + offset] = 0x20 }
  }

  /// Whether the rows are UTF-8 without NUL.
  func isText() -> Bool {
    CCHCFiles.isText(UnsafeBufferPointer(start: base + start, count: end - start).span)
  }
}

/// Why a file cannot be read to its end.
package enum StreamFault: Sendable {
  /// It is neither UTF-8 nor UTF-16 with a byte order mark.
  case encoding
  /// It is packed by gzip.
  case gzip
  /// It is a zip archive, as workbooks are.
  case archive
  /// It is a workbook of an old Excel.
  case oldWorkbook
  /// A quote is never closed.
  case quoteOpen
  /// A row is longer than `RowStream.longestRow`: most likely a quote is never closed.
  case rowTooLong
}
