import CCHCTables

extension OptionSpec {
  /// How many threads work.
  static let jobs = OptionSpec(name: "jobs", value: "N")
}

extension Options {
  /// How many threads a call asks for; as many as the machine has cores where it does not say.
  ///
  /// - Throws: `CallError` where it is no number from 1 to 256.
  func jobs() throws(CallError) -> Int {
    guard let text = self["jobs"] else { return coreCount }
    guard let jobs = parseCount(Array(text.utf8).span), (1...256).contains(jobs) else {
      throw .valueWrong(option: "--jobs", value: text, allowed: ["1", "256"], suggestion: nil)
    }
    return Int(jobs)
  }
}
