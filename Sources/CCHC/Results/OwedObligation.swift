import CCHCCriteria
import CCHCFiles
import CCHCScoring

/// What an agency owes after publication, and why.
public struct OwedObligation: Sendable, Hashable {
  /// The id of the obligation in the set.
  public let id: String
  /// What is to be done.
  public let duty: String
  /// The first day that is too late; nil where it depends on an announcement that has no day yet.
  public let deadline: CalendarDay?
  /// To whom it is owed.
  public let recipient: String
  /// The documents that the obligation rests on.
  public let legalBasis: String
  private let reasons: Texts

  /// A text in both languages.
  private struct Texts: Hashable {
    let vietnamese: String
    let english: String
  }

  /// Why the agency owes it: the result that the obligation asks about, with its numbers.
  public func reason(in language: Language) -> String {
    language == .vietnamese ? reasons.vietnamese : reasons.english
  }

  init(_ owed: OwedDuty, in set: CCHCCriteria.CriteriaSet) {
    let rule = set.obligations[owed.rule]
    id = rule.id
    duty = rule.duty
    deadline = owed.deadline.map(CalendarDay.init)
    recipient = rule.recipient
    legalBasis = rule.legalBasis
    reasons = Texts(vietnamese: owed.reason.vietnamese, english: owed.reason.english)
  }
}
