import CCHCReports

/// A text in both languages of the program.
struct Bilingual: Sendable, Equatable {
  let vietnamese: String
  let english: String

  init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// A text that is the same in both languages, as the name of an option.
  init(_ text: String) { self.init(text, text) }

  /// Some words as a choice: `a, b hoặc c`.
  init(oneOf words: [String]) {
    let (first, last) = (words.dropLast().joined(separator: ", "), words.last ?? "")
    self = first.isEmpty ? Self(last) : Self("\(first) hoặc \(last)", "\(first) or \(last)")
  }

  static func + (left: Self, right: Self) -> Self {
    Self(left.vietnamese + right.vietnamese, left.english + right.english)
  }
}

extension Wording {
  /// The text of the chosen language.
  func callAsFunction(_ text: Bilingual) -> String { self(text.vietnamese, text.english) }
}
