import CCHCTables

/// A row of an appraisal before it is known whether it counts.
struct AppraisalRow {
  let agency: Int
  let leaf: Int
  let round: Int
  /// The input that the row names; nil where it names none.
  let input: Int?
  var decision: Appraisal.Decision
  let givesPoints: Bool
  let givesValue: Bool
  let digest: UInt64
  let file: UInt16
  var row: Int
  var reason = TextStore.Range()
  var appraiser = TextStore.Range()
  /// False once an error keeps the row from counting.
  var counts: Bool

  var key: (Int, Int, Int) { (agency, leaf, round) }
}

// Reads appraisal/*.csv row by row; AppraisalConflicts.swift settles which rows count together.
extension RoundLoader {
  private static let appraisalSchema = Schema(
    required: ["agency", "criterion", "round"],
    optional: ["input", "value", "points", "reason", "appraiser", "criterion_name"],
    also: ["points": ["điểm thẩm định"]])

  mutating func loadAppraisals() {
    let files = folder.tables(in: "appraisal")
    guard !files.isEmpty else { return }
    var finder = LeafFinder(round, onlyAgency: options.onlyAgency, leftOut: leftOut)
    let plain = PlainRowFinder(EvidenceKeys(round), finder, AppraisalColumn.row)
    var list: [AppraisalRow] = []
    for file in files {
      let path = "appraisal/\(file)"
      guard let table = folder.table(path, Self.appraisalSchema, isRequired: true, &problems),
        let number = fileNumber(table)
      else {
        continue
      }
      if table.sheetName == nil, options.pieceSize > 0 {
        readPieces(table, number, plain, &finder, &list)
      } else {
        var rows = table.rows()
        while rows.next(&problems) { readRow(&rows, number, &finder, &list) }
      }
    }
    settleAppraisals(&list)
    round.evidence.appraisals = [Appraisal](largeRoom: list.count)
    for row in list where row.counts {
      round.evidence.appraisals.append(
        Appraisal(
          agency: row.agency, leaf: row.leaf, round: row.round, decision: row.decision, file: row.file,
          row: UInt32(clamping: row.row), reason: row.reason, appraiser: row.appraiser))
    }
  }

  /// Reads a table on several threads; the rows that something is wrong with are read here, in their order.
  private mutating func readPieces(
    _ table: Table, _ number: UInt16, _ plain: PlainRowFinder, _ finder: inout LeafFinder,
    _ list: inout [AppraisalRow]
  ) {
    var rows = table.rows()
    var row = table.headerRow
    let pieces = table.pieces(of: options.pieceSize)
    let marks = round.evidence.marks
    inOrder(pieces.count, jobs: options.jobs) {
      AppraisalPiece(table, file: number, pieces[$0], plain, marks: marks)
    } take: { piece in
      if list.isEmpty { list = [AppraisalRow](largeRoom: piece.values.count * pieces.count) }
      var next = 0
      for odd in piece.odd {
        next = store(piece, from: next, before: odd.row, after: row, &rows, &list)
        if rows.read(row + odd.row, at: odd.offset, &problems) { readRow(&rows, number, &finder, &list) }
      }
      _ = store(piece, from: next, before: .max, after: row, &rows, &list)
      row += piece.rowCount
    }
  }

  /// Adds rows of a stretch up to a row.
  ///
  /// - Returns: the first row that is left.
  private mutating func store(
    _ piece: AppraisalPiece, from first: Int, before last: Int, after row: Int, _ rows: inout RowCursor,
    _ list: inout [AppraisalRow]
  ) -> Int {
    let table = rows.table
    let bytes = table.bytes.span
    var next = first
    while next < piece.values.count, piece.values[next].row.row < last {
      let value = piece.values[next]
      var appraisal = value.row
      appraisal.row += row
      if case .figure(let input, var figure) = appraisal.decision {
        figure.row = UInt32(clamping: appraisal.row)
        appraisal.decision = .figure(input: input, figure)
      }
      rows.note(value.mark, in: value.markColumn, row: appraisal.row, &problems)
      appraisal.reason = round.evidence.texts.add(bytes.extracting(value.reason))
      appraisal.appraiser = round.evidence.texts.add(bytes.extracting(value.appraiser))
      list.append(appraisal)
      next += 1
    }
    return next
  }

  /// Reads a row as it stands, and reports what is wrong with it.
  private mutating func readRow(
    _ rows: inout RowCursor, _ number: UInt16, _ finder: inout LeafFinder, _ list: inout [AppraisalRow]
  ) {
    guard !rows.isEmpty(AppraisalColumn.round),
      let agency = finder.agency(rows, AppraisalColumn.row, fileAgency: nil, &problems),
      let leaf = finder.leaf(rows, AppraisalColumn.row, agency: agency, &problems),
      let appraisal = readAppraisal(&rows, agency, leaf, number)
    else { return }
    list.append(appraisal)
  }

