import CCHCCriteria
import CCHCFiles
import CCHCTables

// Reads self/*.csv and external/*.csv.
extension RoundLoader {
  mutating func loadFigures(_ schema: TableSchema, method: Method) {
    let files = folder.tables(of: schema)
    guard !files.isEmpty else { return }
    var finder = leafFinder()
    let keys = keysOfEvidence()
    for file in files {
      let fileAgency = finder.codes.number(of: TableFiles.stem(lastPathPart(file)))
      if let only = options.onlyAgency, let fileAgency, method == .own,
        round.agencies[fileAgency].code != only
      {
        continue
      }
      if readsParts {
        guard let parts = folder.parts(of: file, schema, stretches: options.pieceSize, &problems),
          let number = fileNumber(parts.table)
        else { continue }
        let source = FigureTable(table: parts.table, number: number, fileAgency: fileAgency, method: method)
        if parts.table.sheetName == nil {
          read(parts, source, keys, &finder)
        } else {
          readRows(source, &finder)
        }
      } else {
        guard let table = folder.table(file, schema, isRequired: true, &problems),
          let number = fileNumber(table)
        else { continue }
        readRows(FigureTable(table: table, number: number, fileAgency: fileAgency, method: method), &finder)
      }
    }
  }

  /// Reads a table row by row.
  private mutating func readRows(_ source: FigureTable, _ finder: inout LeafFinder) {
    var rows = source.table.rows()
    var found = ProblemList()
    while rows.next(&found) { readRow(&rows, source, &found, &finder) }
    tell(&found, ofRowFor: source.fileAgency)
  }

  /// Reads a table on several threads; the rows that something is wrong with are read here, in their order.
  private mutating func read(
    _ parts: PartedTable, _ source: FigureTable, _ keys: EvidenceKeys, _ finder: inout LeafFinder
  ) {
    var rows = source.table.rows()
    var row = source.table.headerRow
    let plain = PlainRowFinder(keys, finder, FigureColumn.row)
    let marks = round.evidence.marks
    let expected = ExpectedRows(round.agencies, round.groups, source)
    do throws(FileError) {
      try inOrder(parts.count, jobs: options.jobs) { number in
        Result { () throws(FileError) in
          FigurePiece(source, try parts.part(number), plain, expected, marks: marks)
        }
      } take: { (piece: Result<FigurePiece, FileError>) throws(FileError) in
        let piece = try piece.get()
        rows.turn(to: piece.part.table)
        take(piece, source, after: row, &rows, &finder)
        row += piece.rowCount
      }
      try parts.check()
    } catch {
      folder.fail(error, reading: source.table.file, &problems)
    }
  }

  /// Takes what a stretch of a table holds.
  private mutating func take(
    _ piece: FigurePiece, _ source: FigureTable, after row: Int, _ rows: inout RowCursor,
    _ finder: inout LeafFinder
  ) {
    var next = Stored()
    var found = ProblemList()
    for odd in piece.odd {
      store(piece, from: &next, before: odd.row, after: row, &rows)
      if rows.read(row + odd.row, at: odd.offset, &found) { readRow(&rows, source, &found, &finder) }
      tell(&found, ofRowFor: nil)
    }
    store(piece, from: &next, before: .max, after: row, &rows)
    let bytes = piece.part.table.bytes.span
    for proof in piece.proofs {
      addProof(
        proof.agency, proof.leaf, source.number, row: row + proof.row,
        document: bytes.extracting(proof.document), note: bytes.extracting(proof.note),
        source: bytes.extracting(proof.source), year: bytes.extracting(proof.year))
    }
  }

