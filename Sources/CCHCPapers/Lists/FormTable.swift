import CCHCCriteria
import CCHCDocuments
import CCHCTables

/// A table of a round that awaits what people fill in, row by row: CSV, or a workbook of the same cells.
struct FormTable {
  /// How the files of a round are written.
  enum Format: Sendable {
    case csv
    case workbook

    var ending: String { self == .csv ? ".csv" : Table.workbookEnding }
  }

  private let name: String
  private let columns: [ListColumn]
  private let isProtected: Bool
  private var cells: [[String]] = []
  private var values: ColumnRules

  /// - Parameters:
  ///   - name: The name of the sheet.
  ///   - columns: What is given, what is filled in, and what explains it.
  ///   - isProtected: Whether rows are given and only figures, documents and notes are filled in.
  init(_ name: String, _ columns: [ListColumn], isProtected: Bool = false) {
    (self.name, self.columns, self.isProtected) = (name, columns, isProtected)
    let value = columns.firstIndex { $0.heading == Column.value.vietnamese }
    values = ColumnRules(column: (value ?? 0) + 1, allowsRequest: true)
  }

  /// A row of texts; cells that it lacks are empty.
  mutating func row(_ texts: [String]) { cells.append(texts) }

  /// A row whose value is of a type.
  mutating func row(_ texts: [String], value type: InputType) {
    cells.append(texts)
    // Below the headings, which are row 1.
    let row = cells.count + 1
    values.add(InputRule(type, allowsRequest: true), rows: row...row)
  }

  func bytes(_ format: Format) -> [UInt8] {
    var list = ListTable(name, columns, cells.map { $0.map { .text($0) } })
    list.isProtected = isProtected
    let validations = values.validations
    list.validations = { _ in validations }
    // A form never has more rows than a sheet, but for all agencies' figures in one table.
    if format == .workbook, let bytes = ListWorkbook.bytes([list], title: name, creator: "") { return bytes }
    return list.csv(.vietnamese)
  }
}
