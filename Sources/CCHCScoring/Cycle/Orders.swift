import CCHCCriteria
package import CCHCExact
package import CCHCFiles
package import CCHCTables

/// A row of orders.csv: an obligation entered by hand, with its basis.
package struct Order: Sendable {
  package let agency: Int
  package let id: String
  package let duty: String
  /// The first day that is too late.
  package let deadline: Day?
  package let recipient: String
  package let legalBasis: String
  package let reason: String
}

/// A row of breakthrough.csv: breakthrough work that an agency registers.
package struct Breakthrough: Sendable {
  package let agency: Int
  package let work: String
  package let solution: String
  /// A field of the agency's set, by its row; nil where none is named.
  package let field: Int?
  package let responsible: String
  package let deadline: Day?
  /// By how many points the index is expected to rise.
  package let expected: Decimal?
  package let result: String
  package let registered: Day?
}

/// A row of map.csv: an agency of the round before and what it became.
package struct AgencyChange: Sendable {
  package let old: String
  package let new: String
  package let place: Place
}

extension ObligationRule {
  /// Whether registering breakthrough work settles the obligation.
  package var isBreakthrough: Bool { ["đột phá", "breakthrough"].contains(report.folded) }
}

extension Round {
  /// Whether a table of breakthrough work names work that the round does not know of.
  package func lacksBreakthroughs(of bytes: [UInt8], file: String) -> Bool {
    var problems = ProblemList()
    guard
      let table = Table(contents: bytes, file: file, schema: BreakthroughColumn.schema, problems: &problems)
    else { return true }
    let known = Set(breakthroughs.map { [agencies[$0.agency].code, $0.work] })
    var rows = table.rows()
    while rows.next(&problems) {
      if !rows.isEmpty(BreakthroughColumn.work),
        !known.contains([rows.text(BreakthroughColumn.agency), rows.text(BreakthroughColumn.work)])
      {
        return true
      }
    }
    return false
  }
}

extension RoundLoader {
  mutating func loadOrders() {
    guard let table = folder.table(OrderColumn.schema, &problems) else { return }
    let codes = Interner(round.agencies.map(\.code))
    var keyed = KeyedRows<[String]>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let agency = agency(rows, OrderColumn.agency, codes),
        let id = rows.requiredText(OrderColumn.id, &problems)
      else { continue }
      guard isFileCode(id) else {
        problems.report(.codeInvalid, at: rows.place(OrderColumn.id), .text(id))
        continue
      }
      guard !round.set(of: agency).obligations.contains(where: { $0.id == id }) else {
        problems.report(.orderIdTaken, at: rows.place(OrderColumn.id), .text(id))
        continue
      }
      let key = [round.agencies[agency].code, id]
      guard
        keyed.isNew(
          key, digest: rows.digest(of: [OrderColumn.duty, .deadline, .legalBasis, .recipient, .reason]),
          at: rows.place(), &problems),
        let duty = rows.requiredText(OrderColumn.duty, &problems)
      else { continue }
      let basis = rows.requiredText(OrderColumn.legalBasis, &problems) ?? ""
      let deadline =
        rows.requiredText(OrderColumn.deadline, &problems) == nil
        ? nil : rows.day(OrderColumn.deadline, &problems)
      round.orders.append(
        Order(
          agency: agency, id: id, duty: duty, deadline: deadline, recipient: rows.text(OrderColumn.recipient),
          legalBasis: basis,
          reason: rows.text(OrderColumn.reason)))
    }
  }

  mutating func loadBreakthroughs() {
    guard let table = folder.table(BreakthroughColumn.schema, &problems) else {
      return
    }
    let codes = Interner(round.agencies.map(\.code))
    var keyed = KeyedRows<[String]>()
    var rows = table.rows()
    while rows.next(&problems) {
      // A row of the list to be filled in that nobody has filled in yet.
      if BreakthroughColumn.allCases.dropFirst().allSatisfy({ rows.isEmpty($0) }) { continue }
      guard let agency = agency(rows, BreakthroughColumn.agency, codes),
        let work = rows.requiredText(BreakthroughColumn.work, &problems)
      else { continue }
      let key = [round.agencies[agency].code, work]
      guard keyed.isNew(key, digest: rows.digest(of: BreakthroughColumn.content), at: rows.place(), &problems)
      else {
        continue
      }
      let set = round.set(of: agency)
      let field =
        rows.isEmpty(BreakthroughColumn.field)
        ? nil : set.fields.first { set.rows[$0].code == rows.text(BreakthroughColumn.field) }
      if field == nil, !rows.isEmpty(BreakthroughColumn.field) {
        problems.report(
          .fieldUnknown, at: rows.place(BreakthroughColumn.field), .text(rows.text(BreakthroughColumn.field)),
          .text(set.code),
          suggestion: nearest(
            to: rows.text(BreakthroughColumn.field), among: set.fields.map { set.rows[$0].code }))
      }
      round.breakthroughs.append(
        Breakthrough(
          agency: agency, work: work, solution: rows.text(BreakthroughColumn.solution), field: field,
          responsible: rows.text(BreakthroughColumn.responsible),
          deadline: rows.day(BreakthroughColumn.deadline, &problems),
          expected: rows.number(BreakthroughColumn.expected, &problems),
          result: rows.text(BreakthroughColumn.result),
          registered: rows.day(BreakthroughColumn.registered, &problems)))
    }
  }

  mutating func loadMap() {
    guard let table = folder.table(AgencyChangeColumn.schema, &problems) else { return }
    round.agencyChanges = AgencyChange.read(table, known: round.agencies.map(\.code), &problems)
  }
}

extension AgencyChange {
  /// Reads a table of merged or renamed agencies; a new code that is not among the known ones is reported.
  package static func read(
    _ table: Table, known: [String], _ problems: inout ProblemList
  ) -> [AgencyChange] {
    var changes: [AgencyChange] = []
    var keyed = KeyedRows<String>()
    let codes = Set(known)
    var rows = table.rows()
    while rows.next(&problems) {
      guard let old = rows.requiredText(AgencyChangeColumn.old, &problems),
        let new = rows.requiredText(AgencyChangeColumn.new, &problems),
        keyed.isNew(
          old, digest: rows.digest(of: [AgencyChangeColumn.new]), at: rows.place(AgencyChangeColumn.old),
          &problems)
      else { continue }
      guard codes.contains(new) else {
        problems.report(
          .agencyUnknown, at: rows.place(AgencyChangeColumn.new), .text(new),
          suggestion: nearest(to: new, among: known))
        continue
      }
      changes.append(AgencyChange(old: old, new: new, place: rows.place(AgencyChangeColumn.old)))
    }
    return changes
  }
}
