import CCHCDocuments
import CCHCFiles
import CCHCForms
import CCHCTables
import CCHCTally
import TestSupport

/// The columns of the table that these tests read: two required ones, two that may be absent.
let sampleSchema = TableSchema(
  "test.csv",
  [
    Column("agency", "mã cơ quan").required,
    Column("name", "tên").required,
    Column("value", "giá trị"),
    Column("received", "ngày nhận"),
  ])

/// What the reader makes of a file.
struct Reading: Equatable {
  /// The cells of the schema's columns; an absent one is empty.
  var rows: [[String]] = []
  var numbers: [Int] = []
  var problems: [String] = []
  var messages: [String] = []

  init(_ bytes: [UInt8], schema: TableSchema = sampleSchema) {
    var list = ProblemList()
    if let table = Table(bytes, file: "t.csv", schema: schema, problems: &list) {
      var cursor = table.rows()
      while cursor.next(&list) {
        rows.append(schema.columns.indices.map { cursor.text($0) })
        numbers.append(cursor.row)
      }
    }
    problems = list.items.map(\.line)
    messages = list.items.map { $0.message(in: .english) }
  }

  init(_ text: String, schema: TableSchema = sampleSchema) { self.init(Array(text.utf8), schema: schema) }

  /// The cells of the two required columns.
  var pairs: [[String]] { rows.map { Array($0.prefix(2)) } }
}
