import CCHCCriteria
import CCHCScoring

/// A round that a program builds in code, as the tables of a round would hold it.
///
/// Its parts go through the same checks as tables: ``Round/init(_:)`` reports what is wrong with them.
///
/// ```swift
/// var definition = RoundDefinition(code: "2026", name: "Kỳ đánh giá năm 2026", year: 2026, sets: ["so": set])
/// definition.agencies = [AgencyDefinition("STP", "Sở Tư pháp", group: "so")]
/// definition.figures = [
///   FiledFigure("STP", "1.1", "a", 120), FiledFigure("STP", "1.1", "b", 114),
/// ]
/// let results = Round(definition).score()
/// ```
public struct RoundDefinition: Sendable {
  /// The code: ASCII letters, digits, `.`, `-` and `_`.
  public var code: String
  /// The title.
  public var name: String
  /// The assessed year, 1901 to 2199.
  public var year: Int
  /// The criteria set of each group, by the group's code.
  public var sets: [String: CriteriaSet]
  /// The agencies.
  public var agencies: [AgencyDefinition] = []
  /// The figures that agencies file, and those that other departments enter.
  public var figures: [FiledFigure] = []
  /// The answers of surveys.
  public var answers: [SurveyAnswers] = []
  /// What the council decided, oldest first.
  public var appraisals: [AppraisalDefinition] = []
  /// Criteria that are not assessed.
  public var exemptions: [ExemptionDefinition] = []
  /// The ratings of heads, by the agency's code.
  public var headRatings: [String: String] = [:]
  /// The day on which results are announced; nil where it is not known.
  public var announced: CalendarDay?

  /// Creates a round without agencies.
  ///
  /// - Parameters:
  ///   - code: The code: ASCII letters, digits, `.`, `-` and `_`.
  ///   - name: The title.
  ///   - year: The assessed year, 1901 to 2199.
  ///   - sets: The criteria set of each group, by the group's code.
  public init(code: String, name: String, year: Int, sets: [String: CriteriaSet]) {
    self.code = code
    self.name = name
    self.year = year
    self.sets = sets
  }
}

/// An agency of a round that a program builds in code.
public struct AgencyDefinition: Sendable, Hashable {
  /// The code, such as `STP`.
  public var code: String
  /// The name.
  public var name: String
  /// The code of the group.
  public var group: String
  /// The bloc, whose agencies are ranked among each other.
  public var bloc: String
  /// Whether the agency takes part in the ranking.
  public var isRanked: Bool

  /// Creates an agency.
  ///
  /// - Parameters:
  ///   - code: The code, such as `STP`.
  ///   - name: The name.
  ///   - group: The code of the group.
  ///   - bloc: The bloc, whose agencies are ranked among each other; nil for the group.
  ///   - isRanked: Whether the agency takes part in the ranking.
  public init(_ code: String, _ name: String, group: String, bloc: String? = nil, isRanked: Bool = true) {
    self.code = code
    self.name = name
    self.group = group
    self.bloc = bloc ?? group
    self.isRanked = isRanked
  }
}

/// A figure of an agency, filed by itself or entered by the department that owns it.
public struct FiledFigure: Sendable, Hashable {
  /// The code of the agency.
  public var agency: String
  /// The code of the leaf.
  public var criterion: String
  /// The name of the input.
  public var input: String
  /// The figure.
  public var value: FigureValue
  /// The documents that prove it, separated by `;`.
  public var document: String
  /// A note for the council.
  public var note: String

  /// Creates a figure.
  ///
  /// - Parameters:
  ///   - agency: The code of the agency.
  ///   - criterion: The code of the leaf.
  ///   - input: The name of the input.
  ///   - value: The figure.
  ///   - document: The documents that prove it, separated by `;`.
  ///   - note: A note for the council.
  public init(
    _ agency: String, _ criterion: String, _ input: String, _ value: FigureValue, document: String = "",
    note: String = ""
  ) {
    self.agency = agency
    self.criterion = criterion
    self.input = input
    self.value = value
    self.document = document
    self.note = note
  }
}

/// Answers of a survey that are alike.
public struct SurveyAnswers: Sendable, Hashable {
  /// The code of the agency that the survey asked about.
  public var agency: String
  /// The code of the leaf.
  public var criterion: String
  /// The name of the input that counts these answers.
  public var answer: String
  /// The number of answers; counts of the same answer add up.
  public var count: Int
  /// The group of those who answered; empty where it does not matter.
  public var respondents: String

  /// Creates answers.
  ///
  /// - Parameters:
  ///   - agency: The code of the agency that the survey asked about.
  ///   - criterion: The code of the leaf.
  ///   - answer: The name of the input that counts these answers.
  ///   - count: The number of answers; counts of the same answer add up.
  ///   - respondents: The group of those who answered.
  public init(_ agency: String, _ criterion: String, _ answer: String, count: Int, respondents: String = "") {
    self.agency = agency
    self.criterion = criterion
    self.answer = answer
    self.count = count
    self.respondents = respondents
  }
}

/// A decision of the council on a leaf of an agency.
public struct AppraisalDefinition: Sendable, Hashable {
  /// What was decided.
  public enum Decision: Sendable, Hashable {
    /// The state so far is right.
    case agreed
    /// The leaf has these points.
    case points(DecimalNumber)
    /// A figure is corrected.
    case figure(input: String, FigureValue)
  }

  /// The code of the agency.
  public var agency: String
  /// The code of the leaf.
  public var criterion: String
  /// The number of the appraisal round, 1 to 9.
  public var round: Int
  /// What was decided.
  public var decision: Decision
  /// Why; a change needs a reason.
  public var reason: String
  /// The code of the council member; empty where the set names none.
  public var appraiser: String

  /// Creates a decision.
  ///
  /// - Parameters:
  ///   - agency: The code of the agency.
  ///   - criterion: The code of the leaf.
  ///   - round: The number of the appraisal round, 1 to 9.
  ///   - decision: What was decided.
  ///   - reason: Why; a change needs a reason.
  ///   - appraiser: The code of the council member; empty where the set names none.
  public init(
    _ agency: String, _ criterion: String, round: Int = 1, _ decision: Decision, reason: String = "",
    appraiser: String = ""
  ) {
    self.agency = agency
    self.criterion = criterion
    self.round = round
    self.decision = decision
    self.reason = reason
    self.appraiser = appraiser
  }
}

/// A criterion that is not assessed for an agency, or for all.
public struct ExemptionDefinition: Sendable, Hashable {
  /// The code of the agency; nil for all.
  public var agency: String?
  /// The code of a leaf, or of a row whose leaves are all exempt.
  public var criterion: String
  /// Why.
  public var reason: String
  /// The number and date of the decision.
  public var decidedBy: String

  /// Creates an exemption.
  ///
  /// - Parameters:
  ///   - agency: The code of the agency; nil for all.
  ///   - criterion: The code of a leaf, or of a row whose leaves are all exempt.
  ///   - reason: Why.
  ///   - decidedBy: The number and date of the decision.
  public init(_ agency: String?, _ criterion: String, reason: String, decidedBy: String) {
    self.agency = agency
    self.criterion = criterion
    self.reason = reason
    self.decidedBy = decidedBy
  }
}
