/// One input table: its file, its header and the bytes of its rows.
package struct Table: Sendable {
  /// The file's name as problems and stamps show it, below the round's or the criteria folder.
  package let file: String
  let bytes: [UInt8]
  let header: Header
  let delimiter: UInt8
  /// Rows up to the header, 1 unless empty rows stand above it.
  let headerRow: Int
  let bodyOffset: Int

  /// Reads the header of a table.
  ///
  /// - Returns: nil, with the reason reported, where no row can be read.
  package init?(_ raw: consuming [UInt8], file: String, schema: Schema, problems: inout ProblemList) {
    guard let bytes = decodedTable(raw) else {
      problems.report(.fileEncoding, at: Place(file))
      return nil
    }
    var scanner = DelimitedScanner(delimiter: headerDelimiter(of: bytes.span))
    var row = 0
    var headings: [String] = []
    while headings.allSatisfy(\.isEmpty), scanner.next(in: bytes.span) {
      row += 1
      guard scanner.fault != .quoteOpen else {
        problems.report(.quoteOpen, at: Place(file, row: row))
        return nil
      }
      headings = scanner.cells.map { cell in
        String(decoding: (cell.isInScratch ? scanner.scratch : bytes)[cell.start..<cell.end], as: UTF8.self)
      }
    }
    let place = Place(file, row: max(row, 1))
    guard !headings.allSatisfy(\.isEmpty) else {
      let names = schema.columns.filter(\.isRequired).map { $0.vietnamese.first ?? $0.name }
      problems.report(.fileEmpty, at: place, names.joined(separator: ", "))
      return nil
    }
    if scanner.fault == .quoteMisplaced { problems.report(.quoteMisplaced, at: place) }
    guard let header = Header(headings, schema: schema, at: place, problems: &problems) else { return nil }
    self.file = file
    self.bytes = bytes
    self.header = header
    self.delimiter = scanner.delimiter
    self.headerRow = row
    self.bodyOffset = scanner.offset
  }

  /// A cursor before the first row.
  package func rows() -> RowCursor { RowCursor(self) }

  /// Whether the file has a column of the schema.
  package func has(_ column: Int) -> Bool { header.places[column] != nil }

  /// The place of a cell for a problem.
  package func place(row: Int, column: Int? = nil) -> Place {
    Place(file, row: row, column: column.map { header.headings[$0] })
  }
}
