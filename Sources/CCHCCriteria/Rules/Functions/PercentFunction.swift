import CCHCExact
import CCHCFiles

extension RuleFunction {
  /// `percent("3.2")`: the share of its maximum that a row of the set reached.
  package static let percent = RuleFunction(
    "percent", .arguments(.row), in: .results, isConstant: false,
    emptiness: { arguments, evaluator in evaluator.results.percent(arguments.row) == nil },
    value: { arguments, evaluator in .number(evaluator.results.percent(arguments.row) ?? .zero) },
    formula: { arguments, formulas in
      guard let row = arguments.row.map({ formulas.scope.rows[$0] }) else { return Fraction(.zero) }
      return formulas.row.quotient(Fraction(row.points), Fraction(row.max))
    },
    formulaEmptiness: { arguments, scope in arguments.row.map { scope.rows[$0].max.formula.equals(0) } },
    measure: .share,
    reason: { arguments, comparison, writer in
      guard let row = arguments.row, let (share, limit) = comparison.numbers else { return nil }
      let (points, maximum) = writer.standing(row)
      let name = writer.name(row)
      return Bilingual("Chỉ số thành phần “\(name)” đạt ", "The share of “\(name)” is ")
        + writer.percent(share, comparison.relation, limit) + Bilingual(" (") + points + Bilingual("/")
        + maximum
        + Bilingual(" điểm), ", " points), ") + comparison.relation.inWords + Bilingual(" ")
        + writer.percentText(limit)
    })
}
