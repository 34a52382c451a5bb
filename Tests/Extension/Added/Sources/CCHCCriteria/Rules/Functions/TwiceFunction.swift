import CCHCExact

extension RuleFunction {
  /// `twice(x)`: two times its argument.
  package static let twice = RuleFunction(
    "twice", .arguments(.value(.number)),
    value: { arguments, evaluator throws(EvaluationFault) in
      let value = try evaluator.numbers(of: arguments.expressions).first ?? .zero
      guard let doubled = value.multiplied(by: Rational(2)) else { throw .overflow }
      return .number(doubled)
    })
}
