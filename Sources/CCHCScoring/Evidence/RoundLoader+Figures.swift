import CCHCTables

// Reads self/*.csv and external/*.csv.
extension RoundLoader {
  private static let figureSchema = Schema(
    required: ["criterion", "input", "value"],
    optional: ["agency", "criterion_name", "document", "note", "source", "year"])

  private enum Column {
    static let (criterion, input, value) = (0, 1, 2)
    static let (agency, criterionName, document, note, source, year) = (3, 4, 5, 6, 7, 8)
    /// The columns whose words tell a repetition from a conflict.
    static let content = [2, 4, 5, 6, 7, 8]
  }

  private static let rowColumns = RowColumns(
    agency: Column.agency, criterion: Column.criterion, criterionName: Column.criterionName)

  mutating func loadFigures(in name: String, method: Method) {
    var finder = LeafFinder(round, onlyAgency: options.onlyAgency, leftOut: leftOut)
    for file in folder.tables(in: name) {
      let path = "\(name)/\(file)"
      let fileAgency = finder.codes.number(of: TableFiles.stem(file))
      if let only = options.onlyAgency, let fileAgency, method == .own,
        round.agencies[fileAgency].code != only
      {
        continue
      }
      guard let table = folder.table(path, Self.figureSchema, isRequired: true, &problems),
        let number = fileNumber(table)
      else {
        continue
      }
      readFigures(table, fileNumber: number, fileAgency: fileAgency, method: method, &finder)
    }
  }

  private mutating func readFigures(
    _ table: Table, fileNumber: UInt16, fileAgency: Int?, method: Method, _ finder: inout LeafFinder
  ) {
    var rows = table.rows()
    var found = ProblemList()
    defer { tell(&found, ofRowFor: fileAgency) }
    while rows.next(&found) {
      let owner = finder.agency(rows, Self.rowColumns, fileAgency: fileAgency, &found)
      tell(&found, ofRowFor: owner)
      guard let agency = owner else { continue }
      if method == .own, let fileAgency, fileAgency != agency {
        problems.report(
          .agencyOfOtherFile, at: rows.place(Column.agency), round.agencies[agency].code,
          round.agencies[fileAgency].code)
        continue
      }
      guard let leaf = finder.leaf(rows, Self.rowColumns, agency: agency, &problems),
        accepts(method, agency, leaf, rows, column: Column.criterion)
      else { continue }
      noteProof(rows, agency, leaf, fileNumber)
      readValue(&rows, agency, leaf, fileNumber, finder)
    }
  }

