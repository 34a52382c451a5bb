package import CCHCCriteria
package import CCHCFiles
import CCHCTables

/// Which agency of the round a list of case files means, by what it writes.
package struct CaseAgencies: Sendable {
  /// The folder of the round that may hold lists; nothing but counting reads it.
  static let listFolder = "cases"

  /// Rows of agencies that case_agencies.csv leaves out.
  static let leftOut: Int32 = -1
  /// Rows of agencies that another criteria set scores.
  static let otherSet: Int32 = -2

  /// The agency, or why its rows are left out, by the folded text.
  private var meanings: [String: Int32] = [:]
  /// What lists may write, for suggestions.
  package private(set) var spellings: [String] = []

  /// Reads case_agencies.csv, where the round has one; codes and names of the round's agencies are known anyway.
  package static func read(
    _ round: Round, set: String, folder: inout InputFolder, _ problems: inout ProblemList
  ) -> CaseAgencies {
    var result = CaseAgencies()
    var shared: Set<String> = []
    for (number, agency) in round.agencies.enumerated() {
      let meaning = round.groups[agency.group].set.code == set ? Int32(number) : otherSet
      let name = agency.name.trimmed.folded
      // A name that two agencies have says nothing.
      if result.meanings[name] != nil || shared.contains(name) {
        shared.insert(name)
        result.meanings[name] = nil
      } else {
        result.meanings[name] = meaning
        result.spellings.append(agency.name)
      }
    }
    for (number, agency) in round.agencies.enumerated() {
      let meaning = round.groups[agency.group].set.code == set ? Int32(number) : otherSet
      result.meanings[agency.code.folded] = meaning
      result.spellings.append(agency.code)
    }
    if let table = folder.table(CaseAgencyColumn.schema, &problems) {
      result.read(table, round, set: set, &problems)
    }
    return result
  }

  private mutating func read(_ table: Table, _ round: Round, set: String, _ problems: inout ProblemList) {
    let codes = Interner(round.agencies.map(\.code))
    var seen: [String: Int] = [:]
    var rows = table.rows()
    while rows.next(&problems) {
      guard let written = rows.requiredText(CaseAgencyColumn.written, &problems) else { continue }
      if let first = seen[written.folded] {
        problems.report(
          .caseWrittenTwice, at: rows.place(CaseAgencyColumn.written), .text(written), .text(String(first)))
        continue
      }
      seen[written.folded] = rows.row
      spellings.append(written)
      guard !rows.isEmpty(CaseAgencyColumn.agency) else {
        meanings[written.folded] = Self.leftOut
        continue
      }
      let code = rows.text(CaseAgencyColumn.agency)
      guard let agency = codes.number(of: code) else {
        problems.report(
          .agencyUnknown, at: rows.place(CaseAgencyColumn.agency), .text(code),
          suggestion: nearest(to: code, among: codes.names))
        continue
      }
      let group = round.agencies[agency].group
      meanings[written.folded] = round.groups[group].set.code == set ? Int32(agency) : Self.otherSet
    }
  }

  /// What a trimmed text means; nil where it is unknown.
  package func meaning(of text: String) -> Int32? { meanings[text.folded] }

  /// How many texts are known.
  package var count: Int { meanings.count }
}
