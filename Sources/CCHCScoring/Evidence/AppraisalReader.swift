import CCHCTables

/// A row of an appraisal before it is known whether it counts.
struct AppraisalRow {
  let agency: Int
  let leaf: Int
  let round: Int
  /// The input that the row names; nil where it names none.
  let input: Int?
  let decision: Appraisal.Decision
  let givesPoints: Bool
  let givesValue: Bool
  let digest: UInt64
  let file: UInt16
  let row: Int
  let place: Place
  let reason: TextStore.Range
  let appraiser: TextStore.Range
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

  private enum Column {
    static let (agency, criterion, round) = (0, 1, 2)
    static let (input, value, points, reason, appraiser) = (3, 4, 5, 6, 7)
  }

  private static let rowColumns = RowColumns(agency: 0, criterion: 1, criterionName: 8)

  mutating func loadAppraisals() {
    var finder = LeafFinder(round, onlyAgency: options.onlyAgency, leftOut: leftOut)
    var list: [AppraisalRow] = []
    for file in folder.tables(in: "appraisal") {
      let path = "appraisal/\(file)"
      guard let table = folder.table(path, Self.appraisalSchema, isRequired: true, &problems),
        let number = fileNumber(table)
      else {
        continue
      }
      var rows = table.rows()
      while rows.next(&problems) {
        guard !rows.isEmpty(Column.round),
          let agency = finder.agency(rows, Self.rowColumns, fileAgency: nil, &problems),
          let leaf = finder.leaf(rows, Self.rowColumns, agency: agency, &problems),
          let appraisal = readAppraisal(&rows, agency, leaf, number)
        else { continue }
        list.append(appraisal)
      }
    }
    settleAppraisals(&list)
    round.evidence.appraisals = list.lazy.filter(\.counts).map { row in
      Appraisal(
        agency: row.agency, leaf: row.leaf, round: row.round, decision: row.decision, file: row.file,
        row: UInt32(clamping: row.row), reason: row.reason, appraiser: row.appraiser)
    }
  }

  private mutating func readAppraisal(
    _ rows: inout RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16
  ) -> AppraisalRow? {
    let group = round.groups[round.agencies[agency].group]
    let declared = group.set.leaves[leaf]
    let code = group.set.rows[declared.row].code
    guard let number = rows.withBytes(Column.round, parseCount), number > 0 else {
      problems.report(.appraisalRound, at: rows.place(Column.round), rows.text(Column.round))
      return nil
    }
    guard declared.method != .survey else {
      problems.report(.appraisalSurvey, at: rows.place(Column.criterion), code)
      return nil
    }
    guard !round.evidence.marks[round.agencies[agency].firstLeaf + leaf].contains(.exempt) else {
      problems.report(.exemptRow, at: rows.place(Column.criterion), code, round.agencies[agency].code)
      return nil
    }
    var counts = appraiserFits(rows, agency, group.appraisers[leaf], code)
    let givesPoints = !rows.isEmpty(Column.points)
    let givesValue = !rows.isEmpty(Column.value)
    let input = appraisedInput(rows, declared, code, givesValue: givesValue, &counts)
    if givesPoints || givesValue, rows.isEmpty(Column.reason) {
      problems.report(.appraisalWithoutReason, at: rows.place(Column.reason), code)
      counts = false
    }
    if givesPoints, givesValue {
      problems.report(.appraisalBoth, at: rows.place(Column.points), code, String(number))
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
      var figure = parsedFigure(&rows, column: Column.value, agency, leaf, input, allowsRequest: false)
      (figure.row, figure.file) = (UInt32(clamping: rows.row), fileNumber)
      decision = .figure(input: input, figure)
    }
    return AppraisalRow(
      agency: agency, leaf: leaf, round: Int(number), input: input, decision: decision,
      givesPoints: givesPoints,
      givesValue: givesValue, digest: rows.digest(of: [4, 5, 6, 7]), file: fileNumber, row: rows.row,
      place: rows.place(),
      reason: rows.withBytes(Column.reason) { round.evidence.texts.add($0) },
      appraiser: rows.withBytes(Column.appraiser) { round.evidence.texts.add($0) }, counts: counts)
  }

  private mutating func appraisedInput(
    _ rows: RowCursor, _ leaf: Leaf, _ code: String, givesValue: Bool, _ counts: inout Bool
  ) -> Int? {
    guard !rows.isEmpty(Column.input) else {
      if givesValue {
        problems.report(.appraisalInputMissing, at: rows.place(Column.input))
        counts = false
      }
      return nil
    }
    let name = rows.text(Column.input)
    if let input = leaf.inputs.firstIndex(where: { $0.name == name }) { return input }
    let names = leaf.inputs.map(\.name)
    problems.report(
      .inputUnknown, at: rows.place(Column.input), code, name, names.joined(separator: ", "),
      suggestion: nearest(to: name, among: names))
    counts = false
    return nil
  }

  /// Points within the leaf's range and decimals; nil for others, which are reported.
  private mutating func appraisedPoints(_ rows: inout RowCursor, _ leaf: Leaf, _ set: CriteriaSet) -> Int64? {
    let decimals = set.settings.pointDecimals
    guard let value = rows.number(Column.points, &problems) else { return nil }
    if let units = value.units(atScale: decimals), (leaf.minUnits...leaf.maxUnits).contains(units) {
      return units
    }
    problems.report(
      .appraisalPointsRange, at: rows.place(Column.points), rows.text(Column.points),
      exactText(Rational(units: Int128(leaf.minUnits), decimals: decimals)),
      exactText(Rational(units: Int128(leaf.maxUnits), decimals: decimals)), String(decimals))
    return nil
  }

  /// Whether the row's appraiser may appraise the leaf; who may not is reported.
  private mutating func appraiserFits(
    _ rows: RowCursor, _ agency: Int, _ wanted: LeafAppraiser, _ code: String
  ) -> Bool {
    let written = rows.text(Column.appraiser)
    guard written != round.agencies[agency].code else {
      problems.report(.appraiserOwn, at: rows.place(Column.appraiser), written)
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
      problems.report(.appraiserMissing, at: rows.place(Column.appraiser), code, members)
    } else {
      problems.report(.appraiserWrong, at: rows.place(Column.appraiser), written, code, members)
    }
    return false
  }
}
