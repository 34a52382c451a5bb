/// About how high a cell must be for a text that wraps, in points.
///
/// Excel fits rows to their texts when it opens a file, other programs do not; a row whose height is written
/// looks and prints the same in all. The estimate is a little generous.
///
/// - Parameters:
///   - text: The cell's text; its line breaks count.
///   - width: The column's width, or the sum of merged columns, in digits of the normal font.
///   - font: The cell's font.
///   - normalSize: The size of the workbook's normal font in points.
/// - Returns: The height in points.
package func wrappedHeight(
  _ text: String, width: Double, font: Font = Font(), normalSize: Int = 12
) -> Double {
  // A digit is half as wide as the letters are high; the cell keeps some 4 points free at its sides.
  let available = max(width * Double(normalSize) / 2 - 4, Double(font.size))
  let scale = Double(font.size) / 1000 * (font.isBold ? 1.08 : 1.02)
  var lines = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    lines += 1
    var used = 0.0
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let wide = Double(word.unicodeScalars.reduce(0) { $0 + letterWidth($1) }) * scale
      let gap = used > 0 ? 250 * scale : 0
      if used > 0, used + gap + wide > available {
        lines += 1
        used = 0
      } else {
        used += gap
      }
      // A word wider than the column is broken where the line ends.
      used += wide
      while used > available {
        lines += 1
        used -= available
      }
    }
  }
  // No row is higher than 409 points.
  return min((Double(lines) * Double(font.size) * 1.2 + 3).rounded(.up), 409)
}

/// The width of a letter of Times New Roman in thousandths of its size; marks take no room of their own.
package func letterWidth(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
  // Bold letters are about a twelfth wider.
  isBold ? letterWidth(scalar) * 108 / 100 : letterWidth(scalar)
}

private func letterWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return asciiWidths[Int(scalar.value)] }
  if (0x300...0x36F).contains(scalar.value) { return 0 }
  let properties = scalar.properties
  if properties.isUppercase { return 740 }
  if properties.isLowercase { return "ìíỉĩịï".unicodeScalars.contains(scalar) ? 278 : 500 }
  return scalar.value >= 0x2E80 ? 1000 : 600
}

/// Widths of ASCII by code, after the metrics of Times Roman.
private let asciiWidths: [Int] = {
  var widths = [Int](repeating: 500, count: 128)
  let groups: [(Int, String)] = [
    (250, " .,"), (278, "/\\:;ijlt"), (333, "!()-[]frI`'"), (389, "sJ"), (444, "?acez"), (556, "FPS"),
    (564, "+<=>"), (611, "ELTZ"), (667, "BCR"), (722, "wADGHKNOQUVXY"), (778, "m&"), (833, "%"),
    (889, "M"), (921, "@"), (944, "W"),
  ]
  for (width, letters) in groups {
    for letter in letters.utf8 { widths[Int(letter)] = width }
  }
  return widths
}()
