import CCHCOffice

/// Where the columns of an annex's table stand.
struct AnnexHeader {
  /// The first row of the header, and the first one below it.
  let firstRow: Int
  let bodyRow: Int
  /// The column of each kind.
  let places: [AnnexColumn: Int]

  /// Rows above which a header is looked for.
  private static let searched = 300
  /// The most rows of a header.
  private static let highest = 3

  /// Finds the header of a sheet, nil where none is like that of an annex.
  init?(in sheet: AnnexSheet) {
    for row in sheet.rowNumbers(most: Self.searched) {
      guard let header = Self(sheet, row: row) else { continue }
      self = header
      return
    }
    return nil
  }

  private init?(_ sheet: AnnexSheet, row: Int) {
    // A title may speak of criteria; a header has several headings of its own in one row.
    let own = sheet.cells.row(row).filter { $0.position.column <= AnnexSheet.widest }
    guard own.count >= 2 else { return nil }
    let kinds = Set(own.compactMap { AnnexColumn(heading: $0.value.text.oneSpaced) })
    guard kinds.count >= 2, kinds.contains(.name) || kinds.contains(.maximum) else { return nil }
    var height = own.map { sheet.extent($0.position).rows }.max() ?? 1
    if height == 1, own.contains(where: { sheet.extent($0.position).columns > 1 }) { height = 2 }
    for height in [min(height, Self.highest), 1, 2] {
      let places = Self.places(sheet, row: row, height: height)
      guard places[.name] != nil, places[.maximum] != nil else { continue }
      firstRow = row
      self.places = places
      bodyRow = row + height
      return
    }
    return nil
  }

  private static func places(_ sheet: AnnexSheet, row: Int, height: Int) -> [AnnexColumn: Int] {
    var places: [AnnexColumn: Int] = [:]
    for column in 1...AnnexSheet.widest {
      var parts: [String] = []
      for line in row..<(row + height) {
        let text = sheet.text(CellPosition(row: line, column: column))
        if !text.isEmpty, parts.last != text { parts.append(text) }
      }
      // The lower heading says what its column holds; the upper one helps where it says nothing.
      guard
        let kind = AnnexColumn(heading: parts.joined(separator: " "))
          ?? parts.last.flatMap({ AnnexColumn(heading: $0) })
      else { continue }
      if places[kind] == nil { places[kind] = column }
    }
    return places
  }

  /// Whether a row repeats the header, as on each printed page, or counts its columns: (1), (2), (3).
  func isRepeated(_ row: Int, in sheet: AnnexSheet) -> Bool {
    let own = sheet.cells.row(row).filter { $0.position.column <= AnnexSheet.widest }
    let texts = own.map { $0.value.text.oneSpaced }
    if texts.count >= 2, own.allSatisfy({ sheet.text($0.position) == headingText(sheet, $0.position.column) })
    {
      return true
    }
    guard row < bodyRow + 2, texts.count >= 3 else { return false }
    let marks = texts.map { $0.filter { !"()[]".contains($0) } }
    // Letters count the first columns in some forms: A, B, 1, 2, 3.
    let letters = marks.prefix { $0.count == 1 && $0.first?.isUppercase == true }
    let numbers = marks.dropFirst(letters.count)
    return Array(letters) == ["A", "B", "C", "D"].prefix(letters.count).map { $0 }
      && Array(numbers) == (1...max(1, numbers.count)).prefix(numbers.count).map { String($0) }
  }

  /// The own text of a column's heading in any row of the header.
  private func headingText(_ sheet: AnnexSheet, _ column: Int) -> String? {
    (firstRow..<bodyRow).map { sheet.text(CellPosition(row: $0, column: column)) }.first { !$0.isEmpty }
  }
}
