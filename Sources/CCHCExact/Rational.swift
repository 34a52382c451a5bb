/// An exact fraction, always reduced, with numerator and denominator below 2^127 (FORMATS 3).
///
/// Every operation gives nil where its reduced result lies beyond that range; comparing never overflows.
package struct Rational: Sendable, Hashable {
  package let numerator: Int128
  /// Always positive.
  package let denominator: Int128

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package init(_ whole: Int) { self.init(reduced: Int128(whole), 1) }

  package static let zero = Rational(0)

  /// The fraction of two whole numbers; nil where the denominator is 0.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(reduced: numerator / divisor * sign, denominator / divisor * sign)
  }

  /// `units` × 10^-`decimals`, for up to 18 decimals.
  package init(units: Int128, decimals: Int) {
    let scale = Int128(powerOfTen(decimals))
    let divisor = Int128(greatestCommonDivisor(units.magnitude, scale.magnitude))
    self.init(reduced: units / divisor, scale / divisor)
  }

  package init(_ decimal: Decimal) { self.init(units: Int128(decimal.units), decimals: decimal.scale) }

  package var isZero: Bool { numerator == 0 }

  package var negated: Rational { Rational(reduced: -numerator, denominator) }

  package func adding(_ other: Rational) -> Rational? {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow || sum == .min ? nil : Rational(reduced: sum, 1)
    }
    // Knuth, The Art of Computer Programming 2, 4.5.1: only the common divisor of the denominators can be left.
    let common = Int128(greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = other.denominator / common
    let right = denominator / common
    let sum = WideInteger(numerator, times: left).adding(WideInteger(other.numerator, times: right))
    let shared = sum.greatestCommonDivisor(with: common.magnitude)
    guard let numerator = sum.divided(by: shared) else { return nil }
    let (denominator, overflow) = right.multipliedReportingOverflow(by: other.denominator / Int128(shared))
    return overflow ? nil : Rational(reduced: numerator, denominator)
  }

  package func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  package func multiplied(by other: Rational) -> Rational? {
    let first = Int128(greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let second = Int128(greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    let (above, overflowAbove) = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
    let (below, overflowBelow) = (denominator / second).multipliedReportingOverflow(
      by: other.denominator / first)
    return overflowAbove || overflowBelow || above == .min ? nil : Rational(reduced: above, below)
  }

  /// The quotient; the divisor must not be 0.
  package func divided(by other: Rational) -> Rational? {
    guard !other.isZero else { return nil }
    let sign: Int128 = other.numerator < 0 ? -1 : 1
    return multiplied(by: Rational(reduced: other.denominator * sign, other.numerator * sign))
  }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let above = left.numerator.multipliedFullWidth(by: right.denominator)
    let below = right.numerator.multipliedFullWidth(by: left.denominator)
    return above.high != below.high ? above.high < below.high : above.low < below.low
  }
}

/// Euclid's algorithm; the binary form for the common case of 64 bits.
package func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (a, b) = (first, second)
  while b != 0 {
    if let small = UInt64(exactly: a), let other = UInt64(exactly: b) {
      return UInt128(greatestCommonDivisor(small, other))
    }
    (a, b) = (b, a % b)
  }
  return max(a, a == 0 ? 1 : a)
}

private func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  guard first != 0, second != 0 else { return max(first | second, 1) }
  let shift = (first | second).trailingZeroBitCount
  var a = first >> UInt64(first.trailingZeroBitCount)
  var b = second
  while b != 0 {
    b >>= UInt64(b.trailingZeroBitCount)
    if a > b { swap(&a, &b) }
    b -= a
  }
  return a << UInt64(shift)
}
