import CCHCTables

extension RuleFunction {
  /// `round(x, n)`: the value of `x` rounded to `n` decimals as the set rounds.
  package static let round = RuleFunction(
    "round",
    .arguments(
      .value(.number),
      .whole(
        0...37,
        .phrase(
          vi: "số chữ số thập phân, viết bằng số nguyên từ 0 đến 37",
          en: "a whole number of decimals, 0 to 37"))),
    value: { arguments, evaluator throws(EvaluationFault) in
      let value = try evaluator.numbers(of: arguments.expressions).first ?? .zero
      guard let rounded = evaluator.rounding.rounded(value, decimals: arguments.whole) else {
        throw .overflow
      }
      return .number(rounded)
    },
    steps: { arguments, compiler throws(NoStep) in
      for expression in arguments.expressions { try compiler.push(expression) }
      try compiler.round(decimals: arguments.whole)
    })
}
