import CCHCOffice

/// The cells of an annex's sheet, with what its merged areas cover.
struct AnnexSheet {
  let cells: SheetCells
  /// For each covered cell that is not its area's first one, that first one.
  private let covering: [CellPosition: CellPosition]
  private let areas: [CellPosition: CellArea]

  /// Columns beyond these hold nothing of an annex.
  static let widest = 64
  /// Cells that merged areas may cover; a file beyond it was made to be slow.
  private static let mostCovered = 500_000

  init(_ cells: SheetCells) {
    self.cells = cells
    var covering: [CellPosition: CellPosition] = [:]
    var areas: [CellPosition: CellArea] = [:]
    var covered = 0
    for area in cells.merged where covered < Self.mostCovered && area.first.column <= Self.widest {
      areas[area.first] = area
      let lastRow = min(area.last.row, cells.lastRow)
      guard area.first.row <= lastRow else { continue }
      for row in area.first.row...lastRow where covered < Self.mostCovered {
        for column in area.first.column...min(area.last.column, Self.widest) {
          let position = CellPosition(row: row, column: column)
          if position != area.first { covering[position] = area.first }
          covered += 1
        }
      }
    }
    self.covering = covering
    self.areas = areas
  }

  /// The text of a cell, that of its merged area's first cell where it is covered by one.
  func text(_ position: CellPosition) -> String {
    cells[covering[position] ?? position].map { $0.value.text.oneSpaced } ?? ""
  }

  /// The cell itself, nil where it holds nothing or lies below another one.
  func own(_ position: CellPosition) -> ReadCell? {
    covering[position] == nil ? cells[position] : nil
  }

  /// How many rows and columns the area that begins at a cell has.
  func extent(_ position: CellPosition) -> (rows: Int, columns: Int) {
    guard let area = areas[position] else { return (1, 1) }
    return (area.last.row - area.first.row + 1, area.last.column - area.first.column + 1)
  }

  /// The first rows that hold something.
  func rowNumbers(most: Int) -> [Int] {
    var rows: [Int] = []
    for cell in cells.cells where rows.last != cell.position.row {
      guard rows.count < most else { break }
      rows.append(cell.position.row)
    }
    return rows
  }
}

extension String {
  /// The text with single spaces in place of any white space, none at its ends.
  var oneSpaced: String {
    split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }
}
