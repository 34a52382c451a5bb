import CCHCCriteria

/// Prints how the typed figures of a leaf are read: whether each is of its type, and what whole number it is.
struct InputFormulas {
  private(set) var row: WorkRow
  /// Texts in hidden cells that formulas compare with.
  private(set) var labels: [FormCell: String] = [:]
  /// Where the round says what is carried over to each input: a count, or -1 for none; nil for other types.
  private(set) var carried: [FormCell?] = []

  init(_ row: WorkRow) { self.row = row }

  /// A number before the leaf's scale is known.
  private struct Typed {
    let cell: FormCell
    let input: Input
    var state: Formula
    var value: Formula
    /// The smallest power of ten that makes the number whole; nil for other types.
    var scale: Formula?
    /// The whole number that the mã đối chiếu takes.
    var whole: Formula
    /// Where the round says what is carried over; nil for all types but counts.
    var carried: FormCell?
  }

  /// The cells of all inputs of a leaf, with the whole numbers that the mã đối chiếu takes.
  mutating func read(
    _ inputs: [Input], at cells: [FormCell]
  ) -> [(cells: InputCells, whole: Formula, typed: Formula)] {
    let entries = zip(inputs, cells).map { typed($0, at: $1) }
    let scales = entries.compactMap(\.scale)
    let scale = scales.isEmpty ? nil : leafScale(scales)
    return entries.map { entry in
      var state = entry.state
      var value = entry.value
      var range = limits(of: entry.input.type)
      if entry.scale != nil, let scale {
        // More than 15 digits in the leaf's common scale are more than a spreadsheet keeps.
        state = .when(
          .call(
            .and,
            [
              state.equals(1),
              .call(.absolute, [value]) * scale.formula > .number(Int128(WorkRow.largestExact)),
            ]
          ), 2, state)
        state = .cell(row.cell(state))
        value = .when(state.equals(1), .call(.round, [value * scale.formula, 0]), 0)
        range = (entry.input.type == .signed ? -WorkRow.largestExact : 0, WorkRow.largestExact)
      }
      if let cell = entry.carried {
        // What an ended agency leaves counts also where nothing is typed.
        let left = Formula.cell(cell)
        state = .cell(row.cell(.when(.call(.and, [state.equals(0), left >= 0]), 1, state)))
        value = .when(state.equals(1), value + .call(.largest, [0, left]), 0)
        range.high *= 2
      }
      let atom = Atom(cell: row.cell(value), low: range.low, high: range.high)
      carried.append(entry.carried)
      let read = InputCells(
        state: row.cell(state), value: atom, scale: entry.scale == nil ? nil : scale, type: entry.input.type,
        isOptional: entry.input.isOptional)
      return (read, entry.whole, entry.state)
    }
  }

  private func limits(of type: InputType) -> (low: Double, high: Double) {
    switch type {
    case .count, .number, .signed: (0, 999_999_999_999)
    case .yesNo: (0, 1)
    case .day: (0, Double(FormLimits.lastDay))
    case .choice(let labels): (0, Double(labels.count))
    }
  }

  private mutating func leafScale(_ scales: [Formula]) -> Atom {
    let largest = row.combined(scales) { .call(.largest, $0) }
    return Atom(cell: row.cell(largest), low: 1, high: 1_000_000)
  }

  private mutating func typed(_ input: Input, at cell: FormCell) -> Typed {
    let typed = Formula.cell(cell)
    switch input.type {
    case .count:
      let number = Formula.call(.number, [typed])
      let isCount = Formula.call(
        .and,
        [
          .call(.isNumber, [typed]), number >= 0, number <= 999_999_999_999,
          .comparison(.call(.whole, [number]), .equal, number),
        ])
      var entry = answer(input, cell, isCount, value: .call(.round, [number, 0]))
      entry.carried = row.place()
      return entry
    case .day:
      let number = Formula.call(.number, [typed])
      let isDay = Formula.call(
        .and,
        [
          .call(.isNumber, [typed]), number >= .number(Int128(FormLimits.firstDay)),
          number <= .number(Int128(FormLimits.lastDay)),
          .comparison(.call(.whole, [number]), .equal, number),
        ])
      return answer(input, cell, isDay, value: .call(.round, [number, 0]))
    case .yesNo:
      let isWord = Formula.any([typed.reads(FormWords.yes), typed.reads(FormWords.no)])
      return answer(input, cell, isWord, value: .when(typed.reads(FormWords.yes), 1, 0))
    case .choice(let list):
      let place = Formula.cell(row.cell(place(of: typed, in: list)))
      return answer(input, cell, place > 0, value: place)
    case .number, .signed: return number(input, cell)
    }
  }

  private mutating func answer(_ input: Input, _ cell: FormCell, _ isRight: Formula, value: Formula) -> Typed
  {
    let state = Formula.cell(
      row.cell(.when(Formula.cell(cell).reads(""), 0, .when(isRight, 1, 2))))
    let whole = Formula.when(state.equals(1), value, 0)
    return Typed(cell: cell, input: input, state: state, value: whole, whole: whole)
  }

  /// The place of a choice in its list, from 1 on; 0 where it is none of them.
  private mutating func place(of typed: Formula, in list: [Label]) -> Formula {
    var result = Formula.number(0)
    for (place, label) in list.enumerated().reversed() {
      let cell = row.place()
      labels[cell] = label.spelling
      result = .when(.comparison(typed, .equal, .cell(cell)), .number(Int128(place + 1)), result)
      if place > 0, place.isMultiple(of: 20) { result = .cell(row.cell(result)) }
    }
    return result
  }

  /// A number of at most 15 digits and 6 decimals as a whole one: what binary numbers hold of it is rounded off.
  private mutating func number(_ input: Input, _ cell: FormCell) -> Typed {
    let typed = Formula.cell(cell)
    let value = Formula.cell(row.cell(.when(.call(.isNumber, [typed]), typed, 0)))
    let size = Formula.call(.absolute, [value])
    let power = Formula.cell(
      row.cell(
        .when(
          size < 1_000_000_000, 1_000_000,
          .when(size < 10_000_000_000, 100_000, .when(size < 100_000_000_000, 10_000, 1000)))))
    let whole = Formula.cell(row.cell(.call(.round, [value * power, 0])))
    let hundreds = Formula.call(.round, [value * 100, 0])
    let scale = Formula.cell(
      row.cell(
        .when(
          .comparison(whole, .equal, power * .call(.round, [value, 0])), 1,
          .when(.comparison(whole, .equal, .quotient(power, 100) * hundreds), 100, power))))
    // From 10^8 on 15 digits leave no seventh decimal.
    let noise = 20 * .call(.absolute, [value * power - whole])
    var isNumber: [Formula] = [
      .call(.isNumber, [typed]), size < 1_000_000_000_000, .any([size >= 100_000_000, noise < 1]),
    ]
    if input.type == .number { isNumber.append(value >= 0) }
    let state = Formula.cell(
      row.cell(.when(typed.reads(""), 0, .when(.call(.and, isNumber), 1, 2))))
    return Typed(cell: cell, input: input, state: state, value: value, scale: scale, whole: whole)
  }
}

/// The limits of typed figures.
enum FormLimits {
  /// 1 January 1901 and 31 December 2199 as spreadsheets count days.
  static let (firstDay, lastDay) = (367, 109_574)
}

/// The words that a form takes.
enum FormWords {
  static let (yes, no) = ("có", "không")
  /// What a self table says of a figure where the agency asks not to be assessed.
  static let request = "không áp dụng"
}
