import CCHCOffice

extension Condition {
  /// Calls a closure for each pair of neighbours that the condition compares.
  package func forEachComparison(_ body: (Expression, Relation, Expression) -> Void) {
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
  /// Calls a closure for each part directly below the expression, from the left.
  func forEachPart(_ body: (Argument) -> Void) {
    switch self {
    case .number, .text, .day, .input: break
    case .negated(let inner): body(.expression(inner))
    case .sum(let first, let steps), .product(let first, let steps):
      body(.expression(first))
      for step in steps { body(.expression(step.operand)) }
    case .days(let end, since: let start):
      body(.expression(end))
      body(.expression(start))
    case .call(_, let arguments):
      for argument in arguments { body(argument) }
    }
  }

  /// Calls a closure for each expression directly below whose emptiness makes this one empty.
  package func forEachOperand(_ body: (Expression) -> Void) {
    forEachPart { if case .expression(let operand) = $0 { body(operand) } }
  }

  /// Calls a closure for the expression and all below it.
  package func visit(_ body: (Expression) -> Void) {
    body(self)
    forEachPart { part in
      switch part {
      case .expression(let operand): operand.visit(body)
      case .condition(let condition): condition.visit(body)
      case .whole, .name, .row: break
      }
    }
  }

  /// Whether the expression or one below it satisfies a predicate.
  private func contains(where predicate: (Expression) -> Bool) -> Bool {
    var answer = false
    visit { answer = answer || predicate($0) }
    return answer
  }

  /// Whether no figure and no result changes the expression.
  package var isConstant: Bool {
    !contains { part in
      switch part {
      case .input: true
      case .call(let function, _): !function.isConstant
      default: false
      }
    }
  }

  /// Whether the expression is empty where an optional input is, or where a function has nothing to give.
  func mayBeEmpty(isOptional: (Int) -> Bool) -> Bool {
    contains { part in
      switch part {
      case .input(let input): isOptional(input)
      case .call(let function, _): function.mayBeEmpty
      default: false
      }
    }
  }

  /// Whether a divisor of the expression depends on an input, so that it can be 0.
  var dividesByInput: Bool {
    contains { part in
      guard case .product(_, let steps) = part else { return false }
      return steps.contains { $0.isInverse && !$0.operand.isConstant }
    }
  }
}

extension Expression {
  /// What a condition on results measures with the expression; nil where it is no result.
  var measure: ResultMeasure? { if case .call(let function, _) = self { function.measure } else { nil } }

  /// The row of the set that the expression itself names.
  package var row: Int? { if case .call(_, let arguments) = self { arguments.row } else { nil } }
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

extension Leaf {
  /// Whether a spreadsheet can work out the leaf's checks and rule.
  package var hasFormula: Bool {
    var answer = true
    let note: (Expression) -> Void = { part in
      if case .call(let function, _) = part, !function.hasFormula { answer = false }
    }
    rule?.visit(note)
    for check in checks { check.condition.visit(note) }
    return answer
  }
}

extension Relation {
  /// The relation of the same two values seen from the right one.
  package var seenFromRight: Relation {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    }
  }
}
