import CCHCOffice
import CCHCTables

/// A table as a Word file lays it out: widths that add up to the line, letters that fit.
struct WordTable {
  let columns: [TableColumn]
  let cells: [UInt8]
  /// In twips.
  let widths: [Int]
  /// The styles of the headings and of cells on the left, in the middle and on the right.
  let styles: [WordStyle]
  /// Where the row begins that must stand on the page of what follows; behind all cells where none must.
  let keptRow: Int

  /// What a cell keeps free at its left and right, in twips.
  static let cellMargin = 85

  init(_ table: DocumentTable, lineWidth: Int, isSmall: Bool, keepsWithNext: Bool) {
    columns = table.columns
    cells = table.cells
    styles = isSmall ? WordStyle.small : [.columnHeading, .cellLeft, .cellCenter, .cellRight]
    let lastRow = cells.dropLast().lastIndex(of: TextMark.rowEnd).map { $0 + 1 } ?? 0
    keptRow = keepsWithNext ? lastRow : cells.count
    widths = ColumnWidths(table, letterSize: styles[0].size, lineWidth: lineWidth).widths
  }

  func style(of column: Int) -> WordStyle {
    switch columns[column].alignment {
    case .left: styles[1]
    case .center: styles[2]
    case .right: styles[3]
    }
  }
}

extension WordBody {
  /// Writes a table whose heading is repeated on every page and whose rows stand on one page each.
  mutating func write(_ table: WordTable) {
    beginTable(.ruled, table.widths)
    xml.open("w:tr")
    xml.open("w:trPr")
    xml.empty("w:cantSplit")
    xml.empty("w:tblHeader")
    xml.close()
    for (column, width) in zip(table.columns, table.widths) {
      cell(width: width, isCentered: true) { $0.paragraph(table.styles[0], column.heading) }
    }
    xml.close()
    writeRows(of: table)
    xml.close()
    paragraph(.gapAfterTable) { if table.keptRow < table.cells.count { $0.empty("w:keepNext") } }
  }

  /// The rows are most of a document: what is the same in all of them is made once.
  private mutating func writeRows(of table: WordTable) {
    let begins = cellBegins(of: table, keepsWithNext: false)
    let keptBegins = cellBegins(of: table, keepsWithNext: true)
    let rowBegin = Array("<w:tr><w:trPr><w:cantSplit/></w:trPr>".utf8)
    xml.write { bytes in
      var start = 0
      var column = 0
      for place in table.cells.indices {
        let mark = table.cells[place]
        guard mark >= TextMark.cellEnd, mark <= TextMark.rowEnd else { continue }
        if mark == TextMark.rowEnd {
          bytes += "</w:tr>".utf8
          column = 0
        } else if column < begins.count {
          if column == 0 { bytes += rowBegin }
          if mark == TextMark.wideCellEnd {
            let width = table.widths[column...].reduce(0, +)
            bytes +=
              Self.cellBegin(
                width: width, span: begins.count - column, table.styles[1],
                keepsWithNext: start >= table.keptRow
              ).utf8
          } else {
            bytes += start < table.keptRow ? begins[column] : keptBegins[column]
          }
          bytes.appendRuns(table.cells[start..<place])
          bytes += "</w:p></w:tc>".utf8
          column += 1
        }
        start = place + 1
      }
    }
  }

  private func cellBegins(of table: WordTable, keepsWithNext: Bool) -> [[UInt8]] {
    table.columns.indices.map { column in
      let begin = Self.cellBegin(
        width: table.widths[column], span: 1, table.style(of: column), keepsWithNext: keepsWithNext)
      return Array(begin.utf8)
    }
  }

  private static func cellBegin(width: Int, span: Int, _ style: WordStyle, keepsWithNext: Bool) -> String {
    let spanned = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
    return
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(spanned)<w:vAlign w:val=\"center\"/></w:tcPr>"
      + "<w:p><w:pPr><w:pStyle w:val=\"\(style.id)\"/>\(keepsWithNext ? "<w:keepNext/>" : "")</w:pPr>"
  }

  // MARK: Parts of tables

  /// Opens a table; it is closed by `xml.close()`.
  mutating func beginTable(_ style: WordStyle.Table, _ widths: [Int]) {
    xml.open("w:tbl")
    xml.open("w:tblPr")
    xml.empty("w:tblStyle", ["w:val": style.rawValue])
    xml.empty("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
    xml.empty("w:tblLayout", ["w:type": "fixed"])
    xml.empty("w:tblLook", ["w:val": style == .ruled ? "0020" : "0000"])
    xml.close()
    xml.open("w:tblGrid")
    for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
    xml.close()
  }

  /// A cell with paragraphs.
  mutating func cell(width: Int, isCentered: Bool = false, _ paragraphs: (inout WordBody) -> Void) {
    xml.open("w:tc")
    xml.open("w:tcPr")
    xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
    if isCentered { xml.empty("w:vAlign", ["w:val": "center"]) }
    xml.close()
    paragraphs(&self)
    xml.close()
  }

  /// A row of cells that stands on one page.
  mutating func row(_ widths: [Int], _ cells: [(inout WordBody) -> Void]) {
    xml.open("w:tr")
    xml.open("w:trPr")
    xml.empty("w:cantSplit")
    xml.close()
    for (width, paragraphs) in zip(widths, cells) { cell(width: width, paragraphs) }
    xml.close()
  }
}
