import CCHCExact
import CCHCOffice
import CCHCTables

/// Workbooks of annexes, made from texts that a person can read.
///
/// A line is a row, `|` parts cells. `>` stands in a cell that is merged with the one on its left, `^` in one merged
/// with the one above; `#7.5` is a number, `\n` a line break in a cell.
package enum AnnexWorkbook {
  package static func bytes(_ sheets: [(name: String, text: String)]) -> [UInt8] {
    var book = Workbook(title: "Phụ lục")
    book.sheets = sheets.map { sheet($0.name, $0.text) }
    return book.written()
  }

  /// A workbook with one sheet.
  package static func bytes(_ text: String, sheet: String = "Phụ lục I") -> [UInt8] {
    bytes([(name: sheet, text: text)])
  }

  private static func sheet(_ name: String, _ text: String) -> Sheet {
    let grid = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    var sheet = Sheet(name, grid.map { row in row.map { Cell(content($0)) } })
    for (row, cells) in grid.enumerated() {
      for (column, text) in cells.enumerated() where text != ">" && text != "^" {
        var (last, lowest) = (column, row)
        while last + 1 < cells.count, cells[last + 1] == ">" { last += 1 }
        while lowest + 1 < grid.count, grid[lowest + 1].count > column, grid[lowest + 1][column] == "^" {
          lowest += 1
        }
        guard last > column || lowest > row else { continue }
        sheet.merged.append(CellArea(rows: (row + 1)...(lowest + 1), columns: (column + 1)...(last + 1)))
      }
    }
    return sheet
  }

  private static func content(_ text: String) -> CellContent {
    if text.isEmpty || text == ">" || text == "^" { return .blank }
    if text.hasPrefix("#"), let number = parseNumber(Array(text.dropFirst().utf8).span) {
      return .decimal(number.value)
    }
    return .text(text.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n"))
  }
}
