import CCHCCriteria
import CCHCFiles
import CCHCScoring

/// What help, completions and the parser know of an operand.
struct OperandDeclaration: Sendable {
  /// How many words it takes.
  enum Count: Sendable {
    case one
    case optional
    /// One or more.
    case some
    /// Any number.
    case any
  }

  /// What usage calls it: `KỲ`, `ROUND`.
  let name: Bilingual
  let completion: Completion
  /// What it is, in a few words.
  let meaning: Bilingual
  let count: Count
}

/// An operand of any type.
protocol DeclaredOperand: Sendable {
  var declaration: OperandDeclaration { get }
  /// Makes sure that its words can be read.
  ///
  /// - Throws: `CallError` where they cannot, or too few are given.
  func check(_ words: [String]) throws(CallError)
}

/// A word of a call that is no option: the folder of a round, the code of an agency, a file.
struct Operand<Value: Sendable>: DeclaredOperand {
  let declaration: OperandDeclaration
  /// Converts the words that are given for it.
  let read: @Sendable (_ words: [String]) throws(CallError) -> Value

  func check(_ words: [String]) throws(CallError) { _ = try read(words) }

  /// An operand that must be given.
  init(_ type: ValueType<Value>, _ meaning: Bilingual) {
    declaration = OperandDeclaration(
      name: type.name, completion: type.completion, meaning: meaning, count: .one)
    read = { (words) throws(CallError) in
      guard let word = words.first else { throw .missing(meaning) }
      return try type.value(word, of: type.name)
    }
  }

  /// An operand that may be left out.
  init<One>(optional type: ValueType<One>, _ meaning: Bilingual) where Value == One? {
    declaration = OperandDeclaration(
      name: type.name, completion: type.completion, meaning: meaning, count: .optional)
    read = { (words) throws(CallError) in
      guard let word = words.first else { return nil }
      return try type.value(word, of: type.name)
    }
  }

  /// All further words of a call.
  init<One>(
    repeated type: ValueType<One>, isRequired: Bool = true, _ meaning: Bilingual
  ) where Value == [One] {
    declaration = OperandDeclaration(
      name: type.name, completion: type.completion, meaning: meaning, count: isRequired ? .some : .any)
    read = { (words) throws(CallError) in
      guard !isRequired || !words.isEmpty else { throw .missing(meaning) }
      var values: [One] = []
      for word in words { values.append(try type.value(word, of: type.name)) }
      return values
    }
  }
}
