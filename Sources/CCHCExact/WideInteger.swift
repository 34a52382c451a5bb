/// A signed integer of 256 bits: what a product of two 128-bit numbers, or a sum of two such, needs.
struct WideInteger {
  private let isNegative: Bool
  private let high: UInt128
  private let low: UInt128

  private init(isNegative: Bool, high: UInt128, low: UInt128) {
    self.isNegative = isNegative
    self.high = high
    self.low = low
  }

  init(_ left: Int128, times right: Int128) {
    (high, low) = left.magnitude.multipliedFullWidth(by: right.magnitude)
    isNegative = (left < 0) != (right < 0)
  }

  /// The sum; both magnitudes are below 2^254, so the 256 bits hold it.
  func adding(_ other: WideInteger) -> WideInteger {
    if isNegative == other.isNegative {
      let (low, carry) = self.low.addingReportingOverflow(other.low)
      return WideInteger(isNegative: isNegative, high: high + other.high + (carry ? 1 : 0), low: low)
    }
    let isSmaller = high != other.high ? high < other.high : low < other.low
    let (large, small) = isSmaller ? (other, self) : (self, other)
    let (low, borrow) = large.low.subtractingReportingOverflow(small.low)
    return WideInteger(
      isNegative: large.isNegative, high: large.high - small.high - (borrow ? 1 : 0), low: low)
  }

  /// The greatest common divisor with a positive number.
  func greatestCommonDivisor(with divisor: UInt128) -> UInt128 {
    let remainder = divisor.dividingFullWidth((high % divisor, low)).remainder
    return CCHCExact.greatestCommonDivisor(divisor, remainder)
  }

  /// The exact quotient by a divisor of this number; nil where it is 2^127 or more.
  func divided(by divisor: UInt128) -> Int128? {
    guard high / divisor == 0 else { return nil }
    let quotient = divisor.dividingFullWidth((high % divisor, low)).quotient
    guard let magnitude = Int128(exactly: quotient) else { return nil }
    return isNegative ? -magnitude : magnitude
  }
}
