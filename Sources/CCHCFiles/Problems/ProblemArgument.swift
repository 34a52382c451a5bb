package import CCHCExact

/// A value that a problem's sentence names; it is worded only where it is shown, in the reader's language.
///
/// Code compares arguments, never their words.
///
///     Problem(.sumOfChildren, at: place, [.text("1.2"), .number(units: 105, decimals: 1), .count(10)])
///     // “1.2” … 10,5 … 10   in Vietnamese
///     // “1.2” … 10.5 … 10   in English
package enum ProblemArgument: Sendable, Equatable {
  /// What the input holds, or a code, a path, a digest: the same in every language.
  case text(String)
  /// A whole number, without marks between its thousands.
  case count(Int)
  /// `units` × 10^-`decimals`, with all its decimals and the decimal mark of the language.
  indirect case number(units: Int128, decimals: Int)
  /// A day as documents of the language write it.
  case day(Day)
  /// A word of a list or a part of a sentence; `{0}`, `{1}` … in its forms stand for its own arguments.
  indirect case phrase(vi: String, en: String, [ProblemArgument])
  /// Several values and what stands between them.
  indirect case list([ProblemArgument], ListSeparator)

  /// What stands between the values of a list.
  package enum ListSeparator: Sendable {
    case comma
    case semicolon
    case slash
    case bar
    /// A closing quote, a comma and an opening quote: the sentence puts the whole list in quotes.
    case quotes
    /// A comma, and “hoặc” or “or” before the last value.
    case or
  }

  /// A part of a sentence in both languages.
  package static func phrase(vi: String, en: String, _ arguments: ProblemArgument...) -> ProblemArgument {
    .phrase(vi: vi, en: en, arguments)
  }

  /// A text of the input, or a symbol, in quotes.
  package static func quoted(_ text: String) -> ProblemArgument {
    .phrase(vi: "“{0}”", en: "“{0}”", .text(text))
  }

  /// A list of codes or of cells of the input.
  package static func texts(_ texts: some Sequence<String>, _ separator: ListSeparator) -> ProblemArgument {
    .list(texts.map { .text($0) }, separator)
  }

  /// How a sentence in a language writes the value.
  package func worded(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let units, let decimals):
      decimalText(units, decimals: decimals, mark: language == .vietnamese ? "," : ".")
    case .day(let day): language == .vietnamese ? day.documentText : day.isoText
    case .phrase(let vietnamese, let english, let arguments):
      sentence(language == .vietnamese ? vietnamese : english, arguments, in: language)
    case .list(let values, let separator):
      Self.joined(values.map { $0.worded(in: language) }, separator, in: language)
    }
  }

  private static func joined(_ words: [String], _ separator: ListSeparator, in language: Language) -> String {
    switch separator {
    case .comma: words.joined(separator: ", ")
    case .semicolon: words.joined(separator: "; ")
    case .slash: words.joined(separator: " / ")
    case .bar: words.joined(separator: " | ")
    case .quotes: words.joined(separator: "”, “")
    case .or:
      words.dropLast().joined(separator: ", ")
        + (words.count > 1 ? (language == .vietnamese ? " hoặc " : " or ") : "") + (words.last ?? "")
    }
  }
}

extension ProblemArgument {
  /// How much of a value a message repeats, in letters.
  private static let mostLetters = 300

  /// The value without what no message shows: there may be a million problems, and a cell may be a megabyte.
  var bounded: ProblemArgument {
    switch self {
    case .text(let text) where text.utf8.count > Self.mostLetters: return .text(Self.shortened(text))
    case .text, .count, .number, .day: return self
    case .phrase(_, _, let arguments) where arguments.isEmpty: return self
    case .phrase(let vietnamese, let english, let arguments):
      return .phrase(vi: vietnamese, en: english, arguments.map(\.bounded))
    case .list(let values, let separator):
      var letters = 0
      let kept = values.prefix { value in
        defer { if case .text(let text) = value { letters += text.count } else { letters += 1 } }
        return letters <= Self.mostLetters
      }
      return .list(kept.map(\.bounded), separator)
    }
  }

  /// The text, cut where it is longer than a message shows.
  fileprivate static func shortened(_ text: String) -> String {
    text.utf8.count > mostLetters ? text.prefix(mostLetters) + "…" : text
  }
}

/// A sentence with its arguments in place of `{0}`, `{1}` …; the words of an argument are not read as a sentence.
func sentence(_ pattern: String, _ arguments: [ProblemArgument], in language: Language) -> String {
  var text = ""
  for piece in pattern.split(separator: "{", omittingEmptySubsequences: false) {
    guard let index = piece.first?.wholeNumberValue, let end = piece.firstIndex(of: "}") else {
      text += piece
      continue
    }
    if arguments.indices.contains(index) {
      text += ProblemArgument.shortened(arguments[index].worded(in: language))
    }
    text += piece[piece.index(after: end)...]
  }
  return text
}
