import CCHCExact
import CCHCOffice
import CCHCTables

/// The cells of a workbook's first sheet as texts, each row from column A on.
///
/// - Throws: `WorkbookFault` where it cannot be read.
package func sheetCells(_ bytes: [UInt8]) throws -> [[String]] {
  let file = try WorkbookFile(bytes)
  guard let first = file.sheets.first else { return [] }
  let sheet = try file.read(first)
  var rows: [[String]] = []
  for cell in sheet.cells {
    while rows.count < cell.position.row { rows.append([]) }
    var row = rows[cell.position.row - 1]
    while row.count < cell.position.column { row.append("") }
    row[cell.position.column - 1] = cell.value.text
    rows[cell.position.row - 1] = row
  }
  return rows
}

/// A workbook of one sheet with these cells; those of digits are numbers where asked for.
package func workbook(cells: [[String]], numbers: Set<Int> = []) -> [UInt8] {
  var book = Workbook(title: "")
  book.sheets = [
    Sheet(
      "Trang tính1",
      cells.map { row in
        row.enumerated().map { column, text in
          guard numbers.contains(column), let number = parseNumber(Array(text.utf8).span) else {
            return Cell(text)
          }
          return Cell(.decimal(number.value))
        }
      })
  ]
  return book.written()
}
