package import CCHCExact
import CCHCFiles
import CCHCOffice

/// An input of a leaf as formulas see it.
package struct InputCells {
  /// 0 where nothing is typed, 1 where a value of the type is, 2 where anything else is.
  package let state: FormCell
  /// The value as a whole number: of a number × the leaf's scale, of a date its day, of a choice its place.
  package let value: Atom
  /// What a number's whole is to be divided by; nil where it is whole itself.
  package let scale: Atom?
  package let type: InputType
  package let isOptional: Bool

  package init(state: FormCell, value: Atom, scale: Atom?, type: InputType, isOptional: Bool) {
    (self.state, self.value, self.scale) = (state, value, scale)
    (self.type, self.isOptional) = (type, isOptional)
  }
}

/// What the names of a rule stand for in a form.
package struct FormulaScope {
  let inputs: [InputCells]
  /// The leaf's maximum points.
  let full: Rational
  let lateDays: Atom?
  let rounding: Rounding
  /// Points and applicable maximum of the agency; nil for the rule of a leaf.
  let whole: (points: Atom, max: Atom)?
  /// Points and applicable maximum of every row of the set, for conditions on results.
  let rows: [(points: Atom, max: Atom)]
  let pointDecimals: Int

  /// The scope of a leaf's rule and checks.
  package init(inputs: [InputCells], full: Rational, lateDays: Atom, rounding: Rounding) {
    (self.inputs, self.full, self.lateDays, self.rounding) = (inputs, full, lateDays, rounding)
    (whole, rows, pointDecimals) = (nil, [], 0)
  }

  /// The scope of a condition on results.
  package init(
    whole: (points: Atom, max: Atom), rows: [(points: Atom, max: Atom)], pointDecimals: Int,
    rounding: Rounding
  ) {
    (self.whole, self.rows, self.pointDecimals) = (whole, rows, pointDecimals)
    (inputs, full, lateDays, self.rounding) = ([], .zero, nil, rounding)
  }

  /// Whether a division by 0 is null, as conditions on results have it.
  var isOnResults: Bool { whole != nil }
}

