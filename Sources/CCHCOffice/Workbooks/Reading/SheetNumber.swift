package import CCHCExact
import CCHCFiles

/// A number as a cell keeps it: the text in the file, and its value rounded to the digits that count.
///
/// Spreadsheets compute in binary and keep 15 decimal digits; what stands beyond is noise of the binary form
/// (`0.30000000000000004`) and is rounded off.
package struct SheetNumber: Sendable, Hashable {
  /// The text in the file.
  package let written: String

  /// How many digits count.
  static let digits = 15

  /// - Returns: nil where the text is no number of XML Schema's kind.
  package init?(_ text: String) {
    let hasSpace = (text.utf8.first ?? 0) <= 32 || (text.utf8.last ?? 0) <= 32
    written = hasSpace ? text.trimmed : text
    guard parts != nil else { return nil }
  }

  init(whole value: Int) { written = String(value) }

  /// The value as `digits` × 10^`exponent`, at most 15 digits, the last one not 0.
  package var value: (digits: Int64, exponent: Int) { parts ?? (0, 0) }

  /// The exact value, nil where it does not fit into a decimal of 18 digits.
  package var decimal: Decimal? {
    let (digits, exponent) = value
    guard exponent > 0 else {
      return exponent >= -18 ? Decimal(units: digits, scale: -exponent) : nil
    }
    guard exponent <= 18 else { return nil }
    let (units, overflow) = digits.multipliedReportingOverflow(by: powerOfTen(exponent))
    return overflow ? nil : Decimal(units: units, scale: 0)
  }

  /// Whether the value has no decimals.
  package var isWhole: Bool { value.exponent >= 0 }

  /// The value in plain digits, with a point before its decimals: `0.001` for `1E-3`.
  package var plainText: String {
    let (digits, exponent) = value
    if exponent >= 0 { return String(digits) + String(repeating: "0", count: exponent) }
    let text = String(digits.magnitude)
    let zeros = String(repeating: "0", count: max(0, 1 - exponent - text.utf8.count))
    let padded = zeros + text
    return (digits < 0 ? "-" : "") + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  /// Reads sign, digits, point, digits, exponent.
  private var parts: (digits: Int64, exponent: Int)? {
    var value: Int64 = 0
    var exponent = 0
    var count = 0
    var seen = 0
    var isFraction = false
    var isNegative = false
    var roundsUp = false
    var bytes = written.utf8.makeIterator()
    var byte = bytes.next()
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      isNegative = byte == UInt8(ascii: "-")
      byte = bytes.next()
    }
    while let current = byte {
      if current == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if case let digit = current &- 48, digit <= 9 {
        seen += 1
        if count < Self.digits {
          // At most 15 digits: far below the largest Int64.
          value = value &* 10 &+ Int64(digit)
          if value > 0 { count += 1 }
          if isFraction { exponent -= 1 }
        } else {
          if count == Self.digits { roundsUp = digit >= 5 }
          count += 1
          if !isFraction { exponent += 1 }
        }
      } else {
        break
      }
      byte = bytes.next()
    }
    guard seen > 0 else { return nil }
    if let mark = byte {
      guard mark | 0x20 == UInt8(ascii: "e"), let power = Self.power(&bytes) else { return nil }
      exponent += power
    }
    if roundsUp { value += 1 }
    guard value > 0 else { return (0, 0) }
    while value % 10 == 0 {
      value /= 10
      exponent += 1
    }
    // Beyond these no spreadsheet's number lies.
    guard (-400...400).contains(exponent) else { return nil }
    return (isNegative ? -value : value, exponent)
  }

  /// Reads the digits after an `E`.
  private static func power(_ bytes: inout String.UTF8View.Iterator) -> Int? {
    var value = 0
    var isNegative = false
    var count = 0
    var byte = bytes.next()
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      isNegative = byte == UInt8(ascii: "-")
      byte = bytes.next()
    }
    while let current = byte {
      let digit = current &- 48
      guard digit <= 9, count < 4 else { return nil }
      value = value * 10 + Int(digit)
      count += 1
      byte = bytes.next()
    }
    guard count > 0 else { return nil }
    return isNegative ? -value : value
  }
}
