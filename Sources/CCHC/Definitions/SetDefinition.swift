import CCHCCriteria
import CCHCExact

/// A criteria set that a program builds in code, as the tables of a set would hold it.
///
/// Its parts go through the same checks as tables: ``CriteriaSet/init(_:)`` reports what is wrong with them.
///
/// ```swift
/// var definition = SetDefinition(code: "mau", name: "Bộ tiêu chí mẫu", legalBasis: "QĐ 1/QĐ-UBND")
/// definition.criteria = [
///   CriterionDefinition("1", "Giải quyết thủ tục hành chính", maximum: 10),
///   CriterionDefinition(
///     "1.1", "Hồ sơ đúng hạn", maximum: 10, inputs: [Input("a", .count), Input("b", .count)],
///     rule: "b/a >= 90%: full; else: b/a * full", zeroDenominator: .exempt),
/// ]
/// let set = CriteriaSet(definition)
/// ```
public struct SetDefinition: Sendable {
  /// The code: ASCII letters, digits, `.`, `-` and `_`.
  public var code: String
  /// The title.
  public var name: String
  /// The decision that issues the set.
  public var legalBasis: String
  /// The decimals to which the points of a leaf are rounded, 0 to 4.
  public var pointDecimals: Int = 2
  /// The decimals of published percentages, 0 to 4.
  public var indexDecimals: Int = 2
  /// The rule by which points and percentages are rounded.
  public var rounding: Rounding = .halfUp
  /// Whether ranks have no gaps after equal ones: 1, 2, 2, 3.
  public var hasDenseRanks: Bool = false
  /// Whether ranks are by the exact index instead of the published one.
  public var ranksByExactIndex: Bool = false
  /// The codes of the fields whose percentages order agencies of the same index.
  public var tieBreak: [String] = []
  /// The ratings that heads of agencies may have, best first; empty for the usual ones.
  public var headRatings: [String] = []
  /// Fields, criteria and leaves, in the order in which outputs show them.
  public var criteria: [CriterionDefinition] = []
  /// The bands, best first; the last one holds `else`.
  public var bands: [BandDefinition] = []
  /// Who owes what after publication.
  public var obligations: [ObligationDefinition] = []

  /// Creates a set without criteria.
  ///
  /// - Parameters:
  ///   - code: The code: ASCII letters, digits, `.`, `-` and `_`.
  ///   - name: The title.
  ///   - legalBasis: The decision that issues the set.
  public init(code: String, name: String, legalBasis: String) {
    self.code = code
    self.name = name
    self.legalBasis = legalBasis
  }
}

/// A band of a set that a program builds in code.
public struct BandDefinition: Sendable, Hashable {
  /// The label, such as `Tốt`.
  public let label: String
  /// The condition on results, such as `index >= 90%`; `else` for the last band.
  public let condition: String

  /// Creates a band.
  ///
  /// - Parameters:
  ///   - label: The label, such as `Tốt`.
  ///   - condition: The condition on results, such as `index >= 90%`; `else` for the last band.
  public init(_ label: String, _ condition: String) {
    self.label = label
    self.condition = condition
  }
}

/// An obligation of a set that a program builds in code.
public struct ObligationDefinition: Sendable, Hashable {
  /// A rule for the first day that is too late.
  public enum Deadline: Sendable, Hashable {
    /// A day of the year after the assessed one.
    case dayOfNextYear(month: Int, day: Int)
    /// Days after the announcement of the results.
    case daysAfterAnnouncement(Int)
  }

  /// The id, unique in the set.
  public let id: String
  /// The condition on results under which it is owed, such as `index < 70%`.
  public let condition: String
  /// What is to be done.
  public let duty: String
  /// The first day that is too late.
  public let deadline: Deadline
  /// To whom it is owed.
  public let recipient: String
  /// The documents that it rests on.
  public let legalBasis: String

  /// Creates an obligation.
  ///
  /// - Parameters:
  ///   - id: The id, unique in the set.
  ///   - condition: The condition on results under which it is owed, such as `index < 70%`.
  ///   - duty: What is to be done.
  ///   - deadline: The first day that is too late.
  ///   - recipient: To whom it is owed.
  ///   - legalBasis: The documents that it rests on.
  public init(
    _ id: String, when condition: String, duty: String, deadline: Deadline, recipient: String,
    legalBasis: String = ""
  ) {
    self.id = id
    self.condition = condition
    self.duty = duty
    self.deadline = deadline
    self.recipient = recipient
    self.legalBasis = legalBasis
  }
}
