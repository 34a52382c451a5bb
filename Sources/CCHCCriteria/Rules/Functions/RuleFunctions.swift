extension RuleFunction {
  /// Every function of the rule language; a function is one file of this folder and one line here.
  package static let catalogue: [RuleFunction] = [
    .min,
    .max,
    .round,
    .count,
    .full,
    .lateDays,
    .index,
    .percent,
    .points,
    .headRating,
  ]
}
