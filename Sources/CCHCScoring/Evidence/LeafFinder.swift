import CCHCTables

/// The columns that say whose and which criterion a row of evidence is about.
struct RowColumns {
  let agency: Int
  let criterion: Int
  let criterionName: Int?
}

/// Finds the agency and the leaf that a row of evidence names, by bytes.
///
/// Rows mostly come sorted, so the last agency and criterion are compared first.
struct LeafFinder {
  let codes: Interner
  private let agencies: [Agency]
  private let groups: [Group]
  /// Codes of all rows of each group's set.
  private let rowCodes: [Interner]
  /// The agency whose rows alone are read; nothing is said of others.
  private let onlyAgency: String?
  private var lastAgency = 0
  private var lastRow = 0

  /// Agencies that are left out for an error on their row, which is told there.
  private let leftOut: Set<String>
  /// The table that was last told not to say whose its rows are.
  private var unsaidTable = ""

  init(_ round: Round, onlyAgency: String?, leftOut: Set<String>) {
    self.leftOut = leftOut
    agencies = round.agencies
    groups = round.groups
    codes = Interner(round.agencies.map(\.code))
    rowCodes = round.groups.map { Interner($0.set.rows.map(\.code)) }
    self.onlyAgency = onlyAgency
  }

  private mutating func agency(_ code: Span<UInt8>) -> Int? {
    if lastAgency < codes.names.count, codes.isEqual(lastAgency, code) { return lastAgency }
    guard let agency = codes.number(of: code) else { return nil }
    lastAgency = agency
    return agency
  }

  /// The row of a group's set with a code; a sorted table names the last one again or the next.
  private mutating func row(_ code: Span<UInt8>, group: Int) -> Int? {
    let count = rowCodes[group].names.count
    if lastRow < count, rowCodes[group].isEqual(lastRow, code) { return lastRow }
    if lastRow + 1 < count, rowCodes[group].isEqual(lastRow + 1, code) {
      lastRow += 1
      return lastRow
    }
    guard let row = rowCodes[group].number(of: code) else { return nil }
    lastRow = row
    return row
  }

  /// The agency of a row; nil where it is unknown, which is reported, or not to be read.
  mutating func agency(
    _ rows: borrowing RowCursor, _ columns: RowColumns, fileAgency: Int?, _ problems: inout ProblemList
  ) -> Int? {
    guard !rows.isEmpty(columns.agency) else {
      if let fileAgency { return fileAgency }
      if onlyAgency == nil, unsaidTable != rows.table.file {
        unsaidTable = rows.table.file
        let stem = String(lastPathPart(rows.table.file).dropLast(".csv".count))
        problems.report(
          .agencyUnsaid, at: rows.place(columns.agency), suggestion: nearest(to: stem, among: codes.names))
      }
      return nil
    }
    guard let agency = rows.withBytes(columns.agency, { agency($0) }) else {
      let code = rows.text(columns.agency)
      if onlyAgency == nil, !leftOut.contains(code) {
        problems.report(
          .agencyUnknown, at: rows.place(columns.agency), code,
          suggestion: nearest(to: code, among: codes.names))
      }
      return nil
    }
    if let onlyAgency, onlyAgency != codes.names[agency] { return nil }
    return agency
  }

  /// The leaf of a row; nil where there is none or its name differs, which is reported.
  mutating func leaf(
    _ rows: borrowing RowCursor, _ columns: RowColumns, agency: Int, _ problems: inout ProblemList
  ) -> Int? {
    let group = agencies[agency].group
    guard !rows.isEmpty(columns.criterion) else {
      problems.report(.cellRequired, at: rows.place(columns.criterion))
      return nil
    }
    guard let row = rows.withBytes(columns.criterion, { row($0, group: group) }) else {
      let code = rows.text(columns.criterion)
      problems.report(
        .criterionUnknown, at: rows.place(columns.criterion), code, groups[group].set.code,
        suggestion: nearest(to: code, among: rowCodes[group].names))
      return nil
    }
    guard let leaf = groups[group].set.rows[row].leaf else {
      problems.report(.criterionNotLeaf, at: rows.place(columns.criterion), rowCodes[group].names[row])
      return nil
    }
    if let column = columns.criterionName, !rows.isEmpty(column) {
      let (name, wanted) = (rows.text(column), groups[group].set.rows[row].name)
      if name != wanted {
        let code = rowCodes[group].names[row]
        if let other = groups[group].set.rows.first(where: { $0.name == name }) {
          problems.report(.criterionCodeChanged, at: rows.place(columns.criterion), code, other.code, name)
          return nil
        }
        problems.report(.criterionNameDiffers, at: rows.place(column), code, name, wanted)
      }
    }
    return leaf
  }

  /// The place of an input of a leaf, by its name.
  func input(_ name: Span<UInt8>, agency: Int, leaf: Int) -> Int? {
    groups[agencies[agency].group].set.leaves[leaf].inputs.firstIndex { input in
      var rest = input.name.utf8.makeIterator()
      for index in name.indices where rest.next() != name[index] { return false }
      return rest.next() == nil
    }
  }
}
