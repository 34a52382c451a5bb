package import CCHCCriteria
import CCHCFiles
package import CCHCScoring
import CCHCTables

/// A row of a self table as it was written.
package struct FiledRow: Sendable {
  package let row: Int
  /// Empty where the row names none.
  package let agency: String
  package let criterion: String
  package let input: String
  package let value: String

  /// The rows of a table of figures; none where it cannot be read.
  ///
  /// - Parameters:
  ///   - file: The table's name below the round's folder.
  ///   - folder: The round's folder.
  /// - Returns: The rows in their order.
  package static func read(_ file: String, in folder: String) -> [FiledRow] {
    var problems = ProblemList()
    guard let bytes = try? readFile(joinedPath(folder, file)),
      let table = Table(contents: bytes, file: file, schema: FigureColumn.own, problems: &problems)
    else { return [] }
    var list: [FiledRow] = []
    var rows = table.rows()
    while rows.next(&problems) {
      list.append(
        FiledRow(
          row: rows.row, agency: rows.text(FigureColumn.agency), criterion: rows.text(FigureColumn.criterion),
          input: rows.text(FigureColumn.input), value: rows.text(FigureColumn.value)))
    }
    return list
  }

  /// Tables of self/ that are not one agency's own, by the codes of the agencies that have rows in them.
  package static func sharedTables(of round: Round, in folder: String) -> [String: String] {
    var tables: [String: String] = [:]
    let own = Set(round.agencies.map(\.code))
    for name in (try? folderNames(joinedPath(folder, "self"))) ?? []
    where TableFiles.isTable(name) && !TableFiles.isHidden(name) {
      guard !own.contains(TableFiles.stem(name)) || Table.isWorkbook(name) else { continue }
      for row in read("self/\(name)", in: folder) where tables[row.agency] == nil {
        tables[row.agency] = "self/\(name)"
      }
    }
    return tables
  }
}

/// The values of filed rows as they were written, where a value is not of its type.
package struct FiledTexts {
  private var values: [String: [Int: String]] = [:]

  /// Reads the tables of a round's folder that hold such values of an agency.
  package init(_ agency: FiledAgency, folder: String) {
    let files = agency.files { $0 == .invalid || $0 == .conflict }
    for file in files {
      let rows = FiledRow.read(file, in: folder)
      values[file] = Dictionary(rows.map { ($0.row, $0.value) }) { first, _ in first }
    }
  }

  /// The text of a figure, `?` where its row is no longer there.
  package func value(of figure: Figure, in round: Round) -> String {
    values[round.evidence.files[Int(figure.file)]]?[Int(figure.row)] ?? "?"
  }
}
