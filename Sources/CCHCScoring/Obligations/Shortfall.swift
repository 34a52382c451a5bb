import CCHCCriteria
package import CCHCExact

/// A field in which an agency stays below a share of the maximum.
package struct Shortfall: Sendable {
  /// The field's place among the fields of the set.
  package let field: Int
  /// The percentage with as many decimals as show that it is below, in units of them.
  package let percent: Int128
  package let decimals: Int

  /// The share below which a field counts for emulation and the rating of heads.
  ///
  /// Source: the directive that orders the index, point 3, which names 75 % of the maximum.
  package static let limit = Rational(units: 75, decimals: 2)
}

extension SetSettings {
  /// A share as a percentage, with more decimals than published where rounding would lift it to a limit.
  func percent(_ share: Rational, below limit: Rational) -> (units: Int128, decimals: Int) {
    let most = 20
    for decimals in indexDecimals...most {
      guard let units = rounding.units(of: share, decimals: decimals + 2) else { break }
      if Rational(units: units, decimals: decimals + 2) < limit { return (units, decimals) }
    }
    return (rounding.units(of: share, decimals: indexDecimals + 2) ?? 0, indexDecimals)
  }
}
