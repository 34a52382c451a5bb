import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables
import TestSupport
import Testing

/// A published table with a slip, and what must be said of it: one line each of severity, code, row and column.
struct PrintedRanking: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let lines: [String]
  let text: String
  /// What must be checked in how many rows.
  let checked: [RankingCheck.Kind: Int]

  init(
    _ description: String, _ lines: [String] = [], _ text: String, checked: [RankingCheck.Kind: Int] = [:]
  ) {
    (testDescription, self.lines, self.text, self.checked) = (description, lines, text, checked)
  }

  /// A table of rank, agency, points, maximum, index and band with some rows.
  init(_ description: String, _ lines: [String], rows: String...) {
    self.init(
      description, lines,
      (["Xếp hạng;Cơ quan;Điểm;Điểm tối đa;Chỉ số;Xếp loại"] + rows).joined(separator: "\n"))
  }

  /// A table of rank, agency and points with some rows of `rank;agency;points`.
  init(_ description: String, _ lines: [String], ranks: String) {
    self.init(
      description, lines,
      "Xếp hạng;Cơ quan;Điểm\n" + ranks.split(separator: " ").joined(separator: "\n"))
  }
}

/// What is said of a published table.
struct CheckedRanking {
  let checks: [RankingCheck]
  let problems: ProblemList

  init(_ bytes: [UInt8], file: String = "bang.csv") {
    var problems = ProblemList()
    checks = PublishedRanking.read(bytes, file: file, &problems).map { RankingCheck($0) }
    for check in checks { problems.append(contentsOf: check.problems) }
    self.problems = problems
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var lines: [String] { problems.items.map { $0.line.replacing(" bang.csv:", with: " ") } }
  var messages: [String] { problems.items.map { $0.message(in: .vietnamese) } }
}