  /// Reads a row as it stands, and reports what is wrong with it.
  private mutating func readRow(
    _ rows: inout RowCursor, _ source: FigureTable, _ found: inout ProblemList, _ finder: inout LeafFinder
  ) {
    let owner = finder.agency(rows, FigureColumn.row, fileAgency: source.fileAgency, &found)
    tell(&found, ofRowFor: owner)
    guard let agency = owner else { return }
    if case .own = source.method, let fileAgency = source.fileAgency, fileAgency != agency {
      problems.report(
        .agencyOfOtherFile, at: rows.place(FigureColumn.agency), .text(round.agencies[agency].code),
        .text(round.agencies[fileAgency].code))
      return
    }
    guard let leaf = finder.leaf(rows, FigureColumn.row, agency: agency, &problems),
      accepts(source.method, agency, leaf, rows, column: FigureColumn.criterion)
    else { return }
    noteProof(rows, agency, leaf, source.number)
    readValue(&rows, agency, leaf, source.number, finder)
  }

  /// Whether a leaf takes rows of a method and is not exempt; what it does not take is reported.
  mutating func accepts(
    _ method: Method, _ agency: Int, _ leaf: Int, _ rows: borrowing RowCursor, column: some DeclaredColumn
  ) -> Bool {
    let group = round.agencies[agency].group
    let isRightMethod = round.groups[group].set.leaves[leaf].method.isSame(as: method)
    let isExempt = round.evidence.marks[round.agencies[agency].firstLeaf + leaf].contains(.exempt)
    if isRightMethod, !isExempt { return true }
    let wanted = round.groups[group].set.leaves[leaf].method
    if isRightMethod {
      problems.report(
        .exemptRow, at: rows.place(column), .text(code(agency, leaf)), .text(round.agencies[agency].code))
    } else {
      problems.report(
        .methodDiffers, at: rows.place(column), .text(code(agency, leaf)),
        Words.methods.argument(wanted.rawValue))
    }
    return false
  }

  /// The criterion code of a leaf.
  func code(_ agency: Int, _ leaf: Int) -> String {
    let set = round.set(of: agency)
    return set.rows[set.leaves[leaf].row].code
  }

  private mutating func noteProof(
    _ rows: borrowing RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16
  ) {
    guard FigureColumn.proof.contains(where: { !rows.isEmpty($0) }) else { return }
    let cells = FigureColumn.proof.map { column in rows.withBytes(column) { Array($0.text.utf8) } }
    let (document, note, source, year) = (cells[0], cells[1], cells[2], cells[3])
    addProof(
      agency, leaf, fileNumber, row: rows.row, document: document.span, note: note.span,
      source: source.span, year: year.span)
  }

  private mutating func addProof(
    _ agency: Int, _ leaf: Int, _ fileNumber: UInt16, row: Int, document: Span<UInt8>, note: Span<UInt8>,
    source: Span<UInt8>, year: Span<UInt8>
  ) {
    let place = round.agencies[agency].firstLeaf + leaf
    if !document.isEmpty { round.evidence.marks[place].insert(.hasDocument) }
    if !note.isEmpty { round.evidence.marks[place].insert(.hasNote) }
    round.evidence.proofs.append(
      Proof(
        agency: agency, leaf: leaf, file: fileNumber, row: UInt32(clamping: row),
        document: round.evidence.texts.add(document), note: round.evidence.texts.add(note),
        source: round.evidence.texts.add(source), year: round.evidence.texts.add(year)))
  }

  private mutating func readValue(
    _ rows: inout RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16, _ finder: borrowing LeafFinder
  ) {
    if rows.isEmpty(FigureColumn.input), rows.isEmpty(FigureColumn.value) { return }
    if !hasReadableInputs(agency, leaf) { return }
    guard let input = rows.withBytes(FigureColumn.input, { finder.input($0, agency: agency, leaf: leaf) })
    else {
      return reportUnknownInput(rows, column: FigureColumn.input, agency, leaf, finder)
    }
    let owner = round.agencies[agency].group
    let place = round.agencies[agency].firstFigure + round.groups[owner].set.leaves[leaf].firstInput + input
    let type = round.groups[owner].set.leaves[leaf].inputs[input].type
    let (read, mark) = rows.withBytes(FigureColumn.value) { type.figure(from: $0) }
    let isPlain =
      FigureColumn.besides.allSatisfy { rows.isEmpty($0) }
      && rows.withBytes(FigureColumn.value) { read.tellsLetters(of: $0, type, mark) }
    let words = isPlain ? nil : rows.digest(of: FigureColumn.content)
    guard case .absent = round.evidence.figures[place].state else {
      return reportRepeated(place, read, words, at: rows.place(), agency, leaf)
    }
    var figure = Figure(state: .blank)
    if !rows.isEmpty(FigureColumn.value) {
      figure = parsedFigure(&rows, column: FigureColumn.value, agency, leaf, input)
    }
    if let words { figureWords[place] = words }
    figure.row = UInt32(clamping: rows.row)
    figure.file = fileNumber
    round.evidence.figures[place] = figure
  }

