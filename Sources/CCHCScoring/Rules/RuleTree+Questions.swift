import CCHCTables

extension Condition {
  /// Calls a closure for each pair of neighbours that the condition compares.
  func forEachComparison(_ body: (Expression, Relation, Expression) -> Void) {
    switch self {
    case .always, .yes, .empty: break
    case .not(let inner): inner.forEachComparison(body)
    case .all(let parts), .any(let parts):
      for part in parts { part.forEachComparison(body) }
    case .comparison(let first, let links):
      var left = first
      for link in links {
        body(left, link.relation, link.operand)
        left = link.operand
      }
    }
  }

  /// Calls a closure for the condition's expressions and all below them, and for the inputs it names itself.
  package func visit(_ body: (Expression) -> Void) {
    switch self {
    case .always: break
    case .yes(let input), .empty(let input): body(.input(input))
    case .not(let inner): inner.visit(body)
    case .all(let parts), .any(let parts):
      for part in parts { part.visit(body) }
    case .comparison(let first, let links):
      first.visit(body)
      for link in links { link.operand.visit(body) }
    }
  }
}

extension Expression {
  /// Calls a closure for the expression and all below it.
  package func visit(_ body: (Expression) -> Void) {
    body(self)
    switch self {
    case .number, .text, .day, .input, .full, .lateDays, .index, .percent, .points, .headRating: break
    case .negated(let inner), .rounded(let inner, _): inner.visit(body)
    case .sum(let first, let steps), .product(let first, let steps):
      first.visit(body)
      for step in steps { step.operand.visit(body) }
    case .days(let end, since: let start):
      end.visit(body)
      start.visit(body)
    case .smallest(let list), .largest(let list):
      for expression in list { expression.visit(body) }
    case .count(let conditions):
      for condition in conditions { condition.visit(body) }
    }
  }

  /// Whether no figure and no result changes the expression.
  var isConstant: Bool {
    var answer = true
    visit { part in
      switch part {
      case .input, .lateDays, .index, .percent, .points, .headRating: answer = false
      default: break
      }
    }
    return answer
  }

  /// Whether the expression is empty where an optional input is, or a result is null.
  func mayBeEmpty(isOptional: (Int) -> Bool) -> Bool {
    var answer = false
    visit { part in
      switch part {
      case .input(let input): answer = answer || isOptional(input)
      case .index, .percent, .points, .headRating: answer = true
      default: break
      }
    }
    return answer
  }

  /// Whether a divisor of the expression depends on an input, so that it can be 0.
  var dividesByInput: Bool {
    var answer = false
    visit { part in
      guard case .product(_, let steps) = part else { return }
      answer = answer || steps.contains { $0.isInverse && !$0.operand.isConstant }
    }
    return answer
  }
}

extension Rule {
  /// Calls a closure for every expression of the rule.
  package func visit(_ body: (Expression) -> Void) {
    for ruleCase in cases {
      ruleCase.condition.visit(body)
      ruleCase.value.visit(body)
    }
  }
}

extension Relation {
  /// The relation of the same two values seen from the right one.
  var seenFromRight: Relation {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}
