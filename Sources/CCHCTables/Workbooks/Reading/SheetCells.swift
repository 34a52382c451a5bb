/// What a cell of a read sheet holds.
package enum CellValue: Sendable, Hashable {
  case text(String)
  case number(SheetNumber)
  case boolean(Bool)
  /// A number that the cell shows as a date; the number keeps the time of day.
  case date(Day, SheetNumber)
  /// What stands in the cell in place of a value: `#DIV/0!`.
  case error(String)
  /// A formula without a value, as programs write it that do not compute.
  case uncomputed

  /// The value as a table's cell would write it: plain digits with a point, `2023-03-31`, `TRUE`.
  package var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.plainText
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .date(let day, _): day.isoText
    case .error(let text): text
    case .uncomputed: ""
    }
  }
}

/// A cell of a read sheet that holds something.
package struct ReadCell: Sendable, Hashable {
  private let row: Int32
  private let column: Int16
  /// Whether the value is that of a formula.
  package let isFormula: Bool
  package let value: CellValue

  init(_ position: CellPosition, _ value: CellValue, isFormula: Bool) {
    // Positions end at row 1,048,576 and column 16,384.
    row = Int32(truncatingIfNeeded: position.row)
    column = Int16(truncatingIfNeeded: position.column)
    self.isFormula = isFormula
    self.value = value
  }

  package var position: CellPosition { CellPosition(row: Int(row), column: Int(column)) }
}

/// All cells of a read sheet that hold something.
package struct SheetCells: Sendable {
  package let name: String
  /// The cells by rows, then by columns.
  package let cells: [ReadCell]
  package let merged: [CellArea]
  /// The formulas as written, without `=`; of formulas that cells share only the first has its text.
  package let formulas: [CellPosition: String]

  /// The most cells with content that are read from a sheet.
  package static let mostCells = 5_000_000

  /// A cell, nil where it holds nothing.
  package subscript(position: CellPosition) -> ReadCell? {
    let place = firstPlace { $0.position >= position }
    return place < cells.count && cells[place].position == position ? cells[place] : nil
  }

  /// The cells of a row, from left to right.
  package func row(_ number: Int) -> ArraySlice<ReadCell> {
    let start = firstPlace { $0.position.row >= number }
    var end = start
    while end < cells.count, cells[end].position.row == number { end += 1 }
    return cells[start..<end]
  }

  /// The last row that holds something, 0 where none does.
  package var lastRow: Int { cells.last?.position.row ?? 0 }

  private func firstPlace(where isReached: (ReadCell) -> Bool) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(cells[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
