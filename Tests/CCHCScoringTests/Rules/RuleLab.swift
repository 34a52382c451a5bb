import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

/// Loads sets whose leaves bear rules, and works rules out over fixed figures.
enum RuleLab {
  static let inputs = """
    a: Tổng; b: Đúng hạn; z: Không; g[signed]: Có dấu; n[count]: Số đếm; v[yesno]: Có; w[yesno]: Không; \
    d[date]: Ngày; e[date]: Ngày trước; s[choice: kịp thời|không kịp thời|không ban hành]: Tình trạng; \
    o[?]: Trống; p[yesno?]: Trống; q[date?]: Trống; t[choice?: x|y]: Trống; dung_han: Đúng hạn
    """

  /// a = 10, b = 8, z = 0, g = -2.5, n = 3, v yes, w no, d 1/4/2023, e 1/3/2023, s on time, the rest empty.
  static func figures() throws -> [RuleValue] {
    let april = try #require(Day(year: 2023, month: 4, day: 1))
    let march = try #require(Day(year: 2023, month: 3, day: 1))
    return [
      .number(Rational(10)), .number(Rational(8)), .number(.zero), .number(Rational(units: -25, decimals: 1)),
      .number(Rational(3)), .yes(true), .yes(false), .day(april), .day(march), .text(Label("Kịp thời")),
      .empty, .empty,
      .empty, .empty, .number(Rational(8)),
    ]
  }

  /// Loads a set with a leaf for each rule.
  static func load(
    _ rules: [String], max: String = "1000", inputs: String = inputs,
    others: [String: String] = ["zero_denominator": "zero"],
    files: [String: String] = [:]
  ) throws -> SetLoader.Outcome {
    let leaves = rules.enumerated().map { Row("1.r\($0)x", max: max, inputs: inputs, rule: $1, others) }
    let total = (Int(max) ?? 0) * rules.count
    let round = SmallRound([Row("1", max: String(total))] + leaves, files)
    let folder = try TemporaryFolder()
    try round.write(to: folder)
    return SetLoader.load(folder.path("criteria/bo"), code: "bo", makesStamps: false)
  }

  /// Problems of a single rule as `code@position`, those of the set apart.
  static func faults(
    _ rule: String, max: String = "10", others: [String: String] = ["zero_denominator": "zero"]
  ) throws
    -> [String]
  { try problems(rule, max: max, others: others).map { "\($0.code.id)@\($0.words.first ?? "")" } }

  static func problems(
    _ rule: String, max: String = "10", others: [String: String] = ["zero_denominator": "zero"]
  ) throws -> [Problem] { try load([rule], max: max, others: others).problems.items }

  /// The value of a rule of the set as text.
  static func shown(_ rule: Rule, _ evaluator: RuleEvaluator) -> String {
    do throws(EvaluationFault) {
      switch try evaluator.value(of: rule).value {
      case .number(let number): return exactText(number)
      case .empty: return "empty"
      case .text, .day, .yes: return "no number"
      }
    } catch {
      return error == .overflow ? "overflow" : "division by 0"
    }
  }

  /// The value of a rule over the fixed figures, a maximum of 1,000 points.
  static func value(_ text: String, rounding: Rounding = .halfUp) throws -> String {
    let outcome = try load([text])
    #expect(!outcome.problems.hasErrors, "\(outcome.problems.items.map { $0.message(in: .english) })")
    let rule = try #require(outcome.set.leaves.first?.rule)
    var evaluator = RuleEvaluator()
    evaluator.inputs = try figures()
    evaluator.full = Rational(1_000)
    evaluator.rounding = rounding
    return shown(rule, evaluator)
  }
}