  private mutating func readAppraisal(
    _ rows: inout RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16
  ) -> AppraisalRow? {
    let group = round.groups[round.agencies[agency].group]
    let declared = group.set.leaves[leaf]
    let code = group.set.rows[declared.row].code
    guard let number = rows.withBytes(AppraisalColumn.round, parseCount), number > 0 else {
      problems.report(
        .appraisalRound, at: rows.place(AppraisalColumn.round), rows.text(AppraisalColumn.round))
      return nil
    }
    guard declared.method != .survey else {
      problems.report(.appraisalSurvey, at: rows.place(AppraisalColumn.criterion), code)
      return nil
    }
    guard !round.evidence.marks[round.agencies[agency].firstLeaf + leaf].contains(.exempt) else {
      problems.report(
        .exemptRow, at: rows.place(AppraisalColumn.criterion), code, round.agencies[agency].code)
      return nil
    }
    var counts = appraiserFits(rows, agency, group.appraisers[leaf], code)
    let givesPoints = !rows.isEmpty(AppraisalColumn.points)
    let givesValue = !rows.isEmpty(AppraisalColumn.value)
    let input = appraisedInput(rows, declared, code, givesValue: givesValue, &counts)
    if givesPoints || givesValue, rows.isEmpty(AppraisalColumn.reason) {
      problems.report(.appraisalWithoutReason, at: rows.place(AppraisalColumn.reason), code)
      counts = false
    }
    if givesPoints, givesValue {
      problems.report(.appraisalBoth, at: rows.place(AppraisalColumn.points), code, String(number))
      counts = false
    }
    var decision = Appraisal.Decision.agreed
    if givesPoints {
      if let units = appraisedPoints(&rows, declared, group.set) {
        decision = .points(units)
      } else {
        counts = false
      }
    }
    if givesValue, !givesPoints, counts, let input {
      var figure = parsedFigure(
        &rows, column: AppraisalColumn.value, agency, leaf, input, allowsRequest: false)
      (figure.row, figure.file) = (UInt32(clamping: rows.row), fileNumber)
      decision = .figure(input: input, figure)
    }
    return AppraisalRow(
      agency: agency, leaf: leaf, round: Int(number), input: input, decision: decision,
      givesPoints: givesPoints, givesValue: givesValue, digest: rows.digest(of: AppraisalColumn.content),
      file: fileNumber, row: rows.row,
      reason: rows.withBytes(AppraisalColumn.reason) { round.evidence.texts.add($0) },
      appraiser: rows.withBytes(AppraisalColumn.appraiser) { round.evidence.texts.add($0) }, counts: counts)
  }

  private mutating func appraisedInput(
    _ rows: RowCursor, _ leaf: Leaf, _ code: String, givesValue: Bool, _ counts: inout Bool
  ) -> Int? {
    guard !rows.isEmpty(AppraisalColumn.input) else {
      if givesValue {
        problems.report(.appraisalInputMissing, at: rows.place(AppraisalColumn.input))
        counts = false
      }
      return nil
    }
    let name = rows.text(AppraisalColumn.input)
    if let input = leaf.inputs.firstIndex(where: { $0.name == name }) { return input }
    let names = leaf.inputs.map(\.name)
    problems.report(
      .inputUnknown, at: rows.place(AppraisalColumn.input), code, name, names.joined(separator: ", "),
      suggestion: nearest(to: name, among: names))
    counts = false
    return nil
  }

  /// Points within the leaf's range and decimals; nil for others, which are reported.
  private mutating func appraisedPoints(_ rows: inout RowCursor, _ leaf: Leaf, _ set: CriteriaSet) -> Int64? {
    let decimals = set.settings.pointDecimals
    guard let value = rows.number(AppraisalColumn.points, &problems) else { return nil }
    if let units = value.units(atScale: decimals), (leaf.minUnits...leaf.maxUnits).contains(units) {
      return units
    }
    problems.report(
      .appraisalPointsRange, at: rows.place(AppraisalColumn.points), rows.text(AppraisalColumn.points),
      exactText(Rational(units: Int128(leaf.minUnits), decimals: decimals)),
      exactText(Rational(units: Int128(leaf.maxUnits), decimals: decimals)), String(decimals))
    return nil
  }

  /// Whether the row's appraiser may appraise the leaf; who may not is reported.
  private mutating func appraiserFits(
    _ rows: RowCursor, _ agency: Int, _ wanted: LeafAppraiser, _ code: String
  ) -> Bool {
    let written = rows.text(AppraisalColumn.appraiser)
    guard written != round.agencies[agency].code else {
      problems.report(.appraiserOwn, at: rows.place(AppraisalColumn.appraiser), written)
      return false
    }
    guard let member = wanted.member else { return true }
    func isSame(_ name: String) -> Bool {
      let word = Words.english(name, in: Words.appraisers)
      return name == written || (word != nil && word == Words.english(written, in: Words.appraisers))
    }
    if isSame(member) || wanted.substitute.map(isSame) ?? false { return true }
    if Words.english(written, in: Words.appraisers) != nil { return true }
    let members = [member, wanted.substitute].compactMap(\.self).joined(separator: ", ")
    if written.isEmpty {
      problems.report(.appraiserMissing, at: rows.place(AppraisalColumn.appraiser), code, members)
    } else {
      problems.report(.appraiserWrong, at: rows.place(AppraisalColumn.appraiser), written, code, members)
    }
    return false
  }
}
