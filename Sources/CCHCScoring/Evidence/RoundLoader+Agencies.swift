import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

// Reads agencies.csv, exemptions.csv and council.csv.
extension RoundLoader {
  /// A row of agencies.csv before its group is numbered.
  private struct AgencyCells {
    let code: String
    let name: String
    let group: String
    let bloc: String
    let parent: String
    let isRanked: Bool
    let from: Day?
    let to: Day?
    let successor: String
    let row: Int
    let place: Place
  }

  mutating func loadAgencies() {
    guard let table = folder.table(AgencyColumn.schema, &problems) else {
      return
    }
    let cells = agencyRows(table)
    if cells.isEmpty { problems.report(.tableWithoutRows, at: Place(table.file)) }
    let used = Set(cells.map(\.group))
    let settings = Place(folder.fileName(RoundKey.schema.file))
    for group in sets.groups where !used.contains(group) {
      problems.report(.groupUnused, at: settings, .text(group))
    }
    var groupNumbers: [String: Int] = [:]
    for group in used.sorted(by: precedesInBytes) {
      guard let set = sets[group] else { continue }
      groupNumbers[group] = round.groups.count
      round.groups.append(Group(code: group, set: set))
    }
    var firstFigure = 0
    var firstLeaf = 0
    round.agencies.reserveCapacity(cells.count)
    for cell in cells {
      guard let group = groupNumbers[cell.group] else {
        leftOut.insert(cell.code)
        if groupsWithoutSet.contains(cell.group) { continue }
        problems.report(
          .groupWithoutSet, at: table.place(row: cell.row, column: AgencyColumn.group), .text(cell.group),
          suggestion: nearest(to: cell.group, among: sets.groups))
        continue
      }
      round.agencies.append(
        Agency(
          code: cell.code, name: cell.name, group: group, bloc: cell.bloc, parent: cell.parent,
          isRanked: cell.isRanked, from: cell.from, to: cell.to, successor: cell.successor, place: cell.place,
          firstFigure: firstFigure, firstLeaf: firstLeaf))
      firstFigure += round.groups[group].set.inputCount
      firstLeaf += round.groups[group].set.leaves.count
    }
    round.evidence.figures = [Figure](large: Figure(), count: firstFigure, jobs: options.jobs)
    round.evidence.marks = [LeafMarks](large: [], count: firstLeaf, jobs: options.jobs)
    for place in round.agencies.indices {
      round.agencies[place].hasEnded = round.agencies[place].hasEnded(before: round.settings.year)
    }
    if options.onlyAgency == nil {
      checkAgencyPeriods()
      checkParents()
    }
    round.headRatings = [Label?](repeating: nil, count: round.agencies.count)
  }

  /// The codes and names of a round's agencies, without anything else of the round; none where they cannot be read.
  package static func agencyNames(in path: String) -> [(code: String, name: String)] {
    var loader = RoundLoader(.folder(path), "", Options(criteriaFolder: "", makesStamps: false, jobs: 1))
    guard let table = loader.folder.table(AgencyColumn.schema, &loader.problems) else { return [] }
    return loader.agencyRows(table).map { ($0.code, $0.name) }
  }

