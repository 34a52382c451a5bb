package import CCHCFiles
import CCHCOffice

/// A table as somebody printed it: rows of texts under headings that nobody promised.
package struct PrintedTable: Sendable {
  /// One row that holds something.
  package struct Row: Sendable {
    /// The row as a spreadsheet counts it.
    package let number: Int
    /// The trimmed texts from the first column on; empty where a cell is.
    package let cells: [String]
  }

  /// The sheet's name; nil for delimited text.
  package let sheet: String?
  package let rows: [Row]
  /// Whether numbers are as a workbook keeps them, not as a person sees them.
  package var keepsNumbers: Bool { sheet != nil }

  /// The most cells that are read of a file.
  private static let mostCells = SheetCells.mostCells

  /// Reads a file: every visible sheet of a workbook by the file's name, else the rows of delimited text.
  ///
  /// - Returns: nothing, with the reason reported, where the file cannot be read.
  package static func read(_ bytes: consuming [UInt8], file: String, _ problems: inout ProblemList)
    -> [PrintedTable]
  {
    guard Table.isWorkbook(file) else {
      guard let text = decodedTable(bytes) else {
        problems.report(.fileEncoding, at: Place(file))
        return []
      }
      return rows(of: text, file: file, &problems).map { [PrintedTable(sheet: nil, rows: $0)] } ?? []
    }
    do throws(WorkbookFault) {
      let book = try WorkbookFile(bytes)
      var tables: [PrintedTable] = []
      for entry in book.sheets where entry.visibility == .visible {
        tables.append(PrintedTable(sheet: entry.name, rows: try rows(of: try book.read(entry))))
      }
      return tables
    } catch {
      problems.append(error.problem(at: Place(file)))
      return []
    }
  }

  /// The place of a cell, or of a row, for a problem.
  package func place(_ file: String, row: Int, column: Int? = nil, heading: String? = nil) -> Place {
    var place = Place(file, row: row, column: heading)
    place.sheet = sheet
    if sheet != nil { place.cell = column.map { CellPosition(row: row, column: $0 + 1).text } }
    return place
  }

  private static func rows(of sheet: SheetCells) throws(WorkbookFault) -> [Row] {
    var rows: [Row] = []
    var cells: [String] = []
    var number = 0
    for cell in sheet.cells {
      if cell.position.row != number {
        if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(number: number, cells: cells)) }
        cells = []
        number = cell.position.row
      }
      while cells.count < cell.position.column - 1 { cells.append("") }
      cells.append(cell.value.text.trimmed)
    }
    if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(number: number, cells: cells)) }
    return rows
  }

  private static func rows(
    of bytes: [UInt8], file: String, _ problems: inout ProblemList
  ) -> [Row]? {
    var scanner = DelimitedScanner(delimiter: delimiter(of: bytes))
    var rows: [Row] = []
    var (number, count) = (0, 0)
    while scanner.next(in: bytes.span) {
      number += 1
      guard scanner.fault != .quoteOpen else {
        problems.report(.quoteOpen, at: Place(file, row: number))
        return nil
      }
      let cells = scanner.cells.map { cell in
        String(decoding: (cell.isInScratch ? scanner.scratch : bytes)[cell.start..<cell.end], as: UTF8.self)
      }
      count += cells.count
      guard count <= mostCells else {
        problems.report(.workbookTooManyCells, at: Place(file), .text(file), .count(mostCells))
        return nil
      }
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(number: number, cells: cells)) }
    }
    return rows
  }

  /// The delimiter that most lines have, whatever stands above the table; `,` where neither `;` nor tab is.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let marks: [UInt8] = [UInt8(ascii: ";"), 9]
    var lines = 0
    var withMark = [0, 0]
    var seen = [false, false]
    var isQuoted = false
    // Enough lines to know; a table has no more than a few above it that differ.
    for byte in bytes.prefix(1 << 20) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case 10 where !isQuoted:
        lines += 1
        for place in seen.indices where seen[place] { withMark[place] += 1 }
        seen = [false, false]
      case marks[0] where !isQuoted: seen[0] = true
      case marks[1] where !isQuoted: seen[1] = true
      default: break
      }
    }
    for place in seen.indices where seen[place] { withMark[place] += 1 }
    if withMark[0] * 2 > lines, withMark[0] >= withMark[1], withMark[0] > 0 { return marks[0] }
    return withMark[1] * 2 > lines && withMark[1] > 0 ? marks[1] : UInt8(ascii: ",")
  }
}
