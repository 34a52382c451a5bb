import CCHC

/// Works out one rule over some figures.
@main enum WriteRule {
  static func main() {
    let inputs = [
      Input("a", .count, label: "Tổng số hồ sơ"), Input("b", .count, label: "Số hồ sơ đúng hạn"),
    ]
    do throws(RuleError) {
      let rule = try Rule("b/a >= 90%: full; else: b/a * full", inputs: inputs, maximum: 2)
      evaluate(rule, ["a": 30, "b": 27])
      evaluate(rule, ["a": 30, "b": 26])
      evaluate(rule, ["a": 0, "b": 0])
      evaluate(rule, ["a": "1.000", "b": 27])
      _ = try Rule("b/a >= 90%: ful", inputs: inputs, maximum: 2)
    } catch {
      for problem in error.problems { print(problem.message(in: .english)) }
    }
  }

  /// Prints the exact value of a rule and its points, or why there are none.
  static func evaluate(_ rule: Rule, _ figures: [String: FigureValue]) {
    do throws(EvaluationError) {
      let outcome = try rule.evaluate(figures)
      guard let value = outcome.value, let points = value.rounded(decimals: 2, .halfUp) else { return }
      print("\(value), rounded \(points), by “\(outcome.heldCase ?? rule.text)”")
    } catch {
      print(error.message(in: .english))
    }
  }
}
