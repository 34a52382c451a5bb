import CCHCScoring
import CCHCTables

/// Obligations that are one paper: those with the same report word, or one without such a word.
struct DutyPaper {
  /// The duty, as obligations.csv words it.
  let duty: String
  /// The places of the obligations in each group's set, by group.
  private(set) var rules: [Int: [Int]] = [:]
  /// The legal bases of the obligations, each once.
  private(set) var bases: [String] = []
  /// Whether every agency of the groups owes it, whatever its results.
  private(set) var isOwedByAll = true
  private let round: Round

  private init(_ duty: String, _ round: Round) {
    self.duty = duty
    self.round = round
  }

  /// The papers of all groups, in the order of groups and tables.
  static func papers(of round: Round) -> [DutyPaper] {
    var papers: [DutyPaper] = []
    var places: [String: Int] = [:]
    for (group, declared) in round.groups.enumerated() {
      for (rule, obligation) in declared.set.obligations.enumerated() {
        // Without a report word, sets of other groups mean the same only where the words are the same.
        let key =
          obligation.report.isEmpty ? "id:\(obligation.id):\(obligation.duty)" : "report:\(obligation.report)"
        let place = places[key] ?? papers.count
        if place == papers.count {
          places[key] = place
          papers.append(DutyPaper(obligation.duty, round))
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

  /// What one agency owes of a paper.
  struct Debt {
    let reasons: [String]
    /// The earliest of the obligations' deadlines.
    let deadline: Day?
    /// Whether a missing deadline waits for the announcement.
    let awaitsAnnouncement: Bool
    let recipients: [String]
    /// Places among the paper's legal bases.
    let bases: [Int]
    /// Whether a further reason waits for the rating of the agency's head.
    let awaitsRating: Bool
  }

  /// What an agency of a group owes of the paper; nil where it owes nothing.
  func debt(_ result: AgencyResult, group: Int) -> Debt? {
    guard let rules = rules[group] else { return nil }
    let owed = result.obligations.filter { rules.contains($0.rule) }
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
      reasons: owed.map(\.reason), deadline: owed.compactMap(\.deadline).min(),
      awaitsAnnouncement: declared.contains { $0.deadline.isAfterAnnouncement }, recipients: recipients,
      bases: places, awaitsRating: isUnconcluded(result, group: group))
  }

  /// Whether the rating of an agency's head is still to decide about the paper.
  func isUnconcluded(_ result: AgencyResult, group: Int) -> Bool {
    guard let rules = rules[group] else { return false }
    return result.unconcluded.contains { rules.contains($0) }
  }
}

extension DutyPaper.Debt {
  /// `trước ngày 01/4/2024`: the deadline is the first day that is too late.
  var deadlineText: String {
    if let deadline { return "trước ngày \(deadline.documentText)" }
    return awaitsAnnouncement ? "chưa xác định (chưa có ngày công bố)" : "chưa xác định"
  }

  /// Who receives the paper.
  var recipientText: String { recipients.isEmpty ? noFigure : recipients.joined(separator: "; ") }

  /// All reasons; several are lettered.
  var reasonText: MarkdownText {
    var texts = reasons
    if awaitsRating { texts.append("Người đứng đầu chưa được xếp loại về CCHC: chưa kết luận về lý do này") }
    if texts.count == 1 { return MarkdownText(texts[0]) }
    let letters = Array("abcdeghiklmnopqrstuvxy")
    let pieces = texts.enumerated().map { place, text -> MarkdownText in
      let mark = place < letters.count ? String(letters[place]) : String(place + 1)
      return "\(mark)) \(text)"
    }
    return MarkdownText.joined(pieces, "; ")
  }
}

extension Deadline? {
  /// Whether the deadline counts from the announcement.
  fileprivate var isAfterAnnouncement: Bool {
    if case .daysAfterAnnouncement = self { true } else { false }
  }
}
