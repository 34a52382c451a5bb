import CCHCExact
import CCHCFiles

/// A number that an annex gives a row.
enum AnnexNumber: Hashable {
  /// A, B
  case letter(Int)
  /// I, II
  case roman(Int)
  /// 1, 1.1, I.1, A.1.2
  case decimal([Int])
  /// a), b)
  case alpha(Int)
  /// -, +, •
  case bullet

  /// Reads a whole text as a number: `1.1.`, `IV`, `a)`, `Lĩnh vực 2`; nil where it is none.
  init?(_ text: String) {
    var bare = text.trimmed
    while let last = bare.last, ".):,/".contains(last) { bare.removeLast() }
    while let first = bare.first, "(".contains(first) { bare.removeFirst() }
    bare = bare.trimmed
    if ["-", "–", "—", "+", "•", "*", "·", "o", "▪", "●"].contains(text.trimmed) {
      self = .bullet
      return
    }
    let words = bare.unaccented.split(separator: " ")
    if words.count >= 2, let last = words.last,
      ["linh vuc", "phan", "muc", "nhom"].contains(words.dropLast().joined(separator: " "))
    {
      bare = String(last).uppercased()
    }
    guard !bare.isEmpty, bare.utf8.count <= 20 else { return nil }
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard parts.count > 1 else {
      self.init(single: bare)
      return
    }
    var path: [Int] = []
    for (place, part) in parts.enumerated() {
      if let value = Self.whole(part) {
        path.append(value)
      } else if place == 0, let value = Self.romanValue(part) ?? Self.letterValue(part) {
        path.append(value)
      } else {
        return nil
      }
    }
    self = .decimal(path)
  }

  private init?(single text: String) {
    if let value = Self.whole(text) {
      self = .decimal([value])
    } else if let value = Self.romanValue(text) {
      self = .roman(value)
    } else if let value = Self.letterValue(text) {
      self = .letter(value)
    } else if let value = Self.alphabet.firstIndex(of: text) {
      self = .alpha(value + 1)
    } else {
      return nil
    }
  }

  /// The number at the start of a name, and the name without it: `1.1. Kế hoạch`, `II. Cải cách`, `a) …`.
  static func leading(_ text: String) -> (number: AnnexNumber, rest: String)? {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard let first = words.first else { return nil }
    if words.count > 2, [first, words[1]].joined(separator: " ").unaccented == "linh vuc",
      let number = AnnexNumber(words[0..<3].joined(separator: " "))
    {
      let rest = words[3...].joined(separator: " ").drop { " :.-–".contains($0) }
      return (number, rest.isEmpty ? text : String(rest))
    }
    // A bare figure may begin a name: "5 nội dung"; a numbering there bears a mark or several parts.
    guard let last = first.last, ".):".contains(last) || first.contains("."), words.count > 1,
      let number = AnnexNumber(String(first)), number != .bullet
    else { return nil }
    return (number, words.dropFirst().joined(separator: " "))
  }

  /// The last part, which orders the row among those beside it.
  var ordinal: Int {
    switch self {
    case .letter(let value), .roman(let value), .alpha(let value): value
    case .decimal(let path): path.last ?? 0
    case .bullet: 0
    }
  }

  private static let alphabet = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q",
  ]

  private static func whole(_ text: String) -> Int? {
    guard (1...3).contains(text.utf8.count), let value = parseCount(Array(text.utf8).span), value > 0 else {
      return nil
    }
    return Int(value)
  }

  private static func letterValue(_ text: String) -> Int? {
    guard text.unicodeScalars.count == 1, let letter = text.unicodeScalars.first, ("A"..."Z").contains(letter)
    else { return nil }
    return Int(letter.value) - 64
  }

  /// Roman numerals up to 39; annexes have no more fields.
  private static func romanValue(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 7, text.allSatisfy({ "IVX".contains($0) }) else { return nil }
    return (1...39).first { roman($0) == text }
  }

  private static func roman(_ value: Int) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: value / 10) + ones[value % 10]
  }
}
