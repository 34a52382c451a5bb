package import CCHCExact

/// Points and applicable maximum of a row, in units of the set's point decimals.
package struct RowTotal: Sendable {
  package var points: Int128 = 0
  package var max: Int128 = 0

  /// Sets every stored property.
  package init(
    points: Int128 = 0, max: Int128 = 0
  ) {
    self.points = points
    self.max = max
  }

  /// Points over maximum; nil where the maximum is 0.
  package var share: Rational? { Rational(points, over: max) }
}
