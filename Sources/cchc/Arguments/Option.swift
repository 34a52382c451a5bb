import CCHCCriteria
import CCHCFiles
import CCHCScoring

/// What help, completions and the parser know of an option.
struct OptionDeclaration: Sendable {
  /// The name without `--`.
  let name: String
  var short: Character?
  /// What its value is called; nil for an option without a value.
  var value: Bilingual?
  var completion = Completion.nothing
  /// What it does, in a few words.
  let meaning: Bilingual
  var isRequired = false
  var isRepeatable = false
  /// What holds where it is not given.
  var standard: Bilingual?

  /// The name as it is written: `--only`.
  var written: String { "--\(name)" }
}

/// An option of any type.
protocol DeclaredOption: Sendable {
  var declaration: OptionDeclaration { get }
  /// Makes sure that its values can be read.
  ///
  /// - Throws: `CallError` where they cannot, or it must be given and is not.
  func check(_ words: [String]) throws(CallError)
}

/// An option of a command, and the type of what a call says by it.
///
///     static let day = Option("on", .day, Bilingual("ngày nhận", "the day of receipt"))
///     let on: Day? = try call[day]
struct Option<Value: Sendable>: DeclaredOption {
  let declaration: OptionDeclaration
  /// Converts all values that are given, in order.
  let read: @Sendable (_ words: [String]) throws(CallError) -> Value

  func check(_ words: [String]) throws(CallError) { _ = try read(words) }

  private init(
    _ declaration: OptionDeclaration, _ read: @escaping @Sendable ([String]) throws(CallError) -> Value
  ) {
    self.declaration = declaration
    self.read = read
  }

  /// An option without a value.
  init(flag name: String, short: Character? = nil, _ meaning: Bilingual) where Value == Bool {
    self.init(OptionDeclaration(name: name, short: short, meaning: meaning)) { words in !words.isEmpty }
  }

  /// An option that may be left out; `standard` says in help what holds then.
  init<One>(
    _ name: String, short: Character? = nil, _ type: ValueType<One>, _ meaning: Bilingual,
    standard: Bilingual? = nil
  ) where Value == One? {
    self.init(
      OptionDeclaration(
        name: name, short: short, value: type.name, completion: type.completion, meaning: meaning,
        standard: standard)
    ) { (words) throws(CallError) in
      guard let word = words.last else { return nil }
      return try type.value(word, of: Bilingual("--\(name)"))
    }
  }

  /// An option with a value that holds where it is left out.
  init(
    _ name: String, _ type: ValueType<Value>, _ meaning: Bilingual, default value: Value, standard: Bilingual
  ) {
    self.init(
      OptionDeclaration(
        name: name, value: type.name, completion: type.completion, meaning: meaning, standard: standard)
    ) { (words) throws(CallError) in
      guard let word = words.last else { return value }
      return try type.value(word, of: Bilingual("--\(name)"))
    }
  }

  /// An option that must be given.
  init(required name: String, short: Character? = nil, _ type: ValueType<Value>, _ meaning: Bilingual) {
    let declaration = OptionDeclaration(
      name: name, short: short, value: type.name, completion: type.completion, meaning: meaning,
      isRequired: true)
    self.init(declaration) { (words) throws(CallError) in
      guard let word = words.last else { throw .missing(declaration.explained) }
      return try type.value(word, of: Bilingual("--\(name)"))
    }
  }

  /// An option that may be given more than once.
  init<One>(
    repeated name: String, _ type: ValueType<One>, _ meaning: Bilingual, isRequired: Bool = false
  ) where Value == [One] {
    let declaration = OptionDeclaration(
      name: name, value: type.name, completion: type.completion, meaning: meaning, isRequired: isRequired,
      isRepeatable: true)
    self.init(declaration) { (words) throws(CallError) in
      guard !isRequired || !words.isEmpty else { throw .missing(declaration.explained) }
      var values: [One] = []
      for word in words { values.append(try type.value(word, of: Bilingual("--\(name)"))) }
      return values
    }
  }
}

extension OptionDeclaration {
  /// The option with its value and its meaning: `--on NGÀY (ngày nhận)`.
  var explained: Bilingual {
    Bilingual(written) + (value.map { Bilingual(" ") + $0 } ?? Bilingual("")) + Bilingual(" (") + meaning
      + Bilingual(")")
  }
}

extension ValueType {
  /// The value that a word gives.
  ///
  /// - Throws: `CallError.valueWrong` where it gives none.
  func value(_ word: String, of label: Bilingual) throws(CallError) -> Value {
    do throws(ValueFault) {
      return try parse(word)
    } catch {
      throw .valueWrong(
        label, value: error.word, expected: expected,
        suggestion: nearest(to: error.word, among: completion.words))
    }
  }
}
