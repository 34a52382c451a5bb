import CCHCExact
import CCHCFiles

/// How a CSV file is written.
package enum CSVLocale: String, Sendable {
  /// English headers, `,` between cells, `.` in numbers.
  case english = "en"
  /// Vietnamese headers, `;` between cells, `,` in numbers: opens rightly in a Vietnamese spreadsheet.
  case vietnamese = "vi"
}

/// Builds a CSV file: UTF-8 with BOM, CRLF, texts that no spreadsheet runs as a formula (FORMATS 6).
package struct CSVWriter {
  /// The file so far; a byte order mark stands at its beginning.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  package let locale: CSVLocale
  private var isRowStart = true

  package init(locale: CSVLocale) { self.locale = locale }

  /// A writer of rows that follow others in a file.
  package init(continuing locale: CSVLocale) {
    self.init(locale: locale)
    bytes = []
  }

  /// What stands between cells.
  package static func delimiter(_ locale: CSVLocale) -> UInt8 {
    UInt8(ascii: locale == .vietnamese ? ";" : ",")
  }

  /// What stands before the decimals of a number.
  package static func decimalMark(_ locale: CSVLocale) -> Unicode.Scalar {
    locale == .vietnamese ? "," : "."
  }

  private mutating func beginCell() {
    if !isRowStart { bytes.append(Self.delimiter(locale)) }
    isRowStart = false
  }

  /// An empty cell.
  package mutating func empty() { beginCell() }

  /// A text cell, quoted where needed; a leading `'` keeps a spreadsheet from running it.
  package mutating func text(_ text: String) {
    beginCell()
    bytes.appendCell(text)
  }

  /// A cell that is written for many rows.
  package mutating func cell(_ cell: CSVCell) {
    beginCell()
    bytes.append(contentsOf: cell.bytes)
  }

  /// A whole number.
  package mutating func integer(_ value: Int) {
    beginCell()
    bytes.appendDecimal(Int128(value), decimals: 0)
  }

  /// A number with a fixed count of decimals: `units` × 10^-`decimals`.
  package mutating func number(_ units: Int128, decimals: Int) {
    beginCell()
    bytes.appendDecimal(units, decimals: decimals, mark: Self.decimalMark(locale))
  }

  /// A row of texts.
  package mutating func row(_ cells: [String]) {
    for cell in cells { text(cell) }
    endRow()
  }

  /// Ends the row.
  package mutating func endRow() {
    bytes.append(13)
    bytes.append(10)
    isRowStart = true
  }
}

/// A text cell made ready once for many rows.
package struct CSVCell: Sendable {
  fileprivate var bytes: [UInt8] = []

  package init(_ text: String) { bytes.appendCell(text) }
}

extension [UInt8] {
  /// Appends a text cell, quoted where it holds what may stand between cells, a quote or a line break.
  mutating func appendCell(_ text: String) {
    let letters = text.utf8.span
    var needsQuotes = false
    for place in letters.indices {
      switch letters[place] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "\""), 10, 13: needsQuotes = true
      default: continue
      }
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
    if let first = text.utf8.first, startsFormula(first) { append(UInt8(ascii: "'")) }
    guard needsQuotes else {
      append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
