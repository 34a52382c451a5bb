import CCHCOffice

/// The widths of a table's columns: shares of the line, but none so narrow that a word would break.
struct ColumnWidths {
  /// In twips; they add up to the line.
  private(set) var widths: [Int]

  /// No word asks for more than this part of the line; a longer one is broken.
  private static let longestPart = 4

  /// - Parameters:
  ///   - table: the table.
  ///   - letterSize: in half points.
  ///   - lineWidth: in twips.
  init(_ table: DocumentTable, letterSize: Int, lineWidth: Int) {
    let shares = table.columns.map { max($0.width, 1) }
    var least = table.columns.map { Self.longestWord($0.heading.marked[...], isBold: true) }
    Self.widen(&least, table.cells)
    // Thousandths of half points are a hundredth of a twip; a little is added for what fonts differ.
    let narrowest = least.map { word in
      min(word * letterSize / 100 * 103 / 100, lineWidth / Self.longestPart) + 2 * WordTable.cellMargin + 10
    }
    widths = Self.widths(shares, narrowest, lineWidth)
  }

  /// Gives each column its share of what the columns leave that need more than theirs.
  private static func widths(_ shares: [Int], _ narrowest: [Int], _ line: Int) -> [Int] {
    guard !shares.isEmpty else { return [] }
    let needed = narrowest.reduce(0, +)
    if needed >= line { return filled(narrowest.map { $0 * line / needed }, narrowest, line) }
    var isFixed = shares.map { _ in false }
    while true {
      let taken = zip(isFixed, narrowest).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
      let parts = zip(isFixed, shares).reduce(0) { $0 + ($1.0 ? 0 : $1.1) }
      let widths = shares.indices.map { column in
        isFixed[column] ? narrowest[column] : shares[column] * (line - taken) / max(parts, 1)
      }
      let tooNarrow = widths.indices.filter { !isFixed[$0] && widths[$0] < narrowest[$0] }
      if tooNarrow.isEmpty { return filled(widths, shares, line) }
      for column in tooNarrow { isFixed[column] = true }
    }
  }

  /// Gives the widest column what rounding left.
  private static func filled(_ widths: [Int], _ weights: [Int], _ line: Int) -> [Int] {
    var widths = widths
    let widest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    widths[widest] += line - widths.reduce(0, +)
    return widths
  }

  /// The widest word of a text in thousandths of the letters' size.
  private static func longestWord(_ marked: ArraySlice<UInt8>, isBold: Bool) -> Int {
    var longest = 0
    var current = 0
    for scalar in String(decoding: marked, as: UTF8.self).unicodeScalars where scalar.value >= 8 {
      current = scalar == " " ? 0 : current + letterWidth(scalar, isBold: isBold)
      longest = max(longest, current)
    }
    return longest
  }

  /// Widens the columns for the words of their cells; wide cells ask for nothing.
  private static func widen(_ least: inout [Int], _ cells: [UInt8]) {
    var column = 0
    var current = 0
    var longest = 0
    var isBold = false
    for scalar in String(decoding: cells, as: UTF8.self).unicodeScalars {
      if scalar.value >= 8 {
        current = scalar == " " ? 0 : current + letterWidth(scalar, isBold: isBold)
        longest = max(longest, current)
        continue
      }
      switch UInt8(truncatingIfNeeded: scalar.value) {
      case TextMark.bold: isBold.toggle()
      case TextMark.cellEnd:
        if column < least.count { least[column] = max(least[column], longest) }
        column += 1
        (current, longest, isBold) = (0, 0, false)
      case TextMark.wideCellEnd: (current, longest, isBold) = (0, 0, false)
      case TextMark.rowEnd: column = 0
      default: break
      }
    }
  }
}
