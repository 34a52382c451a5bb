package import CCHCExact
package import CCHCFiles
import CCHCOffice

/// Reads and checks the inputs, the rule and the checks of one leaf.
package struct LeafRules {
  let inputs: [Input]
  /// The leaf's maximum points.
  let full: Rational
  let rounding: Rounding

  package init(inputs: [Input], full: Rational, rounding: Rounding) {
    (self.inputs, self.full, self.rounding) = (inputs, full, rounding)
  }

  /// The inputs of a leaf; nil where they cannot be read.
  package static func inputs(
    _ text: String, isSurvey: Bool, at place: Place, _ problems: inout ProblemList
  ) -> [Input]? {
    do throws(InputFault) {
      let inputs = try parseInputs(text, untyped: isSurvey ? .count : .number)
      if isSurvey, let other = inputs.first(where: { $0.type != .count }) {
        problems.report(
          .inputsInvalid, at: place, .text(other.name),
          .phrase(vi: "số liệu điều tra XHH phải là số đếm", en: "an input of a survey leaf is a count"))
      }
      return inputs
    } catch {
      problems.report(.inputsInvalid, at: place, .text(error.text), error.reason)
      return nil
    }
  }

  /// The leaf's rule; nil where it cannot be worked out.
  package func rule(_ text: String, hasZeroDenominator: Bool, at place: Place, _ problems: inout ProblemList)
    -> Rule?
  {
    let (rule, faults) = RuleParser.rule(text, scope: RuleScope(.rule, inputs: inputs))
    for fault in faults { problems.append(fault.problem(at: place)) }
    guard let rule else { return nil }
    checkSteps(rule, at: place, &problems)
    if rule.hasCases { checkCases(rule, at: place, &problems) }
    var divides = false
    for ruleCase in rule.cases {
      divides = divides || ruleCase.value.dividesByInput
      ruleCase.condition.visit { divides = divides || $0.dividesByInput }
    }
    if divides, !hasZeroDenominator { problems.append(Problem(.ruleDivisionUnsaid, at: place)) }
    return rule
  }

  /// The leaf's checks; nil where one of them cannot be read.
  package func checks(_ text: String, at place: Place, _ problems: inout ProblemList) -> [StatedCondition]? {
    guard !text.isEmpty else { return [] }
    let (conditions, faults) = RuleParser.conditions(text, scope: RuleScope(.check, inputs: inputs))
    for fault in faults { problems.append(fault.problem(at: place)) }
    return conditions
  }

  /// The inputs that a rule or checks name and that are not optional.
  package static func needed(_ rule: Rule?, _ checks: [StatedCondition], _ inputs: [Input]) -> [Int] {
    var named: Set<Int> = []
    let note: (Expression) -> Void = { if case .input(let input) = $0 { named.insert(input) } }
    rule?.visit(note)
    for check in checks { check.condition.visit(note) }
    return named.filter { !inputs[$0].isOptional }.sorted()
  }

  /// The value of an expression that no figure changes; nil where one does.
  private func constant(_ expression: Expression) -> RuleValue? {
    guard expression.isConstant else { return nil }
    var evaluator = RuleEvaluator()
    evaluator.full = full
    evaluator.rounding = rounding
    return try? evaluator.value(of: expression)
  }

  private func checkSteps(_ rule: Rule, at place: Place, _ problems: inout ProblemList) {
    for ruleCase in rule.cases {
      guard case .number(let value) = constant(ruleCase.value), value > full else { continue }
      let fault = RuleFault(
        .ruleStepAboveMaximum, at: ruleCase.valuePosition, .text(ruleCase.valueText), .exact(full))
      problems.append(fault.problem(at: place))
    }
  }

  private func checkCases(_ rule: Rule, at place: Place, _ problems: inout ProblemList) {
    let coverage = RuleCoverage(
      rule.cases.map(\.condition), isOptional: { inputs[$0].isOptional }, constant: constant)
    for finding in coverage.findings() {
      let ruleCase = rule.cases[finding.place]
      problems.append(
        RuleFault(finding.code, at: ruleCase.position, .text(ruleCase.conditionText)).problem(at: place))
    }
    guard rule.cases.last?.condition != .always else { return }
    let printer = RulePrinter(inputName: { inputs[$0].name }, rowCode: { _ in "" })
    let gap = coverage.gap { printer.text($0) }
    let example = gap.map {
      ProblemArgument.phrase(vi: ", chẳng hạn khi {0}", en: ", for one where {0}", .text($0))
    }
    let fault = RuleFault(.ruleWithoutElse, at: 1, example ?? .text(""))
    problems.append(fault.problem(at: place))
  }
}
