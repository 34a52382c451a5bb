package import CCHCFiles

extension Problem {
  /// The problem in one line: severity, code, file, row and column.
  package var line: String {
    let row = place.row.map { String($0) } ?? "-"
    return "\(severity.rawValue) \(code.id) \(place.file):\(row):\(place.column ?? "-")"
  }

  /// The arguments as a Vietnamese sentence words them.
  package var words: [String] { arguments.map { $0.worded(in: .vietnamese) } }

  /// What is left of a placeholder in either language, nil where both sentences are whole.
  package var leftover: String? {
    for language in [Language.vietnamese, .english] {
      let text = message(in: language)
      if arguments.contains(where: { $0.worded(in: language).contains("{") }) { continue }
      if (0...9).contains(where: { text.contains("{\($0)}") }) { return text }
    }
    return code.placeholders(in: .vietnamese).allSatisfy(arguments.indices.contains)
      && code.placeholders(in: .english).allSatisfy(arguments.indices.contains) ? nil : code.vietnamese
  }
}

extension ProblemCode {
  /// The arguments that the sentence of a language names.
  package func placeholders(in language: Language) -> Set<Int> {
    let sentence = language == .vietnamese ? vietnamese : english
    return Set((0...9).filter { sentence.contains("{\($0)}") })
  }
}
