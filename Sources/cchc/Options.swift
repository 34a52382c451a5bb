import CCHCTables

/// An option that a command takes.
struct OptionSpec {
  let name: String
  var short: Character?
  /// What its value is called in help; nil for an option without a value.
  var value: String?
}

/// Why a call cannot be understood.
enum CallError: Error, Equatable {
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, suggestion: String?)
  case valueMissing(String)
  case valueUnexpected(String)
  case valueWrong(option: String, value: String, allowed: [String], suggestion: String?)
  case tooFew(needed: String)
  case tooMany(String)
}

/// The options and operands of one call.
struct Options {
  private(set) var operands: [String] = []
  /// The values of each option, in the order in which they are given.
  private var values: [String: [String]] = [:]

  /// Options that every command takes.
  static let common = [
    OptionSpec(name: "lang", value: "vi|en"), OptionSpec(name: "json"), OptionSpec(name: "help", short: "h"),
  ]

  /// Reads the words after a command.
  ///
  /// - Throws: `CallError` at the first word that does not fit.
  init(_ words: [String], specs: [OptionSpec]) throws(CallError) {
    var rest = words[...]
    var takesOptions = true
    while let word = rest.popFirst() {
      guard takesOptions, word.hasPrefix("-"), word.count > 1 else {
        operands.append(word)
        continue
      }
      if word == "--" {
        takesOptions = false
        continue
      }
      let (written, attached) = Self.split(word)
      guard
        let spec = specs.first(where: { "--\($0.name)" == written || $0.short.map { "-\($0)" } == written })
      else {
        throw .unknownOption(written, suggestion: nearest(to: written, among: specs.map { "--\($0.name)" }))
      }
      guard spec.value != nil else {
        guard attached == nil else { throw .valueUnexpected(written) }
        values[spec.name] = [""]
        continue
      }
      guard let value = attached ?? rest.popFirst(), !value.isEmpty else { throw .valueMissing(written) }
      values[spec.name, default: []].append(value)
    }
  }

  /// Parts `--name=value`.
  private static func split(_ word: String) -> (String, String?) {
    guard word.hasPrefix("--"), let mark = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<mark]), String(word[word.index(after: mark)...]))
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// The last value of an option; nil where it is not given.
  subscript(name: String) -> String? { values[name]?.last }

  /// All values of an option that may be given more than once.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// A value that must be one of a few words.
  ///
  /// - Throws: `CallError.valueWrong` for any other.
  func choice(_ name: String, _ allowed: [String]) throws(CallError) -> String? {
    guard let value = self[name] else { return nil }
    guard allowed.contains(value) else {
      throw .valueWrong(
        option: "--\(name)", value: value, allowed: allowed, suggestion: nearest(to: value, among: allowed))
    }
    return value
  }
}
