/// A cell's place in a sheet, counted as a person counts: the first row and the first column are 1.
package struct CellPosition: Hashable, Sendable, Comparable {
  package var row: Int
  package var column: Int

  /// The last row of a sheet (Excel 2007).
  package static let lastRow = 1_048_576
  /// The last column of a sheet, `XFD`.
  package static let lastColumn = 16_384

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// A place as spreadsheets write it: `C17`, `$C$17`; nil where a text is none or lies beyond the sheet.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, from: 0, to: bytes.count)
  }

  init?(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var index = start
    var column = 0
    var row = 0
    if index < end, bytes[index] == UInt8(ascii: "$") { index += 1 }
    while index < end {
      let letter = (bytes[index] & 0xDF) &- 64
      guard bytes[index] >= 65, (1...26).contains(letter) else { break }
      column = column * 26 + Int(letter)
      guard column <= Self.lastColumn else { return nil }
      index += 1
    }
    if index < end, column > 0, bytes[index] == UInt8(ascii: "$") { index += 1 }
    guard index < end else { return nil }
    while index < end {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      row = row * 10 + Int(digit)
      guard row <= Self.lastRow else { return nil }
      index += 1
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// `C17`.
  package var text: String { columnLetters(column) + String(row) }

  /// `$C$17`.
  package var absoluteText: String { "$\(columnLetters(column))$\(row)" }

  /// By rows, then by columns.
  package static func < (left: CellPosition, right: CellPosition) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A rectangle of cells.
package struct CellArea: Hashable, Sendable {
  package var first: CellPosition
  package var last: CellPosition

  /// The rectangle between two corners.
  package init(_ first: CellPosition, _ last: CellPosition) {
    self.first = CellPosition(row: min(first.row, last.row), column: min(first.column, last.column))
    self.last = CellPosition(row: max(first.row, last.row), column: max(first.column, last.column))
  }

  /// A rectangle by its rows and columns.
  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    first = CellPosition(row: rows.lowerBound, column: columns.lowerBound)
    last = CellPosition(row: rows.upperBound, column: columns.upperBound)
  }

  /// One cell.
  package init(_ cell: CellPosition) { self.init(cell, cell) }

  /// `A1:C3` or `A1`; nil where a text is neither.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap({ CellPosition(String($0)) }),
      let last = parts.last.flatMap({ CellPosition(String($0)) }), parts.count <= 2
    else { return nil }
    self.init(first, last)
  }

  /// `A1:C3`, or `A1` for one cell.
  package var text: String { first == last ? first.text : "\(first.text):\(last.text)" }

  /// `$A$1:$C$3`.
  package var absoluteText: String {
    first == last ? first.absoluteText : "\(first.absoluteText):\(last.absoluteText)"
  }

  package func contains(_ cell: CellPosition) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}

/// The letters of a column: 1 is `A`, 27 is `AA`.
package func columnLetters(_ column: Int) -> String {
  var bytes: [UInt8] = []
  bytes.appendColumn(column)
  return String(decoding: bytes, as: UTF8.self)
}

/// A reference to cells of another sheet, its name quoted: `'Chi tiết'!$A$1:$A$9`.
package func sheetReference(_ sheet: String, _ area: CellArea) -> String {
  "'\(sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'!\(area.absoluteText)"
}

extension [UInt8] {
  /// Appends the letters of a column.
  mutating func appendColumn(_ column: Int) {
    if column > 702 { append(UInt8((column - 703) / 676) + 65) }
    if column > 26 { append(UInt8((column - 27) / 26 % 26) + 65) }
    append(UInt8((column - 1) % 26) + 65)
  }
}
