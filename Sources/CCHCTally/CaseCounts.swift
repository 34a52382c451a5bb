import CCHCCriteria
package import CCHCFiles
import CCHCScoring
import CCHCTables

/// What was counted in lists of case files.
package struct CaseCounts: Sendable {
  /// One list.
  package struct File: Sendable {
    package let name: String
    package let sha256: String
    package let bytes: Int
    /// Rows with content, the header and comments apart.
    package let rows: Int
    package let rejected: Int
  }

  package let plan: CasePlan
  /// The lists by name.
  package internal(set) var files: [File] = []
  /// Rows that case_agencies.csv leaves out, and rows of agencies that another set scores.
  package internal(set) var leftOut = [0, 0]
  /// How many rows are rejected for each reason.
  package internal(set) var rejected: [(code: ProblemCode, count: Int)] = []
  /// The first rejected rows, then what is wrong with whole files.
  package internal(set) var problems: ProblemList
  /// How many rejected rows are among the problems.
  package internal(set) var placedCount = 0
  /// Whether a file could not be read to its end or came twice, so that no count is whole.
  package internal(set) var isUnreadable = false
  /// By agency and row of tally.csv.
  var counts: [Int64] = []
  /// How many case files each agency has.
  package internal(set) var caseFiles: [Int64] = []

  init(plan: CasePlan, problems: ProblemList) { (self.plan, self.problems) = (plan, problems) }

  /// Whether the lists could be read at all.
  package var isCounted: Bool { !counts.isEmpty && !isUnreadable }

  /// How many rows are rejected.
  package var rejectedCount: Int { rejected.reduce(0) { $0 + $1.count } }

  /// The count for an agency and a row of tally.csv.
  package func count(agency: Int, _ number: Int) -> Int64 {
    counts[agency * plan.tally.counts.count + number]
  }
}
