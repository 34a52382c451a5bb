import CCHCFiles

/// A language in which messages and explanations are written.
public enum Language: Sendable, Hashable, CaseIterable {
  /// Vietnamese, with decimal commas.
  case vietnamese
  /// English, with decimal points.
  case english

  /// The language of the engine.
  var base: CCHCFiles.Language {
    switch self {
    case .vietnamese: .vietnamese
    case .english: .english
    }
  }
}
