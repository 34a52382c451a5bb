import CCHCExact
import CCHCFiles

extension RuleFunction {
  /// `points("3.2")`: the final points of a row of the set.
  package static let points = RuleFunction(
    "points", .arguments(.row), in: .results, isConstant: false,
    emptiness: { arguments, evaluator in evaluator.results.points(arguments.row) == nil },
    value: { arguments, evaluator in .number(evaluator.results.points(arguments.row) ?? .zero) },
    formula: { arguments, formulas in
      guard let row = arguments.row.map({ formulas.scope.rows[$0] }) else { return Fraction(.zero) }
      var points = Fraction(row.points)
      points.factor = Rational(units: 1, decimals: formulas.scope.pointDecimals)
      return points
    },
    formulaEmptiness: { arguments, scope in arguments.row.map { scope.rows[$0].max.formula.equals(0) } },
    measure: .points,
    reason: { arguments, comparison, writer in
      guard let row = arguments.row, let (points, limit) = comparison.numbers else { return nil }
      let name = writer.name(row)
      return Bilingual("Điểm “\(name)” đạt ", "The points of “\(name)” are ") + writer.number(points)
        + Bilingual(", ")
        + comparison.relation.inWords + Bilingual(" ") + writer.number(limit)
    })
}
