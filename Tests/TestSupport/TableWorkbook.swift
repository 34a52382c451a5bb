import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCTables

/// How the cells of a table are put into a workbook.
package enum CellTyping: Sendable, CaseIterable {
  /// Every cell is a text.
  case texts
  /// Numbers, dates and yes/no are what they look like; codes, names and whatever else are texts.
  case typed
}

/// The workbook of a table that was written as CSV, with one sheet.
package func workbook(
  csv text: String, sheet name: String = "Trang tính1", typing: CellTyping = .texts
) -> [UInt8] {
  let rows = csvCells(text)
  let headings = (rows.first ?? []).map(\.folded)
  var book = Workbook(title: "")
  let date = book.style { $0.format = .date }
  let share = book.style { $0.format = .percent(2) }
  let cells = rows.enumerated().map { number, row in
    row.enumerated().map { place, text -> Cell in
      guard typing == .typed, number > 0, headings.indices.contains(place) else { return Cell(text) }
      return typedCell(text, heading: headings[place], date, share)
    }
  }
  book.sheets = [Sheet(name, cells)]
  return book.written()
}

/// A cell as somebody would type it.
private func typedCell(_ text: String, heading: String, _ date: StyleID, _ share: StyleID) -> Cell {
  let codes = [
    "mã", "code", "criterion", "agency", "tên", "name", "số ký hiệu", "number", "#", "rule", "công thức",
  ]
  if codes.contains(where: heading.hasPrefix) { return Cell(text) }
  let bytes = Array(text.utf8)
  if let number = parseNumber(bytes.span) {
    return Cell(.decimal(number.value), number.isPercent ? share : .normal)
  }
  if let day = parseDay(bytes.span) { return Cell(.date(day), date) }
  switch text.folded {
  case "có", "yes": return Cell(.boolean(true))
  case "không", "no": return Cell(.boolean(false))
  default: return Cell(text)
  }
}

/// The cells of CSV, by RFC 4180; the delimiter is the one that the first line has most of.
package func csvCells(_ text: String) -> [[String]] {
  var scalars = Array(text.unicodeScalars)
  if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
  let marks: [Unicode.Scalar] = [",", ";", "\t"]
  let delimiter = marks.max { left, right in
    head.count { $0 == left } < head.count { $0 == right }
  }
  var rows: [[String]] = [[]]
  var cell = String.UnicodeScalarView()
  var isQuoted = false
  var index = 0
  while index < scalars.count {
    let scalar = scalars[index]
    index += 1
    if isQuoted {
      if scalar != "\"" {
        cell.append(scalar)
      } else if index < scalars.count, scalars[index] == "\"" {
        cell.append(scalar)
        index += 1
      } else {
        isQuoted = false
      }
    } else if scalar == "\"", cell.isEmpty {
      isQuoted = true
    } else if scalar == delimiter {
      rows[rows.count - 1].append(String(cell))
      cell = String.UnicodeScalarView()
    } else if scalar == "\n" {
      rows[rows.count - 1].append(String(cell))
      cell = String.UnicodeScalarView()
      rows.append([])
    } else if scalar != "\r" {
      cell.append(scalar)
    }
  }
  if !cell.isEmpty { rows[rows.count - 1].append(String(cell)) }
  if rows.last?.isEmpty ?? false { rows.removeLast() }
  return rows.map { row in row.map(\.withoutMark) }
}

extension String {
  /// The text without the `'` that keeps a spreadsheet from running it.
  fileprivate var withoutMark: String {
    let bytes = Array(utf8.prefix(2))
    guard bytes.count == 2, bytes[0] == 39, "=+-@\t\r".utf8.contains(bytes[1]) else { return self }
    return String(dropFirst())
  }
}
