/// How a value between two decimals is rounded (set.csv, `rounding`).
package enum Rounding: String, Sendable, CaseIterable {
  /// To the nearest, a half away from zero.
  case halfUp = "half_up"
  /// To the nearest, a half to the even neighbour.
  case halfEven = "half_even"
  /// Toward zero.
  case down

  /// A fraction rounded to a number of decimals, 0 to 38, as units of 10^-decimals; nil beyond 2^127.
  package func units(of value: Rational, decimals: Int) -> Int128? {
    var scale: UInt128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let divisor = value.denominator.magnitude
    let product = value.numerator.magnitude.multipliedFullWidth(by: scale)
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth((product.high, product.low))
    guard let floor = Int128(exactly: quotient) else { return nil }
    let rest = divisor - remainder
    let goesUp =
      switch self {
      case .down: false
      case .halfUp: remainder >= rest
      case .halfEven: remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
      }
    let (magnitude, overflow) = floor.addingReportingOverflow(goesUp ? 1 : 0)
    guard !overflow else { return nil }
    return value.numerator < 0 ? -magnitude : magnitude
  }

  /// A fraction rounded to a number of decimals, as a fraction; nil beyond the exact range.
  package func rounded(_ value: Rational, decimals: Int) -> Rational? {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    // A value with that few decimals stays itself, also where its units would be beyond 2^127.
    if scale.isMultiple(of: value.denominator) { return value }
    guard decimals > 0 else { return units(of: value, decimals: 0).flatMap { Rational($0, over: 1) } }
    // Units beyond 2^127 may still be a fraction below it, so only what follows the decimal mark is rounded. Its units are
    // even where those of the whole are, for they part an even number.
    let (whole, rest) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
    guard let part = Rational(rest, over: value.denominator), let units = units(of: part, decimals: decimals),
      let rounded = Rational(units, over: scale)
    else { return nil }
    return Rational(whole, over: 1)?.adding(rounded)
  }
}
