extension RuleFunction {
  /// `full`: the leaf's maximum points.
  package static let full = RuleFunction(
    "full", in: .leaf,
    value: { _, evaluator in .number(evaluator.full) },
    steps: { _, compiler in compiler.pushFull() },
    formula: { _, formulas in Fraction(formulas.scope.full) })
}
