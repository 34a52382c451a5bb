import CCHCFiles
import CCHCOffice
import CCHCTables

/// Writes a table as a workbook; only the writing is timed.
///
/// - Throws: `FileError` where a file cannot be read or written.
func writeTable(from source: String, to target: String) throws(FileError) -> Measure {
  let table = try PlainTable(source)
  let clock = ContinuousClock()
  let start = clock.now
  var book = Workbook(title: "Bảng")
  book.sheets = [
    Sheet("Bảng") { rows in
      for row in table.rows {
        rows.startRow()
        for cell in row { rows.cell(Cell(cell)) }
      }
    }
  ]
  try writeFile(book.written(), to: target)
  return Measure(seconds: [("write", clock.now - start)], cells: table.cellCount)
}
