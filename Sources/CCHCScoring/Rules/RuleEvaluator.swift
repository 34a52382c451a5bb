package import CCHCTables

/// What an expression is worth.
package enum RuleValue: Sendable, Hashable {
  case number(Rational)
  case text(Label)
  case day(Day)
  case yes(Bool)
  /// Not filed, or null in a condition on results.
  case empty
}

/// Why an expression has no value.
package enum EvaluationFault: Error, Sendable {
  case divisionByZero
  /// A value beyond the exact range of 2^127.
  case overflow
}

/// Works out rules exactly, over the figures of one leaf or the results of one agency.
package struct RuleEvaluator {
  /// The leaf's inputs in order.
  package var inputs: [RuleValue] = []
  package var full: Rational = .zero
  package var rounding: Rounding = .halfUp
  /// The agency's exact results, for conditions on them.
  package var results = ResultFacts()

  /// What conditions on results ask for; nil is null.
  package struct ResultFacts: Sendable {
    package var index: Rational?
    /// By the rows of criteria.csv: share of the maximum, and points.
    package var percents: [Rational?] = []
    package var points: [Rational?] = []
    package var headRating: Label?
  }

  package init() {}

  /// The value of a rule and the place of the case that gave it; nil where no case holds.
  ///
  /// - Throws: `EvaluationFault` on a division by 0 or a value beyond the exact range.
  package func value(of rule: Rule) throws(EvaluationFault) -> (value: RuleValue, caseIndex: Int?) {
    for (place, ruleCase) in rule.cases.enumerated() where try holds(ruleCase.condition) {
      return (try value(of: ruleCase.value), place)
    }
    return (.number(.zero), nil)
  }

  // MARK: Conditions

  /// Whether a condition holds; only what is needed is worked out.
  package func holds(_ condition: Condition) throws(EvaluationFault) -> Bool {
    switch condition {
    case .always: return true
    case .yes(let input): return inputs[input] == .yes(true)
    case .empty(let input): return inputs[input] == .empty
    case .not(let inner): return try !holds(inner)
    case .all(let parts):
      for part in parts where try !holds(part) { return false }
      return true
    case .any(let parts):
      for part in parts where try holds(part) { return true }
      return false
    case .comparison(let first, let links):
      var left = try value(of: first)
      for link in links {
        let right = try value(of: link.operand)
        guard Self.compare(left, link.relation, right) else { return false }
        left = right
      }
      return true
    }
  }

  /// A comparison with an empty value is false.
  private static func compare(_ left: RuleValue, _ relation: Relation, _ right: RuleValue) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): relation.holds(a, b)
    case (.day(let a), .day(let b)): relation.holds(a, b)
    case (.text(let a), .text(let b)): relation == .equal ? a == b : a != b
    default: false
    }
  }

  // MARK: Expressions

  package func value(of expression: Expression) throws(EvaluationFault) -> RuleValue {
    switch expression {
    case .number(let number): return .number(number)
    case .text(let label): return .text(label)
    case .day(let day): return .day(day)
    case .input(let place): return inputs[place]
    case .full: return .number(full)
    case .negated(let inner):
      guard case .number(let number) = try value(of: inner) else { return .empty }
      return .number(number.negated)
    case .sum(let first, let steps):
      return try chain(first, steps) { (left, step, right) throws(EvaluationFault) in
        step.isInverse ? left.subtracting(right) : left.adding(right)
      }
    case .product(let first, let steps):
      return try chain(first, steps) { (left, step, right) throws(EvaluationFault) in
        guard step.isInverse else { return left.multiplied(by: right) }
        if right.isZero { throw .divisionByZero }
        return left.divided(by: right)
      }
    case .days(let end, since: let start):
      guard case (.day(let last), .day(let first)) = (try value(of: end), try value(of: start)) else {
        return .empty
      }
      return .number(Rational(last.number - first.number))
    case .smallest(let list): return try extreme(list) { $0 < $1 }
    case .largest(let list): return try extreme(list) { $1 < $0 }
    case .rounded(let inner, let decimals):
      guard case .number(let number) = try value(of: inner) else { return .empty }
      guard let rounded = rounding.rounded(number, decimals: decimals) else { throw .overflow }
      return .number(rounded)
    case .count(let conditions):
      var count = 0
      for condition in conditions where try holds(condition) { count += 1 }
      return .number(Rational(count))
    case .index: return Self.number(results.index)
    case .percent(let row): return Self.number(results.percents[row])
    case .points(let row): return Self.number(results.points[row])
    case .headRating: return results.headRating.map { .text($0) } ?? .empty
    }
  }

  private static func number(_ value: Rational?) -> RuleValue { value.map { .number($0) } ?? .empty }

  /// Works out a sum or a product from the left; arithmetic with an empty operand is empty.
  private func chain(
    _ first: Expression, _ steps: [Expression.Step],
    _ combine: (Rational, Expression.Step, Rational) throws(EvaluationFault) -> Rational?
  ) throws(EvaluationFault) -> RuleValue {
    var total = try value(of: first)
    for step in steps {
      let operand = try value(of: step.operand)
      guard case (.number(let left), .number(let right)) = (total, operand) else {
        total = .empty
        continue
      }
      guard let result = try combine(left, step, right) else { throw .overflow }
      total = .number(result)
    }
    return total
  }

  private func extreme(
    _ list: [Expression], _ precedes: (Rational, Rational) -> Bool
  ) throws(EvaluationFault) -> RuleValue {
    var best: Rational?
    var isEmpty = false
    for expression in list {
      guard case .number(let number) = try value(of: expression) else {
        isEmpty = true
        continue
      }
      if best.map({ precedes(number, $0) }) ?? true { best = number }
    }
    return isEmpty ? .empty : Self.number(best)
  }
}

extension Relation {
  /// Whether two values stand in this relation.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }
}
