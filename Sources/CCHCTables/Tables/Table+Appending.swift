package import CCHCFiles

extension Table {
  /// The bytes of a file of this table with a row after its last one.
  ///
  /// Encoding, delimiter, line ends and the order of the columns stay as they are; a column that the row needs
  /// and the file lacks is added to the header. Cells stand in the order of the schema's columns.
  ///
  /// - Returns: nil, with the reason reported, where the file has an error.
  package static func appending(
    _ cells: [String], to raw: [UInt8], file: String, schema: TableSchema, _ problems: inout ProblemList
  ) -> [UInt8]? {
    var found = ProblemList()
    defer { problems.append(contentsOf: found) }
    guard let table = Table(raw, file: file, schema: schema, problems: &found) else { return nil }
    var rows = table.rows()
    while rows.next(&found) {}
    guard !found.hasErrors else { return nil }
    var header = table.headerCells()
    var places = table.header.places
    for (column, cell) in cells.enumerated() where !cell.isEmpty && places[column] == nil {
      places[column] = header.count
      header.append(schema.headings[column])
    }
    var row = [String](repeating: "", count: header.count)
    for (column, cell) in cells.enumerated() {
      if let place = places[column] { row[place] = cell }
    }
    let end = table.lineEnd
    var text: [UInt8] = []
    if header.count > table.header.width {
      text += table.bytes[..<table.headerOffset]
      text.append(header, delimiter: table.delimiter, lineEnd: end)
    } else {
      text += table.bytes[..<table.bodyOffset]
      text.endLine(end)
    }
    text += table.bytes[table.bodyOffset...]
    text.endLine(end)
    text.append(row, delimiter: table.delimiter, lineEnd: end)
    return encoded(text, like: raw)
  }

  /// The headings as the file writes them.
  private func headerCells() -> [String] {
    var scanner = DelimitedScanner(delimiter: delimiter, offset: headerOffset)
    var cells: [String] = []
    if scanner.next(in: bytes.span) {
      cells = scanner.cells.prefix(header.width).map { cell in
        String(
          decoding: (cell.isInScratch ? scanner.scratch : bytes)[cell.start..<cell.end], as: UTF8.self)
      }
    }
    return cells
  }

  /// How the header's line ends; CRLF where it is the last of the file and does not end.
  private var lineEnd: [UInt8] {
    let ends = bytes[..<bodyOffset].suffix(2)
    if ends.last == 10 { return ends.first == 13 ? [13, 10] : [10] }
    return ends.last == 13 && bodyOffset < bytes.count ? [13] : [13, 10]
  }
}

extension TableSchema {
  /// A new file of some rows, their cells in the order of the columns, for a Vietnamese spreadsheet.
  package func newFile(_ rows: [[String]]) -> [UInt8] {
    var csv = CSVWriter(locale: .vietnamese)
    for row in [headings] + rows { csv.row(row) }
    return csv.bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ cells: [String], delimiter: UInt8, lineEnd: [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { append(delimiter) }
      appendCell(cell)
    }
    self += lineEnd
  }

  /// Ends the last line where it does not end.
  fileprivate mutating func endLine(_ lineEnd: [UInt8]) {
    if let last, last != 10, last != 13 { self += lineEnd }
  }
}

/// UTF-8 text in the encoding of a file, with its byte order mark.
private func encoded(_ text: [UInt8], like raw: [UInt8]) -> [UInt8] {
  if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return [0xEF, 0xBB, 0xBF] + text }
  let isLittle = raw.starts(with: [0xFF, 0xFE])
  guard isLittle || raw.starts(with: [0xFE, 0xFF]) else { return text }
  var bytes: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
  for unit in String(decoding: text, as: UTF8.self).utf16 {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    bytes += isLittle ? [low, high] : [high, low]
  }
  return bytes
}
