import CCHCExact
import CCHCFiles

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
      return Bilingual("Chỉ số CCHC đạt ", "The index is ")
        + writer.percent(share, comparison.relation, limit)
        + Bilingual(", ") + comparison.relation.inWords + Bilingual(" ") + writer.percentText(limit)
    })
}
