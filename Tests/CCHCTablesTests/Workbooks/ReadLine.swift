import CCHCExact
import CCHCOffice

extension SheetCells {
  /// The cells in one line: place, `=` for formulas, and the value.
  package var line: String {
    cells.map { cell in
      let value =
        switch cell.value {
        case .text(let text): "'\(text)'"
        case .number(let number): number.plainText
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .date(let day, let number): number.isWhole ? day.isoText : "\(day.isoText)+"
        case .error(let text): text
        case .uncomputed: "?"
        }
      return "\(cell.position.text)\(cell.isFormula ? "=" : ":")\(value)"
    }.joined(separator: " ")
  }
}

/// The cells of a workbook's first sheet in one line.
func readLine(_ bytes: [UInt8]) throws -> String {
  let file = try WorkbookFile(bytes)
  guard let first = file.sheets.first else { return "" }
  return try file.read(first).line
}
