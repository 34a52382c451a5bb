import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring
import CCHCTables

/// All formulas of a form, the same for every agency of a group: only typed figures and facts differ.
struct FormPlan {
  /// A formula that people see, with the decimals of its number.
  typealias Shown = (cell: FormCell, formula: Formula, decimals: Int)

  let set: CriteriaSet
  let layout: FormLayout
  /// The row of the hidden sheet of each leaf.
  let leafRows: [Int]
  let lateDays = FormCell(.work, row: WorkColumn.agencyRow, column: 2)
  let salts = [3, 4].map { FormCell(.work, row: WorkColumn.agencyRow, column: $0) }
  /// Hidden formulas, each after those that it takes up.
  private(set) var steps: [WorkRow.Step] = []
  private(set) var shown: [Shown] = []
  /// The facts of what is carried over, by leaf and input; nil where nothing can be.
  private(set) var carried: [[FormCell?]] = []
  /// Texts in hidden cells.
  private(set) var labels: [FormCell: String] = [:]
  /// Leaves whose rule a spreadsheet cannot work out exactly for the largest figures that may be typed.
  private(set) var largeLeaves: [Int] = []
  /// The sums, index, band and thresholds below the table.
  let summary: FormSummary

  init(_ set: CriteriaSet) {
    self.set = set
    layout = FormLayout(set)
    leafRows = set.leaves.indices.map { WorkColumn.firstRow + $0 }
    summary = FormSummary(set, firstRow: layout.lastRow + 2)
    printLeaves()
    printTotals()
  }

  private func work(_ row: Int, _ column: Int) -> Formula {
    .cell(FormCell(.work, row: row, column: column))
  }

  private mutating func show(_ formula: Formula, at cell: FormCell, decimals: Int = 0) {
    shown.append((cell, formula, decimals))
  }

  /// Units of the point decimals as points.
  private func points(_ units: Formula) -> Formula {
    let decimals = set.settings.pointDecimals
    return decimals == 0 ? units : .quotient(units, .number(Int128(powerOfTen(decimals))))
  }

  // MARK: Leaves

  private mutating func printLeaves() {
    let late = Atom(cell: lateDays, low: 0, high: 1000)
    for (number, leaf) in set.leaves.enumerated() {
      var formulas = LeafFormulas(leaf, set.settings, lateDays: late, row: leafRows[number])
      if leaf.method == .own {
        let figures = leaf.inputs.indices.map { layout.figure(leaf: number, input: $0) }
        formulas.score(
          figures, request: layout.cell(of: leaf.row, FormLayout.Column.request), code: CheckCode(set))
        if formulas.row.isBeyondExact || !formulas.row.largeNumbers.isEmpty { largeLeaves.append(number) }
      } else {
        formulas.takeFromOthers()
      }
      steps += formulas.row.steps
      carried.append(formulas.carried)
      labels.merge(formulas.labels) { first, _ in first }
      showLeaf(number, leaf, states: formulas.states)
    }
  }

  private mutating func showLeaf(_ number: Int, _ leaf: Leaf, states: [FormCell]) {
    let status = work(leafRows[number], WorkColumn.status)
    let isOut = Formula.any(FormStatus.withoutPoints(leaf).map { status.equals(Int128($0)) })
    let own = points(work(leafRows[number], WorkColumn.ownPoints))
    show(
      leaf.method == .own ? .when(isOut, .text(noFigure), own) : .text(noFigure),
      at: layout.cell(of: leaf.row, FormLayout.Column.points), decimals: set.settings.pointDecimals)
    let words = FormStateWords(set, layout)
    show(
      words.leaf(
        number, status: status, others: work(leafRows[number], WorkColumn.points),
        owner: work(leafRows[number], WorkColumn.othersName)),
      at: layout.cell(of: leaf.row, FormLayout.Column.state))
    // What others provide is grey, whether it is in or not.
    show(
      leaf.method == .own ? status : .number(Int128(FormStatus.awaited)),
      at: layout.cell(of: leaf.row, FormLayout.Column.mark))
    guard leaf.method == .own else { return }
    for place in leaf.inputs.indices {
      let line = FormLayout.Line.input(leaf: number, place)
      let mark = FormCell(.form, row: layout.row(of: line), column: FormLayout.Column.mark)
      let isNeeded = leaf.needed.contains(place)
      let state = Formula.cell(states[place])
      let missing = Formula.call(
        .and, [state.equals(0), status.equals(Int128(FormStatus.missing))])
      let isRequested = Formula.any([
        status.equals(Int128(FormStatus.exempt)), status.equals(Int128(FormStatus.requested)),
      ])
      var value = Formula.when(
        state.equals(2), .number(Int128(FormStatus.invalid)), .number(Int128(FormStatus.scored)))
      if isNeeded { value = .when(missing, .number(Int128(FormStatus.missing)), value) }
      show(.when(isRequested, status, value), at: mark)
      show(
        words.input(leaf.inputs[place], mark: .cell(mark), carried: carried[number][place]),
        at: FormCell(.form, row: mark.position.row, column: FormLayout.Column.state))
    }
  }

  // MARK: Totals

