/// The words of a fixed list, in English and in Vietnamese, compared ignoring case.
package struct WordList: Sendable {
  /// A word in the form that code uses and in Vietnamese.
  package struct Word: Sendable {
    package let english: String
    /// The Vietnamese forms, the one that outputs use first.
    package let vietnamese: [String]
    fileprivate let folded: [String]

    package init(_ english: String, _ vietnamese: String...) {
      self.english = english
      self.vietnamese = vietnamese
      folded = vietnamese.map(\.folded)
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

  /// All words for a message, Vietnamese first.
  package var shown: String {
    words.map { "\($0.vietnamese.first ?? $0.english) (\($0.english))" }.joined(separator: ", ")
  }

  /// Every spelling of every word, for suggestions.
  package var spellings: [String] { words.flatMap { $0.vietnamese + [$0.english] } }
}
