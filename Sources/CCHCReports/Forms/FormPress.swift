package import CCHCScoring
import CCHCTables

/// Makes the forms of a round: workbooks that score themselves while they are filled in (R5, R6).
package struct FormPress {
  let results: Results
  /// The round's folder.
  let folder: String
  /// The formulas of each group, printed once.
  private var plans: [Int: FormPlan] = [:]
  /// Tables of several agencies in which some have rows, by the agencies' codes.
  private let sharedTables: [String: String]

  /// A press for a scored round, loaded with digests, from its folder.
  package init(_ results: Results, folder: String) {
    self.results = results
    self.folder = folder
    sharedTables = FiledRow.sharedTables(of: results.round, in: folder)
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
    let stamp = FormStamp(round, agency: agency)
    var sheet = FormWorkbook(book(agency: agency), round, round.agencies[agency], stamp)
    return sheet.bytes()
  }

  /// The form's cells with what the agency has filed so far.
  mutating func book(agency: Int) -> FormBook {
    let stamp = FormStamp(round, agency: agency)
    return FormBook(
      plan(agency), FormFacts(results, agency: agency, stamp: stamp), entries(agency: agency))
  }

  /// What the agency has filed so far.
  func entries(agency: Int) -> FormEntries {
    FormEntries(round, agency: agency, texts: FiledTexts(round, agency: agency, folder: folder))
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
