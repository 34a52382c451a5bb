import CCHCCriteria
package import CCHCFiles
import CCHCOffice
import CCHCScoring
import CCHCTables

/// The log of returned files, so-tiep-nhan.csv: what became of each, by its digest.
package struct InboxLog: Sendable {
  /// What became of a file.
  package enum Outcome: CaseIterable, Sendable {
    /// Its figures were taken.
    case taken
    /// It says what is filed already.
    case unchanged
    /// It is answered with a slip.
    case returned

    /// The outcome in words; the log has the Vietnamese ones.
    package var words: Bilingual {
      switch self {
      case .taken: Bilingual("đã nhận", "taken")
      case .unchanged: Bilingual("không thay đổi", "unchanged")
      case .returned: Bilingual("trả lại", "returned")
      }
    }
  }

  /// A file that was looked at.
  package struct Entry: Sendable {
    package var file: String
    package var sha256: String
    /// The day that the call names; empty where it names none.
    package var date: String
    /// The agency's code; empty where it cannot be told.
    package var agency: String
    package var outcome: String
    package var checkCode: String
    package var errors: String
    /// The slip below the log's folder; empty where there is none.
    package var slip: String

    package init(file: String, sha256: String, date: String) {
      self.file = file
      self.sha256 = sha256
      self.date = date
      (agency, outcome, checkCode, errors, slip) = ("", "", "", "0", "")
    }

    fileprivate init(cells: [String]) {
      (file, sha256, date, agency) = (cells[0], cells[1], cells[2], cells[3])
      (outcome, checkCode, errors, slip) = (cells[4], cells[5], cells[6], cells[7])
    }

    fileprivate var cells: [String] {
      [file, sha256, date, agency, outcome, checkCode, errors, slip]
    }
  }

  /// The log's name in its folder.
  package static let file = InboxColumn.schema.file

  package private(set) var entries: [Entry] = []
  /// The newest entry of each file, by its name and digest.
  private var newest: [String: Int] = [:]

  /// Reads the log of a folder; an empty one where there is none.
  ///
  /// - Throws: `FileError` where it cannot be read, or is no such log, which is reported.
  package init(folder: String, _ problems: inout ProblemList) throws(FileError) {
    let path = joinedPath(folder, Self.file)
    guard fileKind(path) != .nothing else { return }
    let bytes = try readFile(path)
    guard let table = Table(bytes, file: Self.file, schema: InboxColumn.schema, problems: &problems) else {
      return
    }
    var rows = table.rows()
    while rows.next(&problems) {
      append(Entry(cells: InboxColumn.allCases.map { rows.text($0) }))
    }
  }

  /// The newest entry of a file of this name and digest.
  package func entry(_ file: String, _ sha256: String) -> Entry? {
    newest["\(sha256) \(file)"].map { entries[$0] }
  }

  /// Whether a file of this name and digest was settled; one that was sent back may be taken later.
  package func hasSettled(_ file: String, _ sha256: String) -> Bool {
    entry(file, sha256).map { $0.outcome != Outcome.returned.words.vietnamese } ?? false
  }

  /// Adds a file.
  package mutating func append(_ entry: Entry) {
    newest["\(entry.sha256) \(entry.file)"] = entries.count
    entries.append(entry)
  }

  /// The log as a table for a Vietnamese spreadsheet.
  package var bytes: [UInt8] { InboxColumn.schema.newFile(entries.map(\.cells)) }
}
