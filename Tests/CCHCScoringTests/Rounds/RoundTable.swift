import CCHCScoring

/// A table of a round, as rows that may stand in any order and be spread over files.
struct RoundTable {
  var name: String
  var columns: [String]
  var rows: [[String]]
  /// How the cells are put into a text.
  var write: @Sendable ([[String]]) -> String = csv

  init(_ name: String, _ columns: [String], _ rows: [[String]]) {
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }

  var text: String { write([columns] + rows) }

  /// The folder whose tables may be spread over files; nil for a table that is one file.
  var folder: String? { name.firstIndex(of: "/").map { String(name[..<$0]) } }

  /// The tables of the rows that share a key, each in a file of the key's name.
  func parted(by key: ([String]) -> String) -> [RoundTable] {
    guard let folder else { return [self] }
    return Dictionary(grouping: rows, by: key).sorted { $0.key < $1.key }.map { key, rows in
      var table = self
      (table.name, table.rows) = ("\(folder)/\(key).csv", rows)
      return table
    }
  }
}
