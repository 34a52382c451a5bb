package import CCHCFiles

/// The cells of one row, read exactly as every table is read.
package struct ExactRow {
  private let bytes: [UInt8]
  private let scanner: DelimitedScanner

  /// Reads a row without its line end.
  package init(_ row: Span<UInt8>, delimiter: UInt8, width: Int) {
    let bytes = [UInt8](copying: row)
    var scanner = DelimitedScanner(delimiter: delimiter)
    scanner.width = width
    _ = scanner.next(in: bytes.span)
    (self.bytes, self.scanner) = (bytes, scanner)
  }

  /// Whether the row says nothing: no cell has content, or it is a comment.
  package var isSilent: Bool {
    if let first = scanner.cells.first, withBytes(of: first, { $0.count > 0 && $0[0] == UInt8(ascii: "#") }) {
      return true
    }
    return scanner.surplus == nil && !scanner.cells.contains { $0.end > $0.start }
  }

  /// What is wrong with the row itself: text after a closing quote, or cells beyond the header.
  package var fault: (code: ProblemCode, arguments: [ProblemArgument])? {
    if scanner.fault != nil { return (.quoteMisplaced, []) }
    guard let surplus = scanner.surplus else { return nil }
    return (
      .cellBeyondHeader,
      [.text(withBytes(of: surplus) { $0.text }), .count(scanner.surplusCount)]
    )
  }

  /// Gives a cell's trimmed bytes to a closure; none where the row is too short.
  package func withBytes<Result>(_ place: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard place < scanner.cells.count else { return body(Span()) }
    return withBytes(of: scanner.cells[place], body)
  }

  /// A cell's text, trimmed.
  package func text(_ place: Int) -> String { withBytes(place) { $0.text } }

  private func withBytes<Result>(of cell: CellRange, _ body: (Span<UInt8>) -> Result) -> Result {
    body((cell.isInScratch ? scanner.scratch : bytes).span.extracting(cell.start..<cell.end))
  }
}

/// What a cell says without the mark that keeps a spreadsheet from running it, and trimmed.
package func saidRange(of cell: Span<UInt8>) -> Range<Int> {
  let range = CellRange(cell, from: 0, to: cell.count)
  return range.start..<range.end
}