  /// Reports a row for a figure that another row has filed; where it says something else, the leaf is invalid.
  ///
  /// `words` is a digest of the row's words; nil where the figure tells them all.
  mutating func reportRepeated(
    _ figure: Int, _ given: Figure, _ words: UInt64?, at place: Place, _ agency: Int, _ leaf: Int
  ) {
    let old = round.evidence.figures[figure]
    let isRepetition =
      figureWords[figure] == words
      && (words != nil || (old.units, old.scale) == (given.units, given.scale))
    problems.report(
      isRepetition ? .rowRepeated : .rowConflict, at: place, .count(Int(old.row)),
      .text(round.evidence.files[Int(old.file)]))
    guard !isRepetition else { return }
    noteRowFault(agency, leaf)
    round.evidence.figures[figure].state = .conflict
  }

  /// Whether a leaf's inputs could be read; if not, the set's own error tells why its rows mean nothing.
  func hasReadableInputs(_ agency: Int, _ leaf: Int) -> Bool {
    let declared = round.groups[round.agencies[agency].group].set.leaves[leaf]
    return !declared.isBroken || !declared.inputs.isEmpty
  }

  /// Reports a row that names an input that its leaf lacks; it makes the leaf invalid.
  mutating func reportUnknownInput(
    _ rows: borrowing RowCursor, column: some DeclaredColumn, _ agency: Int, _ leaf: Int,
    _ finder: borrowing LeafFinder
  ) {
    let name = rows.text(column)
    if let other = finder.lookalike(with: name, agency: agency, leaf: leaf) {
      problems.report(
        .criterionCodeSpreadsheet, at: rows.place(column), .text(code(agency, leaf)), .text(other))
    } else {
      reportUnknownInput(name, at: rows.place(column), agency, leaf)
    }
    noteRowFault(agency, leaf)
    round.evidence.marks[round.agencies[agency].firstLeaf + leaf].insert(.isInvalid)
  }

  private mutating func reportUnknownInput(_ name: String, at place: Place, _ agency: Int, _ leaf: Int) {
    let names = round.set(of: agency).leaves[leaf].inputs.map(\.name)
    problems.report(
      .inputUnknown, at: place, .text(code(agency, leaf)), .text(name), .texts(names, .comma),
      suggestion: nearest(to: name, among: names))
  }

  /// Reads a value by its input's type; one that is not of the type is reported.
  mutating func parsedFigure(
    _ rows: inout RowCursor, column: some DeclaredColumn, _ agency: Int, _ leaf: Int, _ input: Int,
    allowsRequest: Bool = true
  ) -> Figure {
    let declared = round.groups[round.agencies[agency].group].set.leaves[leaf].inputs[input]
    var (figure, mark) = rows.withBytes(column) { declared.type.figure(from: $0) }
    rows.note(mark, in: column, &problems)
    if figure.state == .requested, !allowsRequest { figure.state = .invalid }
    guard figure.state == .invalid else { return figure }
    let text = rows.text(column)
    problems.report(
      .valueInvalid, at: rows.place(column), .text(code(agency, leaf)), .text(declared.name), .text(text),
      declared.type.remedy,
      suggestion: declared.type.guess(for: text))
    noteRowFault(agency, leaf)
    return figure
  }
}
