package import CCHCFiles

/// A table in parts of whole rows, for several threads: in memory, or in a large file that is read part by part.
package struct PartedTable: Sendable {
  /// A part: the rows that stand in a range of the bytes of a table.
  package struct Part: Sendable {
    package let table: Table
    package let rows: Range<Int>
  }

  /// The table: all of it, or its header and the first part.
  package let table: Table
  private let stretches: [Range<Int>]
  /// Where the parts behind the first are read; nil where all rows are in memory.
  private let file: OpenFile?

  /// Parts a table that is in memory into stretches of about so many bytes.
  package init(_ table: Table, stretches size: Int) {
    self.table = table
    stretches = table.pieces(of: size)
    file = nil
  }

  /// Reads the header of a large table; nil, with nothing reported, where the file has to be read as a whole to say
  /// what its header is.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - shown: the file's name as problems show it.
  ///   - schema: the columns that are known.
  ///   - problems: what is wrong with the header.
  /// - Throws: `FileError` where the file cannot be read, or has changed.
  package init?(
    _ text: FiledText, shown: String, schema: TableSchema, problems: inout ProblemList
  ) throws(FileError) {
    let file = try text.open()
    guard let first = text.stretches.first else { return nil }
    var found = ProblemList(after: problems)
    guard
      let table = Table(
        text: try file.read(first), delimiter: text.delimiter, sheet: nil, file: shown, schema: schema,
        problems: &found)
    else { return nil }
    problems.append(contentsOf: found)
    self.table = table
    self.file = file
    stretches = text.stretches
  }

  /// How many parts there are.
  package var count: Int { stretches.count }

  /// A part.
  ///
  /// - Throws: `FileError` where it cannot be read, or the file has changed.
  package func part(_ number: Int) throws(FileError) -> Part {
    guard let file else { return Part(table: table, rows: stretches[number]) }
    if number == 0 { return Part(table: table, rows: table.bodyOffset..<table.bytes.count) }
    let bytes = try file.read(stretches[number])
    guard bytes.count == stretches[number].count else { throw FileError(path: file.path, system: .changed) }
    return Part(table: Table(table, bytes: bytes), rows: bytes.indices)
  }

  /// - Throws: `FileError` where the file has changed since its header was read.
  package func check() throws(FileError) { try file?.check() }
}
