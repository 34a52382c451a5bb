import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

// Reads appraisal/*.csv row by row; AppraisalConflicts.swift settles which rows count together.
extension RoundLoader {
  mutating func loadAppraisals() {
    let files = folder.tables(of: AppraisalColumn.schema)
    guard !files.isEmpty else { return }
    var finder = leafFinder()
    let plain = PlainRowFinder(keysOfEvidence(), finder, AppraisalColumn.row)
    var list: [Appraisal] = []
    for file in files {
      if readsParts {
        guard
          let parts = folder.parts(of: file, AppraisalColumn.schema, stretches: options.pieceSize, &problems),
          let number = fileNumber(parts.table)
        else { continue }
        if parts.table.sheetName == nil {
          read(parts, number, plain, &finder, &list)
        } else {
          readRows(parts.table, number, &finder, &list)
        }
      } else {
        guard let table = folder.table(file, AppraisalColumn.schema, isRequired: true, &problems),
          let number = fileNumber(table)
        else { continue }
        readRows(table, number, &finder, &list)
      }
    }
    settleAppraisals(&list)
    list.removeAll { !$0.counts }
    round.evidence.appraisals = list
  }

  /// Reads a table row by row.
  private mutating func readRows(
    _ table: Table, _ number: UInt16, _ finder: inout LeafFinder, _ list: inout [Appraisal]
  ) {
    var rows = table.rows()
    while rows.next(&problems) { readRow(&rows, number, &finder, &list) }
  }

  /// Reads a table on several threads; the rows that something is wrong with are read here, in their order.
  private mutating func read(
    _ parts: PartedTable, _ number: UInt16, _ plain: PlainRowFinder, _ finder: inout LeafFinder,
    _ list: inout [Appraisal]
  ) {
    var rows = parts.table.rows()
    var row = parts.table.headerRow
    let marks = round.evidence.marks
    do throws(FileError) {
      try inOrder(parts.count, jobs: options.jobs) { place in
        Result { () throws(FileError) in
          AppraisalPiece(try parts.part(place), file: number, plain, marks: marks)
        }
      } take: { (piece: Result<AppraisalPiece, FileError>) throws(FileError) in
        let piece = try piece.get()
        rows.turn(to: piece.part.table)
        if list.isEmpty { list = [Appraisal](largeRoom: piece.values.count * parts.count) }
        var next = 0
        for odd in piece.odd {
          next = store(piece, from: next, before: odd.row, after: row, &rows, &list)
          if rows.read(row + odd.row, at: odd.offset, &problems) { readRow(&rows, number, &finder, &list) }
        }
        _ = store(piece, from: next, before: .max, after: row, &rows, &list)
        row += piece.rowCount
      }
      try parts.check()
    } catch {
      folder.fail(error, reading: parts.table.file, &problems)
    }
  }

  /// Adds rows of a stretch up to a row.
  ///
  /// - Returns: the first row that is left.
  private mutating func store(
    _ piece: AppraisalPiece, from first: Int, before last: Int, after row: Int, _ rows: inout RowCursor,
    _ list: inout [Appraisal]
  ) -> Int {
    let table = rows.table
    let bytes = table.bytes.span
    var next = first
    while next < piece.values.count, Int(piece.values[next].row.row) < last {
      let value = piece.values[next]
      var appraisal = value.row
      let number = row + Int(appraisal.row)
      appraisal.row = UInt32(clamping: number)
      rows.note(value.mark, in: value.markColumn, row: number, &problems)
      appraisal.reason = round.evidence.texts.add(bytes.extracting(value.reason))
      appraisal.appraiser = round.evidence.texts.add(bytes.extracting(value.appraiser))
      list.append(appraisal)
      next += 1
    }
    return next
  }

