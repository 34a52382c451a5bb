package import CCHCFiles

/// The words of a fixed list, in English and in Vietnamese, compared ignoring case.
package struct WordList: Sendable {
  /// A word in the form that code uses and in Vietnamese.
  package struct Word: Sendable {
    package let english: String
    /// The Vietnamese forms, the one that outputs use first.
    package let vietnamese: [String]
    fileprivate let folded: [String]
    /// The word in a list of words to choose from.
    fileprivate let choice: ProblemArgument

    package init(_ english: String, _ vietnamese: String...) {
      self.english = english
      self.vietnamese = vietnamese
      folded = vietnamese.map(\.folded)
      choice = .phrase(vi: "\(vietnamese.first ?? english) (\(english))", en: english)
    }
  }

  package let words: [Word]

  package init(_ words: Word...) { self.words = words }

  /// The English form of a word, nil where the list lacks it.
  package func english(_ word: String) -> String? {
    let folded = word.folded
    return words.first { $0.english == folded || $0.folded.contains(folded) }?.english
  }

  /// The Vietnamese form of a word of code.
  package func vietnamese(_ english: String) -> String {
    words.first { $0.english == english }?.vietnamese.first ?? english
  }

  /// A word of code for a message.
  package func argument(_ english: String) -> ProblemArgument {
    .phrase(vi: vietnamese(english), en: english)
  }

  /// All words for a message; in Vietnamese each with the English word.
  package var choices: ProblemArgument { .list(words.map(\.choice), .comma) }

  /// Every spelling of every word, for suggestions.
  package var spellings: [String] { words.flatMap { $0.vietnamese + [$0.english] } }
}
