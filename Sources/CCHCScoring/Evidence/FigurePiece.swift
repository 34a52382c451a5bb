import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

/// A table of figures and what is known of it as a whole.
struct FigureTable: Sendable {
  let table: Table
  let number: UInt16
  /// The agency that the file's name says; nil where it says none.
  let fileAgency: Int?
  let method: Method
}

/// What a stretch of a table of figures holds, read without looking at any other stretch.
///
/// Rows in which anything is wrong are not read here: `odd` tells where they are.
struct FigurePiece: Sendable {
  /// A figure; its row is counted from 1 in this stretch.
  struct Value: Sendable {
    var figure: Figure
    /// The figure's place in the evidence.
    let place: Int32
    let mark: DecimalMark
    /// How many rows come next that file plain counts at the next places: those are in `units`.
    var following: Int32 = 0
  }

  /// The words of a row whose figure does not tell them all.
  struct Words: Sendable {
    /// The value's place in this piece.
    let value: Int
    let digest: UInt64
  }

  /// A row that names a document, a note or a source, with the places of its cells in the table's bytes.
  struct ProofRow: Sendable {
    let row: Int
    let agency: Int
    let leaf: Int
    let document: Range<Int>
    let note: Range<Int>
    let source: Range<Int>
    let year: Range<Int>
  }

  private static let input = PlainRows.bits([FigureColumn.input.rawValue])
  private static let value = PlainRows.bits([FigureColumn.value.rawValue])
  private static let proof = PlainRows.bits(FigureColumn.proof)
  private static let besides = PlainRows.bits(FigureColumn.besides)

  /// The stretch.
  let part: PartedTable.Part
  private(set) var values: [Value] = []
  private(set) var units: [Int64] = []
  private(set) var words: [Words] = []
  private(set) var proofs: [ProofRow] = []
  private(set) var odd: [OddRow] = []
  /// How many rows the stretch has, empty ones and comments among them.
  private(set) var rowCount = 0
  /// What a sorted table has behind the last row; nil where that is not known.
  private var cursor: ExpectedRows.Cursor?

  /// Reads a stretch; `marks` tell which leaves are exempt.
  init(
    _ source: FigureTable, _ part: PartedTable.Part, _ finder: PlainRowFinder, _ expected: ExpectedRows,
    marks: [LeafMarks]
  ) {
    self.part = part
    var finder = finder
    var rows = PlainRows(part.table, part.rows)
    let bytes = part.table.bytes.span
    units.reserveCapacity(part.rows.count / 16)
    while true {
      if readExpected(&rows, bytes, expected, finder.keys, marks.span) { continue }
      guard let row = rows.next(in: bytes) else { break }
      cursor = nil
      switch row {
      case .silent: continue
      case .plain where read(rows, bytes, source, &finder, expected, marks.span): continue
      case .plain, .odd: odd.append(OddRow(row: rows.count, offset: rows.start))
      }
    }
    rowCount = rows.count
  }

  /// Reads a row that names the next input of the last row's agency, or the first of the next agency.
  ///
  /// - Returns: false where the row is another.
  private mutating func readExpected(
    _ rows: inout PlainRows, _ bytes: Span<UInt8>, _ expected: ExpectedRows, _ keys: EvidenceKeys,
    _ marks: Span<LeafMarks>
  ) -> Bool {
    guard rows.offset < rows.end, var next = cursor,
      let row = expected.row(bytes, at: rows.offset, before: rows.end, &next, keys, marks)
    else { return false }
    rows.pass(to: row.end)
    units.append(row.units)
    values[values.count - 1].following += 1
    cursor = next
    return true
  }

  /// Reads a row; false where it has to be read exactly.
  private mutating func read(
    _ rows: borrowing PlainRows, _ bytes: Span<UInt8>, _ source: FigureTable, _ finder: inout PlainRowFinder,
    _ expected: ExpectedRows, _ marks: Span<LeafMarks>
  ) -> Bool {
    guard let subject = finder.subject(rows, bytes, fileAgency: source.fileAgency) else { return false }
    if case .own = source.method, let fileAgency = source.fileAgency, fileAgency != subject.agency {
      return false
    }
    let agency = finder.keys.agencies[subject.agency]
    let key = finder.keys.groups[subject.group].keys[subject.leaf]
    guard key.method.isSame(as: source.method), key.isReadable,
      !marks[agency.firstLeaf + subject.leaf].contains(.exempt)
    else { return false }
    let hasValue = rows.filled & Self.value != 0
    if rows.filled & Self.input == 0 {
      guard !hasValue else { return false }
    } else {
      let name = bytes.extracting(rows.cell(FigureColumn.input))
      guard let input = finder.keys.input(name, key, group: subject.group) else { return false }
      var figure = Figure(state: .blank)
      var mark = DecimalMark.none
      var isPlain = false
      if hasValue {
        let type = finder.keys.groups[subject.group].inputTypes[input]
        let cell = bytes.extracting(rows.cell(FigureColumn.value))
        (figure, mark) = type.figure(from: cell)
        guard case .filed = figure.state else { return false }
        isPlain = rows.filled & Self.besides == 0 && figure.tellsLetters(of: cell, type, mark)
      }
      guard let place = Int32(exactly: agency.firstFigure + input) else { return false }
      if !isPlain {
        words.append(
          Words(value: values.count, digest: rows.digest(of: FigureColumn.content, in: bytes)))
      }
      figure.row = UInt32(clamping: rows.count)
      figure.file = source.number
      values.append(Value(figure: figure, place: place, mark: mark))
      cursor = expected.cursor(behind: subject.agency, input, finder.keys)
    }
    if rows.filled & Self.proof != 0 { noteProof(rows, subject) }
    return true
  }

  private mutating func noteProof(_ rows: borrowing PlainRows, _ subject: PlainRowFinder.Subject) {
    proofs.append(
      ProofRow(
        row: rows.count, agency: subject.agency, leaf: subject.leaf,
        document: rows.cell(FigureColumn.document), note: rows.cell(FigureColumn.note),
        source: rows.cell(FigureColumn.source), year: rows.cell(FigureColumn.year)))
  }
}
