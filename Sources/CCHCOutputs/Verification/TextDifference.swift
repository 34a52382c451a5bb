import CCHCFiles

/// The first place where a text is not the one it must be.
struct TextDifference {
  /// The line, or the paragraph of a Word file, from 1.
  let line: Int
  /// What stands there; nil where the text has ended.
  let found: String?
  /// What must stand there; nil where the text must have ended.
  let expected: String?

  /// How many bytes two files have in common from their beginning.
  static func commonPrefix(_ first: [UInt8], _ second: [UInt8]) -> Int {
    let count = min(first.count, second.count)
    var index = 0
    while index < count, first[index] == second[index] { index += 1 }
    return index
  }

  /// Compares two texts line by line; nil where they are the same.
  init?(_ found: [UInt8], _ expected: [UInt8]) {
    let common = Self.commonPrefix(found, expected)
    guard common < max(found.count, expected.count) else { return nil }
    // The line that holds the first byte that differs; one that is new there stands behind a line break.
    var start = found[..<common].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let longer = found.count > expected.count ? found : expected
    // A line that one file ends with is the same in both where the other goes on behind it.
    if common == min(found.count, expected.count), longer[common] == 10 { start = common + 1 }
    line = longer[..<start].count { $0 == 10 } + 1
    self.found = Self.line(of: found, from: start)
    self.expected = Self.line(of: expected, from: start)
  }

  /// Compares two lists of paragraphs; nil where they are the same.
  init?(paragraphs found: [String], _ expected: [String]) {
    let count = max(found.count, expected.count)
    func paragraph(_ list: [String], _ place: Int) -> String? { place < list.count ? list[place] : nil }
    guard let place = (0..<count).first(where: { paragraph(found, $0) != paragraph(expected, $0) })
    else { return nil }
    line = place + 1
    self.found = paragraph(found, place)
    self.expected = paragraph(expected, place)
  }

  private static func line(of bytes: [UInt8], from start: Int) -> String? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
    var text = String(decoding: bytes[start..<end], as: UTF8.self)
    if text.hasSuffix("\r") { text.removeLast() }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    return text
  }

  /// Whether only letters that nobody sees differ.
  var isInvisible: Bool {
    guard let found, let expected else { return (found ?? expected ?? "").trimmed.isEmpty }
    return found.trimmed == expected.trimmed
  }

  /// How many letters of a long line are shown, and how many of them stand before the place that differs.
  private static let (mostLetters, before) = (140, 50)

  /// The two texts cut to what stands around the first letter that differs.
  var shown: (found: String, expected: String) {
    let (left, right) = (Array(found ?? ""), Array(expected ?? ""))
    var common = 0
    while common < min(left.count, right.count), left[common] == right[common] { common += 1 }
    let start = max(left.count, right.count) > Self.mostLetters ? max(0, common - Self.before) : 0
    func cut(_ letters: [Character]) -> String {
      guard start < letters.count else { return "" }
      let end = min(letters.count, start + Self.mostLetters)
      return (start > 0 ? "…" : "") + String(letters[start..<end]) + (end < letters.count ? "…" : "")
    }
    return (cut(left), cut(right))
  }

  /// Reports the difference of a file; `code` is that of a line or of a paragraph that differs.
  func report(_ code: ProblemCode, at file: String, hasRows: Bool, _ problems: inout ProblemList) {
    let place = Place(file, row: hasRows ? line : nil)
    let shown = shown
    if found == nil {
      problems.report(.reportEndsEarly, at: place, .count(line), .text(shown.expected))
    } else if expected == nil {
      problems.report(.reportGoesOn, at: place, .count(line), .text(shown.found))
    } else {
      problems.report(code, at: place, .count(line), .text(shown.found), .text(shown.expected))
    }
  }
}
