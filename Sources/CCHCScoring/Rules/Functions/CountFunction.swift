import CCHCTables

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
    })
}
