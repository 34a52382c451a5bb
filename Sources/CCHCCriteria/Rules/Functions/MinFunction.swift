import CCHCExact

extension RuleFunction {
  /// `min(x, y, …)`: the least of its arguments.
  package static let min = RuleFunction(
    "min", .oneOrMore(.value(.number)),
    value: { arguments, evaluator throws(EvaluationFault) in
      .number(try evaluator.numbers(of: arguments.expressions).min() ?? .zero)
    },
    steps: { arguments, compiler throws(NoStep) in try compiler.fold(arguments.expressions, .smaller) },
    formula: { arguments, formulas in
      let terms = formulas.fractions(of: arguments.expressions)
      return formulas.row.extreme(.smallest, terms)
    })
}
