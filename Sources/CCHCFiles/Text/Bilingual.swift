/// A text in both languages of the program.
package struct Bilingual: Sendable, Equatable {
  package let vietnamese: String
  package let english: String

  package init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// A text that is the same in both languages, as the name of an option.
  package init(_ text: String) { self.init(text, text) }

  /// Some words as a choice: `a, b hoặc c`.
  package init(oneOf words: [String]) {
    let (first, last) = (words.dropLast().joined(separator: ", "), words.last ?? "")
    self = first.isEmpty ? Self(last) : Self("\(first) hoặc \(last)", "\(first) or \(last)")
  }

  /// Some texts with others between them.
  package init(_ parts: [Bilingual], separator: Bilingual) {
    self.init(
      parts.map(\.vietnamese).joined(separator: separator.vietnamese),
      parts.map(\.english).joined(separator: separator.english))
  }

  /// The text in a language.
  package subscript(_ language: Language) -> String { language == .vietnamese ? vietnamese : english }

  package var isEmpty: Bool { vietnamese.isEmpty && english.isEmpty }

  package static func + (left: Self, right: Self) -> Self {
    Self(left.vietnamese + right.vietnamese, left.english + right.english)
  }
}
