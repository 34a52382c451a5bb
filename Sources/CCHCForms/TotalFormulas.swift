import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring

/// Prints sums, index, band and thresholds over the leaves of a form.
struct TotalFormulas {
  private let set: CriteriaSet
  /// The row of the hidden sheet of each row of criteria.csv, and of the agency as a whole.
  private let rows: [Int]
  private let wholeRow: Int
  private(set) var steps: [WorkRow.Step] = []
  private(set) var labels: [FormCell: String] = [:]

  init(_ set: CriteriaSet, rows: [Int], wholeRow: Int) {
    self.set = set
    self.rows = rows
    self.wholeRow = wholeRow
  }

  private func cell(_ row: Int?, _ column: Int) -> FormCell {
    FormCell(.work, row: row.map { rows[$0] } ?? wholeRow, column: column)
  }

  private func value(_ row: Int?, _ column: Int) -> Formula { .cell(cell(row, column)) }

  // MARK: Sums

  /// Sums of parents over their leaves, and of the agency over its fields.
  mutating func sums() {
    for row in set.rows.indices where set.rows[row].leaf == nil {
      let leaves = set.leaves(under: row).map { rows[set.leaves[$0].row] }
      for column in WorkColumn.summed {
        steps.append((cell(row, column), sum(of: leaves, column)))
      }
    }
    for column in WorkColumn.summed { steps.append((cell(nil, column), whole(column))) }
  }

  /// The sum of a column over rows, those that follow each other as one area.
  private func sum(of leaves: [Int], _ column: Int) -> Formula {
    var areas: [CellArea] = []
    for row in leaves.sorted() {
      if let last = areas.last, last.last.row + 1 == row {
        areas[areas.count - 1] = CellArea(rows: last.first.row...row, columns: column...column)
      } else {
        areas.append(CellArea(rows: row...row, columns: column...column))
      }
    }
    // Leaves stand in the order of the table: a parent's lie together but for a table that mixes them.
    return areas.isEmpty ? 0 : .sum(areas.map { .call(.sum, [.area(.work, $0)]) })
  }

  /// Points of scored and bonus fields less those of penalties; the maximum is that of scored fields alone.
  private func whole(_ column: Int) -> Formula {
    let isMaximum = [WorkColumn.maximum, WorkColumn.ownMaximum, WorkColumn.waiting].contains(column)
    let isCheck = column == WorkColumn.firstCheck || column == WorkColumn.secondCheck
    var terms: [Formula] = []
    for field in set.fields {
      guard !isCheck else {
        terms.append(value(field, column))
        continue
      }
      switch set.rows[field].fieldKind {
      case .scored: terms.append(value(field, column))
      case .bonus: if !isMaximum { terms.append(value(field, column)) }
      case .penalty:
        // The most that a penalty can take is the least that it leaves.
        let other =
          switch column {
          case WorkColumn.least: WorkColumn.most
          case WorkColumn.most: WorkColumn.least
          default: column
          }
        if !isMaximum { terms.append(.negated(value(field, other))) }
      }
    }
    return terms.isEmpty ? 0 : .sum(terms)
  }

  // MARK: Shares

  /// Limits of the points of a row or of the agency, in units of the point decimals.
  private func limits(_ row: Int?) -> (points: (low: Double, high: Double), most: Double) {
    let places = row.map { [$0] } ?? set.fields
    var (low, high, most) = (0.0, 0.0, 0.0)
    for place in places {
      for leaf in set.leaves(under: place).map({ set.leaves[$0] }) {
        let ends = (Double(min(leaf.minUnits, 0)), Double(max(leaf.maxUnits, 0)))
        let isTaken = row == nil && set.rows[place].fieldKind == .penalty
        low += isTaken ? -ends.1 : ends.0
        high += isTaken ? -ends.0 : ends.1
        most += ends.1
      }
    }
    return ((low, high), most)
  }

  private func atom(_ row: Int?, _ column: Int) -> Atom {
    let limits = limits(row)
    let isMaximum = column == WorkColumn.maximum || column == WorkColumn.ownMaximum
    return Atom(
      cell: cell(row, column), low: isMaximum ? 0 : limits.points.low,
      high: isMaximum ? limits.most : limits.points.high)
  }

  /// Points over maximum as a percentage in units of the index decimals; it means nothing for a maximum of 0.
  mutating func percent(_ row: Int?, isOwn: Bool, inRow place: Int) -> Formula {
    var work = WorkRow(place, firstColumn: 1)
    let units = percent(
      row, points: value(row, isOwn ? WorkColumn.ownPoints : WorkColumn.points),
      maximum: value(row, isOwn ? WorkColumn.ownMaximum : WorkColumn.maximum), &work)
    steps += work.steps
    return units
  }

  private func percent(
    _ row: Int?, points: Formula, maximum: Formula, _ work: inout WorkRow
  ) -> Formula {
    let limits = limits(row)
    let share = work.quotient(
      Fraction(Atom(cell: work.cell(points), low: limits.points.low, high: limits.points.high)),
      Fraction(Atom(cell: work.cell(maximum), low: 0, high: limits.most)))
    let decimals = set.settings.indexDecimals + 2
    return .cell(
      work.cell(work.wholeUnits(of: share, decimals: decimals, set.settings.rounding).formula))
  }

