/// An exact decimal number: `units` × 10^-`scale`.
package struct Decimal: Sendable, Hashable {
  /// The digits as a whole number, at most 18 of them.
  package let units: Int64
  /// How many of the digits stand after the decimal mark, 0 to 8 (6 written ones, 2 by a percent sign).
  package let scale: Int

  package init(units: Int64, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// The same value with a given number of decimals, nil where that would lose a digit or overflow.
  package func units(atScale wanted: Int) -> Int64? {
    if wanted >= scale {
      let (product, overflow) = units.multipliedReportingOverflow(by: powerOfTen(wanted - scale))
      return overflow ? nil : product
    }
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: powerOfTen(scale - wanted))
    return remainder == 0 ? quotient : nil
  }
}

/// 10 to a power from 0 to 18.
package func powerOfTen(_ exponent: Int) -> Int64 {
  var result: Int64 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}

/// How a cell writes its decimal mark.
package enum DecimalMark: UInt8, Sendable {
  case none = 0
  case point = 1
  case comma = 2
}

/// A number as a cell writes it.
package struct WrittenNumber: Sendable {
  package let value: Decimal
  package let mark: DecimalMark
  package let isPercent: Bool
}

/// Reads a decimal number of FORMATS 1: optional `-`, digits, `.` or `,`, digits, optional `%`.
///
/// - Returns: nil where the bytes are anything else, or have over 12 digits before or 6 after the mark.
package func parseNumber(_ bytes: Span<UInt8>) -> WrittenNumber? {
  var index = 0
  var end = bytes.count
  guard end > 0 else { return nil }
  let isNegative = bytes[0] == UInt8(ascii: "-")
  if isNegative { index = 1 }
  let isPercent = bytes[end - 1] == UInt8(ascii: "%")
  if isPercent { end = trimmedRange(of: bytes, from: index, to: end - 1).upperBound }

  var units: Int64 = 0
  var before = 0
  var after = 0
  var mark = DecimalMark.none
  while index < end {
    let digit = bytes[index] &- 48
    if digit <= 9 {
      if mark == .none { before += 1 } else { after += 1 }
      guard before <= 12, after <= 6 else { return nil }
      // At most 18 digits: below 10^18, which an Int64 holds.
      units = units &* 10 &+ Int64(digit)
    } else if mark == .none, before > 0, let found = decimalMark(bytes[index]) {
      mark = found
    } else {
      return nil
    }
    index += 1
  }
  guard before > 0, mark == .none || after > 0 else { return nil }
  let value = Decimal(units: isNegative ? -units : units, scale: after + (isPercent ? 2 : 0))
  return WrittenNumber(value: value, mark: mark, isPercent: isPercent)
}

/// Reads a whole number that is not negative: digits only, at most 12 (FORMATS 1: a count).
package func parseCount(_ bytes: Span<UInt8>) -> Int64? {
  guard bytes.count > 0, bytes.count <= 12 else { return nil }
  var result: Int64 = 0
  for index in bytes.indices {
    let digit = bytes[index] &- 48
    guard digit <= 9 else { return nil }
    // At most 12 digits: far below the largest Int64.
    result = result &* 10 &+ Int64(digit)
  }
  return result
}

private func decimalMark(_ byte: UInt8) -> DecimalMark? {
  switch byte {
  case UInt8(ascii: "."): .point
  case UInt8(ascii: ","): .comma
  default: nil
  }
}

/// The count that a text with thousands marks probably means (`1.000` means 1000), for a hint.
package func countWithoutThousandsMarks(_ text: String) -> String? {
  let groups = text.split(omittingEmptySubsequences: false) { ".,  ".contains($0) }
  guard groups.count > 1, let first = groups.first, (1...3).contains(first.utf8.count),
    groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
    groups.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
  else { return nil }
  return groups.joined()
}
