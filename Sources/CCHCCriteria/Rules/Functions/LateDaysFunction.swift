import CCHCExact

extension RuleFunction {
  /// `late_days`: whole days by which the agency filed late.
  package static let lateDays = RuleFunction(
    "late_days", in: .leaf, isConstant: false,
    value: { _, evaluator in .number(Rational(evaluator.lateDays)) },
    steps: { _, compiler in compiler.pushLateDays() },
    formula: { _, formulas in formulas.scope.lateDays.map { Fraction($0) } ?? Fraction(.zero) })
}
