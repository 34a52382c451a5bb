package import CCHCExact

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

/// A formula of a read sheet.
package struct ReadFormula: Sendable, Hashable {
  package let position: CellPosition
  /// The formula as written, without `=`.
  package let text: String
}

/// All cells of a read sheet that hold something.
package struct SheetCells: Sendable {
  package let name: String
  /// The cells by rows, then by columns.
  package let cells: [ReadCell]
  package let merged: [CellArea]
  /// The formulas in the order of their cells; of formulas that cells share only the first has its text.
  package let formulas: [ReadFormula]

  /// The most cells with content that are read from a sheet.
  package static let mostCells = 5_000_000

  /// A cell, nil where it holds nothing.
  package subscript(position: CellPosition) -> ReadCell? {
    let place = firstPlace(in: cells) { $0.position >= position }
    return place < cells.count && cells[place].position == position ? cells[place] : nil
  }

  /// The formula of a cell as written, without `=`; nil where it has none of its own.
  package func formula(at position: CellPosition) -> String? {
    let place = firstPlace(in: formulas) { $0.position >= position }
    return place < formulas.count && formulas[place].position == position ? formulas[place].text : nil
  }

  /// The cells of a row, from left to right.
  package func row(_ number: Int) -> ArraySlice<ReadCell> {
    let start = firstPlace(in: cells) { $0.position.row >= number }
    var end = start
    while end < cells.count, cells[end].position.row == number { end += 1 }
    return cells[start..<end]
  }

  /// The last row that holds something, 0 where none does.
  package var lastRow: Int { cells.last?.position.row ?? 0 }
}

/// The first place of a sorted list where a condition holds, which holds from there on.
private func firstPlace<Item>(in items: [Item], where isReached: (Item) -> Bool) -> Int {
  var low = 0
  var high = items.count
  while low < high {
    let middle = (low + high) / 2
    if isReached(items[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
