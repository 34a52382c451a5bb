import CCHCExact

extension RuleFunction {
  /// `max(x, y, …)`: the greatest of its arguments.
  package static let max = RuleFunction(
    "max", .oneOrMore(.value(.number)),
    value: { arguments, evaluator throws(EvaluationFault) in
      .number(try evaluator.numbers(of: arguments.expressions).max() ?? .zero)
    },
    steps: { arguments, compiler throws(NoStep) in try compiler.fold(arguments.expressions, .larger) },
    formula: { arguments, formulas in
      let terms = formulas.fractions(of: arguments.expressions)
      return formulas.row.extreme(.largest, terms)
    })
}
