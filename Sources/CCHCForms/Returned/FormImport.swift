import CCHCCriteria
import CCHCCycle
package import CCHCFiles
import CCHCOffice
import CCHCScoring

/// What becomes of a filled form that came back: the agency's self table, or the reasons why it is not taken.
package struct FormImport {
  /// A filed cell that the form changes.
  package struct Change: Sendable {
    /// The criterion's code.
    package let criterion: String
    /// What of it.
    package let what: ProblemArgument
    package let old: String
    package let new: String
  }

  /// The agency whose form it is; nil where that cannot be told.
  package private(set) var agency: Int?
  package private(set) var problems = ProblemList()
  /// The mã đối chiếu of the typed figures; empty where they could not be read.
  package private(set) var checkCode = ""
  package private(set) var changes: [Change] = []
  /// Whether the form says what is filed already, word for word.
  package var changesNothing: Bool { changes.isEmpty }
  /// The new self table; nil where nothing is to be written.
  package private(set) var table: [UInt8]?

  /// Looks through a returned form.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for problems.
  ///   - press: The forms of the round.
  ///   - replaces: Whether filed cells may be replaced.
  package init(_ bytes: [UInt8], file: String, _ press: inout FormPress, replaces: Bool) {
    do throws(WorkbookFault) {
      let form = try ReturnedForm(bytes, file: file)
      guard let agency = form.owner(among: press, &problems) else { return }
      self.agency = agency
      try read(form, agency, &press, replaces: replaces)
    } catch {
      problems.append(error.problem(at: Place(file)))
    }
  }

  private mutating func read(
    _ form: ReturnedForm, _ agency: Int, _ press: inout FormPress, replaces: Bool
  ) throws(WorkbookFault) {
    let round = press.round
    let plan = press.plan(agency)
    let entries = form.entries(plan, &problems)
    let current = FormFacts(press.results[agency: agency], stamp: form.stamp)
    let facts = form.facts(plan, like: current)
    let book = FormBook(plan, facts, entries)
    checkCode = book.checkCode
    let check = try FormCheck(form, book, round, agency)
    check.reportLocked(in: form, &problems)
    if facts != current { problems.report(.formFacts, at: Place(form.file)) }

    let code = round.agencies[agency].code
    let own = "self/\(code).csv"
    if let other = press.sharedTable(of: agency) {
      problems.report(.formFiledElsewhere, at: Place(form.file), .text(code), .text(other))
    }
    changes = FormChanges(plan, from: press.entries(agency: agency), to: entries).list
    guard !changes.isEmpty else { return }
    if round[agency: agency].submissions.last?.status == .received {
      problems.report(.formReceived, at: Place(form.file), .text(code))
    }
    if !replaces { refuseReplacing(own, plan, press, code) }
    guard !problems.hasErrors else { return }
    table = SelfTable.bytes(plan, entries)
  }

  /// Reports every filed cell that the form would replace, and every row that would be lost.
  private mutating func refuseReplacing(
    _ own: String, _ plan: FormPlan, _ press: FormPress, _ agency: String
  ) {
    for change in changes where !change.old.isEmpty {
      problems.report(
        .formOverwrites, at: Place(own), .text(change.criterion), change.what, .text(change.old),
        .text(change.new))
    }
    for row in FiledRow.read(own, in: press.folder) where !plan.holds(row, of: agency) {
      problems.report(
        .formDropsRow, at: Place(own, row: row.row), .count(row.row), .text(own), .text(row.criterion),
        .text(row.input))
    }
  }
}

extension FormPlan {
  /// Whether a form has a place for a row of a self table.
  fileprivate func holds(_ row: FiledRow, of agency: String) -> Bool {
    guard row.agency.isEmpty || row.agency == agency, let place = set.row(row.criterion),
      let leaf = set.rows[place].leaf, set.leaves[leaf].method == .own
    else { return false }
    return row.input.isEmpty || set.leaves[leaf].inputs.contains { $0.name == row.input }
  }
}

/// The cells that a form changes against what is filed.
struct FormChanges {
  private(set) var list: [FormImport.Change] = []

  static let document = ProblemArgument.phrase(vi: "tài liệu kiểm chứng", en: "document")
  static let note = ProblemArgument.phrase(vi: "thuyết minh", en: "explanation")

  init(_ plan: FormPlan, from old: FormEntries, to new: FormEntries) {
    for (number, leaf) in plan.set.leaves.enumerated() where leaf.method == .own {
      let code = plan.set.rows[leaf.row].code
      for (place, input) in leaf.inputs.enumerated() {
        let before = old.figures[number][place]
        let after = new.figures[number][place]
        note(
          code, .phrase(vi: "số liệu {0}", en: "input {0}", .text(input.name)),
          before.filed(as: input.type) ?? before.words,
          after.filed(as: input.type) ?? after.words)
      }
      note(code, Self.document, old.documents[number], new.documents[number])
      note(code, Self.note, old.notes[number], new.notes[number])
      note(
        code, .phrase(vi: "đề nghị không đánh giá", en: "request not to be assessed"),
        old.requests[number].words, new.requests[number].words)
    }
  }

  private mutating func note(_ criterion: String, _ what: ProblemArgument, _ old: String, _ new: String) {
    guard old != new else { return }
    list.append(.init(criterion: criterion, what: what, old: old, new: new))
  }
}
