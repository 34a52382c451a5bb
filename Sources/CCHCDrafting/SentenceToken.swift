import CCHCCriteria
import CCHCExact
import CCHCOffice
import CCHCScoring
import CCHCTables

/// A word, a number, a day or a sign of a sentence.
struct SentenceToken {
  enum Kind: Hashable {
    /// In lower case, with its accents.
    case word(String)
    case number(Rational, isPercent: Bool)
    case day(Day)
    case sign(String)
    /// The end of a sentence.
    case stop
  }

  let kind: Kind
  /// As written.
  let text: String
  /// Whether a blank stands before it.
  let isApart: Bool

  var word: String? { if case .word(let word) = kind { word } else { nil } }

  /// The word, or the sign in its usual form.
  var plain: String {
    switch kind {
    case .word(let word): word
    case .sign(let sign): sign
    default: text
    }
  }

  /// Whether the token is a figure that may be read in two ways: 1.000, or one of too many digits.
  var isUnclear: Bool {
    guard let word, word.first?.isNumber == true else { return false }
    return word.contains(".") || word.count > 12
  }

  var isNumber: Bool { if case .number = kind { true } else { false } }

  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }

  func isWord(_ words: String...) -> Bool { word.map { words.contains($0) } ?? false }
}

/// Parts a text into tokens.
struct SentenceScanner {
  private let letters: [Character]
  private var index = 0
  private var tokens: [SentenceToken] = []

  static func tokens(of text: String) -> [SentenceToken] {
    var scanner = SentenceScanner(letters: Array(text))
    scanner.run()
    return scanner.tokens
  }

  private init(letters: [Character]) { self.letters = letters }

  private mutating func run() {
    while index < letters.count {
      let letter = letters[index]
      if letter == "\n" {
        append(.stop, from: index, to: index + 1)
      } else if letter.isWhitespace {
        index += 1
      } else if letter.isASCIIDigit {
        number()
      } else if letter.isLetter {
        var end = index + 1
        while end < letters.count, letters[end].isLetter || letters[end].isASCIIDigit { end += 1 }
        let word = String(letters[index..<end]).lowercased()
        append(.word(Self.usual[word] ?? word), from: index, to: end)
      } else {
        sign()
      }
    }
  }

  /// Other spellings of words that sentences are known by.
  private static let usual = ["tỉ": "tỷ", "đuợc": "được", "tuỳ": "tùy", "thoả": "thỏa"]

  private mutating func append(_ kind: SentenceToken.Kind, from start: Int, to end: Int) {
    let isApart = start == 0 || letters[start - 1].isWhitespace
    tokens.append(SentenceToken(kind: kind, text: String(letters[start..<end]), isApart: isApart))
    index = end
  }

  private mutating func number() {
    let start = index
    if let end = reference(from: start) {
      return append(.word(String(letters[start..<end])), from: start, to: end)
    }
    if let (day, end) = day(from: start) { return append(.day(day), from: start, to: end) }
    var end = digits(from: start)
    // A mark counts where digits follow it: "0,5" but not "1, không".
    if end + 1 < letters.count, ".,".contains(letters[end]), letters[end + 1].isASCIIDigit {
      let after = digits(from: end + 1)
      // 1.000 may be a thousand or one: it is read as neither.
      if letters[end] == ".", after - end - 1 == 3 {
        return append(.word(String(letters[start..<after])), from: start, to: after)
      }
      end = after
    }
    let digits = String(letters[start..<end])
    var last = end
    while last < letters.count, letters[last] == " " { last += 1 }
    let isPercent = last < letters.count && letters[last] == "%"
    guard let value = parseNumber(Array(digits.utf8).span)?.value else {
      return append(.word(digits), from: start, to: end)
    }
    let share = Decimal(units: value.units, scale: value.scale + (isPercent ? 2 : 0))
    append(.number(Rational(share), isPercent: isPercent), from: start, to: isPercent ? last + 1 : end)
  }

  /// A figure that is part of a name, not an amount: `tháng 02/2023`, `năm 2023`, `ngày 15/12`, `73/2023/NĐ-CP`,
  /// `6 tháng` among reports.
  private func reference(from start: Int) -> Int? {
    var end = digits(from: start)
    let before = tokens.last?.word ?? ""
    let isPercent = letters[end...].first { $0 != " " } == "%"
    if end + 1 < letters.count, letters[end] == "/", letters[end + 1].isASCIIDigit {
      let next = digits(from: end + 1)
      let isNumbered = next + 1 < letters.count && letters[next] == "/" && letters[next + 1].isLetter
      guard
        isNumbered || next - end == 5 || (before == "ngày" && (next == letters.count || letters[next] != "/"))
      else { return nil }
      end = next
      while isNumbered, end < letters.count, letters[end].isLetter || "/-".contains(letters[end]) { end += 1 }
      return end
    }
    if !isPercent, ["năm", "tháng", "quý", "khóa", "điều", "khoản"].contains(before),
      end == letters.count || !".,".contains(letters[end]) || end + 1 == letters.count
        || letters[end + 1] == " "
    {
      return end
    }
    let isMonths = letters[end...].starts(with: Array(" tháng"))
    let isAmount = ["từ", "trên", "dưới", "quá", "đến", "nhất"].contains(before)
    return isMonths && !isAmount && ["6", "9"].contains(String(letters[start..<end])) ? end : nil
  }

  private func digits(from start: Int) -> Int {
    var end = start
    while end < letters.count, letters[end].isASCIIDigit { end += 1 }
    return end
  }

  /// A whole date such as 15/12/2023.
  private func day(from start: Int) -> (Day, Int)? {
    var end = start
    while end < letters.count, letters[end].isASCIIDigit || letters[end] == "/" { end += 1 }
    let bytes = Array(String(letters[start..<end]).utf8)
    guard bytes.count(where: { $0 == UInt8(ascii: "/") }) == 2, let day = parseDay(bytes.span) else {
      return nil
    }
    return (day, end)
  }

  private mutating func sign() {
    let letter = letters[index]
    let next = index + 1 < letters.count ? letters[index + 1] : " "
    switch letter {
    case "–", "—", "−", "‐", "‑", "-": append(.sign("-"), from: index, to: index + 1)
    case "×", "*", "·": append(.sign("*"), from: index, to: index + 1)
    case "÷", "/": append(.sign("/"), from: index, to: index + 1)
    case "≥": append(.sign(">="), from: index, to: index + 1)
    case "≤": append(.sign("<="), from: index, to: index + 1)
    case ">" where next == "=", "<" where next == "=":
      append(.sign("\(letter)="), from: index, to: index + 2)
    case ".", "…", "?", "!":
      append(.stop, from: index, to: index + 1)
    default: append(.sign(String(letter)), from: index, to: index + 1)
    }
  }
}

extension Character {
  /// Whether the character is one of the digits 0 to 9.
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension ArraySlice<SentenceToken> {
  /// The text that the tokens were read from, with single spaces.
  var spelling: String {
    var text = ""
    for token in self {
      if token.isApart, !text.isEmpty { text += " " }
      text += token.text
    }
    return text
  }

  /// Whether words stand at a place, one after the other.
  func has(_ words: [String], at place: Int) -> Bool {
    guard place >= startIndex, place + words.count <= endIndex else { return false }
    return zip(self[place...], words).allSatisfy { $0.word == $1 }
  }

  /// The first place where words stand one after the other.
  func place(of words: String...) -> Int? { indices.first { has(words, at: $0) } }

  /// The slice without a number of tokens at its start.
  func from(_ place: Int) -> ArraySlice<SentenceToken> { self[Swift.min(place, endIndex)..<endIndex] }
}
