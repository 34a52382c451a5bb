import CCHCCriteria
import CCHCExact
import CCHCFiles

/// A leaf that an agency which was active for a part of the year might be exempt from.
package struct ExemptionProposal: Sendable {
  package let agency: Int
  package let leaf: Int
  /// Whether the leaf's period lies outside the agency's; else nothing is filed for it.
  package let isOutsidePeriod: Bool
}

extension Agency {
  /// Whether the agency ended before the last day of a year.
  func hasEnded(before year: Int?) -> Bool {
    guard let to, let year, let last = Day(year: year, month: 12, day: 31) else { return false }
    return to < last
  }

  /// Whether the agency was active for a part of a year only.
  package func isPartial(of year: Int?) -> Bool {
    guard let year, let first = Day(year: year, month: 1, day: 1) else { return false }
    return hasEnded(before: year) || from.map { $0 > first } ?? false
  }
}

extension RoundLoader {
  /// Reports periods and successors of agencies.csv that cannot be.
  mutating func checkAgencyPeriods() {
    guard round.agencies.contains(where: { $0.from != nil || $0.to != nil || !$0.successor.isEmpty }) else {
      return
    }
    let year = round.settings.year
    let days = year.flatMap { year -> ClosedRange<Day>? in
      guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
      else { return nil }
      return first...last
    }
    let indices = round.agencies.indicesByCode
    let codes = round.agencies.map(\.code)
    let chains = round.agencies.chains(by: \.successor)
    for (number, agency) in round.agencies.enumerated() {
      if let from = agency.from, let to = agency.to, from > to {
        problems.report(.periodBackward, at: agency.place, .day(from), .day(to))
      }
      if let days,
        agency.from.map({ $0 > days.upperBound }) ?? false
          || agency.to.map({ $0 < days.lowerBound }) ?? false
      {
        problems.report(
          .agencyOutsideYear, at: agency.place, .text(agency.code), year.map { .count($0) } ?? .text(""))
      }
      if !agency.successor.isEmpty {
        checkSuccessor(agency, codes, isKnown: indices[agency.successor] != nil, chains.meetsCircle[number])
      }
    }
  }

  private mutating func checkSuccessor(
    _ agency: Agency, _ codes: [String], isKnown: Bool, _ meetsCircle: Bool
  ) {
    if agency.successor.contains(where: { ";,".contains($0) }) {
      return problems.report(
        .agencySuccessorSeveral, at: agency.place, .text(agency.code), .text(agency.successor))
    }
    guard isKnown, agency.successor != agency.code else {
      return problems.report(
        .agencySuccessorUnknown, at: agency.place, .text(agency.code), .text(agency.successor),
        suggestion: nearest(
          to: agency.successor, among: codes.filter { $0 != agency.code }))
    }
    if agency.to == nil { problems.report(.agencySuccessorWithoutEnd, at: agency.place, .text(agency.code)) }
    if meetsCircle { problems.report(.agencySuccessorCircle, at: agency.place, .text(agency.code)) }
  }

  /// Proposes leaves for exemption of agencies that were active for a part of the year.
  mutating func proposeExemptions() {
    guard let year = round.settings.year else { return }
    for (number, agency) in round.agencies.enumerated()
    where agency.isPartial(of: year) && (options.onlyAgency ?? agency.code) == agency.code {
      let set = round.groups[agency.group].set
      var codes: [String] = []
      for (place, leaf) in set.leaves.enumerated()
      where !leaf.isMonitored && !round.evidence.marks[agency.firstLeaf + place].contains(.exempt) {
        let isOutside = leaf.period?.days(of: year).map { !agency.isActive(in: $0) } ?? false
        let first = agency.firstFigure + leaf.firstInput
        let isUnfiled =
          leaf.method == .own && !leaf.inputs.isEmpty
          && round.evidence.figures[first..<(first + leaf.inputs.count)].allSatisfy {
            $0.state == .absent || $0.state == .blank
          }
        guard isOutside || isUnfiled else { continue }
        round.proposals.append(
          ExemptionProposal(agency: number, leaf: place, isOutsidePeriod: isOutside))
        codes.append(set.rows[leaf.row].code)
      }
      guard !codes.isEmpty else { continue }
      problems.report(.exemptionProposed, at: agency.place, .text(agency.code), .texts(codes, .comma))
    }
  }
}

extension Agency {
  /// Whether the agency was active on any of some days.
  fileprivate func isActive(in days: ClosedRange<Day>) -> Bool {
    if let from, from > days.upperBound { return false }
    if let to, to < days.lowerBound { return false }
    return true
  }
}
