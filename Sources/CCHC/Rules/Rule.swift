import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring

/// A rule of the rule language, to be worked out alone: without a set or a round.
///
/// Values are exact fractions, so `b/a >= 90%` is decided without rounding. Nothing is executed: a rule reads figures
/// and gives a number.
///
/// ```swift
/// let rule = try Rule(
///   "b/a >= 90%: full; else: b/a * full", inputs: [Input("a", .count), Input("b", .count)], maximum: 2)
/// let result = try rule.evaluate(["a": 405_424, "b": 358_660])
/// print(result.value?.rounded(decimals: 2, .halfUp) ?? 0)  // 1.77
/// ```
public struct Rule: Sendable {
  private let base: CCHCCriteria.Rule
  private let baseInputs: [CCHCCriteria.Input]
  private let needed: [Int]

  /// The rule as it was written.
  public var text: String { base.text }
  /// The inputs that it may name.
  public let inputs: [Input]
  /// What `full` is in the rule.
  public let maximum: DecimalNumber
  /// How `round` rounds in the rule.
  public let rounding: Rounding
  /// What a person should look at, such as cases that never hold.
  public let warnings: [Problem]

  /// The outcome of a rule over some figures.
  public struct Outcome: Sendable, Hashable {
    /// The exact value, before any limit; nil where figures that it needs are optional and not given.
    public let value: Fraction?
    /// The words of the case that held; nil where none did, and for a rule without cases.
    public let heldCase: String?
  }

  /// Reads a rule and checks names and types.
  ///
  /// - Parameters:
  ///   - text: The rule, at most 4,000 letters.
  ///   - inputs: The figures that the rule may name.
  ///   - maximum: What `full` is.
  ///   - rounding: How `round` rounds.
  /// - Throws: ``RuleError`` with everything that is wrong with the text or the inputs.
  /// - Complexity: O(n) in the length of the rule, O(n²) in its cases.
  public init(
    _ text: String, inputs: [Input], maximum: DecimalNumber, rounding: Rounding = .halfUp
  ) throws(RuleError) {
    let place = Place("")
    var cells = CellTexts()
    let declared = inputs.map { cells.text(of: $0, at: place) }.joined(separator: "; ")
    var problems = cells.problems
    let baseInputs = LeafRules.inputs(declared, isSurvey: false, at: place, &problems) ?? []
    guard !problems.hasErrors else { throw RuleError(problems: problems.face) }
    let reader = LeafRules(inputs: baseInputs, full: maximum.rational, rounding: rounding.base)
    let base = reader.rule(text, hasZeroDenominator: true, at: place, &problems)
    guard let base, !problems.hasErrors else { throw RuleError(problems: problems.face) }
    self.base = base
    self.baseInputs = baseInputs
    self.inputs = inputs
    self.maximum = maximum
    self.rounding = rounding
    needed = LeafRules.needed(base, [], baseInputs)
    warnings = problems.face
  }

  /// Works the rule out over some figures.
  ///
  /// - Parameters:
  ///   - figures: The figures by the names of their inputs; optional ones may be left out.
  ///   - lateDays: What `late_days` is in the rule.
  /// - Returns: The exact value, and the case that gave it.
  /// - Throws: ``EvaluationError`` where the figures do not fit or the rule has no value.
  /// - Complexity: O(n) in the length of the rule.
  public func evaluate(
    _ figures: [String: FigureValue], lateDays: Int = 0
  ) throws(EvaluationError) -> Outcome {
    let unknown = figures.keys.filter { name in !inputs.contains { $0.name == name } }
    if let name = unknown.min() { throw .unknownInput(name) }
    let given = figures.filter { !$0.value.text.isEmpty }
    let missing = needed.map { inputs[$0].name }.filter { given[$0] == nil }
    guard missing.isEmpty else { throw .missingInputs(missing) }
    var evaluator = RuleEvaluator()
    evaluator.full = maximum.rational
    evaluator.rounding = rounding.base
    evaluator.lateDays = lateDays
    for (input, declared) in zip(inputs, baseInputs) {
      guard let figure = given[input.name] else {
        evaluator.inputs.append(.empty)
        continue
      }
      guard let value = declared.type.figure(of: figure.text).value(of: declared.type) else {
        throw .wrongValue(input, text: figure.text)
      }
      evaluator.inputs.append(value)
    }
    do throws(EvaluationFault) {
      let (value, index) = try evaluator.value(of: base)
      let held = base.hasCases ? index.map { base.cases[$0] } : nil
      return Outcome(
        value: value.number.map(Fraction.init), heldCase: held.map { "\($0.conditionText): \($0.valueText)" })
    } catch {
      throw EvaluationError(error)
    }
  }
}
