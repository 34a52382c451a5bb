import CCHCTables

extension RuleFunction {
  /// `index`: the agency's exact index, as a share.
  package static let index = RuleFunction(
    "index", in: .results, isConstant: false,
    emptiness: { _, evaluator in evaluator.results.index == nil },
    value: { _, evaluator in .number(evaluator.results.index ?? .zero) },
    measure: .share,
    reason: { _, comparison, writer in
      guard let (share, limit) = comparison.numbers else { return nil }
      return "Chỉ số CCHC đạt \(writer.percent(share, comparison.relation, limit)), "
        + "\(comparison.relation.inWords) \(writer.percentText(limit))"
    })
}
