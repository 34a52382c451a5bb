package import CCHCExact
package import CCHCFiles
import CCHCOffice
import CCHCTables

/// What an expression is worth.
package enum RuleValue: Sendable, Hashable {
  case number(Rational)
  case text(Label)
  case day(Day)
  case yes(Bool)
  /// Not filed, or null in a condition on results.
  case empty
}

extension RuleValue {
  /// The value for a message.
  package var argument: ProblemArgument {
    switch self {
    case .number(let number): .exact(number)
    case .text(let label): .quoted(label.spelling)
    case .day(let day): .day(day)
    case .yes(let yes): Words.yesNo.argument(yes ? "yes" : "no")
    case .empty: .phrase(vi: "để trống", en: "empty")
    }
  }
}

/// Why an expression has no value.
package enum EvaluationFault: Error, Sendable {
  case divisionByZero
  /// A value beyond the exact range of 2^127.
  case overflow
}

/// Works out rules exactly, over the figures of one leaf or the results of one agency.
///
/// It is also what a function may ask beyond its arguments: a fact that functions need is a property here.
package struct RuleEvaluator {
  /// The leaf's inputs in order.
  package var inputs: [RuleValue] = []
  package var full: Rational = .zero
  /// Whole days by which the agency filed late.
  package var lateDays = 0
  package var rounding: Rounding = .halfUp
  /// The agency's exact results, for conditions on them.
  package var results = ResultFacts()
  /// Whether a division by 0 gives null, as conditions on results have it (FORMATS 2).
  package var divisionByZeroIsNull = false

  /// What conditions on results ask for; nil is null.
  package struct ResultFacts: Sendable {
    package var index: Rational?
    /// By the rows of criteria.csv: share of the maximum, and points.
    package var percents: [Rational?] = []
    package var points: [Rational?] = []
    package var headRating: Label?

    /// The share of a row; nil where it is null or there is no such row.
    func percent(_ row: Int?) -> Rational? {
      row.flatMap { percents.indices.contains($0) ? percents[$0] : nil }
    }

    /// The points of a row; nil where they are null or there is no such row.
    func points(_ row: Int?) -> Rational? { row.flatMap { points.indices.contains($0) ? points[$0] : nil } }
  }

  package init() {}

  /// The value of a rule and the index of the case that gave it; nil where no case holds.
  ///
  /// - Throws: `EvaluationFault` on a division by 0 or a value beyond the exact range.
  package func value(of rule: Rule) throws(EvaluationFault) -> (value: RuleValue, caseIndex: Int?) {
    for (index, ruleCase) in rule.cases.enumerated() where try holds(ruleCase.condition) {
      return (try value(of: ruleCase.value), index)
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
      // An empty operand decides the comparison before the other one is worked out.
      if isEmpty(first) { return false }
      var left: RuleValue?
      for link in links {
        if isEmpty(link.operand) { return false }
        let before: RuleValue = if let left { left } else { try value(of: first) }
        let after = try value(of: link.operand)
        guard Self.compare(before, link.relation, after) else { return false }
        left = after
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

  /// The value of an expression; empty where any operand of its arithmetic is, before any division by 0.
  package func value(of expression: Expression) throws(EvaluationFault) -> RuleValue {
    if isEmpty(expression) { return .empty }
    do throws(EvaluationFault) {
      switch expression {
      case .text(let label): return .text(label)
      case .day(let day): return .day(day)
      case .input(let index): return inputs[index]
      case .call(let function, let arguments): return try function.value(arguments, self)
      default: return .number(try number(of: expression))
      }
    } catch {
      if error == .divisionByZero, divisionByZeroIsNull { return .empty }
      throw error
    }
  }

  /// Whether an operand of the expression's arithmetic is empty.
  func isEmpty(_ expression: Expression) -> Bool {
    switch expression {
    case .input(let index): return inputs[index] == .empty
    case .call(let function, let arguments): return function.isEmpty(arguments, self)
    default:
      var answer = false
      expression.forEachOperand { answer = answer || isEmpty($0) }
      return answer
    }
  }

  /// The number that an expression without empty operands gives.
  func number(of expression: Expression) throws(EvaluationFault) -> Rational {
    switch expression {
    case .number(let number): return number
    case .input(let index): return inputs[index].number ?? .zero
    case .negated(let inner): return try number(of: inner).negated
    case .sum(let first, let steps):
      var total = try number(of: first)
      for step in steps {
        let operand = try number(of: step.operand)
        total = try exact(step.isInverse ? total.subtracting(operand) : total.adding(operand))
      }
      return total
    case .product(let first, let steps):
      var total = try number(of: first)
      for step in steps {
        let operand = try number(of: step.operand)
        if step.isInverse, operand.isZero { throw .divisionByZero }
        total = try exact(step.isInverse ? total.divided(by: operand) : total.multiplied(by: operand))
      }
      return total
    case .days(let end, since: let start): return Rational(try day(of: end).number - day(of: start).number)
    case .call(let function, let arguments): return try function.value(arguments, self).number ?? .zero
    // The type check lets no text and no date through.
    case .text, .day: return .zero
    }
  }

  /// The numbers of expressions without empty operands, worked out from the left.
  func numbers(of expressions: [Expression]) throws(EvaluationFault) -> [Rational] {
    var numbers: [Rational] = []
    for expression in expressions { numbers.append(try number(of: expression)) }
    return numbers
  }

  private func exact(_ value: Rational?) throws(EvaluationFault) -> Rational {
    guard let value else { throw .overflow }
    return value
  }

  /// The day that an expression without empty operands gives.
  func day(of expression: Expression) throws(EvaluationFault) -> Day {
    guard case .day(let day) = try value(of: expression) else { return Day(number: 0) }
    return day
  }
}

extension Relation {
  /// Whether the relation holds between two values.
  package func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
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

extension RuleEvaluator {
  /// Whether a condition on results holds; a value beyond the exact range makes it fail.
  package func holdsOrNull(_ condition: Condition) -> Bool { (try? holds(condition)) ?? false }
}

extension RuleValue {
  /// The number that the value is; nil for anything else.
  package var number: Rational? { if case .number(let number) = self { number } else { nil } }
}
