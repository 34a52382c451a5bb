import CCHCExact
import CCHCFiles

/// A number as a table prints it.
struct PrintedNumber {
  /// The number is `units` × 10^-`scale`.
  let units: Int128
  let scale: Int
  /// Whether a percent sign stands behind it.
  var isPercent = false

  var value: Rational { Rational(units: units, decimals: scale) }

  /// The number for a message, with all its decimals.
  var argument: ProblemArgument { .number(units: units, decimals: scale) }

  /// The most digits that are read: beyond them no table is printed.
  private static let mostDigits = 18
  /// The most decimals that a cell of a workbook counts with: what it shows is rounded, what it keeps may not be.
  private static let mostKept = 6

  init(units: Int128, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// Reads `91.80`, `91,80`, `91,80 %`, `1.234,5`; nil where the text is no such number.
  ///
  /// - Parameters:
  ///   - text: the number as it is printed.
  ///   - mark: the decimal mark of the table; a single other one before three digits parts thousands.
  init?(_ text: String, _ mark: PrintedMark? = nil) {
    var letters = Array(text.utf8)
    letters.removeAll { $0 == 32 || $0 == 9 }
    // A no-break space, and a minus sign in print.
    var joined = String(decoding: letters, as: UTF8.self).replacing("\u{A0}", with: "")
      .replacing("\u{202F}", with: "").replacing("\u{2212}", with: "-")
    let isPercent = joined.hasSuffix("%")
    if isPercent { joined.removeLast() }
    let isNegative = joined.hasPrefix("-")
    let bytes = Array(joined.utf8.dropFirst(isNegative || joined.hasPrefix("+") ? 1 : 0))
    let marks = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: ",") }
    guard let first = bytes.first, let last = bytes.last, isPlainDigit(first), isPlainDigit(last) else {
      return nil
    }
    var decimals = marks.last.map { bytes.count - 1 - $0 } ?? 0
    if let mark = marks.last, marks.count > 1 {
      let groups = bytes.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      // Several marks: those before the last one part thousands; all alike, all of them do.
      let isWhole = marks.allSatisfy { bytes[$0] == bytes[mark] }
      let inner = isWhole ? groups.dropFirst() : groups.dropFirst().dropLast()
      guard inner.allSatisfy({ $0.count == 3 }), isWhole || bytes[marks[0]] != bytes[mark],
        marks.dropLast().allSatisfy({ bytes[$0] == bytes[marks[0]] })
      else { return nil }
      if isWhole { decimals = 0 }
    }
    if marks.count == 1, decimals == 3, marks[0] <= 3, let mark, bytes[marks[0]] != mark.byte { decimals = 0 }
    var units: Int128 = 0
    var digits = 0
    for (place, byte) in bytes.enumerated() where !marks.contains(place) {
      guard isPlainDigit(byte), digits < Self.mostDigits else { return nil }
      units = units * 10 + Int128(byte - 48)
      digits += units == 0 ? 0 : 1
    }
    guard decimals <= Self.mostDigits else { return nil }
    self.init(units: isNegative ? -units : units, scale: decimals)
    self.isPercent = isPercent
  }

  /// The number as a workbook shows it that keeps more decimals than anybody prints.
  var shown: PrintedNumber {
    guard scale > Self.mostKept, let units = Rounding.halfUp.units(of: value, decimals: 4) else {
      return self
    }
    return PrintedNumber(units: units, scale: 4)
  }

  /// The same number a hundred times, as the percentage of a share.
  var percentOfShare: PrintedNumber {
    scale >= 2
      ? PrintedNumber(units: units, scale: scale - 2) : PrintedNumber(units: units * 100, scale: scale)
  }

  /// The number in units of 10^-`decimals`, nil where it has more decimals.
  func units(decimals: Int) -> Int128? {
    guard decimals >= scale, decimals - scale <= Self.mostDigits else { return nil }
    let (product, overflow) = units.multipliedReportingOverflow(by: Int128(powerOfTen(decimals - scale)))
    return overflow ? nil : product
  }
}

/// What parts the decimals in the numbers of a table.
enum PrintedMark {
  case comma
  case point

  var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }

  /// The mark that more numbers show; nil where none does: `1.234` may be either.
  init?(_ texts: [String]) {
    var (commas, points) = (0, 0)
    for text in texts where PrintedNumber(text) != nil {
      let bytes = Array(text.utf8)
      let marks = bytes.indices.filter { Self.marks.contains(bytes[$0]) }
      guard let last = marks.last, let first = marks.first else { continue }
      let digits = bytes[(last + 1)...].count(where: isPlainDigit)
      // A mark before any but three digits parts decimals; so does the last one of two kinds.
      guard bytes[first] != bytes[last] || (marks.count == 1 && digits != 3) else { continue }
      if bytes[last] == Self.marks[0] { commas += 1 } else { points += 1 }
    }
    guard commas != points else { return nil }
    self = commas > points ? .comma : .point
  }

  private static let marks = [UInt8(ascii: ","), UInt8(ascii: ".")]
}

private func isPlainDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

/// A text without accents, marks and double blanks, to compare headings and words of tables.
func plainWords(_ text: String) -> String {
  var result = ""
  var needsBlank = false
  for letter in text.unaccented {
    if letter.isASCII, letter.isLetter || letter.isNumber {
      if needsBlank, !result.isEmpty { result.append(" ") }
      result.append(letter)
      needsBlank = false
    } else {
      needsBlank = true
    }
  }
  return result
}
