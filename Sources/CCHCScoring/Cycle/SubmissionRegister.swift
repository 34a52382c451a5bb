import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCOffice
import CCHCTables

/// The register of receipts, submissions.csv, as commands add to it.
package enum SubmissionRegister {
  /// The register's name in the round's folder.
  package static let file = SubmissionColumn.schema.file

  /// A row to be added.
  package struct Entry: Sendable {
    package let agency: Int
    package let status: Submission.Status
    package let date: Day
    package let document: String
    package let sha256: String
    package let until: Day?
    package let reason: String

    private init(
      _ agency: Int, _ status: Submission.Status, on date: Day, document: String = "", sha256: String = "",
      until: Day? = nil, reason: String = ""
    ) {
      (self.agency, self.status, self.date) = (agency, status, date)
      (self.document, self.sha256, self.until, self.reason) = (document, sha256, until, reason)
    }

    /// The table of an agency is received and locked.
    package static func received(_ agency: Int, on date: Day, document: String, sha256: String) -> Entry {
      Entry(agency, .received, on: date, document: document, sha256: sha256)
    }

    /// It is sent back, to be completed by the end of a day.
    package static func returned(_ agency: Int, on date: Day, until: Day, reason: String) -> Entry {
      Entry(agency, .returned, on: date, until: until, reason: reason)
    }

    /// It may be changed again.
    package static func unlocked(_ agency: Int, on date: Day, reason: String) -> Entry {
      Entry(agency, .unlocked, on: date, reason: reason)
    }
  }

  /// The bytes of a round's register with a row after its last one.
  ///
  /// A new register is written for a Vietnamese spreadsheet; one that is there keeps its form. Of the loaded
  /// round the rows of the agency itself are enough.
  ///
  /// - Returns: nil, with the reasons reported, where the row must not follow those that are there, or the
  ///   register or the calendar has an error.
  /// - Throws: `FileError` where the register cannot be read.
  package static func appending(
    _ entry: Entry, to outcome: RoundLoader.Outcome, in path: String, _ problems: inout ProblemList
  ) throws(FileError) -> [UInt8]? {
    var found = ProblemList()
    defer { problems.append(contentsOf: found) }
    for problem in outcome.problems.items
    where problem.severity == .error
      && [SubmissionColumn.schema, StageColumn.schema].contains(where: { $0.has(problem) })
    {
      found.append(problem)
    }
    // The program writes no workbook that others have laid out: what else stands in it would be lost.
    guard !outcome.round.workbooks.contains(TableFiles.stem(file)) else {
      found.report(.registerWorkbook, at: Place(outcome.round.fileName(file)), .text(file))
      return nil
    }
    for fault in faults(
      of: outcome.round.agencies[entry.agency], entry.status, on: entry.date,
      after: outcome.round[agency: entry.agency].submissions.last, outcome.round.calendar)
    {
      found.append(Problem(fault.code, at: Place(file), fault.arguments))
    }
    guard !found.hasErrors else { return nil }
    let cells = [
      outcome.round.agencies[entry.agency].code, entry.status.vietnamese, entry.date.isoText, entry.document,
      entry.sha256, entry.until?.isoText ?? "", entry.reason,
    ]
    let register = joinedPath(path, file)
    guard fileKind(register) != .nothing else { return SubmissionColumn.schema.newFile([cells]) }
    return Table.appending(
      cells, to: try readFile(register), file: file, schema: SubmissionColumn.schema, &found)
  }

  /// What forbids a row of the register after the agency's last one, with the column that says it.
  static func faults(
    of agency: Agency, _ status: Submission.Status, on date: Day, after before: Submission?,
    _ calendar: Calendar
  ) -> [(code: ProblemCode, column: SubmissionColumn, arguments: [ProblemArgument])] {
    var faults: [(code: ProblemCode, column: SubmissionColumn, arguments: [ProblemArgument])] = []
    let code = ProblemArgument.text(agency.code)
    if let opening = calendar[.own]?.from, date < opening {
      faults.append((.receiptBeforeStage, .date, [code, .day(date), .day(opening)]))
    }
    if let before, date < before.date {
      faults.append((.submissionBackward, .date, [code, .day(date), .day(before.date)]))
    }
    if (before?.status == .received) == (status == .received) {
      let last = before?.status.argument ?? .phrase(vi: "chưa nhận", en: "not received")
      faults.append((.submissionOrder, .status, [code, status.argument, last]))
    }
    return faults
  }
}
