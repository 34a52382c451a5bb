import CCHCExact
import CCHCFiles

/// An exact decimal number, such as points or a published percentage: `units` × 10^-`decimals`.
///
/// No binary floating point is involved, so 0.1 is a tenth. Numbers are equal by value: 1.50 equals 1.5, and each is
/// written with its own decimals.
///
/// ```swift
/// let points = DecimalNumber("12,5")
/// let maximum: DecimalNumber = 15
/// ```
public struct DecimalNumber: Sendable {
  /// The digits as a whole number.
  public let units: Int128
  /// How many of the digits follow the decimal mark, 0 to 18.
  public let decimals: Int

  /// Creates a number from its digits.
  ///
  /// It is nil where there are not 0 to 18 decimals, or the units are the least of their type.
  ///
  /// - Parameters:
  ///   - units: The digits as a whole number.
  ///   - decimals: How many of the digits follow the decimal mark.
  public init?(units: Int128, decimals: Int) {
    guard (0...18).contains(decimals), units != .min else { return nil }
    self.init(exactly: units, decimals)
  }

  /// Creates a number from text as a cell of a table writes it.
  ///
  /// It is nil for any other text, and for more than 12 digits before or 6 after the mark.
  ///
  /// - Parameter text: Digits with an optional `-`, `.` or `,` as the decimal mark, and an optional `%`: `80%` is 0.8.
  public init?(_ text: String) {
    guard let written = parseNumber(Array(text.utf8).span) else { return nil }
    self.init(exactly: Int128(written.value.units), written.value.scale)
  }

  /// Creates a number from units that are known to be in range.
  init(exactly units: Int128, _ decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// Creates a number from points of a leaf, which are fewer.
  init(exactly units: Int64, _ decimals: Int) { self.init(exactly: Int128(units), decimals) }

  /// The number as text with all its decimals.
  ///
  /// - Parameter language: Vietnamese writes a decimal comma, English a point.
  /// - Returns: The text, such as `12,50`.
  public func text(in language: Language) -> String {
    decimalText(units, decimals: decimals, mark: language == .vietnamese ? "," : ".")
  }

  /// The number as a fraction of the engine.
  var rational: Rational { Rational(units: units, decimals: decimals) }
}

extension DecimalNumber: Comparable {
  /// Compares by value.
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool { left.rational < right.rational }

  /// Compares by value: 1.50 equals 1.5.
  public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
    left.rational == right.rational
  }
}

extension DecimalNumber: Hashable {
  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(rational) }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self.init(exactly: Int128(value), 0) }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number with all its decimals after a point, such as `12.50`.
  public var description: String { text(in: .english) }
}
