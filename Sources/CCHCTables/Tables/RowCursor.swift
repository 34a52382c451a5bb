package import CCHCExact
package import CCHCFiles

/// Walks over the rows of a table, skipping empty ones and comments.
package struct RowCursor {
  package private(set) var table: Table
  /// The current row as a spreadsheet counts it: the header is row 1.
  package private(set) var row: Int
  private var scanner: DelimitedScanner
  private var marks: UInt8 = 0

  init(_ table: Table) {
    self.table = table
    row = table.headerRow
    scanner = DelimitedScanner(delimiter: table.delimiter, offset: table.bodyOffset)
    scanner.width = max(table.header.width, 1)
  }

  /// Goes to the next row with content.
  ///
  /// - Returns: false at the end of the table.
  package mutating func next(_ problems: inout ProblemList) -> Bool {
    while let hasContent = step(&problems) {
      if hasContent { return true }
    }
    return false
  }

  /// Turns to another part of the table; what was seen of decimal marks is kept.
  package mutating func turn(to part: Table) { table = part }

  /// Reads the row, as a spreadsheet counts it, that begins at an offset, as if all rows above it were passed.
  ///
  /// - Returns: whether it has content.
  package mutating func read(_ row: Int, at offset: Int, _ problems: inout ProblemList) -> Bool {
    self.row = row - 1
    scanner.offset = offset
    return step(&problems) ?? false
  }

  /// Goes to the next row and says whether it has content; nil at the end of the table.
  private mutating func step(_ problems: inout ProblemList) -> Bool? {
    let bytes = table.bytes
    guard scanner.next(in: bytes.span) else { return nil }
    row += 1
    if let fault = scanner.fault {
      problems.report(fault == .quoteOpen ? .quoteOpen : .quoteMisplaced, at: table.place(row: row))
      if fault == .quoteOpen { return nil }
    }
    guard let first = scanner.cells.first, !isComment(first) else { return false }
    if let surplus = scanner.surplus {
      problems.report(
        .cellBeyondHeader, at: surplusPlace, .text(text(of: surplus)), .count(scanner.surplusCount))
    }
    if table.sheet != nil { reportLostValues(&problems) }
    return scanner.surplus != nil || scanner.cells.contains { $0.end > $0.start }
  }

  /// Reports the cells of the schema's columns that hold no value, but an error or a formula alone.
  private func reportLostValues(_ problems: inout ProblemList) {
    for column in table.header.places.indices {
      guard let cell = cell(column), cell.form == .error || cell.form == .uncomputed else { continue }
      problems.report(
        cell.form == .error ? .sheetErrorValue : .sheetFormulaEmpty, at: place(column), .text(text(of: cell)))
    }
  }

  /// The place of the first cell beyond the headings where it is known, else of the row.
  private var surplusPlace: Place {
    guard let sheet = table.sheet else { return table.place(row: row) }
    return sheet.place(table.file, row: row, column: sheet.surplus[row])
  }

  private func isComment(_ cell: CellRange) -> Bool {
    cell.end > cell.start && cell.form == .text
      && (cell.isInScratch ? scanner.scratch[cell.start] : table.bytes[cell.start]) == UInt8(ascii: "#")
  }

  private func text(of cell: CellRange) -> String {
    String(decoding: (cell.isInScratch ? scanner.scratch : table.bytes)[cell.start..<cell.end], as: UTF8.self)
  }

  private func cell(_ column: Int) -> CellRange? {
    guard let place = table.header.places[column], place < scanner.cells.count else { return nil }
    return scanner.cells[place]
  }

  /// Whether a cell is empty or its column is absent.
  package func isEmpty(_ column: Int) -> Bool {
    guard let cell = cell(column) else { return true }
    return cell.start == cell.end
  }

  /// What a cell was in its sheet; text in CSV, and where the column is absent.
  package func form(_ column: Int) -> CellForm { cell(column)?.form ?? .text }

  /// A cell's text, trimmed; empty where the column is absent.
  package func text(_ column: Int) -> String {
    guard let cell = cell(column) else { return "" }
    return text(of: cell)
  }

  /// Gives a cell's trimmed bytes to a closure; none where the column is absent.
  package func withBytes<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard let cell = cell(column) else { return body(Span()) }
    if cell.isInScratch { return body(scanner.scratch.span.extracting(cell.start..<cell.end)) }
    return body(table.bytes.span.extracting(cell.start..<cell.end))
  }

  /// A digest of the cells of some columns, equal for rows that say the same word for word.
  package func digest(of columns: [Int]) -> UInt64 {
    var hash = CellHash()
    for column in columns { withBytes(column) { hash.combine($0, column) } }
    return hash.value
  }

  /// The place of a cell of this row, or of the row.
  package func place(_ column: Int? = nil) -> Place { table.place(row: row, column: column) }

  /// Remembers a cell's decimal mark and reports, once a file, that both marks are used.
  package mutating func note(_ mark: DecimalMark, in column: Int, _ problems: inout ProblemList) {
    // A number in a sheet has no mark of its own: each program shows it with that of its country.
    guard form(column) != .number else { return }
    note(mark, in: column, row: row, &problems)
  }

  /// Remembers the decimal mark of a cell of another row, as `note`.
  package mutating func note(_ mark: DecimalMark, in column: Int, row: Int, _ problems: inout ProblemList) {
    guard mark != .none, marks != 3 else { return }
    marks |= mark.rawValue
    if marks == 3 { problems.report(.numberMarksMixed, at: table.place(row: row, column: column)) }
  }

  /// A cell as a decimal number; nil where it is empty, or is not one, which is reported.
  package mutating func number(_ column: Int, _ problems: inout ProblemList) -> Decimal? {
    guard !isEmpty(column) else { return nil }
    guard let written = withBytes(column, parseNumber) else {
      problems.report(.numberInvalid, at: place(column), .text(text(column)))
      return nil
    }
    note(written.mark, in: column, &problems)
    return written.value
  }

  /// A cell as a date; nil where it is empty, or is not one, which is reported.
  package func day(_ column: Int, _ problems: inout ProblemList) -> Day? {
    guard !isEmpty(column) else { return nil }
    guard let day = withBytes(column, parseDay) else {
      problems.report(.dateInvalid, at: place(column), .text(text(column)))
      return nil
    }
    return day
  }

  /// A cell's text; nil where it is empty, which is reported.
  package func requiredText(_ column: Int, _ problems: inout ProblemList) -> String? {
    guard !isEmpty(column) else {
      problems.report(.cellRequired, at: place(column))
      return nil
    }
    return text(column)
  }
}
