import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Writes what stands in a form as self/<agency>.csv.
enum SelfTable {
  /// The table for a Vietnamese spreadsheet; leaves without any entry have no row.
  static func bytes(_ plan: FormPlan, _ entries: FormEntries) -> [UInt8] {
    var csv = CSVWriter(locale: .vietnamese)
    csv.row([FigureColumn.criterion, .criterionName, .input, .value, .document, .note].map(\.heading))
    for (number, leaf) in plan.set.leaves.enumerated() where leaf.method == .own {
      write(number, leaf, plan.set.rows[leaf.row], entries, to: &csv)
    }
    return csv.bytes
  }

  private static func write(
    _ number: Int, _ leaf: Leaf, _ row: Criterion, _ entries: FormEntries, to csv: inout CSVWriter
  ) {
    let figures = entries.figures[number]
    // A request stands in place of a figure that is not filled in.
    let requested = entries.requests[number] == .blank ? nil : figures.firstIndex(of: .blank)
    let papers = [entries.documents[number], entries.notes[number]]
    var places = figures.indices.filter { figures[$0] != .blank || $0 == requested }
    let hasPapers = papers.contains { !$0.isEmpty }
    if places.isEmpty, hasPapers, !figures.isEmpty { places = [0] }
    if places.isEmpty, hasPapers {
      csv.row([row.code, row.name, "", "", papers[0], papers[1]])
    }
    for place in places {
      csv.text(row.code)
      csv.text(row.name)
      csv.text(leaf.inputs[place].name)
      switch figures[place] {
      case .number(let units, let decimals): csv.number(units, decimals: decimals)
      case .blank: csv.text(place == requested ? FormWords.request : "")
      default: csv.text(figures[place].filed(as: leaf.inputs[place].type) ?? figures[place].words)
      }
      for paper in papers { csv.text(place == places.first ? paper : "") }
      csv.endRow()
    }
  }
}
