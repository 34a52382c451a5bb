import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCTables

/// Reads a table, every cell in every way, and appends a row to it.
enum TableHarness {
  private static let schema = TableSchema(
    "test.csv",
    [
      Column("agency", "mã cơ quan").required,
      Column("name", "tên").required,
      Column("value", "giá trị"),
      Column("received", "ngày nhận"),
    ])

  static func run(_ bytes: [UInt8]) -> Int {
    var problems = ProblemList()
    let count = read(bytes, &problems)
    tell(problems)
    guard let count, !problems.hasErrors else { return bytes.count }
    var others = ProblemList()
    let longer = Table.appending(
      ["X", "Sở \"X\", số 1", "1,5", ""], to: bytes, file: "t.csv", schema: schema, &others)
    guard let longer else { fatalError("no row can be added to a table without errors") }
    others = ProblemList()
    require(read(longer, &others) == count + 1, "a row that was added is not read")
    return bytes.count
  }

  /// Reads a table.
  ///
  /// - Returns: how many rows it has; nil where they cannot be read.
  private static func read(_ bytes: [UInt8], _ problems: inout ProblemList) -> Int? {
    guard let table = Table(bytes, file: "t.csv", schema: schema, problems: &problems) else { return nil }
    return walk(table, &problems)
  }

  /// Asks for every cell of a table as text, number and day.
  static func walk(_ table: Table, _ problems: inout ProblemList) -> Int {
    var rows = table.rows()
    var (count, last) = (0, 0)
    var others = ProblemList()
    while rows.next(&problems) {
      require(rows.row > last, "rows do not ascend")
      (count, last) = (count + 1, rows.row)
      for column in schema.columns.indices {
        let text = rows.text(column)
        require(rows.isEmpty(column) == text.isEmpty, "a cell is both empty and not")
        if count <= 1_000 {
          _ = rows.number(column, &others)
          _ = rows.day(column, &others)
        }
        _ = rows.withBytes(column) { parseCount($0) }
      }
      _ = rows.digest(of: Array(schema.columns.indices))
    }
    tell(others)
    return count
  }

  /// Reads the table of a workbook.
  static func read(workbook bytes: [UInt8]) {
    var problems = ProblemList()
    if let table = Table(contents: bytes, file: "self/t.xlsx", schema: schema, problems: &problems) {
      _ = walk(table, &problems)
    }
    tell(problems)
  }
}

/// Puts the first problems into words, as a person would see them.
func tell(_ problems: ProblemList) {
  for problem in problems.items.prefix(100) {
    _ = problem.message(in: .vietnamese)
    _ = problem.message(in: .english)
  }
}
