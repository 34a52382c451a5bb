package import CCHCCriteria
package import CCHCExact
import CCHCFiles
import CCHCOffice

/// Where the points of one leaf come from: figures, rule, the case that held, limits, rounding, appraisals.
package struct LeafTrace: Sendable {
  package let steps: [Step]

  /// The leaf as filed, or after one appraisal round.
  package struct Step: Sendable {
    /// nil for what was filed.
    package let round: Int?
    package let figures: [Figure]
    package let appraisals: [Appraisal]
    package let status: LeafStatus
    /// In units of the set's point decimals; nil where exempt or monitored.
    package let points: Int64?
    package let checks: [Check]
    /// How the rule came to its value; nil where it was not worked out.
    package let work: Work?
  }

  package struct Check: Sendable {
    package let text: String
    /// nil where it could not be worked out.
    package let holds: Bool?
  }

  /// The working of a rule.
  package struct Work: Sendable {
    /// The place of the case that held; nil where none did or the rule has no cases.
    package let heldCase: Int?
    /// Expressions that the tried cases compare, with their exact values.
    package let compared: [Term]
    /// The rule's value before limits and rounding; nil where empty or not to be worked out.
    package let value: Rational?
    package let fault: EvaluationFault?
  }

  /// An expression in the rule's words and its value.
  package struct Term: Sendable {
    package let text: String
    package let value: RuleValue
  }

  /// Retraces a leaf of a loaded round.
  init(_ leaf: FiledLeaf) {
    let declared = leaf.declared
    var judge = LeafJudge(leaf.agency.set)
    steps = leaf.history.steps.map { step in
      let judgement = judge.judge(leaf.index, step.state)
      let evaluator = judge.evaluator(leaf.index, step.state)
      let isWorked =
        step.state.decided == nil && [.scored, .exempt, .invalid].contains(judgement.status)
        && !step.state.marks.contains(.exempt) && step.state.figures.allSatisfy { $0.state.isUsable }
      let checks = isWorked ? declared.checks.map { Self.check($0, evaluator) } : []
      let holds = checks.allSatisfy { $0.holds ?? false }
      return Step(
        round: step.round, figures: step.state.figures, appraisals: step.appraisals, status: judgement.status,
        points: judgement.points,
        checks: checks,
        work: isWorked && holds
          ? declared.rule.map { Self.work($0, declared, evaluator) } : nil)
    }
  }

  private static func check(_ stated: StatedCondition, _ evaluator: RuleEvaluator) -> Check {
    Check(text: stated.text, holds: try? evaluator.holds(stated.condition))
  }

  private static func work(_ rule: Rule, _ leaf: Leaf, _ evaluator: RuleEvaluator) -> Work {
    let printer = RulePrinter(inputName: { leaf.inputs[$0].name }, rowCode: { _ in "" })
    do throws(EvaluationFault) {
      let (value, place) = try evaluator.value(of: rule)
      let held = rule.hasCases ? place : nil
      var terms: [Term] = []
      // The cases that were tried: those that did not hold show why the next one was.
      for ruleCase in rule.cases[...(place ?? rule.cases.count - 1)] where rule.hasCases {
        ruleCase.condition.forEachComparison { left, _, right in
          for side in [left, right] where !side.isConstant {
            let text = printer.text(side)
            guard !terms.contains(where: { $0.text == text }), let value = try? evaluator.value(of: side)
            else {
              continue
            }
            terms.append(Term(text: text, value: value))
          }
        }
      }
      return Work(heldCase: held, compared: terms, value: value.number, fault: nil)
    } catch {
      return Work(heldCase: nil, compared: [], value: nil, fault: error)
    }
  }
}

extension Figure.State {
  /// Whether a rule can be worked out over a figure in this state.
  fileprivate var isUsable: Bool { self == .filed || self == .absent || self == .blank }
}
