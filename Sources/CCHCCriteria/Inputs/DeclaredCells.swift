package import CCHCExact
package import CCHCFiles
package import CCHCTables

// The cells of a row, by the columns that its table declares.
extension RowCursor {
  /// Whether a cell is empty or its column is absent.
  package func isEmpty(_ column: some DeclaredColumn) -> Bool { isEmpty(column.rawValue) }

  /// What a cell was in its sheet; text in CSV, and where the column is absent.
  package func form(_ column: some DeclaredColumn) -> CellForm { form(column.rawValue) }

  /// A cell's text, trimmed; empty where the column is absent.
  package func text(_ column: some DeclaredColumn) -> String { text(column.rawValue) }

  /// Gives a cell's trimmed bytes to a closure; none where the column is absent.
  package func withBytes<Result>(_ column: some DeclaredColumn, _ body: (Span<UInt8>) -> Result) -> Result {
    withBytes(column.rawValue, body)
  }

  /// A digest of the cells of some columns, equal for rows that say the same word for word.
  package func digest(of columns: [some DeclaredColumn]) -> UInt64 { digest(of: columns.map(\.rawValue)) }

  /// The location of a cell of this row.
  package func place(_ column: some DeclaredColumn) -> Place { place(column.rawValue) }

  /// Remembers a cell's decimal mark and reports, once a file, that both marks are used.
  package mutating func note(
    _ mark: DecimalMark, in column: some DeclaredColumn, _ problems: inout ProblemList
  ) {
    note(mark, in: column.rawValue, &problems)
  }

  /// A cell as a decimal number; nil where it is empty, or is not one, which is reported.
  package mutating func number(_ column: some DeclaredColumn, _ problems: inout ProblemList) -> Decimal? {
    number(column.rawValue, &problems)
  }

  /// A cell as a date; nil where it is empty, or is not one, which is reported.
  package func day(_ column: some DeclaredColumn, _ problems: inout ProblemList) -> Day? {
    day(column.rawValue, &problems)
  }

  /// A cell's text; nil where it is empty, which is reported.
  package func requiredText(_ column: some DeclaredColumn, _ problems: inout ProblemList) -> String? {
    requiredText(column.rawValue, &problems)
  }

  /// A cell as a word of its column's list; nil where it is empty, or unknown, which is reported.
  package func word(_ column: some DeclaredColumn, _ problems: inout ProblemList) -> String? {
    guard let list = column.column.words, !isEmpty(column) else { return nil }
    let written = text(column)
    if let word = list.english(written) { return word }
    problems.report(
      .wordUnknown, at: place(column), .text(written), list.choices,
      suggestion: nearest(to: written, among: list.spellings))
    return nil
  }
}

extension PlainRows {
  /// Where the row's cell of a column lies among the bytes of the table.
  package func cell(_ column: some DeclaredColumn) -> Range<Int> { cell(column.rawValue) }

  /// Whether the row's cell of a column holds something.
  package func isFilled(_ column: some DeclaredColumn) -> Bool { filled & 1 << UInt64(column.rawValue) != 0 }
}

extension Table {
  /// Where a column stands in a row; nil where the file lacks it.
  package func position(_ column: some DeclaredColumn) -> Int? { position(column.rawValue) }

  /// The location of a cell.
  package func place(row: Int, column: some DeclaredColumn) -> Place {
    place(row: row, column: column.rawValue)
  }
}
