import CCHCFiles
import CCHCTables

/// Builds a table in memory that the loaders read as they read files.
///
/// Its first column is a comment with the number of each row, so that no row begins with `#` and is a comment itself.
struct TableWriter {
  private var csv = CSVWriter(locale: .english)
  private let file: String
  private let columns: [String]
  /// The rows so far.
  private(set) var count = 0

  init(_ file: String, _ columns: [String]) {
    self.file = file
    self.columns = columns
    csv.row(["#"] + columns)
  }

  /// The bytes of the table.
  var bytes: [UInt8] { csv.bytes }

  /// The place of a cell of the next row, for problems.
  func place(_ column: String) -> Place { Place(file, row: count + 2, column: column) }

  /// Adds a row.
  mutating func add(_ cells: [String]) {
    count += 1
    csv.integer(count)
    for cell in cells { csv.text(cell) }
    csv.endRow()
  }
}
