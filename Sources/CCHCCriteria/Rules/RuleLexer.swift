import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCTables

/// Splits the text of a rule into tokens.
struct RuleLexer {
  private let letters: [Unicode.Scalar]
  private var index = 0
  private var tokens: [Token] = []

  /// The longest rule, in letters (FORMATS 3).
  static let longestRule = 4000

  /// The tokens of a rule's text, an end token last.
  ///
  /// - Throws: `RuleFault` at the first letter that no token holds.
  static func tokens(of text: String) throws(RuleFault) -> [Token] {
    var lexer = RuleLexer(letters: Array(text.unicodeScalars))
    guard lexer.letters.count <= longestRule else { throw RuleFault(.ruleTooLong, at: longestRule + 1) }
    return try lexer.run()
  }

  private init(letters: [Unicode.Scalar]) { self.letters = letters }

  private func letter(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < letters.count ? letters[index + offset] : nil
  }

  private func text(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters[start..<index])
    return String(view)
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, position: start + 1, range: start..<index))
  }

  private mutating func run() throws(RuleFault) -> [Token] {
    while let next = letter() {
      if next == " " || next == "\t" || next == "\n" || next == "\r" || next == "\u{A0}" {
        index += 1
      } else if isDigit(next) {
        try scanNumberOrDay()
      } else if isNameStart(next) {
        let start = index
        while let letter = letter(), isNameStart(letter) || isDigit(letter) { index += 1 }
        add(.name(text(from: start)), from: start)
      } else if next == "\"" {
        try scanText()
      } else {
        try scanSymbol(next)
      }
    }
    add(.end, from: letters.count)
    return tokens
  }

  private mutating func scanText() throws(RuleFault) {
    let start = index
    index += 1
    while let next = letter(), next != "\"" { index += 1 }
    guard letter() != nil else { throw RuleFault(.ruleTextOpen, at: start + 1) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters[(start + 1)..<index])
    index += 1
    add(.text(String(view).trimmed), from: start)
  }

  /// A number, a percentage or a date; digits joined by `-` without spaces are a date or an error.
  private mutating func scanNumberOrDay() throws(RuleFault) {
    let start = index
    var isJoined = false
    while let next = letter() {
      if isDigit(next) || next == "." {
        index += 1
      } else if next == "-", let last = letter(-1), isDigit(last), let after = letter(1), isDigit(after) {
        isJoined = true
        index += 1
      } else {
        break
      }
    }
    let written = text(from: start)
    if isJoined {
      let bytes = Array(written.utf8)
      guard let day = parseDay(bytes.span) else { throw RuleFault(.ruleDate, at: start + 1, .text(written)) }
      add(.day(day), from: start)
      return
    }
    if let next = letter(), isNameStart(next) {
      throw RuleFault(.ruleNumber, at: start + 1, .text(written + String(next)))
    }
    var percentOffset = 0
    while letter(percentOffset) == " " { percentOffset += 1 }
    let isPercent = letter(percentOffset) == "%"
    if isPercent { index += percentOffset + 1 }
    guard let value = Self.number(written, isPercent: isPercent) else {
      throw RuleFault(.ruleNumber, at: start + 1, .text(written))
    }
    add(.number(value), from: start)
  }

  /// Digits with an optional `.` and digits; nil for anything else, or beyond the exact range.
  private static func number(_ text: String, isPercent: Bool) -> Rational? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let digits = Int128(parts.joined()) else {
      return nil
    }
    let decimals = (parts.count == 2 ? parts[1].utf8.count : 0) + (isPercent ? 2 : 0)
    guard decimals <= 37 else { return nil }
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    return Rational(digits, over: scale)
  }

  private mutating func scanSymbol(_ first: Unicode.Scalar) throws(RuleFault) {
    let start = index
    let pair = letter(1).map { String(first) + String($0) } ?? ""
    if let remedy = Self.wrongPairs[pair] {
      throw RuleFault(.ruleSymbol, at: start + 1, .text(pair), .text(remedy))
    }
    if let symbol = Symbol(rawValue: pair) {
      index += 2
      add(.symbol(symbol), from: start)
    } else if let symbol = Symbol(rawValue: String(first)) {
      index += 1
      add(.symbol(symbol), from: start)
    } else if let remedy = Self.wrongLetters[first] {
      throw RuleFault(.ruleSymbol, at: start + 1, .text(String(first)), .text(remedy))
    } else {
      throw RuleFault(.ruleLetter, at: start + 1, .text(String(first)))
    }
  }

  private static let wrongPairs = [
    "<>": "!=", "==": "=", "=>": ">=", "=<": "<=", "&&": "and", "||": "or", "**": "*",
  ]

  private static let wrongLetters: [Unicode.Scalar: String] = [
    "≥": ">=", "≤": "<=", "≠": "!=", "“": "\"…\"", "”": "\"…\"", "„": "\"…\"", "‘": "\"…\"", "’": "\"…\"",
    "'": "\"…\"",
    "×": "*", "·": "*", "÷": "/", "–": "-", "—": "-", "−": "-", "[": "(", "]": ")", "!": "not",
  ]
}
