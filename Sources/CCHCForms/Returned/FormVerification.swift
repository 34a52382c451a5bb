import CCHCCriteria
package import CCHCFiles
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Works a returned form out anew and lists every cell whose value is not the program's.
package struct FormVerification {
  package private(set) var problems = ProblemList()
  /// The mã đối chiếu of the typed figures; empty where they could not be read.
  package private(set) var checkCode = ""
  /// The agency whose form it is; nil where that cannot be told.
  package private(set) var agency: Int?

  /// The round of a form; nil where a file is no form.
  package static func round(of bytes: [UInt8]) -> String? { try? ReturnedForm(bytes, file: "").stamp.round }

  /// Looks through a form of the press's round.
  package init(_ bytes: [UInt8], file: String, _ press: inout FormPress) {
    do throws(WorkbookFault) {
      let form = try ReturnedForm(bytes, file: file)
      guard let agency = form.owner(among: press, &problems) else { return }
      self.agency = agency
      let plan = press.plan(agency)
      let entries = form.entries(plan, &problems)
      let current = FormFacts(press.results[agency: agency], stamp: form.stamp)
      let facts = form.facts(plan, like: current)
      let book = FormBook(plan, facts, entries)
      checkCode = book.checkCode
      let check = try FormCheck(form, book, press.round, agency)
      check.reportLocked(in: form, &problems)
      for cell in check.values {
        problems.report(
          .formComputed, at: form.place(cell), .text(cell.place), .text(cell.found), .text(cell.expected))
      }
      if let first = check.uncomputed.first {
        problems.report(
          .formUncomputed, at: form.place(first), .count(check.uncomputed.count), .text(first.place))
      }
      if facts != current { problems.report(.formFacts, at: Place(file)) }
      compareWithEngine(book, agency, press.results)
    } catch {
      problems.append(error.problem(at: Place(file)))
    }
  }

  /// Compares the form's points with the engine's own, leaf by leaf: they are two readers of one rule.
  private mutating func compareWithEngine(_ book: FormBook, _ agency: Int, _ results: Results) {
    var judge = LeafJudge(book.plan.set)
    for (number, leaf) in book.plan.set.leaves.enumerated()
    where leaf.method == .own && !leaf.isMonitored && leaf.hasFormula {
      let state = book.state(leaf: number)
      let points = judge.judge(number, state).points
      guard points != book.points(leaf: number), !book.isLarge(leaf: number) else { continue }
      let cell = book.plan.layout.cell(of: leaf.row, FormLayout.Column.points)
      let decimals = book.plan.set.settings.pointDecimals
      func argument(_ points: Int64?) -> ProblemArgument {
        points.map { .number(units: Int128($0), decimals: decimals) } ?? .text(noFigure)
      }
      problems.report(
        .formComputed, at: Place(book.plan.set.rows[leaf.row].code), .text(cell.position.text),
        argument(book.points(leaf: number)), argument(points))
    }
  }
}