  private mutating func agencyRows(_ table: Table) -> [AgencyCells] {
    // A row has at least so many bytes, mostly; few countries have so many agencies.
    let count = min(table.bytes.count / 32, 1 << 14)
    var list: [AgencyCells] = []
    var keyed = KeyedRows<String>()
    var spellings: [String: String] = [:]
    list.reserveCapacity(count)
    keyed.reserveCapacity(count)
    spellings.reserveCapacity(count)
    var rows = table.rows()
    while rows.next(&problems) {
      guard let code = rows.requiredText(AgencyColumn.agency, &problems) else { continue }
      guard isFileCode(code) else {
        problems.report(.codeInvalid, at: rows.place(AgencyColumn.agency), .text(code))
        continue
      }
      guard
        keyed.isNew(
          code, digest: rows.digest(of: AgencyColumn.content), at: rows.place(AgencyColumn.agency), &problems)
      else {
        continue
      }
      if let other = spellings.updateValue(code, forKey: code.folded) {
        problems.report(.codeCase, at: rows.place(AgencyColumn.agency), .text(code), .text(other))
      }
      let name = rows.requiredText(AgencyColumn.name, &problems) ?? code
      guard let group = rows.requiredText(AgencyColumn.group, &problems) else {
        leftOut.insert(code)
        continue
      }
      let ranked = rows.word(AgencyColumn.ranked, &problems) ?? "yes"
      list.append(
        AgencyCells(
          code: code, name: name, group: group,
          bloc: rows.isEmpty(AgencyColumn.bloc) ? group : rows.text(AgencyColumn.bloc),
          parent: rows.text(AgencyColumn.parent),
          isRanked: ranked == "yes", from: rows.day(AgencyColumn.from, &problems),
          to: rows.day(AgencyColumn.to, &problems),
          successor: rows.text(AgencyColumn.successor), row: rows.row, place: rows.place(AgencyColumn.agency))
      )
    }
    return list
  }

  // MARK: Exemptions

