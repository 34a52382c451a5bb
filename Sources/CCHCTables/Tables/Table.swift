package import CCHCFiles
import CCHCOffice

/// One input table: its file, its header and the bytes of its rows.
package struct Table: Sendable {
  /// The file's name as problems and stamps show it, below the round's or the criteria folder.
  package let file: String
  /// The text, in UTF-8.
  package let bytes: [UInt8]
  let header: Header
  package let delimiter: UInt8
  /// Rows up to the header, 1 unless empty rows stand above it.
  package let headerRow: Int
  let bodyOffset: Int
  /// Where the header's line begins.
  let headerOffset: Int
  /// Where the cells stand in their workbook; nil for delimited text.
  let sheet: SheetPlace?

  /// Reads the header of a table.
  ///
  /// - Returns: nil, with the reason reported, where no row can be read.
  package init?(_ raw: consuming [UInt8], file: String, schema: TableSchema, problems: inout ProblemList) {
    guard let bytes = decodedTable(raw) else {
      problems.report(.fileEncoding, at: Place(file))
      return nil
    }
    let delimiter = headerDelimiter(of: bytes.span)
    self.init(
      text: bytes, delimiter: delimiter, sheet: nil, file: file, schema: schema, problems: &problems)
  }

  /// Reads the header of a table from decoded text.
  ///
  /// - Returns: nil, with the reason reported, where no row can be read.
  init?(
    text bytes: [UInt8], delimiter: UInt8, sheet: SheetPlace?, file: String, schema: TableSchema,
    problems: inout ProblemList
  ) {
    var scanner = DelimitedScanner(delimiter: delimiter)
    var row = 0
    var headings: [String] = []
    var headerOffset = 0
    while Self.isNoHeader(headings), case let start = scanner.offset, scanner.next(in: bytes.span) {
      row += 1
      headerOffset = start
      guard scanner.fault != .quoteOpen else {
        problems.report(.quoteOpen, at: Place(file, row: row))
        return nil
      }
      headings = scanner.cells.map { cell in
        String(decoding: (cell.isInScratch ? scanner.scratch : bytes)[cell.start..<cell.end], as: UTF8.self)
      }
    }
    var place = Place(file, row: max(row, 1))
    place.sheet = sheet?.name
    guard !Self.isNoHeader(headings) else {
      problems.report(.fileEmpty, at: place, schema.requiredHeadings)
      return nil
    }
    if scanner.fault == .quoteMisplaced { problems.report(.quoteMisplaced, at: place) }
    for (column, cell) in scanner.cells.enumerated() where cell.form == .error || cell.form == .uncomputed {
      place.cell = CellPosition(row: row, column: column + 1).text
      problems.report(
        cell.form == .error ? .sheetErrorValue : .sheetFormulaEmpty, at: place, .text(headings[column]))
    }
    place.cell = nil
    guard let header = Header(headings, schema: schema, at: place, problems: &problems) else { return nil }
    self.file = file
    self.bytes = bytes
    self.header = header
    self.delimiter = scanner.delimiter
    self.headerRow = row
    self.headerOffset = headerOffset
    self.bodyOffset = scanner.offset
    self.sheet = sheet
  }

  /// Further rows of a table, without its header.
  init(_ table: Table, bytes: [UInt8]) {
    (file, header, delimiter, headerRow) = (table.file, table.header, table.delimiter, table.headerRow)
    (bodyOffset, headerOffset, sheet) = (0, 0, table.sheet)
    self.bytes = bytes
  }

  /// Whether a row above the header is empty or a comment: its first cell alone holds something, and begins with `#`.
  private static func isNoHeader(_ cells: [String]) -> Bool {
    guard cells.dropFirst().allSatisfy(\.isEmpty) else { return false }
    guard let first = cells.first, !first.isEmpty else { return true }
    return cells.count > 1 && first.hasPrefix("#")
  }

  /// A cursor before the first row.
  package func rows() -> RowCursor { RowCursor(self) }

  /// Where a column of the schema stands in a row; nil where the file lacks it.
  package func position(_ column: Int) -> Int? { header.places[column] }

  /// Whether the file has a column of the schema.
  package func has(_ column: Int) -> Bool { header.places[column] != nil }

  /// The place of a cell for a problem.
  package func place(row: Int, column: Int? = nil) -> Place {
    let heading = column.map { header.headings[$0] }
    guard let sheet else { return Place(file, row: row, column: heading) }
    let place = column.flatMap { header.places[$0] }
    return sheet.place(file, row: row, column: place.map { $0 + 1 }, heading: heading)
  }

  /// The name of the sheet that the table was read from; nil for delimited text.
  package var sheetName: String? { sheet?.name }
}