  private mutating func printTotals() {
    var next = WorkColumn.firstRow + set.leaves.count
    var rows: [Int] = []
    for row in set.rows {
      if let leaf = row.leaf {
        rows.append(leafRows[leaf])
      } else {
        rows.append(next)
        next += 1
      }
    }
    let whole = next
    var totals = TotalFormulas(set, rows: rows, wholeRow: whole)
    func place() -> Int {
      next += 1
      return next
    }
    totals.sums()
    for row in set.rows.indices where set.rows[row].leaf == nil {
      show(
        points(work(rows[row], WorkColumn.ownPoints)), at: layout.cell(of: row, FormLayout.Column.points),
        decimals: set.settings.pointDecimals)
    }
    for (line, field) in (set.fields.map { Optional($0) } + [nil]).enumerated() {
      let row = field.map { rows[$0] } ?? whole
      showTotal(
        summary.totalRow(line), row, isWhole: field == nil,
        percent: totals.percent(field, isOwn: false, inRow: place()))
    }
    let own = totals.percent(nil, isOwn: true, inRow: place())
    let index = totals.percent(nil, isOwn: false, inRow: place())
    let band = totals.band(inRow: place())
    for (line, limit) in set.resultLimits.enumerated() {
      let text = totals.distance(limit, shown: summary.shownLimit(limit), inRow: place())
      show(text, at: FormCell(.form, row: summary.limitRow(line), column: FormLayout.Column.state))
    }
    steps += totals.steps
    labels.merge(totals.labels) { first, _ in first }
    showResult(whole, own: own, index: index, band: band)
  }

  private mutating func showTotal(_ line: Int, _ row: Int, isWhole: Bool, percent: Formula) {
    func cell(_ column: Int) -> FormCell { FormCell(.form, row: line, column: column) }
    let decimals = set.settings.pointDecimals
    let maximum = work(row, WorkColumn.maximum)
    let waiting = work(row, WorkColumn.waiting)
    show(points(maximum + waiting), at: cell(FormLayout.Column.maximum), decimals: decimals)
    show(points(work(row, WorkColumn.ownMaximum)), at: cell(FormLayout.Column.figure), decimals: decimals)
    show(points(work(row, WorkColumn.ownPoints)), at: cell(FormLayout.Column.points), decimals: decimals)
    show(points(work(row, WorkColumn.points)), at: cell(FormLayout.Column.state), decimals: decimals)
    show(
      share(percent, maximum, waiting), at: cell(FormLayout.Column.document),
      decimals: set.settings.indexDecimals)
  }

  /// A percentage as a number; words where figures of others are awaited or there is no maximum.
  private func share(_ percent: Formula, _ maximum: Formula, _ waiting: Formula) -> Formula {
    let scale = powerOfTen(set.settings.indexDecimals)
    let number = scale == 1 ? percent : .quotient(percent, .number(Int128(scale)))
    return .when(
      .comparison(waiting, .notEqual, 0), .text("chờ số liệu"),
      .when(maximum.equals(0), .text(noFigure), number))
  }

  private mutating func showResult(_ whole: Int, own: Formula, index: Formula, band: Formula) {
    let settings = set.settings
    let maximum = work(whole, WorkColumn.maximum)
    let waiting = work(whole, WorkColumn.waiting)
    let ownMaximum = work(whole, WorkColumn.ownMaximum)
    func text(_ units: Formula) -> Formula { unitsText(units, decimals: settings.pointDecimals) }
    func value(_ line: FormSummary.Result) -> FormCell {
      FormCell(.form, row: summary.row(of: line), column: FormLayout.Column.points)
    }
    show(points(work(whole, WorkColumn.ownPoints)), at: value(.own), decimals: settings.pointDecimals)
    show(points(ownMaximum), at: value(.ownMaximum), decimals: settings.pointDecimals)
    show(share(own, ownMaximum, 0), at: value(.ownPercent), decimals: settings.indexDecimals)
    show(share(index, maximum, waiting), at: value(.index), decimals: settings.indexDecimals)
    let isOpen = Formula.any([.comparison(waiting, .notEqual, 0), maximum.equals(0)])
    show(.when(isOpen, .text("chưa xác định"), band), at: value(.band))

    let ownText = Formula.joined([
      .text("Điểm phần tự chấm / điểm tối đa phần tự chấm: "), text(work(whole, WorkColumn.ownPoints)),
      .text("/"), text(ownMaximum),
      .when(
        ownMaximum.equals(0), .text(""),
        .joined([.text(" ("), unitsText(own, decimals: settings.indexDecimals), .text("%)")])),
    ])
    show(ownText, at: FormCell(.form, row: FormLayout.resultRow, column: 1))
    show(
      .when(
        .comparison(waiting, .notEqual, 0),
        .joined([
          .text(
            "Chỉ số và xếp loại chưa xác định: còn chờ số liệu điều tra XHH và của cơ quan khác, tối đa "),
          text(waiting), .text(" điểm"),
        ]),
        .when(
          maximum.equals(0), .text("Không có tiêu chí được chấm điểm"),
          .joined([
            .text("Chỉ số: "), unitsText(index, decimals: settings.indexDecimals), .text("% – Xếp loại: "),
            .when(band.reads(""), .text(noFigure), band),
          ]))), at: FormCell(.form, row: FormLayout.noteRow, column: 1))
    let code = CheckCode.text(
      [WorkColumn.firstCheck, WorkColumn.secondCheck].map { work(whole, $0) },
      salts: salts.map { .cell($0) })
    let codeCell = FormCell(.work, row: WorkColumn.agencyRow, column: 5)
    steps.append((codeCell, code))
    show(
      .joined([.text("Mã đối chiếu: "), .cell(codeCell)]),
      at: FormCell(.form, row: FormLayout.checkRow, column: 1))
    show(
      .joined([
        .text("Điểm phần tự chấm: "), text(work(whole, WorkColumn.ownPoints)), .text("/"), text(ownMaximum),
      ]),
      at: FormCell(.form, row: FormLayout.checkRow, column: FormLayout.Column.state))
  }

  /// The cell of the mã đối chiếu.
  var codeCell: FormCell { FormCell(.work, row: WorkColumn.agencyRow, column: 5) }
}
