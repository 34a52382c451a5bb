import CCHCTables

/// Scores one leaf from a state of its figures: FORMATS 5, steps 1 to 8.
package struct LeafJudge {
  /// What is known of a leaf at one point of its appraisal.
  package struct State {
    package var figures: [Figure] = []
    package var marks: LeafMarks = []
    /// Points that an appraisal decided for the whole leaf.
    package var decided: Int64?
    /// Whole days by which the agency filed late.
    package var lateDays = 0

    package init(
      figures: [Figure] = [], marks: LeafMarks = [], decided: Int64? = nil, lateDays: Int = 0
    ) {
      self.figures = figures
      self.marks = marks
      self.decided = decided
      self.lateDays = lateDays
    }
  }

  package struct Judgement: Equatable {
    package let status: LeafStatus
    /// nil where exempt or monitored.
    package let points: Int64?
    package var fault: LeafFault?
  }

  /// A leaf's limits as fractions.
  private struct Limits {
    let low: Rational
    let high: Rational
  }

  private let set: CriteriaSet
  private let limits: [Limits]
  private var evaluator = RuleEvaluator()

  package init(_ set: CriteriaSet) {
    self.set = set
    let decimals = set.settings.pointDecimals
    limits = set.leaves.map {
      Limits(
        low: Rational(units: Int128($0.minUnits), decimals: decimals),
        high: Rational(units: Int128($0.maxUnits), decimals: decimals))
    }
    evaluator.rounding = set.settings.rounding
  }

  package mutating func judge(_ number: Int, _ state: State) -> Judgement {
    let leaf = set.leaves[number]
    if leaf.isMonitored { return Judgement(status: .monitored, points: nil) }
    if state.marks.contains(.exempt) { return Judgement(status: .exempt, points: nil) }
    if let decided = state.decided { return Judgement(status: .scored, points: decided) }
    if state.figures.contains(where: { $0.state == .requested }) {
      return Judgement(status: .requested, points: 0)
    }
    guard let rule = leaf.rule, !leaf.isBroken, !state.marks.contains(.isInvalid),
      !state.figures.contains(where: { $0.state == .invalid || $0.state == .conflict })
    else { return Judgement(status: .invalid, points: 0) }
    if isMissing(leaf, state) { return Judgement(status: .missing, points: 0) }

    prepare(number, state)
    for (place, check) in leaf.checks.enumerated() {
      do throws(EvaluationFault) {
        guard try evaluator.holds(check.condition) else { return invalid(.check(place)) }
      } catch {
        return invalid(error == .overflow ? .overflow : .check(place))
      }
    }
    do throws(EvaluationFault) {
      let value = try evaluator.value(of: rule).value
      return scored(number, value.number ?? .zero)
    } catch {
      return error == .overflow ? invalid(.overflow) : divided(number, leaf)
    }
  }

  /// Puts a state's figures where the evaluator finds them.
  private mutating func prepare(_ number: Int, _ state: State) {
    evaluator.full = limits[number].high
    evaluator.lateDays = state.lateDays
    evaluator.inputs.removeAll(keepingCapacity: true)
    for (figure, input) in zip(state.figures, set.leaves[number].inputs) {
      evaluator.inputs.append(figure.value(of: input.type) ?? .empty)
    }
  }

  /// An evaluator over a state's figures, to explain how a rule came to its value.
  package mutating func evaluator(_ number: Int, _ state: State) -> RuleEvaluator {
    prepare(number, state)
    return evaluator
  }

  private func isMissing(_ leaf: Leaf, _ state: State) -> Bool {
    if leaf.method == .survey, !state.marks.contains(.isSurveyed) { return true }
    return leaf.needed.contains { state.figures[$0].state != .filed }
  }

  private func invalid(_ fault: LeafFault) -> Judgement {
    Judgement(status: .invalid, points: 0, fault: fault)
  }

  private func divided(_ number: Int, _ leaf: Leaf) -> Judgement {
    switch leaf.zeroDenominator {
    case .zero: scored(number, .zero)
    case .full: scored(number, limits[number].high)
    case .exempt: Judgement(status: .exempt, points: nil)
    case nil: invalid(.divisionByZero)
    }
  }

  /// Limits a rule's value to the leaf's range and rounds it.
  private func scored(_ number: Int, _ value: Rational) -> Judgement {
    let limited = min(max(value, limits[number].low), limits[number].high)
    let settings = set.settings
    let units = settings.rounding.units(of: limited, decimals: settings.pointDecimals).flatMap(
      Int64.init(exactly:))
    return units.map { Judgement(status: .scored, points: $0) } ?? invalid(.overflow)
  }
}

extension RuleValue {
  /// The number that the value is; nil for anything else.
  package var number: Rational? { if case .number(let number) = self { number } else { nil } }
}
