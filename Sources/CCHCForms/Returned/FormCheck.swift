import CCHCCriteria
import CCHCFiles
import CCHCOffice
import CCHCScoring

/// Compares a returned form with one that the program makes of the same figures.
struct FormCheck {
  /// Locked cells whose content is not what it was.
  let locked: [CellComparison.Difference]
  /// Formulas whose value in the file is not the one that the program works out.
  let values: [CellComparison.Difference]
  /// Formulas without a value.
  let uncomputed: [CellComparison.Difference]

  /// - Throws: `WorkbookFault` where a workbook of such figures cannot be read, which no figures make.
  init(_ form: ReturnedForm, _ book: FormBook, _ round: Round, _ agency: Int) throws(WorkbookFault) {
    var sheet = FormWorkbook(book, round, round.agencies[agency], form.stamp)
    let made = try WorkbookFile(sheet.bytes())
    let plan = book.plan
    let typed = Set(book.entries.cells(plan).keys.map(\.position))
    let given = Set(book.facts.factCells(plan).map(\.position))
    // Steps beyond the digits that count come out differently everywhere; their row says so.
    let large = Set(
      plan.leafRows.filter {
        book.computer[FormCell(.work, row: $0, column: WorkColumn.status)]
          == .number(Double(FormStatus.large))
      })
    var comparison = CellComparison()
    comparison.compare(try made.read(named: FormSheet.form.rawValue), form.form) { cell in
      // The head names the round and the agency, whose names may be corrected in the meantime.
      cell.row < FormLayout.resultRow || cell.row >= plan.summary.signatureRow || typed.contains(cell)
    }
    comparison.compare(try made.read(named: FormSheet.work.rawValue), form.work) { given.contains($0) }
    locked = comparison.differences.filter { $0.kind == .content }
    values = comparison.differences.filter {
      $0.kind == .value && !($0.sheet == FormSheet.work.rawValue && large.contains($0.position.row))
    }
    uncomputed = comparison.differences.filter { $0.kind == .uncomputed }
  }

  /// How many cells are named one by one.
  private static let mostNamed = 20

  /// Reports every locked cell that was changed; of many the first ones, and how many more there are.
  func reportLocked(in form: ReturnedForm, _ problems: inout ProblemList) {
    for change in locked.prefix(Self.mostNamed) {
      problems.report(
        .formLockedCell, at: form.place(change), .text(change.place), .text(change.expected),
        .text(change.found))
    }
    guard locked.count > Self.mostNamed else { return }
    problems.report(.formLockedCells, at: Place(form.file), .count(locked.count - Self.mostNamed))
  }
}

extension ReturnedForm {
  /// The place of a difference in a problem.
  func place(_ difference: CellComparison.Difference) -> Place {
    Place(file, cell: difference.position, of: difference.sheet)
  }
}
