import CCHCOffice
import CCHCTables

/// Writes lists as the sheets of a workbook: headings and codes stay in view, texts wrap, what is to be filled in
/// is yellow and the rest locked.
package enum ListWorkbook {
  /// The workbook of some lists; nil where one has more rows than a sheet.
  package static func bytes(_ lists: [ListTable], title: String, creator: String) -> [UInt8]? {
    guard lists.allSatisfy({ $0.count <= ListTable.mostRows }) else { return nil }
    var normal = CellStyle()
    normal.font.size = ListStyles.size
    var book = Workbook(title: title, creator: creator, normal: normal)
    let styles = ListStyles(&book)
    book.sheets = lists.map { sheet($0, styles) }
    return book.written()
  }

  private static func sheet(_ list: ListTable, _ styles: ListStyles) -> Sheet {
    let hasNote = !list.note.isEmpty
    let isForm = list.isProtected && list.columns.contains(where: \.isInput)
    let head = hasNote ? 2 : 1
    let widths = list.columns.map(\.width)
    var sheet = Sheet(Sheet.validName(list.name)) { rows in
      if hasNote {
        rows.startRow(height: styles.height([list.note], [min(widths.reduce(0, +), Self.noteWidth)]))
        rows.text(list.note, styles.note)
      }
      rows.startRow(height: styles.headHeight(list.columns))
      for column in list.columns {
        rows.text(column.heading, column.isInput ? styles.inputHead : styles.head)
      }
      list.rows { cells in
        if let comment = cells.comment {
          rows.startRow(height: 16)
          return rows.text(comment, styles.comment)
        }
        rows.startRow(height: styles.height(cells.map(\.wrappedText), widths))
        for (cell, column) in zip(cells, list.columns) { rows.cell(styles.cell(cell, column.role)) }
      }
      for _ in 0..<list.spareRows {
        rows.startRow()
        for column in list.columns { rows.cell(styles.spareCell(column.role)) }
      }
    }
    sheet.columns = list.columns.enumerated().map { place, column in
      // What is typed below the list into a column of codes stays as it is typed.
      let style = isForm ? .normal : styles.below(column.role)
      return ColumnSettings(place + 1, width: column.width, style: style)
    }
    if hasNote { sheet.merged = [CellArea(rows: 1...1, columns: 1...noteColumns(widths))] }
    sheet.frozenBefore = CellPosition(row: head + 1, column: list.frozenColumns + 1)
    let last = head + list.count + list.spareRows
    sheet.autoFilter = CellArea(rows: head...max(head, last), columns: 1...list.columns.count)
    sheet.validations = list.validations(head + 1)
    if isForm { sheet.protection = SheetProtection() }
    for (place, column) in list.columns.enumerated() where column.role == .code || column.role == .inputCode {
      sheet.numbersStoredAsText.append(
        CellArea(rows: head + 1...max(head + 1, last), columns: place + 1...place + 1))
    }
    sheet.print.orientation = .landscape
    sheet.print.repeatedRows = head...head
    sheet.print.margins.left = 15
    return sheet
  }

  /// How wide a note is at most, so that it can be read without moving the sheet.
  private static let noteWidth = 150.0

  /// Over how many columns the note is merged.
  private static func noteColumns(_ widths: [Double]) -> Int {
    var sum = 0.0
    return max(
      1,
      widths.prefix { width in
        sum += width
        return sum <= noteWidth
      }.count)
  }
}

extension ListCell {
  /// The text that a row must be high enough for.
  fileprivate var wrappedText: String {
    switch self {
    case .text(let text): text
    case .figure, .number, .integer, .day: ""
    }
  }
}

extension [ListCell] {
  /// The only text of a row where it is a comment.
  fileprivate var comment: String? {
    guard case .text(let text)? = first, text.hasPrefix("#") else { return nil }
    let isAlone = dropFirst().allSatisfy { if case .text("") = $0 { true } else { false } }
    return isAlone ? text : nil
  }
}

/// The looks of a list's cells.
private struct ListStyles {
  static let size = 11

