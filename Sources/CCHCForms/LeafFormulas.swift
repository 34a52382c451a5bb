import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCOffice
import CCHCScoring

/// Prints the points of one leaf: FORMATS 5, steps 1 to 8, from typed figures.
struct LeafFormulas {
  let leaf: Leaf
  let settings: SetSettings
  let lateDays: Atom
  private(set) var row: WorkRow
  private(set) var labels: [FormCell: String] = [:]
  /// The cells that say whether each input is filled in.
  private(set) var states: [FormCell] = []
  /// The facts of what is carried over to each input; nil where nothing can be.
  private(set) var carried: [FormCell?] = []

  /// Stands for a value that divides by 0; no leaf has so few points.
  private static let fault: Int128 = -999_999_999_999_999

  init(_ leaf: Leaf, _ settings: SetSettings, lateDays: Atom, row: Int) {
    self.leaf = leaf
    self.settings = settings
    self.lateDays = lateDays
    self.row = WorkRow(row, firstColumn: WorkColumn.firstStep)
  }

  private func cell(_ column: Int) -> FormCell { FormCell(.work, row: row.row, column: column) }
  private func value(_ column: Int) -> Formula { .cell(cell(column)) }

  // MARK: Leaves that the agency scores

  /// The steps from the figures of an agency, and its request not to be assessed.
  mutating func score(_ figures: [FormCell], request: FormCell, code: CheckCode) {
    var reader = InputFormulas(row)
    let read = reader.read(leaf.inputs, at: figures)
    row = reader.row
    labels = reader.labels
    carried = reader.carried
    states = read.map(\.cells.state)
    let requested = Formula.cell(
      row.cell(
        .when(
          Formula.cell(request).reads(""), 0, .when(Formula.cell(request).reads(FormWords.yes), 1, 2))))
    code.add(read.map { ($0.whole, $0.typed) }, requested, to: &row, leaf)
    guard !leaf.isMonitored, let rule = leaf.rule else {
      return finish(status: .number(Int128(FormStatus.monitored)), units: 0)
    }
    guard leaf.hasFormula else {
      finish(status: whereFigured(.number(Int128(FormStatus.awaited)), requested), units: 0)
      return countAwaited()
    }
    let scope = FormulaScope(
      inputs: read.map(\.cells),
      full: Rational(units: Int128(leaf.maxUnits), decimals: settings.pointDecimals),
      lateDays: lateDays, rounding: settings.rounding)
    var formulas = RuleFormulas(scope: scope, row: row)
    let checks = leaf.checks.map { formulas.truth($0.condition).formula }
    let units = Formula.cell(self.units(of: rule, &formulas))
    row = formulas.row

    var status = self.status(units)
    for (place, check) in checks.enumerated().reversed() {
      status = .when(check.equals(1), status, .number(Int128(FormStatus.firstCheck + place)))
      if place > 0, place.isMultiple(of: 20) { status = .cell(row.cell(status)) }
    }
    finish(status: whereFigured(status, requested), units: settled(units))
  }

  /// The status of a leaf: the given one where its figures are there, of their types, and asked for.
  private mutating func whereFigured(_ given: Formula, _ requested: Formula) -> Formula {
    var status = given
    let needed = leaf.needed.map { Formula.cell(states[$0]).equals(0) }
    if let isMissing = row.any(needed) {
      status = .when(isMissing, .number(Int128(FormStatus.missing)), status)
    }
    let wrong = states.map { Formula.cell($0).equals(2) } + [requested.equals(2)]
    if let isWrong = row.any(wrong) { status = .when(isWrong, .number(Int128(FormStatus.invalid)), status) }
    return .when(
      value(WorkColumn.exempt).equals(1), .number(Int128(FormStatus.exempt)),
      .when(requested.equals(1), .number(Int128(FormStatus.requested)), status))
  }

  /// The rule's value in units of the point decimals, or the mark of a division by 0.
  private func units(of rule: Rule, _ formulas: inout RuleFormulas) -> FormCell {
    let nothing = Formula.number(limited(0))
    var result = nothing
    for ruleCase in rule.cases.reversed() {
      let truth = formulas.truth(ruleCase.condition)
      let fraction = formulas.fraction(ruleCase.value)
      var value: Formula
      if let constant = fraction.constant, fraction.faults.isEmpty,
        let units = settings.rounding.units(of: limited(constant), decimals: settings.pointDecimals)
      {
        value = .number(units)
      } else {
        value =
          formulas.row.wholeUnits(
            of: fraction, decimals: settings.pointDecimals, settings.rounding
          ).formula
      }
      if let fault = formulas.row.any(fraction.faults) { value = .when(fault, .number(Self.fault), value) }
      if let empty = formulas.emptiness(ruleCase.value) { value = .when(empty, nothing, value) }
      if case .number(1) = truth.formula {
        result = value
      } else {
        let otherwise: Formula =
          truth.mayFault ? .when(truth.formula < 0, .number(Self.fault), result) : result
        result = .when(truth.formula.equals(1), value, otherwise)
      }
      result = .cell(formulas.row.cell(result))
    }
    return formulas.row.cell(result)
  }

