import CCHCFiles
import CCHCScoring
import CCHCTables

/// Tells problems to a person, errors first.
enum ProblemPrinter {
  /// How many problems a person is told; the results hold all of them.
  static let most = 200

  /// Tells problems; `allBy` is the call that tells all of them where there are more.
  static func print(
    _ problems: ProblemList, _ wording: Wording, limit: Int = most, allBy call: String = "cchc check"
  ) {
    Terminal.message(text(problems, wording, limit: limit, allBy: call))
  }

  /// How many warnings of one kind a person is told who did not ask for all of them.
  private static let mostAlike = 5

  /// Says how many errors there are and where to read them, for a command that is about something else.
  static func printTally(_ problems: ProblemList, _ wording: Wording) {
    guard problems.hasErrors else { return }
    let tally = wording.tally(problems)
    Terminal.message(wording("Bảng số liệu: \(tally) (cchc check)\n", "Tables: \(tally) (cchc check)\n"))
  }

  /// The problems, errors first; with a limit, many warnings of one kind are told by a few and counted.
  static func text(
    _ problems: ProblemList, _ wording: Wording, limit: Int, allBy call: String = "cchc check"
  ) -> String {
    let errors = problems.items.filter { $0.severity == .error }
    var text = errors.prefix(limit).map(wording.problem).joined()
    var told = 0
    var counts: [ProblemCode: Int] = [:]
    for warning in problems.items where warning.severity == .warning {
      counts[warning.code, default: 0] += 1
      guard limit == .max || counts[warning.code, default: 0] <= mostAlike, errors.count + told < limit
      else { continue }
      text += wording.problem(warning)
      told += 1
    }
    let left = problems.items.count - min(errors.count, limit) - told
    guard left > 0 else { return text }
    return text
      + wording(
        "… và \(left) vấn đề khác; “\(call)” nêu tất cả.\n",
        "… and \(left) more problems; “\(call)” tells all.\n")
  }

  static func json(_ problems: ProblemList, _ wording: Wording) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for problem in problems.items { json.problem(problem, in: wording.language) }
    }
    return json.bytes
  }
}
