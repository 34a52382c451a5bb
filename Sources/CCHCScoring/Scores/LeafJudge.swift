package import CCHCCriteria
import CCHCExact
import CCHCFiles

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
  package let facts: [LeafFacts]
  private let limits: [Limits]
  /// For all inputs of an agency whether they must be filed.
  private var isNeeded: [Bool]
  private let decimals: UInt8
  private var evaluator = RuleEvaluator()
  private var machine: RuleMachine

  /// - Parameters:
  ///   - set: the set whose leaves are scored.
  ///   - isForMany: whether so many leaves will be scored that it is worth making programs of their rules.
  package init(_ set: CriteriaSet, isForMany: Bool = false) {
    self.set = set
    let decimals = set.settings.pointDecimals
    let limits = set.leaves.map {
      Limits(
        low: Rational(units: Int128($0.minUnits), decimals: decimals),
        high: Rational(units: Int128($0.maxUnits), decimals: decimals))
    }
    self.limits = limits
    machine = RuleMachine(set.settings.rounding)
    var facts: [LeafFacts] = []
    for (leaf, limit) in zip(set.leaves, limits) {
      var firstStep: Int?
      if isForMany, let program = RuleProgram(leaf, full: limit.high) {
        firstStep = machine.add(program)
      }
      facts.append(
        LeafFacts(
          isOwn: leaf.method == .own, isSurveyed: leaf.method == .survey, isMonitored: leaf.isMonitored,
          hasRule: leaf.rule != nil && !leaf.isBroken,
          zeroDenominator: leaf.zeroDenominator, documents: leaf.documents, minUnits: leaf.minUnits,
          maxUnits: leaf.maxUnits, inputs: leaf.firstInput..<(leaf.firstInput + leaf.inputs.count),
          firstStep: firstStep))
    }
    self.facts = facts
    isNeeded = [Bool](repeating: false, count: set.inputCount)
    for leaf in set.leaves {
      for place in leaf.needed { isNeeded[leaf.firstInput + place] = true }
    }
    self.decimals = UInt8(decimals)
    evaluator.rounding = set.settings.rounding
  }

  package mutating func judge(_ number: Int, _ state: State) -> Judgement {
    judge(
      number, facts[number], state.figures.span, state.marks, decided: state.decided, lateDays: state.lateDays
    )
  }

  /// Scores a leaf, of which the facts are given; what the words mean stands at `State`.
  mutating func judge(
    _ number: Int, _ leaf: LeafFacts, _ figures: Span<Figure>, _ marks: LeafMarks, decided: Int64?,
    lateDays: Int
  ) -> Judgement {
    if leaf.isMonitored { return Judgement(status: .monitored, points: nil) }
    if marks.contains(.exempt) { return Judgement(status: .exempt, points: nil) }
    if let decided { return Judgement(status: .scored, points: decided) }
    var isRequested = false
    var isWrong = false
    var isMissing = leaf.isSurveyed && !marks.contains(.isSurveyed)
    var isComplete = figures.count == leaf.inputs.count
    for place in figures.indices {
      switch figures[place].state {
      case .filed: continue
      case .requested: isRequested = true
      case .invalid, .conflict: isWrong = true
      case .absent, .blank: isMissing = isMissing || isNeeded[leaf.inputs.lowerBound + place]
      }
      isComplete = false
    }
    if isRequested { return Judgement(status: .requested, points: 0) }
    guard leaf.hasRule, !marks.contains(.isInvalid), !isWrong else {
      return Judgement(status: .invalid, points: 0)
    }
    if isMissing { return Judgement(status: .missing, points: 0) }
    if isComplete, let first = leaf.firstStep {
      switch machine.run(from: first, figures, lateDays: lateDays) {
      case .value(let value):
        guard let units = value.units(decimals: decimals, set.settings.rounding) else { break }
        // The limits have no more decimals than are rounded to: it is the same to round first.
        return Judgement(status: .scored, points: min(max(units, leaf.minUnits), leaf.maxUnits))
      case .fails(let check): return invalid(.check(check))
      case .divisionByZero: return divided(number)
      case .unknown: break
      }
    }
    return workedOut(number, figures, lateDays: lateDays)
  }

  /// Scores a leaf whose figures are there by its rule's tree.
  private mutating func workedOut(_ number: Int, _ figures: Span<Figure>, lateDays: Int) -> Judgement {
    let leaf = set.leaves[number]
    guard let rule = leaf.rule else { return Judgement(status: .invalid, points: 0) }
    prepare(number, figures, lateDays: lateDays)
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
      return error == .overflow ? invalid(.overflow) : divided(number)
    }
  }

  /// Puts figures where the evaluator finds them.
  private mutating func prepare(_ number: Int, _ figures: Span<Figure>, lateDays: Int) {
    evaluator.full = limits[number].high
    evaluator.lateDays = lateDays
    evaluator.inputs.removeAll(keepingCapacity: true)
    for (place, input) in set.leaves[number].inputs.enumerated() {
      let figure = place < figures.count ? figures[place] : Figure()
      evaluator.inputs.append(figure.value(of: input.type) ?? .empty)
    }
  }

  /// An evaluator over a state's figures, to explain how a rule came to its value.
  package mutating func evaluator(_ number: Int, _ state: State) -> RuleEvaluator {
    prepare(number, state.figures.span, lateDays: state.lateDays)
    return evaluator
  }

  private func invalid(_ fault: LeafFault) -> Judgement {
    Judgement(status: .invalid, points: 0, fault: fault)
  }

  private func divided(_ number: Int) -> Judgement {
    switch facts[number].zeroDenominator {
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
