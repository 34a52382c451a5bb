import CCHCTables

/// The words after a job's name: options with values, and operands.
struct BenchCall {
  private var options: [String: String] = [:]
  private(set) var operands: [String] = []

  /// What is wrong with a call.
  struct Fault: Error {
    let text: String
  }

  /// - Parameters:
  ///   - words: The words.
  ///   - names: The options that the job knows, without `--`; each takes a value.
  ///   - count: How many operands it needs.
  /// - Throws: `Fault` where an option is unknown or has no value, or operands are too few or too many.
  init(_ words: [String], options names: Set<String>, operands count: Int) throws(Fault) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        operands.append(word)
        continue
      }
      let name = String(word.dropFirst(2))
      guard names.contains(name), let value = rest.popFirst() else { throw Fault(text: "\(word)?") }
      options[name] = value
    }
    guard operands.count == count else { throw Fault(text: "\(count) names needed, \(operands.count) given") }
  }

  /// - Throws: `Fault` where the option is not given.
  func text(_ name: String) throws(Fault) -> String {
    guard let value = options[name] else { throw Fault(text: "--\(name)?") }
    return value
  }

  /// A whole number within limits.
  ///
  /// - Parameters:
  ///   - name: The option without `--`.
  ///   - limits: The least and the greatest.
  ///   - fallback: The number where the option is not given; without one it must be.
  /// - Returns: The number.
  /// - Throws: `Fault` where it is none, or beyond the limits.
  func number(_ name: String, in limits: ClosedRange<Int>, default fallback: Int? = nil) throws(Fault) -> Int
  {
    if options[name] == nil, let fallback { return fallback }
    guard let number = Int(try text(name)), limits.contains(number) else {
      throw Fault(text: "--\(name): a number from \(limits.lowerBound) to \(limits.upperBound)")
    }
    return number
  }
}
