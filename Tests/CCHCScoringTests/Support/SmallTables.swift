import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally

/// Cells of a table as CSV text.
func csv(_ rows: [[String]]) -> String {
  rows.map { row in
    row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
  }.joined(separator: "\n") + "\n"
}

/// A row of criteria.csv, by its columns' English names.
struct Row {
  var cells: [String: String] = [:]

  /// A field or any other parent.
  init(_ code: String, max: String, kind: String = "") {
    cells = ["code": code, "name": "Tiêu chí \(code)", "max_points": max, "kind": kind]
  }

  /// A leaf; further columns by their names.
  init(_ code: String, max: String, inputs: String, rule: String, _ others: [String: String] = [:]) {
    self.init(code, max: max)
    cells["inputs"] = inputs
    cells["rule"] = rule
    cells.merge(others) { $1 }
  }

  static let columns = [
    "code", "name", "max_points", "kind", "method", "inputs", "rule", "checks", "zero_denominator",
    "min_points",
    "document", "appraiser", "legal_basis", "rule_text", "period",
  ]
}

/// The text of criteria.csv with some rows.
func criteria(_ rows: [Row]) -> String {
  csv([Row.columns] + rows.map { row in Row.columns.map { row.cells[$0] ?? "" } })
}
