import CCHCCriteria
import CCHCFiles
import CCHCTables

/// The columns that say whose and which criterion a row of evidence is about.
struct RowColumns {
  let agency: Int
  let criterion: Int
  let criterionName: Int?

  init<Columns: DeclaredColumn>(agency: Columns, criterion: Columns, criterionName: Columns?) {
    self.agency = agency.rawValue
    self.criterion = criterion.rawValue
    self.criterionName = criterionName?.rawValue
  }
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
  private let changedCodes: [ChangedCodes]
  /// What was last found for a code that is none.
  private var lastChanged: (group: Int, text: String, originals: [String]) = (-1, "", [])
  /// The agency whose rows alone are read; nothing is said of others.
  private let onlyAgency: String?
  private var lastAgency = 0
  private var lastRow = 0

  /// Agencies that are left out for an error on their row, which is told there.
  private let leftOut: Set<String>
  /// The table that was last told not to say whose its rows are.
  private var unsaidTable = ""

  init(_ agencies: [Agency], _ groups: [Group], onlyAgency: String?, leftOut: Set<String>) {
    self.leftOut = leftOut
    self.agencies = agencies
    self.groups = groups
    codes = Interner(agencies.map(\.code))
    rowCodes = groups.map { Interner($0.set.rows.map(\.code)) }
    changedCodes = groups.map { ChangedCodes($0.set.rows.map(\.code)) }
    self.onlyAgency = onlyAgency
  }

  /// The agency with a code.
  mutating func agency(_ code: Span<UInt8>) -> Int? {
    if lastAgency < codes.names.count, codes.isEqual(lastAgency, code) { return lastAgency }
    guard let agency = codes.number(of: code) else { return nil }
    lastAgency = agency
    return agency
  }

  /// The row of a group's set with a code; a sorted table names the last one again or the next.
  mutating func row(_ code: Span<UInt8>, group: Int) -> Int? {
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
        let stem = TableFiles.stem(lastPathPart(rows.table.file))
        problems.report(
          .agencyUnsaid, at: rows.place(columns.agency), suggestion: nearest(to: stem, among: codes.names))
      }
      return nil
    }
    guard let agency = rows.withBytes(columns.agency, { agency($0) }) else {
      let code = rows.text(columns.agency)
      if onlyAgency == nil, !leftOut.contains(code) {
        problems.report(
          .agencyUnknown, at: rows.place(columns.agency), .text(code),
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
      let originals = originals(of: code, rows, columns, group: group)
      guard originals.isEmpty else {
        problems.report(
          .criterionCodeSpreadsheet, at: rows.place(columns.criterion), .text(code),
          .texts(originals, .slash))
        return nil
      }
      problems.report(
        .criterionUnknown, at: rows.place(columns.criterion), .text(code), .text(groups[group].set.code),
        suggestion: nearest(to: code, among: rowCodes[group].names))
      return nil
    }
    guard let leaf = groups[group].set.rows[row].leaf else {
      problems.report(.criterionNotLeaf, at: rows.place(columns.criterion), .text(rowCodes[group].names[row]))
      return nil
    }
    return isMeant(row, rows, columns, group: group, &problems) ? leaf : nil
  }

  /// Whether a row's name and the form of its code say that it means a criterion; what speaks against it is reported.
  private func isMeant(
    _ row: Int, _ rows: borrowing RowCursor, _ columns: RowColumns, group: Int, _ problems: inout ProblemList
  ) -> Bool {
    let hasName = columns.criterionName.map { !rows.isEmpty($0) } ?? false
    guard hasName || rows.form(columns.criterion) == .number else { return true }
    let code = rowCodes[group].names[row]
    let wanted = groups[group].set.rows[row].name
    let name = columns.criterionName.map { rows.text($0) } ?? ""
    guard name != wanted else { return true }
    // In a sheet `3.1` may be a number, and then it may have been typed as `3.10`.
    let lookalikes = changedCodes[group].lookalikes(of: code)
    if hasName, let other = groups[group].set.rows.first(where: { $0.name == name }) {
      if lookalikes.contains(other.code) {
        problems.report(
          .criterionCodeSpreadsheet, at: rows.place(columns.criterion), .text(code), .text(other.code))
      } else {
        problems.report(
          .criterionCodeChanged, at: rows.place(columns.criterion), .text(code), .text(other.code),
          .text(name))
      }
      return false
    }
    if rows.form(columns.criterion) == .number, !lookalikes.isEmpty {
      problems.report(
        .criterionCodeNumber, at: rows.place(columns.criterion), .text(code), .texts(lookalikes, .slash))
      return false
    }
    if hasName, let column = columns.criterionName {
      problems.report(.criterionNameDiffers, at: rows.place(column), .text(code), .text(name), .text(wanted))
    }
    return true
  }

  /// The codes that a spreadsheet may have changed into a code that is none; the row's name may say which.
  private mutating func originals(
    of code: String, _ rows: borrowing RowCursor, _ columns: RowColumns, group: Int
  ) -> [String] {
    if lastChanged.group != group || lastChanged.text != code {
      let originals = changedCodes[group].originals(of: code)
      let set = groups[group].set
      let leaves = originals.filter { code in set.row(code).map { set.rows[$0].leaf != nil } ?? false }
      lastChanged = (group, code, leaves.isEmpty ? originals : leaves)
    }
    guard let column = columns.criterionName, !rows.isEmpty(column) else { return lastChanged.originals }
    let name = rows.text(column)
    let named = lastChanged.originals.filter { code in
      groups[group].set.row(code).map { groups[group].set.rows[$0].name == name } ?? false
    }
    return named.isEmpty ? lastChanged.originals : named
  }

  /// The leaf that a row means that names an input of a lookalike of its leaf; nil where there is none such.
  func lookalike(with input: String, agency: Int, leaf: Int) -> String? {
    let group = agencies[agency].group
    let set = groups[group].set
    return changedCodes[group].lookalikes(of: set.rows[set.leaves[leaf].row].code).first { code in
      set.row(code).flatMap { set.rows[$0].leaf }.map { set.leaves[$0].inputs.contains { $0.name == input } }
        ?? false
    }
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
