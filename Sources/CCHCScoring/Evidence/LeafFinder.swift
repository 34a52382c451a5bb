import CCHCTables

/// Finds the agency and the leaf that a row of evidence names, by bytes.
///
/// Rows mostly come sorted, so the last agency and criterion are compared first.
struct LeafFinder {
  let agencies: Interner
  /// Codes of all rows of each group's set.
  private let rows: [Interner]
  private var lastAgency = 0
  private var lastRow = 0

  init(_ round: Round) {
    agencies = Interner(round.agencies.map(\.code))
    rows = round.groups.map { Interner($0.set.rows.map(\.code)) }
  }

  mutating func agency(_ code: Span<UInt8>) -> Int? {
    if lastAgency < agencies.names.count, agencies.isEqual(lastAgency, code) { return lastAgency }
    guard let agency = agencies.number(of: code) else { return nil }
    lastAgency = agency
    return agency
  }

  /// The row of a group's set with a code.
  mutating func row(_ code: Span<UInt8>, group: Int) -> Int? {
    let codes = rows[group]
    if lastRow < codes.names.count, codes.isEqual(lastRow, code) { return lastRow }
    // The next row is the one that a sorted table names next.
    if lastRow + 1 < codes.names.count, codes.isEqual(lastRow + 1, code) {
      lastRow += 1
      return lastRow
    }
    guard let row = codes.number(of: code) else { return nil }
    lastRow = row
    return row
  }
}

extension RoundLoader {
  /// The columns that say whose and which criterion a row of evidence is about.
  struct RowColumns {
    let agency: Int
    let criterion: Int
    let criterionName: Int?
  }

  /// The agency of a row; nil where it is unknown, which is reported, or not to be read.
  func agency(
    _ rows: RowCursor, _ columns: RowColumns, fileAgency: Int?, _ finder: inout LeafFinder,
    _ problems: inout ProblemList
  ) -> Int? {
    guard !rows.isEmpty(columns.agency) else {
      if let fileAgency { return fileAgency }
      if options.onlyAgency == nil { problems.report(.agencyUnsaid, at: rows.place(columns.agency)) }
      return nil
    }
    guard let agency = rows.withBytes(columns.agency, { finder.agency($0) }) else {
      if options.onlyAgency == nil {
        let code = rows.text(columns.agency)
        problems.report(.agencyUnknown, at: rows.place(columns.agency), code, suggestion: nearestAgency(code))
      }
      return nil
    }
    if let only = options.onlyAgency, only != round.agencies[agency].code { return nil }
    return agency
  }

  /// The leaf of a row; nil where there is none or its name differs, which is reported.
  func leaf(
    _ rows: RowCursor, _ columns: RowColumns, agency: Int, _ finder: inout LeafFinder,
    _ problems: inout ProblemList
  ) -> Int? {
    let group = round.agencies[agency].group
    guard !rows.isEmpty(columns.criterion) else {
      problems.report(.cellRequired, at: rows.place(columns.criterion))
      return nil
    }
    let found = rows.withBytes(columns.criterion) { finder.row($0, group: group) }
    guard let row = found else {
      let code = rows.text(columns.criterion)
      let set = round.groups[group].set
      problems.report(
        .criterionUnknown, at: rows.place(columns.criterion), code, set.code,
        suggestion: nearest(to: code, among: set.rows.map(\.code)))
      return nil
    }
    return leaf(rows, columns, row: row, group: group, &problems)
  }

  private func leaf(
    _ rows: RowCursor, _ columns: RowColumns, row: Int, group: Int, _ problems: inout ProblemList
  ) -> Int? {
    let criterion = round.groups[group].set.rows[row]
    guard let leaf = criterion.leaf else {
      problems.report(.criterionNotLeaf, at: rows.place(columns.criterion), criterion.code)
      return nil
    }
    if let column = columns.criterionName, !rows.isEmpty(column) {
      let name = rows.text(column)
      guard name == criterion.name.trimmed else {
        problems.report(.criterionNameDiffers, at: rows.place(column), criterion.code, name, criterion.name)
        return nil
      }
    }
    return leaf
  }
}
