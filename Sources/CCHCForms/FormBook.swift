import CCHCCriteria
import CCHCCycle
import CCHCFiles
import CCHCOffice
import CCHCScoring

/// A form with its figures: every cell, typed, given or computed.
struct FormBook {
  let plan: FormPlan
  let facts: FormFacts
  let entries: FormEntries
  /// The values of all cells.
  let computer: FormulaComputer

  init(_ plan: FormPlan, _ facts: FormFacts, _ entries: FormEntries) {
    self.plan = plan
    self.facts = facts
    self.entries = entries
    var values: [FormCell: FormulaValue] = [:]
    for (cell, content) in facts.cells(plan) { values[cell] = content.formulaValue }
    for (cell, content) in entries.cells(plan) { values[cell] = content.formulaValue }
    for (cell, text) in plan.labels { values[cell] = .text(text) }
    var computer = FormulaComputer(values)
    for step in plan.steps { computer.compute(step.formula, at: step.cell) }
    for shown in plan.shown { computer.compute(shown.formula, at: shown.cell) }
    self.computer = computer
  }

  /// The points of a leaf as the form shows them, in units of the point decimals; nil where it has none.
  func points(leaf: Int) -> Int64? {
    let row = plan.leafRows[leaf]
    guard case .number(let status) = computer[FormCell(.work, row: row, column: WorkColumn.status)],
      status != Double(FormStatus.exempt), status != Double(FormStatus.monitored),
      case .number(let units) = computer[FormCell(.work, row: row, column: WorkColumn.ownPoints)]
    else { return nil }
    return Int64(exactly: units)
  }

  /// Whether a leaf's figures are beyond what a spreadsheet computes exactly.
  func isLarge(leaf: Int) -> Bool {
    computer[FormCell(.work, row: plan.leafRows[leaf], column: WorkColumn.status)]
      == .number(Double(FormStatus.large))
  }

  /// What was typed for a leaf, as the engine takes it.
  func state(leaf: Int) -> LeafJudge.State {
    let declared = plan.set.leaves[leaf]
    let isRequested = entries.requests[leaf] != .blank
    var state = LeafJudge.State()
    state.lateDays = facts.lateDays
    if facts.exempt[leaf] { state.marks.insert(.exempt) }
    state.figures = declared.inputs.indices.map { place in
      let (content, type) = (entries.figures[leaf][place], declared.inputs[place].type)
      let carried = facts.carried[leaf][place]
      guard content != .blank else { return carried.map { type.figure(of: String($0)) } ?? Figure() }
      var figure = type.figure(of: content.filed(as: type) ?? "?")
      if figure.state == .filed { figure.units += carried ?? 0 }
      return figure
    }
    // A request stands for the leaf, whichever figure its row names.
    if isRequested, !state.figures.isEmpty { state.figures[0] = .requested }
    return state
  }

  /// The mã đối chiếu of the typed figures.
  var checkCode: String {
    if case .text(let code) = computer[plan.codeCell] { code } else { "" }
  }
}
