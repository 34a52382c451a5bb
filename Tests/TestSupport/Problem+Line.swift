package import CCHCTables

extension Problem {
  /// The problem in one line: severity, code, file, row and column.
  package var line: String {
    let row = place.row.map { String($0) } ?? "-"
    return "\(severity.rawValue) \(code.id) \(place.file):\(row):\(place.column ?? "-")"
  }

  /// What is left of a placeholder in either language, nil where both sentences are whole.
  package var leftover: String? {
    for language in [Language.vietnamese, .english] {
      let text = message(in: language)
      for number in 0...9
      where (text.contains("{\(number)}") || text.contains("{\(number)#}"))
        && !arguments.contains(where: { $0.contains("{") })
      {
        return text
      }
      for number in 0...9 where usesArgument(number, language) && !arguments.indices.contains(number) {
        return text
      }
    }
    return nil
  }

  private func usesArgument(_ number: Int, _ language: Language) -> Bool {
    let sentence = language == .vietnamese ? code.vietnamese : code.english
    return sentence.contains("{\(number)}") || sentence.contains("{\(number)#}")
  }
}
