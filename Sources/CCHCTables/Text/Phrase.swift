/// Words in both languages of the product.
package struct Phrase: Sendable, Equatable {
  package let vietnamese: String
  package let english: String

  package init(vi: String, en: String) { (vietnamese, english) = (vi, en) }

  /// The words in a language.
  package subscript(_ language: Language) -> String { language == .vietnamese ? vietnamese : english }

  package var isEmpty: Bool { vietnamese.isEmpty && english.isEmpty }
}