  mutating func loadExemptions() {
    guard let table = folder.table(ExemptionColumn.schema, &problems) else { return }
    let codes = Interner(round.agencies.map(\.code))
    let known = round.groups.map { KnownCodes($0.set) }
    let everywhere = KnownCodes(round.groups.flatMap { $0.set.rows.map(\.code) })
    var keyed = KeyedRows<[String]>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let agencyCode = rows.requiredText(ExemptionColumn.agency, &problems),
        let criterion = rows.requiredText(ExemptionColumn.criterion, &problems)
      else {
        continue
      }
      let agency = agencyCode == "*" ? nil : codes.number(of: agencyCode)
      guard agency != nil || agencyCode == "*" else {
        reportUnknownAgency(agencyCode, at: rows.place(ExemptionColumn.agency))
        continue
      }
      if let only = options.onlyAgency, agencyCode != "*", agencyCode != only { continue }
      let digest = rows.digest(of: [ExemptionColumn.reason, .decidedBy])
      guard keyed.isNew([agencyCode, criterion], digest: digest, at: rows.place(), &problems) else {
        continue
      }
      let exemption = Exemption(
        agency: agency, criterion: criterion,
        reason: rows.requiredText(ExemptionColumn.reason, &problems) ?? "",
        decidedBy: rows.requiredText(ExemptionColumn.decidedBy, &problems) ?? "")
      let meant = agency.map { known[round.agencies[$0].group] } ?? everywhere
      guard isSureCode(rows, ExemptionColumn.criterion, meant) else { continue }
      guard meant.contains(criterion), exempt(exemption, known) else {
        reportUnknownCriterion(criterion, at: rows.place(ExemptionColumn.criterion), meant)
        continue
      }
      round.exemptions.append(exemption)
    }
  }

  /// Reports a criterion that is none, or that a spreadsheet changed.
  mutating func reportUnknownCriterion(_ code: String, at place: Place, _ known: KnownCodes) {
    let originals = known.changed.originals(of: code)
    if originals.isEmpty {
      problems.report(
        .exemptionUnknown, at: place, .text(code), suggestion: nearest(to: code, among: known.listed))
    } else {
      problems.report(.criterionCodeSpreadsheet, at: place, .text(code), .texts(originals, .slash))
    }
  }

  /// Whether the code of a cell is no number that stands for several codes, which is reported.
  mutating func isSureCode(_ rows: borrowing RowCursor, _ column: some DeclaredColumn, _ known: KnownCodes)
    -> Bool
  {
    guard rows.form(column) == .number else { return true }
    let code = rows.text(column)
    guard known.contains(code) else { return true }
    let lookalikes = Set(known.changed.lookalikes(of: code)).sorted(by: precedesInBytes)
    guard !lookalikes.isEmpty else { return true }
    problems.report(.criterionCodeNumber, at: rows.place(column), .text(code), .texts(lookalikes, .slash))
    return false
  }

  /// Marks the leaves of an exemption; false where no agency it is for has such a criterion.
  private mutating func exempt(_ exemption: Exemption, _ known: [KnownCodes]) -> Bool {
    var isKnown = false
    /// The exempt leaves of each group that was asked; nil where its set has no such criterion.
    var leavesOfGroup: [Int: [Int]?] = [:]
    let agencies = exemption.agency.map { [round.agencies[$0]] } ?? round.agencies
    for agency in agencies {
      let leaves =
        leavesOfGroup[agency.group]
        ?? {
          known[agency.group].place(of: exemption.criterion).map(
            round.groups[agency.group].set.leaves(under:))
        }()
      leavesOfGroup[agency.group] = leaves
      guard let leaves else { continue }
      isKnown = true
      for leaf in leaves { round.evidence.marks[agency.firstLeaf + leaf].insert(.exempt) }
    }
    return isKnown
  }

  /// Reports an agency that agencies.csv lacks, unless only one agency's rows are read.
  mutating func reportUnknownAgency(_ code: String, at place: Place) {
    guard options.onlyAgency == nil, !leftOut.contains(code) else { return }
    problems.report(
      .agencyUnknown, at: place, .text(code), suggestion: nearest(to: code, among: round.agencies.map(\.code))
    )
  }

  // MARK: Council

  mutating func loadCouncil() {
    if let table = folder.table(CouncilColumn.schema, &problems) { readCouncil(table) }
    let rows = Dictionary(round.councilRows.map { ($0.criterion, $0) }) { first, _ in first }
    for group in round.groups.indices {
      let set = round.groups[group].set
      round.groups[group].appraisers = set.leaves.map { leaf in appraiser(of: leaf.row, in: set, rows) }
    }
  }

  private mutating func readCouncil(_ table: Table) {
    // Without any agency no set applies yet, and the table of agencies has its own error.
    guard !round.groups.isEmpty else { return }
    var keyed = KeyedRows<String>()
    var rows = table.rows()
    let known = KnownCodes(Set(round.groups.flatMap { $0.set.rows.map(\.code) }).sorted(by: precedesInBytes))
    while rows.next(&problems) {
      guard let criterion = rows.requiredText(CouncilColumn.criterion, &problems) else { continue }
      guard known.contains(criterion) else {
        reportUnknownCriterion(criterion, at: rows.place(CouncilColumn.criterion), known)
        continue
      }
      guard isSureCode(rows, CouncilColumn.criterion, known) else { continue }
      guard
        keyed.isNew(
          criterion, digest: rows.digest(of: [CouncilColumn.appraiser, .name, .substitute]), at: rows.place(),
          &problems),
        let appraiser = rows.requiredText(CouncilColumn.appraiser, &problems)
      else { continue }
      round.councilRows.append(
        CouncilRow(
          criterion: criterion, appraiser: appraiser, name: rows.text(CouncilColumn.name),
          substitute: rows.text(CouncilColumn.substitute)))
    }
  }

  /// The nearest council row above a leaf, else the nearest appraiser that the set names.
  private func appraiser(
    of row: Int, in set: CriteriaSet, _ rows: [String: CouncilRow]
  ) -> LeafAppraiser {
    var named: String?
    var place: Int? = row
    while let current = place {
      let criterion = set.rows[current]
      if let entry = rows[criterion.code] {
        return LeafAppraiser(
          member: entry.appraiser, substitute: entry.substitute.isEmpty ? nil : entry.substitute)
      }
      named = named ?? criterion.appraiser
      place = criterion.parent
    }
    return LeafAppraiser(member: named)
  }
}
