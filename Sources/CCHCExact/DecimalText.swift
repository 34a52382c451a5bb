extension [UInt8] {
  /// Appends `units` × 10^-`decimals` in digits; a value of 0 never bears a sign.
  package mutating func appendDecimal(_ units: Int128, decimals: Int, mark: Unicode.Scalar = ".") {
    if let small = Int64(exactly: units) {
      appendUnits(small, decimals: decimals, mark: mark)
    } else {
      if units < 0 { append(UInt8(ascii: "-")) }
      let text = Array(String(units.magnitude).utf8)
      let split = text.count - decimals
      append(contentsOf: text[..<split])
      guard decimals > 0 else { return }
      append(UInt8(ascii: mark))
      append(contentsOf: text[split...])
    }
  }

  /// Appends `units` × 10^-`decimals` in digits, as `appendDecimal`.
  package mutating func appendUnits(_ units: Int64, decimals: Int, mark: Unicode.Scalar) {
    if units < 0 { append(UInt8(ascii: "-")) }
    var digits = 1
    var rest = units.magnitude
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    appendDigits(units.magnitude, count: Swift.max(digits, decimals + 1), decimals: decimals, mark: mark)
  }

  private mutating func appendDigits(_ value: UInt64, count: Int, decimals: Int, mark: Unicode.Scalar) {
    let width = count + (decimals > 0 ? 1 : 0)
    let start = self.count
    for _ in 0..<width { append(UInt8(ascii: mark)) }
    var rest = value
    var position = start + width - 1
    for digit in 0..<count {
      if digit == decimals, decimals > 0 { position -= 1 }
      self[position] = UInt8(truncatingIfNeeded: rest % 10) + 48
      rest /= 10
      position -= 1
    }
  }
}

/// `units` × 10^-`decimals` as text.
package func decimalText(_ units: Int128, decimals: Int, mark: Unicode.Scalar = ".") -> String {
  var bytes: [UInt8] = []
  bytes.appendDecimal(units, decimals: decimals, mark: mark)
  return String(decoding: bytes, as: UTF8.self)
}
