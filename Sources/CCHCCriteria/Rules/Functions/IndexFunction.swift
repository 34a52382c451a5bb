import CCHCExact

extension RuleFunction {
  /// `index`: the agency's exact index, as a share.
  package static let index = RuleFunction(
    "index", in: .results, isConstant: false,
    emptiness: { _, evaluator in evaluator.results.index == nil },
    value: { _, evaluator in .number(evaluator.results.index ?? .zero) },
    formula: { _, formulas in
      guard let whole = formulas.scope.whole else { return Fraction(.zero) }
      return formulas.row.quotient(Fraction(whole.points), Fraction(whole.max))
    },
    formulaEmptiness: { _, scope in scope.whole?.max.formula.equals(0) },
    measure: .share,
    reason: { _, comparison, writer in
      guard let (share, limit) = comparison.numbers else { return nil }
      return "Chỉ số CCHC đạt \(writer.percent(share, comparison.relation, limit)), "
        + "\(comparison.relation.inWords) \(writer.percentText(limit))"
    })
}
