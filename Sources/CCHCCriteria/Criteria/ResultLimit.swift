package import CCHCExact

/// A limit that a band or an obligation sets on a single result: to be reached to come into the band, or to owe nothing.
package struct ResultLimit: Sendable {
  package enum Purpose: Sendable {
    case band(String)
    /// The place of the row in obligations.csv.
    case obligation(Int)
  }

  package let purpose: Purpose
  /// The row that it is about; nil for the agency as a whole.
  package let row: Int?
  /// A share of the maximum, or points.
  package let value: Rational
  package let isShare: Bool
  /// Whether the result must be higher, not only as high.
  package let isStrict: Bool

  /// The share of the maximum that is named; nil where points are.
  package var share: Rational? { isShare ? value : nil }
}

extension CriteriaSet {
  /// The limits of the set's obligations and bands, in table order.
  package var resultLimits: [ResultLimit] {
    var list: [ResultLimit] = []
    for (place, rule) in obligations.enumerated() {
      list += limits(rule.condition.condition, .obligation(place))
    }
    for band in bands where !band.isElse { list += limits(band.condition.condition, .band(band.label)) }
    return list
  }

  private func limits(_ condition: Condition, _ purpose: ResultLimit.Purpose) -> [ResultLimit] {
    var list: [ResultLimit] = []
    condition.forEachComparison { left, relation, right in
      if right.isConstant, let limit = limit(left, relation, right, purpose) { list.append(limit) }
      if left.isConstant, let limit = limit(right, relation.seenFromRight, left, purpose) {
        list.append(limit)
      }
    }
    return list
  }

  private func limit(
    _ subject: Expression, _ relation: Relation, _ constant: Expression, _ purpose: ResultLimit.Purpose
  ) -> ResultLimit? {
    guard relation != .equal, relation != .notEqual,
      case .number(let value)? = try? RuleEvaluator().value(of: constant)
    else { return nil }
    let isStrict = relation == .atMost || relation == .greater
    guard let measure = subject.measure else { return nil }
    return ResultLimit(
      purpose: purpose, row: subject.row, value: value, isShare: measure == .share, isStrict: isStrict)
  }
}
