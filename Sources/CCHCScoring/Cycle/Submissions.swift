import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCTables

/// A row of submissions.csv, the register of receipts.
package struct Submission: Sendable {
  /// What happened to an agency's table.
  package enum Status: String, Sendable {
    /// It is received and locked.
    case received
    /// It was sent back to be completed.
    case returned
    /// It may be changed again.
    case unlocked
  }

  package let agency: Int
  package let status: Status
  package let date: Day
  package let document: String
  /// The digest of the table at its receipt.
  package let sha256: String
  /// The last day for completing what was sent back.
  package let until: Day?
  package let reason: String
  package let place: Place
}

extension Submission.Status {
  /// The status as tables show it.
  package var vietnamese: String { Words.submissions.vietnamese(rawValue) }

  /// The status for a message.
  var argument: ProblemArgument { Words.submissions.argument(rawValue) }
}

/// What the register of receipts holds of one agency.
package struct AgencySubmissions: Sendable {
  /// Oldest first.
  package let rows: [Submission]
  /// The last day of the stage of self-scoring; nil without such a stage.
  private let stageEnd: Day?

  package var last: Submission? { rows.last }

  init(_ rows: [Submission], _ calendar: Calendar) {
    self.rows = rows
    stageEnd = calendar[.own]?.until
  }

  /// The receipt that counts: the first one after the last return; nil where nothing is received.
  package var receipt: Submission? {
    let start = rows.lastIndex { $0.status == .returned }.map { $0 + 1 } ?? 0
    return rows[start...].first { $0.status == .received }
  }

  /// The last day on which an agency's table is in time; nil without a stage of self-scoring.
  package var lastDay: Day? {
    guard let stageEnd else { return nil }
    let returned = rows.last { $0.status == .returned }?.until
    return returned.map { max($0, stageEnd) } ?? stageEnd
  }

  /// Whole days by which an agency filed late; 0 without a receipt or a stage.
  package var lateDays: Int {
    guard let receipt, let lastDay else { return 0 }
    return max(0, receipt.date.number - lastDay.number)
  }
}

extension RoundLoader {
  mutating func loadSubmissions() {
    guard let table = folder.table(SubmissionColumn.schema, &problems) else {
      return
    }
    let codes = Interner(round.agencies.map(\.code))
    var last: [Int: Submission] = [:]
    var rows = table.rows()
    while rows.next(&problems) {
      guard let agency = agency(rows, SubmissionColumn.agency, codes),
        rows.requiredText(SubmissionColumn.status, &problems) != nil,
        let word = rows.word(SubmissionColumn.status, &problems),
        let status = Submission.Status(rawValue: word),
        rows.requiredText(SubmissionColumn.date, &problems) != nil,
        let date = rows.day(SubmissionColumn.date, &problems)
      else { continue }
      let submission = Submission(
        agency: agency, status: status, date: date, document: rows.text(SubmissionColumn.document),
        sha256: rows.text(SubmissionColumn.sha256).folded,
        until: rows.day(SubmissionColumn.until, &problems), reason: rows.text(SubmissionColumn.reason),
        place: rows.place(SubmissionColumn.date))
      check(submission, after: last[agency], rows)
      round.submissions.append(submission)
      last[agency] = submission
    }
  }

  /// Reports what a row lacks, and what does not follow from the rows before it.
  private mutating func check(
    _ submission: Submission, after before: Submission?, _ rows: borrowing RowCursor
  ) {
    switch submission.status {
    case .received:
      if submission.document.isEmpty {
        problems.report(.cellRequired, at: rows.place(SubmissionColumn.document))
      }
      if submission.sha256.isEmpty { problems.report(.cellRequired, at: rows.place(SubmissionColumn.sha256)) }
    case .returned:
      if rows.isEmpty(SubmissionColumn.until) {
        problems.report(.cellRequired, at: rows.place(SubmissionColumn.until))
      }
      if submission.reason.isEmpty { problems.report(.cellRequired, at: rows.place(SubmissionColumn.reason)) }
    case .unlocked:
      if submission.reason.isEmpty { problems.report(.cellRequired, at: rows.place(SubmissionColumn.reason)) }
    }
    let faults = SubmissionRegister.faults(
      of: round.agencies[submission.agency], submission.status, on: submission.date, after: before,
      round.calendar)
    for fault in faults {
      problems.append(Problem(fault.code, at: rows.place(fault.column), fault.arguments))
    }
  }

  /// Reports received tables that have changed since.
  mutating func checkReceivedTables() {
    var last: [Int: Submission] = [:]
    for submission in round.submissions { last[submission.agency] = submission }
    for (agency, submission) in last.sorted(by: { $0.key < $1.key }) where submission.status == .received {
      let name = folder.fileName("self/\(round.agencies[agency].code).csv")
      guard !submission.sha256.isEmpty, folder.digest(of: name) != submission.sha256 else { continue }
      problems.report(
        .submissionChanged, at: Place(name), .text(round.agencies[agency].code), .day(submission.date))
    }
  }
}