  // MARK: Bands

  /// The label of the band; empty where none is given.
  mutating func band(inRow row: Int) -> Formula {
    let scope = FormulaScope(
      whole: (atom(nil, WorkColumn.points), atom(nil, WorkColumn.maximum)),
      rows: set.rows.indices.map { (atom($0, WorkColumn.points), atom($0, WorkColumn.maximum)) },
      pointDecimals: set.settings.pointDecimals, rounding: set.settings.rounding)
    var formulas = RuleFormulas(scope: scope, row: WorkRow(row, firstColumn: 1))
    var result = Formula.text("")
    for band in set.bands.reversed() {
      let label = formulas.row.place()
      labels[label] = band.label
      let truth = formulas.truth(band.condition.condition)
      result =
        band.isElse ? .cell(label) : .when(truth.formula.equals(1), .cell(label), result)
      result = .cell(formulas.row.cell(result))
    }
    steps += formulas.row.steps
    return result
  }

  // MARK: Thresholds

  /// How far the agency is from a limit, in words.
  mutating func distance(_ limit: ResultLimit, shown: String, inRow place: Int) -> Formula {
    var work = WorkRow(place, firstColumn: 1)
    let decimals = set.settings.pointDecimals
    let row = limit.row
    let known = value(row, WorkColumn.points)
    let maximum = Formula.cell(
      work.cell(value(row, WorkColumn.maximum) + value(row, WorkColumn.waiting)))
    let low = Formula.cell(work.cell(known + value(row, WorkColumn.least)))
    let high = Formula.cell(work.cell(known + value(row, WorkColumn.most)))
    // Reached where points × denominator are as much as numerator × maximum.
    let share = limit.isShare ? limit.value : limit.value.inUnits(decimals)
    let divisor = Formula.number(share.denominator)
    let needed = Formula.cell(
      work.cell(limit.isShare ? .number(share.numerator) * maximum : .number(share.numerator)))
    func isReached(_ points: Formula) -> Formula {
      .comparison(points * divisor, limit.isStrict ? .greater : .atLeast, needed)
    }
    func text(_ units: Formula) -> Formula { unitsText(units, decimals: decimals) }
    /// Points that are lacking, rounded up; one unit more where the limit must be passed.
    func lacking(_ points: Formula) -> Formula {
      let gap = needed - points * divisor
      let up =
        limit.isStrict
        ? Formula.call(.whole, [.quotient(gap, divisor)]) + 1
        : .negated(.call(.whole, [.quotient(.negated(gap), divisor)]))
      return text(.cell(work.cell(up)))
    }
    let over = text(.cell(work.cell(.call(.whole, [.quotient(low * divisor - needed, divisor)]))))
    let isComplete = value(row, WorkColumn.waiting).equals(0)
    let range = rangeText(row, low, high, maximum, &work)
    let formula = Formula.when(
      maximum.equals(0), .text("không có điểm tối đa"),
      .when(
        isReached(low),
        .when(
          isComplete, .joined([.text("đạt, hơn ngưỡng "), over, .text(" điểm")]),
          .joined([.text("đạt với mọi số liệu còn thiếu, hơn ngưỡng ít nhất "), over, .text(" điểm"), range])),
        .when(
          isComplete, .joined([.text("còn thiếu "), lacking(low), .text(" điểm để đạt \(shown)")]),
          .when(
            isReached(high),
            .joined([
              .text("chưa kết luận: cần thêm "), lacking(known), .text(" điểm từ phần chưa có số liệu"),
              range,
            ]),
            .joined([.text("còn thiếu ít nhất "), lacking(high), .text(" điểm để đạt \(shown)"), range])))))
    steps += work.steps
    return formula
  }

  /// From which to which percentage the figures of others can still bring a row.
  private mutating func rangeText(
    _ row: Int?, _ low: Formula, _ high: Formula, _ maximum: Formula, _ work: inout WorkRow
  ) -> Formula {
    let decimals = set.settings.indexDecimals
    let ends = [low, high].map { end in
      unitsText(percent(row, points: end, maximum: maximum, &work), decimals: decimals)
    }
    return .joined([.text(" (từ "), ends[0], .text("% đến "), ends[1], .text("%)")])
  }
}

/// Whole units of 10^-`decimals` as a text with a decimal comma, whatever the language of the spreadsheet.
func unitsText(_ units: Formula, decimals: Int) -> Formula {
  guard decimals > 0 else { return .joined([.text(""), units]) }
  let scale = Formula.number(Int128(powerOfTen(decimals)))
  let size = Formula.call(.absolute, [units])
  let whole = Formula.call(.whole, [.quotient(size, scale)])
  let zeros = String(repeating: "0", count: decimals)
  return .joined([
    .when(units < 0, .text("-"), .text("")), whole, .text(","),
    .call(.right, [.joined([.text(zeros), size - scale * whole]), .number(Int128(decimals))]),
  ])
}
