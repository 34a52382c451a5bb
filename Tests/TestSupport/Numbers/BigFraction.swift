package import CCHCExact

/// A fraction of whole numbers of any size: what exact arithmetic must agree with.
package struct BigFraction {
  package var isNegative: Bool
  package var numerator: BigNatural
  package var denominator: BigNatural

  package init(
    isNegative: Bool = false, _ numerator: BigNatural, over denominator: BigNatural = BigNatural(1)
  ) {
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  package init(_ value: Rational) {
    self.init(
      isNegative: value.numerator < 0, BigNatural(value.numerator.magnitude),
      over: BigNatural(value.denominator.magnitude))
  }

  package init(_ whole: Int) { self.init(isNegative: whole < 0, BigNatural(UInt128(whole.magnitude))) }

  package var isZero: Bool { numerator.isZero }

  package var negated: BigFraction { BigFraction(isNegative: !isNegative, numerator, over: denominator) }

  package static func + (left: BigFraction, right: BigFraction) -> BigFraction {
    let below = left.denominator * right.denominator
    var (a, b) = (left.numerator * right.denominator, right.numerator * left.denominator)
    if left.isNegative == right.isNegative {
      return BigFraction(isNegative: left.isNegative, a + b, over: below)
    }
    if a < b {
      b.subtract(a)
      return BigFraction(isNegative: right.isNegative, b, over: below)
    }
    a.subtract(b)
    return BigFraction(isNegative: left.isNegative, a, over: below)
  }

  package static func - (left: BigFraction, right: BigFraction) -> BigFraction { left + right.negated }

  package static func * (left: BigFraction, right: BigFraction) -> BigFraction {
    BigFraction(
      isNegative: left.isNegative != right.isNegative, left.numerator * right.numerator,
      over: left.denominator * right.denominator)
  }

  /// The quotient; the divisor must not be 0.
  package static func / (left: BigFraction, right: BigFraction) -> BigFraction {
    BigFraction(
      isNegative: left.isNegative != right.isNegative, left.numerator * right.denominator,
      over: left.denominator * right.numerator)
  }

  /// Less than 0, 0 or more than 0, as this is less than, equal to or more than another.
  package func compared(to other: BigFraction) -> Int {
    let difference = self - other
    return difference.isZero ? 0 : difference.isNegative ? -1 : 1
  }

  package func equals(_ other: Rational) -> Bool { compared(to: BigFraction(other)) == 0 }

  /// The fraction with nothing left to cancel.
  package var reduced: BigFraction {
    let divisor = BigNatural.greatestCommonDivisor(numerator, denominator)
    return BigFraction(
      isNegative: isNegative, numerator.divided(by: divisor), over: denominator.divided(by: divisor))
  }

  package static let limit = BigNatural.powerOfTwo(127)

  /// Whether the reduced fraction lies in the exact range of FORMATS 3.
  package var isInRange: Bool {
    if numerator < Self.limit, denominator < Self.limit { return true }
    let form = reduced
    return form.numerator < Self.limit && form.denominator < Self.limit
  }

  /// Rounded to decimals, in units of 10^-decimals: the sign, and the magnitude of any size.
  package func rounded(_ rounding: Rounding, decimals: Int) -> (isNegative: Bool, units: BigNatural) {
    let scaled = numerator * BigNatural.powerOfTen(decimals)
    let two = BigNatural(2)
    var units = scaled.divided(by: denominator)
    var rest = scaled
    rest.subtract(units * denominator)
    let half = (rest * two, denominator)
    let goesUp =
      switch rounding {
      case .down: false
      case .halfUp: half.0 >= half.1
      case .halfEven: half.0 > half.1 || (half.0 == half.1 && !units.isEven)
      }
    if goesUp { units = units + BigNatural(1) }
    return (isNegative && !units.isZero, units)
  }
}
