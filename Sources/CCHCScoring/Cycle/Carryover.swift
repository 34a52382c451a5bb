import CCHCCriteria
import CCHCFiles
import CCHCTables

/// Counts of an agency that ended, added to those of its successor (carryover.csv).
package struct Carryover: Sendable {
  package let agency: Int
  package let successor: Int
  package let leaf: Int
  package let decidedBy: String
}

extension RoundLoader {
  /// Adds the counts of ended agencies to their successors', before anything is scored.
  mutating func loadCarryovers() {
    guard let table = folder.table(CarryoverColumn.schema, &problems) else { return }
    let codes = Interner(round.agencies.map(\.code))
    let chains = round.agencies.chains(by: \.successor)
    let known = round.groups.map { KnownCodes($0.set) }
    var seen: Set<[Int]> = []
    var carried: [(steps: Int, row: Carryover, place: Place)] = []
    var rows = table.rows()
    while rows.next(&problems) {
      guard let agency = agency(rows, CarryoverColumn.agency, codes),
        let next = successor(rows, agency, codes),
        let criterion = rows.requiredText(CarryoverColumn.criterion, &problems),
        let decision = rows.requiredText(CarryoverColumn.decidedBy, &problems)
      else { continue }
      let set = round.set(of: agency)
      guard round.agencies[next].group == round.agencies[agency].group else {
        problems.report(
          .carryoverGroup, at: rows.place(CarryoverColumn.successor), .text(round.agencies[agency].code),
          .text(round.agencies[next].code))
        continue
      }
      let row = criterion == "*" ? nil : set.row(criterion)
      guard row != nil || criterion == "*" else {
        reportUnknownCriterion(
          criterion, at: rows.place(CarryoverColumn.criterion), known[round.agencies[agency].group])
        continue
      }
      guard isSureCode(rows, CarryoverColumn.criterion, known[round.agencies[agency].group]) else { continue }
      let leaves = (row.map(set.leaves(under:)) ?? Array(set.leaves.indices)).filter {
        set.leaves[$0].inputs.contains { $0.type == .count }
      }
      if leaves.isEmpty {
        problems.report(.carryoverWithoutCounts, at: rows.place(CarryoverColumn.criterion), .text(criterion))
      }
      for leaf in leaves {
        guard seen.insert([agency, leaf]).inserted else {
          problems.report(
            .carryoverTwice, at: rows.place(CarryoverColumn.criterion), .text(round.agencies[agency].code),
            .text(code(agency, leaf)))
          continue
        }
        let carryover = Carryover(agency: agency, successor: next, leaf: leaf, decidedBy: decision)
        round.carryovers.append(carryover)
        carried.append((chains.followers[agency], carryover, rows.place()))
      }
    }
    // What an agency took over goes on with its own counts, whatever the order of the rows.
    let order = carried.indices.sorted { (-carried[$0].steps, $0) < (-carried[$1].steps, $1) }
    for entry in order.map({ carried[$0] }) {
      carry(entry.row.leaf, from: entry.row.agency, to: entry.row.successor, at: entry.place)
    }
  }

  /// The successor that a row names; nil where it is not the agency's, which is reported.
  private mutating func successor(_ rows: borrowing RowCursor, _ agency: Int, _ codes: Interner) -> Int? {
    guard let code = rows.requiredText(CarryoverColumn.successor, &problems) else { return nil }
    let owner = round.agencies[agency]
    guard owner.hasEnded(before: round.settings.year) else {
      problems.report(.carryoverNotEnded, at: rows.place(CarryoverColumn.agency), .text(owner.code))
      return nil
    }
    guard code == owner.successor, let next = codes.number(of: code) else {
      problems.report(
        .carryoverSuccessor, at: rows.place(CarryoverColumn.successor), .text(owner.code), .text(code),
        .text(owner.successor.isEmpty ? "–" : owner.successor))
      return nil
    }
    return next
  }

  private mutating func carry(_ leaf: Int, from agency: Int, to next: Int, at place: Place) {
    let declared = round.set(of: agency).leaves[leaf]
    let (source, target) = (round.agencies[agency], round.agencies[next])
    let marks = round.evidence.marks[source.firstLeaf + leaf]
    if marks.contains(.isSurveyed) { round.evidence.marks[target.firstLeaf + leaf].insert(.isSurveyed) }
    for (number, input) in declared.inputs.enumerated() where input.type == .count {
      let given = round.evidence.figures[source.firstFigure + declared.firstInput + number]
      guard given.state == .filed else { continue }
      let index = target.firstFigure + declared.firstInput + number
      let own = round.evidence.figures[index]
      switch own.state {
      case .absent, .blank:
        round.evidence.figures[index] = given
        round.evidence.carried[index] = given.units
        round.evidence.carriedAlone.insert(index)
        respondents.carry(from: source.firstFigure + declared.firstInput + number, to: index)
      case .filed:
        let (sum, overflow) = own.units.addingReportingOverflow(given.units)
        if overflow {
          problems.report(.countInvalid, at: place, .count(Int(given.units)))
        } else {
          round.evidence.figures[index].units = sum
          round.evidence.carried[index, default: 0] += given.units
          respondents.carry(from: source.firstFigure + declared.firstInput + number, to: index)
        }
      case .invalid, .requested, .conflict: break
      }
    }
  }
}
