import CCHCExact
import CCHCFiles

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
    },
    formula: { arguments, formulas in
      let decimals = arguments.whole
      let value = formulas.fractions(of: arguments.expressions).first ?? Fraction(.zero)
      let unit = Rational(1).tenths(decimals)
      var result: Fraction
      if let constant = value.constant {
        result = Fraction(formulas.row.exact(formulas.scope.rounding.rounded(constant, decimals: decimals)))
      } else if value.below.isEmpty, value.factor.divided(by: unit)?.denominator == 1 {
        // Nothing is rounded where the value has so few decimals, however many are asked for.
        return value
      } else {
        result = Fraction(formulas.row.wholeUnits(of: value, decimals: decimals, formulas.scope.rounding))
        result.factor = unit
      }
      result.addFaults(value.faults)
      return result
    })
}
