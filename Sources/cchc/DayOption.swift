import CCHCReports
import CCHCTables

extension OptionSpec {
  /// The day that a command works on; no command reads the clock.
  static let day = OptionSpec(name: "on", value: "DATE")
}

extension Options {
  /// The value of an option as a day; nil where the option is not given.
  ///
  /// - Throws: `CallError.valueWrong` for what is no day.
  func day(_ name: String) throws(CallError) -> Day? {
    guard let text = self[name] else { return nil }
    return try day(text, of: name)
  }

  /// The values of an option that may be given more than once, as days.
  ///
  /// - Throws: `CallError.valueWrong` for what is no day.
  func days(_ name: String) throws(CallError) -> [Day] {
    var days: [Day] = []
    for text in all(name) { days.append(try day(text, of: name)) }
    return days
  }

  private func day(_ text: String, of name: String) throws(CallError) -> Day {
    if let day = parseDay(Array(text.trimmed.utf8).span) { return day }
    throw .valueWrong(
      option: "--\(name)", value: text, allowed: ["15/01/2024", "2024-01-15"], suggestion: nil)
  }

  /// The day of `--on`.
  ///
  /// - Throws: `CallError` where it is not given or is no day.
  func requiredDay(_ wording: Wording) throws(CallError) -> Day {
    guard let day = try day("on") else {
      throw .tooFew(
        needed: wording("--on NGÀY (ngày thực hiện, như 15/01/2024)", "--on DATE (the day, as 2024-01-15)"))
    }
    return day
  }

  /// The trimmed value of an option that must be given.
  ///
  /// - Throws: `CallError.tooFew` where it is not.
  func required(_ name: String, _ meaning: String) throws(CallError) -> String {
    guard let text = self[name]?.trimmed, !text.isEmpty else { throw .tooFew(needed: "--\(name) \(meaning)") }
    return text
  }
}
