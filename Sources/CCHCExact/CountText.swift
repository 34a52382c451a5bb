/// A fixed-point number without trailing zeros after the decimal mark.
package func plainDecimal(_ units: Int128, decimals: Int) -> (units: Int128, decimals: Int) {
  var result = (units: units, decimals: decimals)
  while result.decimals > 0, result.units % 10 == 0 {
    result.units /= 10
    result.decimals -= 1
  }
  return result
}

/// A whole number with points between its thousands, as Vietnamese documents write it.
package func groupedText(_ number: Int) -> String {
  guard number.magnitude >= 1000 else { return String(number) }
  var text = number < 0 ? "-" : ""
  let digits = Array(String(number.magnitude))
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place).isMultiple(of: 3) { text += "." }
    text.append(digit)
  }
  return text
}

/// A difference of whole numbers, which bears its sign.
package func signedText(_ number: Int) -> String { (number > 0 ? "+" : "") + groupedText(number) }

/// A count in a sentence: one below 10 bears a leading zero, as Vietnamese documents write it.
package func countText(_ number: Int) -> String {
  (0...9).contains(number) ? "0\(number)" : groupedText(number)
}

/// A count with what is counted, in a sentence; 0 in words.
package func quantityText(_ number: Int, _ noun: String) -> String {
  number == 0 ? "không có \(noun)" : "\(countText(number)) \(noun)"
}
