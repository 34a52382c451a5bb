import CCHCCriteria
import CCHCExact
import CCHCFiles

/// Reads the inputs, figures, checks and rule of a leaf, each on a line of its own, and works them out.
enum RuleHarness {
  static func run(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count == 4, let inputs = try? parseInputs(lines[0], untyped: .number) else {
      return bytes.count
    }
    let rules = LeafRules(inputs: inputs, full: Rational(10), rounding: .halfUp)
    var problems = ProblemList()
    let checks = rules.checks(lines[2], at: Place("criteria.csv"), &problems)
    let rule = rules.rule(lines[3], hasZeroDenominator: false, at: Place("criteria.csv"), &problems)
    tell(problems)
    var evaluator = RuleEvaluator()
    evaluator.full = Rational(10)
    evaluator.inputs = figures(lines[1], inputs)
    for check in checks ?? [] { _ = try? evaluator.holds(check.condition) }
    guard let rule else { return bytes.count }
    _ = try? evaluator.value(of: rule)
    let printer = RulePrinter(inputName: { inputs[$0].name }, rowCode: { _ in "" })
    for ruleCase in rule.cases {
      _ = printer.text(ruleCase.condition)
      compare(ruleCase.value, printed: printer.text(ruleCase.value), rules, evaluator)
    }
    return bytes.count
  }

  /// An expression that was printed and read again is worth the same.
  private static func compare(
    _ value: Expression, printed: String, _ rules: LeafRules, _ evaluator: RuleEvaluator
  ) {
    var problems = ProblemList()
    let again = rules.rule(printed, hasZeroDenominator: true, at: Place("criteria.csv"), &problems)
    // A printed rule may be longer than the one that was written, and too long to be read.
    guard let again, again.cases.count == 1 else { return }
    require(
      worth(value, evaluator) == worth(again.cases[0].value, evaluator),
      "printed as \(printed) it is worth another"
    )
  }

  private static func worth(_ value: Expression, _ evaluator: RuleEvaluator) -> RuleValue? {
    try? evaluator.value(of: value)
  }

  /// Figures separated by `;`, each read as its input's type says; empty where it cannot be.
  private static func figures(_ line: String, _ inputs: [Input]) -> [RuleValue] {
    let texts = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    return inputs.enumerated().map { place, input in
      guard place < texts.count, !texts[place].isEmpty else { return .empty }
      let text = Array(texts[place].utf8)
      switch input.type {
      case .number, .signed, .count:
        guard let number = parseNumber(text.span)?.value else { return .empty }
        return .number(Rational(units: Int128(number.units), decimals: number.scale))
      case .yesNo: return .yes(texts[place] == "1")
      case .day: return parseDay(text.span).map { .day($0) } ?? .empty
      case .choice: return .text(Label(texts[place]))
      }
    }
  }
}
