import CCHCExact
import CCHCFiles
import CCHCOffice

/// Finds the codes that a spreadsheet made another text of: `3.10` became `3.1`, or the third of October.
package struct ChangedCodes: Sendable {
  /// The codes of a set, each with its parts as numbers; codes with letters are not changed.
  private let codes: [(code: String, parts: [Int])]
  /// By the number that spreadsheets make of them, the codes that become the same number.
  private let byNumber: [String: [String]]

  package init(_ codes: [String]) {
    self.codes = codes.compactMap { code in
      let parts = code.split(separator: ".").map { Int($0) }
      let known = parts.compactMap(\.self)
      return known.count == parts.count ? (code, known) : nil
    }
    var byNumber: [String: [String]] = [:]
    for (code, parts) in self.codes where parts.count <= 2 {
      if let number = Self.number(code) { byNumber[number, default: []].append(code) }
    }
    self.byNumber = byNumber
  }

  /// The other codes that a spreadsheet would make the same number of, as `3.10` of `3.1`.
  package func lookalikes(of code: String) -> [String] {
    guard let number = Self.number(code) else { return [] }
    return (byNumber[number] ?? []).filter { $0 != code }
  }

  /// The codes that a spreadsheet may have made a text of, in the order of the set; none where it made none.
  package func originals(of text: String) -> [String] {
    if let number = Self.number(text) {
      let found = (byNumber[number] ?? []).filter { $0 != text }
      if !found.isEmpty { return found }
    }
    let shapes = Self.shapes(of: text)
    guard !shapes.isEmpty else { return [] }
    return codes.filter { shapes.contains($0.parts) }.map(\.code)
  }

  /// What a code in a set's own table was before a spreadsheet changed it; nil where it did not.
  static func original(of code: String, isRepeatedNumber: Bool) -> String? {
    if isRepeatedNumber { return code + (code.contains(".") ? "0" : ".0") }
    guard let (_, month, day) = parseDay(Array(code.utf8).span)?.components else { return nil }
    return "\(day).\(month) / \(month).\(day)"
  }

  /// The number that a spreadsheet makes of a text, in a form to compare; nil where it makes none.
  private static func number(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let whole = parts[0].drop { $0 == "0" }
    var decimals = parts.count > 1 ? parts[1] : ""
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(whole.isEmpty ? "0" : whole).\(decimals)"
  }

  /// The codes, in parts, that a date may have been: day and month, month and day, with the year or without.
  private static func shapes(of text: String) -> Set<[Int]> {
    let bytes = Array(text.utf8)
    // A date that shows as a number is its serial number.
    let serial = parseCount(bytes.span).flatMap { (20_000...80_000).contains($0) ? Int($0) : nil }
    if let day = serial.flatMap({ DateSystem.from1900.day($0) }) ?? parseDay(bytes.span) {
      let (year, month, number) = day.components
      let short = year % 100
      return [
        [number, month], [month, number], [number, month, short], [month, number, short],
        [short, month, number], [month, short],
      ]
    }
    let pieces = text.folded.split { $0 == "-" || $0 == "/" || $0 == " " }.map(String.init)
    // Jan-10, 10-thg 1, 3/10
    let names = pieces.filter { $0 != "thg" && $0 != "tháng" }
    let numbers = names.compactMap { Int($0) ?? months[String($0.prefix(3))] }
    guard names.count == 2, numbers.count == 2, text.contains(where: { $0 == "-" || $0 == "/" }) else {
      return []
    }
    return [numbers, numbers.reversed()]
  }

  private static let months = Dictionary(
    uniqueKeysWithValues: [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].enumerated().map { ($1, $0 + 1) })
}
