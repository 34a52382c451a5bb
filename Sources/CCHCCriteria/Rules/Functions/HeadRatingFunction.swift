import CCHCFiles

extension RuleFunction {
  /// `head_rating`: how the head of the agency is rated, in the full form of the rating.
  package static let headRating = RuleFunction(
    "head_rating", gives: .text, in: .results, isConstant: false,
    labels: { $0.ratings },
    emptiness: { _, evaluator in evaluator.results.headRating == nil },
    value: { _, evaluator in evaluator.results.headRating.map { .text($0) } ?? .empty },
    reason: { _, comparison, _ in
      guard case .text(let rating) = comparison.value else { return nil }
      return Bilingual(
        "Người đứng đầu được xếp loại “\(rating.spelling)” về CCHC", "The head is rated “\(rating.spelling)”")
    })
}
