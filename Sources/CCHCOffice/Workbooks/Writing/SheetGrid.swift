/// Cells that are set in any order, for sheets that are laid out rather than listed.
package struct SheetGrid: Sendable {
  private var cells: [CellPosition: Cell] = [:]
  private var heights: [Int: Double] = [:]
  private var hiddenRows: Set<Int> = []

  package init() {}

  /// A cell; one that was not set is blank.
  package subscript(row: Int, column: Int) -> Cell {
    get { cells[CellPosition(row: row, column: column)] ?? Cell() }
    set { cells[CellPosition(row: row, column: column)] = newValue }
  }

  /// A cell by its place.
  package subscript(position: CellPosition) -> Cell {
    get { cells[position] ?? Cell() }
    set { cells[position] = newValue }
  }

  /// Sets a row's height in points.
  package mutating func setHeight(_ height: Double, ofRow row: Int) { heights[row] = height }

  /// Hides a row.
  package mutating func hideRow(_ row: Int) { hiddenRows.insert(row) }

  /// Gives every cell of an area a style, whether it holds something or not.
  package mutating func setStyle(_ style: StyleID, in area: CellArea) {
    for row in area.first.row...area.last.row {
      for column in area.first.column...area.last.column { self[row, column].style = style }
    }
  }

  /// The last row and column that hold a cell.
  package var extent: CellPosition {
    cells.keys.reduce(CellPosition(row: 0, column: 0)) { extent, cell in
      CellPosition(row: max(extent.row, cell.row), column: max(extent.column, cell.column))
    }
  }

  /// Writes all rows.
  package func write(to rows: inout RowWriter) {
    let emptyRows = hiddenRows.union(heights.keys).subtracting(cells.keys.map(\.row))
    let order = Array(cells.keys) + emptyRows.map { CellPosition(row: $0, column: 0) }
    var current = 0
    for position in order.sorted() {
      if position.row != current {
        current = position.row
        rows.startRow(current, height: heights[current], isHidden: hiddenRows.contains(current))
      }
      guard position.column > 0, let cell = cells[position] else { continue }
      rows.skip(to: position.column)
      rows.cell(cell)
    }
  }
}
