import CCHCCriteria
import CCHCExact
import CCHCFiles

/// The agencies of one group that stand under one parent (cơ quan cấp trên): mean, best and worst index.
package struct ParentResult: Sendable {
  /// As agencies.csv writes it.
  package let parent: String
  /// Places in the group of the agencies under it, in the group's order.
  package let children: [Int]
  /// How many of them have an index.
  package let count: Int
  /// The mean of the exact indices, rounded once, in units of the index decimals; nil where none has one.
  package let mean: Int128?
  /// Places in the group of those with the highest and the lowest exact index.
  package let best: [Int]
  package let worst: [Int]
}

extension GroupResult {
  /// Parents of the group's agencies in the order of their bytes; none where agencies.csv names none.
  package func parents(in round: Round) -> [ParentResult] {
    var children: [String: [Int]] = [:]
    for (place, result) in agencies.enumerated() {
      let parent = round.agencies[result.agency].parent
      if !parent.isEmpty { children[parent, default: []].append(place) }
    }
    let settings = round.groups[group].set.settings
    return children.keys.sorted(by: precedesInBytes).map { parent in
      let places = children[parent] ?? []
      let indices = places.compactMap { agencies[$0].index }
      let (highest, lowest) = (indices.max(), indices.min())
      return ParentResult(
        parent: parent, children: places, count: indices.count,
        mean: meanUnits(indices, rounding: settings.rounding, decimals: settings.indexDecimals + 2),
        best: places.filter { agencies[$0].index != nil && agencies[$0].index == highest },
        worst: places.filter { agencies[$0].index != nil && agencies[$0].index == lowest })
    }
  }
}

/// The mean of shares, rounded once, as units of 10^-decimals; nil where there is none.
///
/// Fractions with many different denominators may sum beyond the exact range; then bounds 10^-30 apart decide.
func meanUnits(_ shares: [Rational], rounding: Rounding, decimals: Int) -> Int128? {
  guard !shares.isEmpty else { return nil }
  let count = Int128(shares.count)
  var byDenominator: [Int128: Int128] = [:]
  for share in shares { byDenominator[share.denominator, default: 0] += share.numerator }
  var sum: Rational? = .zero
  for (denominator, numerator) in byDenominator.sorted(by: { $0.key < $1.key }) {
    sum = sum.flatMap { total in Rational(numerator, over: denominator).flatMap { total.adding($0) } }
  }
  if let mean = sum.flatMap({
    Rational($0.numerator, over: $0.denominator)?.divided(by: Rational(shares.count))
  }) {
    return rounding.units(of: mean, decimals: decimals)
  }
  let digits = 30
  var low: Int128 = 0
  for share in shares {
    guard let units = Rounding.down.units(of: share, decimals: digits) else { return nil }
    // Toward zero is up for a negative share.
    low += share.numerator < 0 ? units - 1 : units
  }
  var scale: Int128 = count
  for _ in 0..<(digits - decimals) { scale *= 10 }
  let bounds = [low, low + count].compactMap { Rational($0, over: scale) }.compactMap {
    rounding.units(of: $0, decimals: 0)
  }
  guard let below = bounds.first, let above = bounds.last, below != above else { return bounds.first }
  // So near to where rounding turns, the mean stands right there.
  return rounding == .down
    ? above : Rational(below + above, over: 2).flatMap { rounding.units(of: $0, decimals: 0) }
}

extension RoundLoader {
  /// Reports agencies whose parents lead back to them.
  mutating func checkParents() {
    guard round.agencies.contains(where: { !$0.parent.isEmpty }) else { return }
    let chains = round.agencies.chains(by: \.parent)
    for (number, agency) in round.agencies.enumerated() where chains.isInCircle[number] {
      problems.report(.parentCircle, at: agency.place, .text(agency.code), .text(agency.parent))
    }
  }
}
