import CCHCExact

extension RuleFunction {
  /// `count(condition, …)`: how many of its conditions hold.
  package static let count = RuleFunction(
    "count", .oneOrMore(.condition),
    value: { arguments, evaluator throws(EvaluationFault) in
      var count = 0
      for condition in arguments.conditions where try evaluator.holds(condition) { count += 1 }
      return .number(Rational(count))
    },
    steps: { arguments, compiler throws(NoStep) in
      compiler.push(0)
      for condition in arguments.conditions {
        try compiler.when(condition) { compiler throws(NoStep) in
          compiler.push(1)
          compiler.combine(.add)
        }
      }
    },
    formula: { arguments, formulas in
      let truths = arguments.conditions.map { formulas.truth($0) }
      let total = formulas.row.combined(truths.map(\.formula)) { .sum($0) }
      let atom = Atom(cell: formulas.row.cell(total), low: 0, high: Double(truths.count))
      var result = Fraction(atom)
      result.addFaults(truths.filter(\.mayFault).map { $0.formula < 0 })
      return result
    })
}