  /// Reads a row as it stands, and reports what is wrong with it.
  private mutating func readRow(
    _ rows: inout RowCursor, _ number: UInt16, _ finder: inout LeafFinder, _ list: inout [Appraisal]
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
  ) -> Appraisal? {
    let group = round.groups[round.agencies[agency].group]
    let declared = group.set.leaves[leaf]
    let code = group.set.rows[declared.row].code
    guard let number = rows.withBytes(AppraisalColumn.round, parseCount), number > 0 else {
      problems.report(
        .appraisalRound, at: rows.place(AppraisalColumn.round), .text(rows.text(AppraisalColumn.round)))
      return nil
    }
    guard declared.method != .survey else {
      problems.report(.appraisalSurvey, at: rows.place(AppraisalColumn.criterion), .text(code))
      return nil
    }
    guard !round.evidence.marks[round.agencies[agency].firstLeaf + leaf].contains(.exempt) else {
      problems.report(
        .exemptRow, at: rows.place(AppraisalColumn.criterion), .text(code), .text(round.agencies[agency].code)
      )
      return nil
    }
    var counts = appraiserFits(rows, agency, group.appraisers[leaf], code)
    let givesPoints = !rows.isEmpty(AppraisalColumn.points)
    let givesValue = !rows.isEmpty(AppraisalColumn.value)
    let input = appraisedInput(rows, declared, code, givesValue: givesValue, &counts)
    if givesPoints || givesValue, rows.isEmpty(AppraisalColumn.reason) {
      problems.report(.appraisalWithoutReason, at: rows.place(AppraisalColumn.reason), .text(code))
      counts = false
    }
    if givesPoints, givesValue {
      problems.report(
        .appraisalBoth, at: rows.place(AppraisalColumn.points), .text(code), .count(Int(number)))
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
      let figure = parsedFigure(
        &rows, column: AppraisalColumn.value, agency, leaf, input, allowsRequest: false)
      decision = .figure(input: input, figure)
    }
    var appraisal = Appraisal(
      agency: agency, leaf: leaf, round: Int(number), input: input, decision: decision,
      givesPoints: givesPoints, givesValue: givesValue, digest: rows.digest(of: AppraisalColumn.content),
      file: fileNumber, row: rows.row, counts: counts)
    appraisal.reason = rows.withBytes(AppraisalColumn.reason) { round.evidence.texts.add($0) }
    appraisal.appraiser = rows.withBytes(AppraisalColumn.appraiser) { round.evidence.texts.add($0) }
    return appraisal
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
      .inputUnknown, at: rows.place(AppraisalColumn.input), .text(code), .text(name), .texts(names, .comma),
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
      .appraisalPointsRange, at: rows.place(AppraisalColumn.points), .text(rows.text(AppraisalColumn.points)),
      .exact(Rational(units: Int128(leaf.minUnits), decimals: decimals)),
      .exact(Rational(units: Int128(leaf.maxUnits), decimals: decimals)), .count(decimals))
    return nil
  }

  /// Whether the row's appraiser may appraise the leaf; who may not is reported.
  private mutating func appraiserFits(
    _ rows: RowCursor, _ agency: Int, _ wanted: LeafAppraiser, _ code: String
  ) -> Bool {
    let written = rows.text(AppraisalColumn.appraiser)
    guard written != round.agencies[agency].code else {
      problems.report(.appraiserOwn, at: rows.place(AppraisalColumn.appraiser), .text(written))
      return false
    }
    guard let member = wanted.member else { return true }
    func isSame(_ name: String) -> Bool {
      let word = Words.appraisers.english(name)
      return name == written || (word != nil && word == Words.appraisers.english(written))
    }
    if isSame(member) || wanted.substitute.map(isSame) ?? false { return true }
    if Words.appraisers.english(written) != nil { return true }
    let members = ProblemArgument.texts([member, wanted.substitute].compactMap(\.self), .comma)
    if written.isEmpty {
      problems.report(.appraiserMissing, at: rows.place(AppraisalColumn.appraiser), .text(code), members)
    } else {
      problems.report(
        .appraiserWrong, at: rows.place(AppraisalColumn.appraiser), .text(written), .text(code), members)
    }
    return false
  }
}