/// Prints rules as formulas: the second reader of the rule tree beside `RuleEvaluator`.
package struct RuleFormulas {
  let scope: FormulaScope
  package var row: WorkRow

  package init(scope: FormulaScope, row: WorkRow) { (self.scope, self.row) = (scope, row) }

  /// A condition as a cell that is 1 where it holds, 0 where it does not, -1 where it divides by 0.
  package struct Truth {
    package let formula: Formula
    package let mayFault: Bool
  }

  // MARK: Conditions

  package mutating func truth(_ condition: Condition) -> Truth {
    switch condition {
    case .always: return Truth(formula: 1, mayFault: false)
    case .yes(let input): return Truth(formula: scope.inputs[input].value.formula, mayFault: false)
    case .empty(let input):
      return truth(.when(.cell(scope.inputs[input].state).equals(0), 1, 0), mayFault: false)
    case .not(let inner):
      let inner = truth(inner)
      let turned = 1 - inner.formula
      return truth(
        inner.mayFault ? .when(inner.formula < 0, inner.formula, turned) : turned, mayFault: inner.mayFault)
    case .all(let parts): return chain(parts, goesOnAt: 1)
    case .any(let parts): return chain(parts, goesOnAt: 0)
    case .comparison(let first, let links): return comparison(first, links)
    }
  }

  private mutating func truth(_ formula: Formula, mayFault: Bool) -> Truth {
    Truth(formula: .cell(row.cell(formula)), mayFault: mayFault)
  }

  /// Conditions from the left, as long as each has a value; the first other one decides.
  private mutating func chain(_ parts: [Condition], goesOnAt value: Int128) -> Truth {
    let truths = parts.map { truth($0) }
    guard var result = truths.last else { return Truth(formula: .number(value), mayFault: false) }
    for part in truths.dropLast().reversed() {
      result = truth(
        .when(part.formula.equals(value), result.formula, part.formula),
        mayFault: part.mayFault || result.mayFault)
    }
    return result
  }

  /// A chain of comparisons: each link is asked only where the one before holds, and an empty side is false.
  private mutating func comparison(_ first: Expression, _ links: [Condition.Link]) -> Truth {
    var result = Truth(formula: 1, mayFault: false)
    for place in links.indices.reversed() {
      let left = place == 0 ? first : links[place - 1].operand
      result = link(left, links[place], isFirst: place == 0, then: result)
    }
    guard let empty = emptiness(first) else { return result }
    return truth(.when(empty, 0, result.formula), mayFault: result.mayFault)
  }

  private mutating func link(
    _ left: Expression, _ link: Condition.Link, isFirst: Bool, then next: Truth
  ) -> Truth {
    let comparison: Formula
    var faults: [Formula] = []
    if let labels = labels(left, link.operand) {
      comparison = labelComparison(labels, link.relation)
    } else {
      let (a, b) = (fraction(left), fraction(link.operand))
      faults = isFirst ? a.faults + b.faults.filter { !a.faults.contains($0) } : b.faults
      // The left side of a later link is worked out by the link before it.
      comparison = row.comparison(a, link.relation, b)
    }
    var formula = Formula.when(comparison, next.formula, 0)
    if let fault = row.any(faults) { formula = .when(fault, scope.isOnResults ? 0 : -1, formula) }
    if let empty = emptiness(link.operand) { formula = .when(empty, 0, formula) }
    return truth(formula, mayFault: next.mayFault || (!faults.isEmpty && !scope.isOnResults))
  }

  // MARK: Texts

  /// A text or a choice.
  private enum Words {
    case constant(Label)
    case choice(InputCells, [Label])
    /// What no form knows: null.
    case unknown
  }

  private func words(_ expression: Expression) -> Words? {
    switch expression {
    case .text(let label): return .constant(label)
    case .call(let function, _) where function.result == .text: return .unknown
    case .input(let place):
      guard case .choice(let labels) = scope.inputs[place].type else { return nil }
      return .choice(scope.inputs[place], labels)
    default: return nil
    }
  }

  private func labels(_ left: Expression, _ right: Expression) -> (Words, Words)? {
    guard let a = words(left), let b = words(right) else { return nil }
    return (a, b)
  }

  private mutating func labelComparison(_ sides: (Words, Words), _ relation: Relation) -> Formula {
    let same: Formula
    switch sides {
    case (.unknown, _), (_, .unknown): return Formula.never
    case (.constant(let a), .constant(let b)): same = a == b ? .always : Formula.never
    case (.constant(let label), .choice(let input, let labels)),
      (.choice(let input, let labels), .constant(let label)):
      same = input.value.formula.equals(Int128((labels.firstIndex(of: label) ?? -2) + 1))
    case (.choice(let first, let labels), .choice(let second, let others)):
      let pairs = labels.indices.compactMap { place -> Formula? in
        guard let other = others.firstIndex(of: labels[place]) else { return nil }
        return .call(
          .and,
          [
            first.value.formula.equals(Int128(place + 1)), second.value.formula.equals(Int128(other + 1)),
          ])
      }
      same = row.any(pairs) ?? Formula.never
    }
    return relation == .equal ? same : .when(same, 0, 1)
  }

  // MARK: Emptiness

  /// Whether an operand of an expression's arithmetic is empty; nil where none can be.
  package mutating func emptiness(_ expression: Expression) -> Formula? {
    var truths: [Formula] = []
    collectEmpty(expression, &truths)
    return row.any(truths)
  }

  private func collectEmpty(_ expression: Expression, _ truths: inout [Formula]) {
    func add(_ truth: Formula) { if !truths.contains(truth) { truths.append(truth) } }
    switch expression {
    // Where an input that is not optional is empty, the leaf is missing before its rule is asked.
    case .input(let index):
      if scope.inputs[index].isOptional { add(.cell(scope.inputs[index].state).equals(0)) }
    case .call(let function, let arguments):
      guard let truths = function.emptyTruths(arguments, scope) else { fallthrough }
      for truth in truths { add(truth) }
    default:
      expression.forEachOperand { collectEmpty($0, &truths) }
    }
  }

  // MARK: Numbers

  /// An expression as a fraction; what it is worth where an operand is empty means nothing.
  package mutating func fraction(_ expression: Expression) -> Fraction {
    switch expression {
    case .number(let number): return Fraction(number)
    case .day(let day): return Fraction(Rational(day.serial1900 ?? 0))
    case .input(let place): return Fraction(scope.inputs[place].value, over: scope.inputs[place].scale)
    case .negated(let inner): return negated(fraction(inner))
    case .sum(let first, let steps):
      var terms = [fraction(first)]
      for step in steps {
        let operand = fraction(step.operand)
        terms.append(step.isInverse ? negated(operand) : operand)
      }
      return row.sum(terms)
    case .product(let first, let steps):
      var total = fraction(first)
      for step in steps {
        let operand = fraction(step.operand)
        total = step.isInverse ? row.quotient(total, operand) : row.product(total, operand)
      }
      return total
    case .days(let end, since: let start): return row.sum([fraction(end), negated(fraction(start))])
    case .call(let function, let arguments): return function.fraction(arguments, &self)
    // The type check lets no text through.
    case .text: return Fraction(.zero)
    }
  }

  /// Expressions as fractions, from the left.
  mutating func fractions(of expressions: [Expression]) -> [Fraction] { expressions.map { fraction($0) } }

  private func negated(_ fraction: Fraction) -> Fraction {
    var result = fraction
    result.factor = fraction.factor.negated
    return result
  }
}
