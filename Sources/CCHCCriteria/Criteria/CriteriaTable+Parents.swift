import CCHCFiles
import CCHCTables

extension CriteriaTable {
  /// Reports cells that a row with children must leave empty, and those that mean nothing there.
  func checkParents(_ problems: inout ProblemList) {
    for (row, cell) in zip(set.rows, cells) where !row.children.isEmpty {
      if !cell.inputs.isEmpty {
        problems.report(.parentWithRule, at: cell.place(CriterionColumn.inputs), .text(row.code))
      }
      if !cell.rule.isEmpty {
        problems.report(.parentWithRule, at: cell.place(CriterionColumn.rule), .text(row.code))
      }
      if let kind = cell.kind, row.parent != nil || kind == "monitored" {
        problems.report(
          .kindMisplaced, at: cell.place(CriterionColumn.kind), .text(row.code), Words.kinds.argument(kind)
        )
      }
      for (column, isFilled) in cell.leafOnly where isFilled {
        problems.report(.parentCellUnused, at: cell.place(column), .text(row.code))
      }
    }
  }
}

extension CriteriaTable.LeafCells {
  /// The columns that say something of a leaf alone, and whether they are filled.
  fileprivate var leafOnly: [(column: CriterionColumn, isFilled: Bool)] {
    [
      (.method, method != nil), (.checks, !checks.isEmpty), (.zeroDenominator, zeroDenominator != nil),
      (.minPoints, hasMinPoints), (.document, document != nil), (.period, period != nil),
    ]
  }
}
