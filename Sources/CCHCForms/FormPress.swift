import CCHCCriteria
import CCHCCycle
package import CCHCScoring

/// Makes the forms of a round: workbooks that score themselves while they are filled in (R5, R6).
package struct FormPress {
  let results: Results
  /// The round's folder.
  let folder: String
  /// The formulas of each group, printed once.
  private var plans: [Int: FormPlan] = [:]
  /// Tables of several agencies in which some have rows, by the agencies' codes.
  private let sharedTables: [String: String]
  /// The digest of each group's set.
  private let setDigests: [String]

  /// A press for a scored round, loaded with digests, from its folder.
  package init(_ results: Results, folder: String) {
    self.results = results
    self.folder = folder
    sharedTables = FiledRow.sharedTables(of: results.round, in: folder)
    setDigests = results.round.groups.map { FormStamp.digest(ofSet: $0.set.code, in: results.round) }
  }

  /// A table other than its own in which an agency has rows; nil where there is none.
  func sharedTable(of agency: Int) -> String? { sharedTables[round.agencies[agency].code] }

  /// Leaves of an agency's group whose rule no spreadsheet works out exactly for the largest figures, by their codes.
  package mutating func largeLeaves(agency: Int) -> [String] {
    let plan = plan(agency)
    return plan.largeLeaves.map { plan.set.rows[plan.set.leaves[$0].row].code }
  }

  /// The form of an agency, with what it has filed so far.
  package mutating func form(agency: Int) -> [UInt8] {
    var sheet = FormWorkbook(book(agency: agency), round, round.agencies[agency], stamp(agency: agency))
    return sheet.bytes()
  }

  /// The form's cells with what the agency has filed so far.
  mutating func book(agency: Int) -> FormBook {
    FormBook(
      plan(agency), FormFacts(results[agency: agency], stamp: stamp(agency: agency)),
      entries(agency: agency))
  }

  /// What an agency's form is made for.
  func stamp(agency: Int) -> FormStamp {
    let owner = round.agencies[agency]
    return FormStamp(
      round: round.code, agency: owner.code, set: round.groups[owner.group].set.code,
      setDigest: setDigests[owner.group])
  }

  /// What the agency has filed so far.
  func entries(agency: Int) -> FormEntries {
    FormEntries(round[agency: agency], texts: FiledTexts(round[agency: agency], folder: folder))
  }

  /// The round that the forms are of.
  var round: Round { results.round }

  /// The formulas of an agency's group.
  mutating func plan(_ agency: Int) -> FormPlan {
    let group = results.round.agencies[agency].group
    if let plan = plans[group] { return plan }
    let plan = FormPlan(results.round.groups[group].set)
    plans[group] = plan
    return plan
  }
}
