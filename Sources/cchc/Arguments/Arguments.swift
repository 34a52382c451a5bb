import CCHCCriteria
import CCHCDrafting
import CCHCFiles
import CCHCScoring

/// The options and operands of one call, as a command declares them.
struct Arguments: Sendable {
  private let options: [any DeclaredOption]
  private let operands: [any DeclaredOperand]
  private let relations: [Relation]
  /// The values of each option, by its name; an option without a value has an empty one.
  private var values: [String: [String]] = [:]
  /// The words of each operand, by its English name.
  private var words: [String: [String]] = [:]

  /// Parses the words of a call; their values are read only by `check` and by whoever asks for them.
  ///
  /// - Throws: `CallError` at the first word that does not fit.
  init(
    _ call: [String], options: [any DeclaredOption], operands: [any DeclaredOperand] = [],
    relations: [Relation] = []
  ) throws(CallError) {
    (self.options, self.operands, self.relations) = (options, operands, relations)
    let declared = options.map(\.declaration)
    var free: [String] = []
    var rest = call[...]
    var takesOptions = true
    while let word = rest.popFirst() {
      if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word.hasPrefix("-"), word.count > 1 {
        try parseOption(word, declared, &rest)
      } else {
        free.append(word)
      }
    }
    try assign(free)
  }

  private mutating func parseOption(
    _ word: String, _ declared: [OptionDeclaration], _ rest: inout ArraySlice<String>
  ) throws(CallError) {
    let (written, attached) = Self.split(word)
    guard let option = declared.first(where: { $0.isWritten(written) }) else {
      throw .unknownOption(written, suggestion: nearest(to: written, among: declared.map(\.written)))
    }
    guard option.value != nil else {
      guard attached == nil else { throw .valueUnexpected(written) }
      values[option.name] = [""]
      return
    }
    if attached == nil, let next = rest.first, next.hasPrefix("-") {
      throw .valueMissing(written, instead: "\(option.written)=\(next)")
    }
    guard let value = attached ?? rest.popFirst(), !value.trimmed.isEmpty else {
      throw .valueMissing(written, instead: nil)
    }
    guard option.isRepeatable || values[option.name] == nil else { throw .givenTwice(option.written) }
    values[option.name, default: []].append(value)
  }

  /// Parts `--name=value`.
  static func split(_ word: String) -> (name: String, value: String?) {
    guard word.hasPrefix("--"), let mark = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<mark]), String(word[word.index(after: mark)...]))
  }

  /// Gives each operand its words.
  private mutating func assign(_ free: [String]) throws(CallError) {
    var rest = free[...]
    for operand in operands.map(\.declaration) {
      let count = operand.takesRest ? rest.count : min(1, rest.count)
      words[operand.name.english] = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    if let word = rest.first { throw .unexpectedOperand(word) }
  }

  /// Makes sure that nothing is missing, that every value can be read and that options go together.
  ///
  /// - Throws: `CallError` of the first fault.
  func check() throws(CallError) {
    for operand in operands { try operand.check(words[operand.declaration.name.english] ?? []) }
    for relation in relations { try check(relation) }
    for option in options { try option.check(values[option.declaration.name] ?? []) }
  }

  private func check(_ relation: Relation) throws(CallError) {
    switch relation {
    case .needs(let option, let others):
      guard values[option.name] != nil else { return }
      for other in others where values[other.name] == nil {
        throw .optionNeeds(option.written, other: other.written)
      }
    case .excludes(let option, let others):
      guard values[option.name] != nil else { return }
      for other in others where values[other.name] != nil {
        throw .optionsExclude(Bilingual(option.written), Bilingual(other.written))
      }
    case .either(let operand, let option):
      let isGiven = words[operand.name.english]?.isEmpty == false
      if isGiven, values[option.name] != nil {
        throw .optionsExclude(operand.name, Bilingual(option.written))
      }
      guard isGiven || values[option.name] != nil else {
        throw .missing(operand.meaning + Bilingual(", hoặc ", ", or ") + option.explained)
      }
    }
  }

  /// What a call says by an option.
  subscript<Value>(option: Option<Value>) -> Value {
    get throws(CallError) { try option.read(values[option.declaration.name] ?? []) }
  }

  /// What a call says by an operand.
  subscript<Value>(operand: Operand<Value>) -> Value {
    get throws(CallError) { try operand.read(words[operand.declaration.name.english] ?? []) }
  }

  /// Whether a call gives an option.
  func has(_ option: some DeclaredOption) -> Bool { values[option.declaration.name] != nil }
}

extension OptionDeclaration {
  /// Whether a word before `=` names the option: `--output`, `-o`.
  func isWritten(_ word: String) -> Bool { word == written || short.map { "-\($0)" == word } ?? false }
}

extension OperandDeclaration {
  /// Whether all further words of a call belong to it.
  var takesRest: Bool { count == .some || count == .any }
}
