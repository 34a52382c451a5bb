import CCHCCriteria
package import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Obligations that are one paper: those with the same report word, or one without such a word.
package struct DutyPaper: Sendable {
  /// The duty, as obligations.csv words it.
  package let duty: String
  /// The places of the obligations in each group's set, by group.
  package private(set) var rules: [Int: [Int]] = [:]
  /// The legal bases of the obligations, each once.
  package private(set) var bases: [String] = []
  /// Whether every agency of the groups owes it, whatever its results.
  package private(set) var isOwedByAll = true
  /// The word that makes several obligations one paper; empty where the obligation stands alone.
  package let report: String
  /// Whether registering breakthrough work settles it.
  package let isBreakthrough: Bool
  private let round: Round

  private init(_ first: ObligationRule, _ round: Round) {
    duty = first.duty
    report = first.report
    isBreakthrough = first.isBreakthrough
    self.round = round
  }

  /// The papers of all groups, in the order of groups and tables.
  package static func papers(of round: Round) -> [DutyPaper] {
    var papers: [DutyPaper] = []
    var places: [String: Int] = [:]
    for (group, declared) in round.groups.enumerated() {
      for (rule, obligation) in declared.set.obligations.enumerated() {
        // Without a report word, sets of other groups mean the same only where the words are the same.
        let word = obligation.isBreakthrough ? "breakthrough" : obligation.report
        let key = word.isEmpty ? "id:\(obligation.id):\(obligation.duty)" : "report:\(word)"
        let place = places[key] ?? papers.count
        if place == papers.count {
          places[key] = place
          papers.append(DutyPaper(obligation, round))
        }
        papers[place].add(rule, obligation, group: group)
      }
    }
    return papers
  }

  private mutating func add(_ rule: Int, _ obligation: ObligationRule, group: Int) {
    rules[group, default: []].append(rule)
    isOwedByAll = isOwedByAll && obligation.condition.condition == .always
    if !obligation.legalBasis.isEmpty, !bases.contains(obligation.legalBasis) {
      bases.append(obligation.legalBasis)
    }
  }

  /// Whether it is a self-criticism report: several reasons make one paper, and it is no breakthrough work.
  package var isSelfCriticism: Bool { !report.isEmpty && !isBreakthrough }

  /// What one agency owes of a paper.
  package struct Debt: Sendable {
    /// The ids of the obligations that the paper settles.
    package let ids: [String]
    /// Why it is owed, a reason for each obligation.
    package let reasons: [String]
    /// The earliest of the obligations' deadlines.
    package let deadline: Day?
    /// Whether a missing deadline waits for the announcement.
    package let awaitsAnnouncement: Bool
    /// Who receives the paper, each once.
    package let recipients: [String]
    /// Places among the paper's legal bases.
    package let bases: [Int]
    /// Whether a further reason waits for the rating of the agency's head.
    package let awaitsRating: Bool
  }

  /// What an agency of a group owes of the paper; nil where it owes nothing.
  package func debt(_ result: AgencyResult, group: Int) -> Debt? {
    guard let rules = rules[group] else { return nil }
    let owed = rules.compactMap { rule in
      place(of: rule, in: result.obligations, \.rule).map { result.obligations[$0] }
    }
    guard !owed.isEmpty else { return nil }
    let declared = owed.map { round.groups[group].set.obligations[$0.rule] }
    var recipients: [String] = []
    for rule in declared where !rule.recipient.isEmpty && !recipients.contains(rule.recipient) {
      recipients.append(rule.recipient)
    }
    var places: [Int] = []
    for rule in declared {
      if let place = bases.firstIndex(of: rule.legalBasis), !places.contains(place) { places.append(place) }
    }
    return Debt(
      ids: declared.map(\.id), reasons: owed.map(\.reason.vietnamese),
      deadline: owed.compactMap(\.deadline).min(),
      awaitsAnnouncement: declared.contains { $0.deadline.isAfterAnnouncement }, recipients: recipients,
      bases: places, awaitsRating: isUnconcluded(result, group: group))
  }

  /// Whether the rating of an agency's head is still to decide about the paper.
  package func isUnconcluded(_ result: AgencyResult, group: Int) -> Bool {
    guard let rules = rules[group] else { return false }
    return rules.contains { place(of: $0, in: result.unconcluded, \.self) != nil }
  }

  /// Where an obligation stands in a list that is sorted by them, found by halving: a set may have thousands.
  private func place<Element>(of rule: Int, in list: [Element], _ key: (Element) -> Int) -> Int? {
    let index = list.partitioningIndex { key($0) >= rule }
    return index < list.count && key(list[index]) == rule ? index : nil
  }
}

extension Deadline? {
  /// Whether the deadline counts from the announcement.
  fileprivate var isAfterAnnouncement: Bool {
    if case .daysAfterAnnouncement = self { true } else { false }
  }
}
