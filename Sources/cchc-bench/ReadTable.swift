import CCHCFiles
import CCHCOffice

/// Reads the first sheet of a workbook, which is timed, and writes what was read as lines of cells.
///
/// - Throws: `FileError` where a file cannot be read or written, `WorkbookFault` where it is no workbook.
func readTable(from source: String, to target: String) throws -> Measure {
  let clock = ContinuousClock()
  let start = clock.now
  let file = try WorkbookFile(readFile(source))
  let sheet = try file.read(file.sheets[0])
  let time = clock.now - start

  var text: [UInt8] = []
  var last = CellPosition(row: 1, column: 0)
  for cell in sheet.cells {
    let place = cell.position
    if place.row > last.row { last.column = 0 }
    while last.row < place.row {
      text.append(UInt8(ascii: "\n"))
      last.row += 1
    }
    while last.column < place.column {
      if last.column > 0 { text.append(UInt8(ascii: ",")) }
      last.column += 1
    }
    text += cell.value.text.utf8
  }
  text.append(UInt8(ascii: "\n"))
  try writeFile(text, to: target)
  return Measure(seconds: [("read", time)], cells: sheet.cells.count)
}