  private func limited(_ value: Rational) -> Rational {
    let decimals = settings.pointDecimals
    return min(
      max(value, Rational(units: Int128(leaf.minUnits), decimals: decimals)),
      Rational(units: Int128(leaf.maxUnits), decimals: decimals))
  }

  private func limited(_ units: Int128) -> Int128 {
    min(max(units, Int128(leaf.minUnits)), Int128(leaf.maxUnits))
  }

  /// What a division by 0 makes of the leaf, and whether its numbers are too large for a spreadsheet.
  private mutating func status(_ units: Formula) -> Formula {
    var status = Formula.number(Int128(FormStatus.scored))
    if row.isBeyondExact {
      status = .number(Int128(FormStatus.large))
    } else if !row.largeNumbers.isEmpty {
      let limit = Formula.number(Int128(WorkRow.largestExact))
      let sizes = row.largeNumbers.map { Formula.call(.absolute, [$0]) }
      let largest = row.combined(sizes) { .call(.largest, $0) }
      status = .when(largest > limit, .number(Int128(FormStatus.large)), status)
    }
    let fault: Int
    switch leaf.zeroDenominator {
    case .zero, .full: return status
    case .exempt: fault = FormStatus.exempt
    case nil: fault = FormStatus.division
    }
    return .when(units.equals(Self.fault), .number(Int128(fault)), status)
  }

  /// The units within the leaf's limits, with what the set puts in place of a division by 0.
  private func settled(_ units: Formula) -> Formula {
    let (low, high) = (Formula.number(Int128(leaf.minUnits)), Formula.number(Int128(leaf.maxUnits)))
    let within = Formula.call(.smallest, [high, .call(.largest, [low, units])])
    switch leaf.zeroDenominator {
    case .zero: return .when(units.equals(Self.fault), .number(limited(0)), within)
    case .full: return .when(units.equals(Self.fault), high, within)
    case .exempt, nil: return within
    }
  }

  private mutating func finish(status: Formula, units: Formula) {
    row.compute(status, at: cell(WorkColumn.status))
    let status = value(WorkColumn.status)
    let counts = Formula.any([
      status.equals(Int128(FormStatus.scored)), status.equals(Int128(FormStatus.large)),
    ])
    let isOut = Formula.any(FormStatus.withoutPoints(leaf).map { status.equals(Int128($0)) })
    row.compute(.when(counts, units, 0), at: cell(WorkColumn.ownPoints))
    row.compute(.when(isOut, 0, .number(Int128(leaf.maxUnits))), at: cell(WorkColumn.ownMaximum))
    row.compute(value(WorkColumn.ownPoints), at: cell(WorkColumn.points))
    row.compute(value(WorkColumn.ownMaximum), at: cell(WorkColumn.maximum))
  }

  // MARK: Leaves that others score

  /// The steps from what others entered: it counts as soon as it is in.
  mutating func takeFromOthers() {
    let state = value(WorkColumn.othersState)
    let status: Formula =
      leaf.isMonitored
      ? .number(Int128(FormStatus.monitored))
      : .when(
        .any([value(WorkColumn.exempt).equals(1), state.equals(2)]), .number(Int128(FormStatus.exempt)),
        .when(state.equals(0), .number(Int128(FormStatus.awaited)), .number(Int128(FormStatus.scored))))
    row.compute(status, at: cell(WorkColumn.status))
    let isIn = value(WorkColumn.status).equals(Int128(FormStatus.scored))
    let maximum = Formula.number(Int128(leaf.maxUnits))
    row.compute(.when(isIn, value(WorkColumn.othersPoints), 0), at: cell(WorkColumn.points))
    row.compute(.when(isIn, maximum, 0), at: cell(WorkColumn.maximum))
    countAwaited()
  }

  /// What the leaf can still bring while its points are awaited.
  private mutating func countAwaited() {
    let isAwaited = value(WorkColumn.status).equals(Int128(FormStatus.awaited))
    let maximum = Formula.number(Int128(leaf.maxUnits))
    row.compute(.when(isAwaited, .number(Int128(leaf.minUnits)), 0), at: cell(WorkColumn.least))
    row.compute(.when(isAwaited, maximum, 0), at: cell(WorkColumn.most))
    row.compute(.when(isAwaited, maximum, 0), at: cell(WorkColumn.waiting))
  }
}
