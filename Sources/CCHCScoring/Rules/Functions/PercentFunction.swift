import CCHCTables

extension RuleFunction {
  /// `percent("3.2")`: the share of its maximum that a row of the set reached.
  package static let percent = RuleFunction(
    "percent", .arguments(.row), in: .results, isConstant: false,
    emptiness: { arguments, evaluator in evaluator.results.percent(arguments.row) == nil },
    value: { arguments, evaluator in .number(evaluator.results.percent(arguments.row) ?? .zero) },
    measure: .share,
    reason: { arguments, comparison, writer in
      guard let row = arguments.row, let (share, limit) = comparison.numbers else { return nil }
      let (points, maximum) = writer.standing(row)
      return
        "Chỉ số thành phần “\(writer.name(row))” đạt \(writer.percent(share, comparison.relation, limit)) "
        + "(\(points)/\(maximum) điểm), \(comparison.relation.inWords) \(writer.percentText(limit))"
    })
}