  /// Whether a leaf takes rows of a method and is not exempt; what it does not take is reported.
  mutating func accepts(
    _ method: Method, _ agency: Int, _ leaf: Int, _ rows: borrowing RowCursor, column: Int
  ) -> Bool {
    let group = round.agencies[agency].group
    let isRightMethod = round.groups[group].set.leaves[leaf].method == method
    let isExempt = round.evidence.marks[round.agencies[agency].firstLeaf + leaf].contains(.exempt)
    if isRightMethod, !isExempt { return true }
    let wanted = round.groups[group].set.leaves[leaf].method
    let word = Words.vietnamese(wanted.rawValue, in: Words.methods)
    if isRightMethod {
      problems.report(.exemptRow, at: rows.place(column), code(agency, leaf), round.agencies[agency].code)
    } else {
      problems.report(.methodDiffers, at: rows.place(column), code(agency, leaf), word)
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
    let hasDocument = !rows.isEmpty(Column.document)
    let hasNote = !rows.isEmpty(Column.note)
    guard hasDocument || hasNote || !rows.isEmpty(Column.source) || !rows.isEmpty(Column.year) else { return }
    let place = round.agencies[agency].firstLeaf + leaf
    if hasDocument { round.evidence.marks[place].insert(.hasDocument) }
    if hasNote { round.evidence.marks[place].insert(.hasNote) }
    round.evidence.proofs.append(
      Proof(
        agency: agency, leaf: leaf, file: fileNumber, row: UInt32(clamping: rows.row),
        document: rows.withBytes(Column.document) { round.evidence.texts.add($0) },
        note: rows.withBytes(Column.note) { round.evidence.texts.add($0) },
        source: rows.withBytes(Column.source) { round.evidence.texts.add($0) },
        year: rows.withBytes(Column.year) { round.evidence.texts.add($0) }))
  }

  private mutating func readValue(
    _ rows: inout RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16, _ finder: borrowing LeafFinder
  ) {
    if rows.isEmpty(Column.input), rows.isEmpty(Column.value) { return }
    if !hasReadableInputs(agency, leaf) { return }
    guard let input = rows.withBytes(Column.input, { finder.input($0, agency: agency, leaf: leaf) }) else {
      return reportUnknownInput(rows, column: Column.input, agency, leaf, finder)
    }
    let owner = round.agencies[agency].group
    let place = round.agencies[agency].firstFigure + round.groups[owner].set.leaves[leaf].firstInput + input
    let old = round.evidence.figures[place]
    let digest = rows.digest(of: Column.content)
    guard old.state == .absent else {
      let isRepetition = old.digest == digest
      problems.report(
        isRepetition ? .rowRepeated : .rowConflict, at: rows.place(), String(old.row),
        round.evidence.files[Int(old.file)])
      if !isRepetition {
        noteRowFault(agency, leaf)
        round.evidence.figures[place].state = .conflict
      }
      return
    }
    var figure = Figure(state: .blank)
    if !rows.isEmpty(Column.value) {
      figure = parsedFigure(&rows, column: Column.value, agency, leaf, input)
    }
    figure.digest = digest
    figure.row = UInt32(clamping: rows.row)
    figure.file = fileNumber
    round.evidence.figures[place] = figure
  }

  /// Whether a leaf's inputs could be read; if not, the set's own error tells why its rows mean nothing.
  func hasReadableInputs(_ agency: Int, _ leaf: Int) -> Bool {
    let declared = round.groups[round.agencies[agency].group].set.leaves[leaf]
    return !declared.isBroken || !declared.inputs.isEmpty
  }

  /// Reports a row that names an input that its leaf lacks; it makes the leaf invalid.
  mutating func reportUnknownInput(
    _ rows: borrowing RowCursor, column: Int, _ agency: Int, _ leaf: Int, _ finder: borrowing LeafFinder
  ) {
    let name = rows.text(column)
    if let other = finder.lookalike(with: name, agency: agency, leaf: leaf) {
      problems.report(.criterionCodeSpreadsheet, at: rows.place(column), code(agency, leaf), other)
    } else {
      reportUnknownInput(name, at: rows.place(column), agency, leaf)
    }
    noteRowFault(agency, leaf)
    round.evidence.marks[round.agencies[agency].firstLeaf + leaf].insert(.isInvalid)
  }

  private mutating func reportUnknownInput(_ name: String, at place: Place, _ agency: Int, _ leaf: Int) {
    let names = round.set(of: agency).leaves[leaf].inputs.map(\.name)
    problems.report(
      .inputUnknown, at: place, code(agency, leaf), name, names.joined(separator: ", "),
      suggestion: nearest(to: name, among: names))
  }

  /// Reads a value by its input's type; one that is not of the type is reported.
  mutating func parsedFigure(
    _ rows: inout RowCursor, column: Int, _ agency: Int, _ leaf: Int, _ input: Int, allowsRequest: Bool = true
  ) -> Figure {
    let declared = round.groups[round.agencies[agency].group].set.leaves[leaf].inputs[input]
    var (figure, mark) = rows.withBytes(column) { declared.type.figure(from: $0) }
    rows.note(mark, in: column, &problems)
    if figure.state == .requested, !allowsRequest { figure.state = .invalid }
    guard figure.state == .invalid else { return figure }
    let text = rows.text(column)
    let (vi, en) = declared.type.remedy
    problems.report(
      .valueInvalid, at: rows.place(column), code(agency, leaf), declared.name, text, vi, en,
      suggestion: declared.type.guess(for: text))
    noteRowFault(agency, leaf)
    return figure
  }
}
