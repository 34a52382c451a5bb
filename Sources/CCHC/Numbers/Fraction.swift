import CCHCCriteria
import CCHCExact

/// An exact fraction, always reduced, with numerator and denominator below 2^127.
///
/// Rules are worked out in fractions, so that a ratio of 2 to 3 is neither more nor less than two thirds.
///
/// ```swift
/// let share = Fraction(358_660, over: 405_424)
/// let percent = share?.rounded(decimals: 4, .halfUp)
/// ```
public struct Fraction: Sendable, Hashable {
  let base: Rational

  init(_ base: Rational) { self.base = base }

  /// Creates the fraction of two whole numbers.
  ///
  /// It is nil where the denominator is 0, or a number is the least of its type.
  ///
  /// - Parameters:
  ///   - numerator: What is divided.
  ///   - denominator: What it is divided by.
  /// - Complexity: O(log n) in the smaller of the two numbers.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard let base = Rational(numerator, over: denominator) else { return nil }
    self.base = base
  }

  /// Creates a fraction from a decimal number.
  public init(_ number: DecimalNumber) { base = number.rational }

  /// The numerator; negative where the fraction is.
  public var numerator: Int128 { base.numerator }

  /// The denominator; always positive.
  public var denominator: Int128 { base.denominator }

  /// The fraction rounded once to a number of decimals.
  ///
  /// - Parameters:
  ///   - decimals: How many decimals are kept, 0 to 18.
  ///   - rounding: The rule by which the rest is rounded.
  /// - Returns: nil where there are not 0 to 18 decimals, or the result has no 2^127 units.
  public func rounded(decimals: Int, _ rounding: Rounding) -> DecimalNumber? {
    guard (0...18).contains(decimals) else { return nil }
    return rounding.base.units(of: base, decimals: decimals).flatMap {
      DecimalNumber(units: $0, decimals: decimals)
    }
  }
}

extension Fraction: Comparable {
  /// Compares exactly.
  public static func < (left: Fraction, right: Fraction) -> Bool { left.base < right.base }
}

extension Fraction: CustomStringConvertible {
  /// A decimal where the fraction ends within 6 places, else `a/b`.
  public var description: String { exactText(base) }
}
