import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
package import CCHCExact
package import CCHCFiles
import CCHCOffice
import CCHCPapers
import CCHCScoring
import CCHCTables

/// One pass over returned files: which are taken, which are answered with a slip, and what the log says.
package struct Inbox {
  /// A returned file.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package let sha256: String

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      sha256 = CCHCFiles.sha256(bytes)
    }
  }

  private var press: FormPress
  private let date: Day?
  private let replaces: Bool
  package private(set) var log: InboxLog
  package private(set) var problems = ProblemList()
  /// How many files the pass has added to the log.
  package private(set) var count = 0
  /// New self tables, by their names below self/.
  package private(set) var tables: [(name: String, bytes: [UInt8])] = []
  /// The codes of the agencies that have a new table.
  private var taken: Set<String> = []
  /// Slips, by their names below the log's folder without what tells their kind.
  package private(set) var slips: [(name: String, document: DocumentTree)] = []

  /// A pass over files for the round of a press.
  ///
  /// - Parameters:
  ///   - press: The forms of the round.
  ///   - log: What was looked at before.
  ///   - date: The day that log and slips bear.
  ///   - replaces: Whether forms may replace what is filed.
  package init(_ press: FormPress, _ log: InboxLog, on date: Day?, replaces: Bool) {
    self.press = press
    self.log = log
    self.date = date
    self.replaces = replaces
  }

  /// Whether a file's name is that of a workbook that somebody sent, not of a lock or a hidden file.
  package static func isWorkbook(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("~$")
      && [".xlsx", ".xlsm", ".xls", ".ods"].contains { name.folded.hasSuffix($0) }
  }

  /// Looks at files, in the order in which they are given.
  package mutating func take(_ files: [File]) {
    let forms = files.map { FormImport($0.bytes, file: $0.name, &press, replaces: replaces) }
    var indices: [Int: [Int]] = [:]
    for (index, form) in forms.enumerated() where form.table != nil {
      if let agency = form.agency { indices[agency, default: []].append(index) }
    }
    for (file, form) in zip(files, forms) {
      var found = form.problems
      if let agency = form.agency, form.table != nil {
        let rivals = (indices[agency] ?? []).filter { forms[$0].table != form.table }
        if !rivals.isEmpty {
          let names = [file.name] + rivals.map { files[$0].name }
          found.report(
            .inboxTwoForms, at: Place(file.name), .text(press.round.agencies[agency].code),
            .texts(names.sorted(), .comma))
        }
      }
      record(file, form, found)
    }
  }

  private mutating func record(_ file: File, _ form: FormImport, _ found: ProblemList) {
    // What was sent back before for the same reasons is answered once.
    if let old = log.entry(file.name, file.sha256), found.hasErrors, old.errors == String(found.count(.error))
    {
      return
    }
    problems.append(contentsOf: found)
    var entry = InboxLog.Entry(file: file.name, sha256: file.sha256, date: date?.isoText ?? "")
    let code = form.agency.map { press.round.agencies[$0].code } ?? ""
    entry.agency = code
    entry.checkCode = form.checkCode
    if found.hasErrors {
      entry.outcome = InboxLog.Outcome.returned.words.vietnamese
      entry.errors = String(found.count(.error))
      let name = "phieu/\(code.isEmpty ? "khong-ro" : code)-\(file.sha256.prefix(8))"
      entry.slip = name + ".md"
      let slip = FormSlip.document(press.round, agency: form.agency, file: file.name, found, on: date)
      slips.append((name, slip))
    } else if let table = form.table {
      entry.outcome = InboxLog.Outcome.taken.words.vietnamese
      // The same form under two names is written once.
      if taken.insert(code).inserted { tables.append(("\(code).csv", table)) }
    } else {
      entry.outcome = InboxLog.Outcome.unchanged.words.vietnamese
    }
    log.append(entry)
    count += 1
  }
}