  let note: StyleID
  let comment: StyleID
  let head: StyleID
  let inputHead: StyleID
  private let text: StyleID
  private let code: StyleID
  private let integer: StyleID
  private let date: StyleID
  private let figures: [StyleID]
  private let input: StyleID
  private let inputCode: StyleID
  private let inputDay: StyleID
  private let spare: StyleID
  private let spareCode: StyleID
  private let openCode: StyleID
  private let openDay: StyleID

  private static let yellow = Color(0xFFF8DC)

  init(_ book: inout Workbook) {
    note = book.style {
      $0.font.isItalic = true
      $0.alignment.wraps = true
      $0.alignment.vertical = .top
    }
    comment = book.style { $0.font.isItalic = true }
    openCode = book.style {
      $0.format = .text
      $0.isLocked = false
    }
    openDay = book.style {
      $0.format = .date
      $0.isLocked = false
    }
    func heading(_ book: inout Workbook, _ color: Color) -> StyleID {
      book.style {
        $0.font.isBold = true
        $0.fill = color
        $0.borders = .all(.thin)
        $0.alignment.horizontal = .center
        $0.alignment.wraps = true
      }
    }
    head = heading(&book, Color(0xDDE6F2))
    inputHead = heading(&book, Color(0xFFE699))
    func cell(_ book: inout Workbook, _ change: (inout CellStyle) -> Void) -> StyleID {
      book.style {
        $0.borders = .all(.thin)
        $0.alignment.vertical = .top
        $0.alignment.wraps = true
        change(&$0)
      }
    }
    text = cell(&book) { _ in }
    code = cell(&book) { $0.format = .text }
    integer = cell(&book) { $0.format = .integer }
    date = cell(&book) { $0.format = .date }
    figures = (0...Self.mostDecimals).map { count in cell(&book) { $0.format = .decimals(count) } }
    func open(_ book: inout Workbook, _ fill: Color?, _ format: NumberFormat) -> StyleID {
      cell(&book) {
        $0.fill = fill
        $0.isLocked = false
        $0.format = format
      }
    }
    input = open(&book, Self.yellow, .general)
    inputCode = open(&book, Self.yellow, .text)
    inputDay = open(&book, Self.yellow, .date)
    spare = open(&book, nil, .general)
    spareCode = open(&book, nil, .text)
  }

  /// The most decimals that a set may have.
  private static let mostDecimals = 4

  func cell(_ cell: ListCell, _ role: ListColumn.Role) -> Cell {
    let open: StyleID? =
      switch role {
      case .reading, .code: nil
      case .input: input
      case .inputCode: inputCode
      case .inputDay: inputDay
      }
    switch cell {
    case .text(let text): return Cell(text, open ?? (role == .code ? code : self.text))
    case .figure(let units, let decimals, _), .number(let units, let decimals):
      return Cell(
        .number(units: units, decimals: decimals), open ?? figures[min(max(decimals, 0), Self.mostDecimals)])
    case .integer(let value): return Cell(.integer(value), open ?? integer)
    case .day(let day, _): return Cell(.date(day), open ?? date)
    }
  }

  /// The style of a column where no row is written.
  func below(_ role: ListColumn.Role) -> StyleID {
    switch role {
    case .code, .inputCode: openCode
    case .inputDay: openDay
    case .reading, .input: .normal
    }
  }

  /// A cell below the list.
  func spareCell(_ role: ListColumn.Role) -> Cell {
    switch role {
    case .reading: Cell(.blank, spare)
    case .code: Cell(.blank, spareCode)
    case .input: Cell(.blank, input)
    case .inputCode: Cell(.blank, inputCode)
    case .inputDay: Cell(.blank, inputDay)
    }
  }

  /// The height of a row whose texts wrap.
  func height(_ texts: [String], _ widths: [Double]) -> Double {
    var font = Font()
    font.size = Self.size
    var height = 16.0
    for (text, width) in zip(texts, widths) where text.utf8.count > Int(width) {
      height = max(height, wrappedHeight(text, width: width, font: font, normalSize: Self.size))
    }
    return height
  }

  func headHeight(_ columns: [ListColumn]) -> Double {
    var font = Font()
    font.size = Self.size
    font.isBold = true
    return columns.map {
      wrappedHeight($0.heading, width: $0.width, font: font, normalSize: Self.size)
    }.max() ?? 16
  }
}
