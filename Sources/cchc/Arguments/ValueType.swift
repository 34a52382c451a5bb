import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

/// How the values of an option or an operand are named, parsed and completed.
struct ValueType<Value: Sendable>: Sendable {
  /// What help calls a value: `NGÀY`, `DATE`.
  let name: Bilingual
  /// What to write instead of a value that is refused.
  var expected = Bilingual("")
  /// What the shell offers.
  var completion = Completion.nothing
  /// Converts what is written; throws the word that is refused.
  let parse: @Sendable (String) throws(ValueFault) -> Value

  /// The same values under another name.
  func named(_ vietnamese: String, _ english: String) -> Self {
    Self(name: Bilingual(vietnamese, english), expected: expected, completion: completion, parse: parse)
  }
}

/// The word of a value that cannot be accepted.
struct ValueFault: Error {
  let word: String
}

/// What the shell offers for a value.
enum Completion: Sendable, Equatable {
  case nothing
  case words([String])
  /// Some of the words, separated by commas.
  case list([String])
  case files
  case folders
  case rounds
  /// Codes of the agencies of the round that is written already.
  case agencies
  case commands

  /// The words that are allowed, where they are few.
  var words: [String] {
    switch self {
    case .words(let words), .list(let words): words
    default: []
    }
  }
}

extension ValueType where Value == String {
  /// Any text, without spaces at its ends.
  static func text(_ vietnamese: String, _ english: String) -> Self {
    Self(name: Bilingual(vietnamese, english)) { text in text.trimmed }
  }

  private static func path(_ vietnamese: String, _ english: String, _ completion: Completion) -> Self {
    Self(name: Bilingual(vietnamese, english), completion: completion) { text in text }
  }

  /// The path of a file.
  static let file = path("TỆP", "FILE", .files)
  /// The path of a folder.
  static let folder = path("THƯ_MỤC", "DIR", .folders)
  /// The folder of a round.
  static let round = path("KỲ", "ROUND", .rounds)
  /// The code or the name of an agency.
  static let agency = Self(name: Bilingual("CƠ_QUAN", "AGENCY"), completion: .agencies) { text in text.trimmed
  }
  /// The code of a criterion.
  static let criterion = text("TIÊU_CHÍ", "CRITERION")
}

extension ValueType where Value == Day {
  /// A day as documents or ISO 8601 write it.
  static let day = Self(
    name: Bilingual("NGÀY", "DATE"), expected: Bilingual(oneOf: ["15/01/2024", "2024-01-15"])
  ) { (text) throws(ValueFault) in
    guard let day = parseDay(Array(text.trimmed.utf8).span) else { throw ValueFault(word: text) }
    return day
  }
}

extension ValueType where Value == Int {
  /// A whole number of a range.
  static func number(_ vietnamese: String, _ english: String, _ range: ClosedRange<Int>) -> Self {
    Self(
      name: Bilingual(vietnamese, english),
      expected: Bilingual(
        "số từ \(range.lowerBound) đến \(range.upperBound)",
        "a number from \(range.lowerBound) to \(range.upperBound)")
    ) { (text) throws(ValueFault) in
      let bytes = Array(text.trimmed.utf8)
      guard let number = parseCount(bytes.span), let count = Int(exactly: number), range.contains(count)
      else { throw ValueFault(word: text) }
      return count
    }
  }
}

extension ValueType where Value: RawRepresentable, Value.RawValue == String {
  /// One of a few words.
  static func choice(_ all: [Value]) -> Self {
    let words = all.map(\.rawValue)
    return Self(
      name: Bilingual(words.joined(separator: "|")), expected: Bilingual(oneOf: words),
      completion: .words(words)
    ) { (text) throws(ValueFault) in
      guard let value = Value(rawValue: text) else { throw ValueFault(word: text) }
      return value
    }
  }
}

extension ValueType where Value == Set<FileExtension> {
  /// Some of the kinds of files that a command writes, separated by commas.
  static func kinds(_ all: [FileExtension]) -> Self {
    let words = all.map(\.name)
    return Self(
      name: Bilingual("LOẠI,…", "KIND,…"), expected: Bilingual(oneOf: words), completion: .list(words)
    ) { (text) throws(ValueFault) in
      var kinds: Set<FileExtension> = []
      for word in text.split(separator: ",").map({ String($0).trimmed }) {
        guard let kind = all.first(where: { $0.name == word }) else { throw ValueFault(word: word) }
        kinds.insert(kind)
      }
      guard !kinds.isEmpty else { throw ValueFault(word: text) }
      return kinds
    }
  }
}
