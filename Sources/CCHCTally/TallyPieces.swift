import CCHCCriteria
import CCHCScoring
import CCHCTables

/// The bytes of a table that counts become, in pieces of some thousand rows.
package struct TallyPieces: Sequence, IteratorProtocol {
  /// What the rows of one input have in common, written once and copied.
  private struct InputCells {
    let code: CSVCell
    let name: CSVCell
    let input: CSVCell
    let document: CSVCell
  }

  private static let columns: [FigureColumn] = [
    .agency, .criterion, .criterionName, .input, .value, .document, .source,
  ]
  private static let rowsAtOnce = 1000

  private let rows: [TallyRows.Row]
  private let agencies: [String]
  private let inputs: [InputCells]
  private let source: CSVCell
  /// How many rows are given; nil before the headings.
  private var given: Int?

  init(_ rows: [TallyRows.Row], agencies: [String], _ plan: CasePlan, source: String) {
    (self.rows, self.agencies) = (rows, agencies)
    let (cell, empty) = (CSVCell(source), CSVCell(""))
    self.source = cell
    inputs = plan.tally.counts.map { count in
      let leaf = plan.set.leaves[count.leaf]
      let row = plan.set.rows[leaf.row]
      return InputCells(
        code: CSVCell(row.code), name: CSVCell(row.name), input: CSVCell(leaf.inputs[count.input].name),
        document: leaf.method == .own && leaf.documents != .optional ? cell : empty)
    }
  }

  package mutating func next() -> [UInt8]? {
    guard let first = given else {
      given = 0
      var csv = CSVWriter(locale: .vietnamese)
      csv.row(Self.columns.map(\.heading))
      return csv.bytes
    }
    guard first < rows.count else { return nil }
    let end = Swift.min(first + Self.rowsAtOnce, rows.count)
    given = end
    var csv = CSVWriter(continuing: .vietnamese)
    for row in rows[first..<end] {
      let cells = inputs[row.count]
      csv.text(agencies[row.agency])
      for cell in [cells.code, cells.name, cells.input] { csv.cell(cell) }
      csv.text(row.value)
      csv.cell(cells.document)
      csv.cell(source)
      csv.endRow()
    }
    return csv.bytes
  }
}
