import CCHCOffice

/// What a cell of a form is worth: a number is binary, as in every spreadsheet.
package enum FormulaValue: Sendable, Hashable {
  case number(Double)
  case text(String)
  case truth(Bool)
  case blank

  /// The value in arithmetic; 0 where it is no number.
  fileprivate var number: Double {
    switch self {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    case .text, .blank: 0
    }
  }

  /// The value in a text; a number is a whole one.
  fileprivate var words: String {
    switch self {
    case .number(let number): Int64(exactly: number).map { String($0) } ?? "\(number)"
    case .text(let text): text
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .blank: ""
    }
  }

  /// Whether the value is a condition that holds.
  fileprivate var holds: Bool { number != 0 }
}

/// Computes formulas as a spreadsheet does, over the cells that are already known.
package struct FormulaComputer {
  package private(set) var values: [FormCell: FormulaValue]

  package init(_ values: [FormCell: FormulaValue]) { self.values = values }

  package subscript(cell: FormCell) -> FormulaValue { values[cell] ?? .blank }

  /// Computes a formula and puts its value into its cell.
  package mutating func compute(_ formula: Formula, at cell: FormCell) { values[cell] = value(of: formula) }

  private func number(_ formula: Formula) -> Double { value(of: formula).number }

  private func value(of formula: Formula) -> FormulaValue {
    switch formula {
    case .number(let number): .number(Double(number))
    case .text(let text): .text(text)
    case .cell(let cell): self[cell]
    case .area: .blank
    case .sum(let terms): .number(terms.reduce(0) { $0 + number($1) })
    case .negated(let inner): .number(-number(inner))
    case .product(let factors): .number(factors.reduce(1) { $0 * number($1) })
    case .quotient(let above, let below): .number(number(above) / number(below))
    case .comparison(let left, let relation, let right):
      .truth(Self.compare(value(of: left), relation, value(of: right)))
    case .joined(let parts): .text(parts.map { value(of: $0).words }.joined())
    case .call(let function, let arguments): call(function, arguments)
    }
  }

  /// Numbers stand before texts; an empty cell is 0 beside a number and empty beside a text.
  private static func compare(_ left: FormulaValue, _ relation: Relation, _ right: FormulaValue) -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): relation == .equal ? Label(a) == Label(b) : Label(a) != Label(b)
    case (.text(let a), .blank), (.blank, .text(let a)): relation == .equal ? a.isEmpty : !a.isEmpty
    case (.text, _): relation == .greater || relation == .atLeast || relation == .notEqual
    case (_, .text): relation == .less || relation == .atMost || relation == .notEqual
    default: relation.holds(left.number, right.number)
    }
  }

  private func call(_ function: SheetFunction, _ arguments: [Formula]) -> FormulaValue {
    switch function {
    case .when: value(of: arguments[value(of: arguments[0]).holds ? 1 : 2])
    case .and: .truth(arguments.allSatisfy { value(of: $0).holds })
    case .or: .truth(arguments.contains { value(of: $0).holds })
    case .absolute: .number(abs(number(arguments[0])))
    case .whole: .number(number(arguments[0]).rounded(.down))
    case .sign: .number(number(arguments[0]) == 0 ? 0 : number(arguments[0]) < 0 ? -1 : 1)
    case .smallest: .number(arguments.map(number).min() ?? 0)
    case .largest: .number(arguments.map(number).max() ?? 0)
    // Forms round to whole numbers alone.
    case .round: .number(number(arguments[0]).rounded(.toNearestOrAwayFromZero))
    case .isNumber: .truth(isNumber(value(of: arguments[0])))
    case .number: .number(isNumber(value(of: arguments[0])) ? number(arguments[0]) : 0)
    case .remainder: .number(number(arguments[0]).truncatingRemainder(dividingBy: number(arguments[1])))
    case .sum: .number(arguments.reduce(0) { $0 + total($1) })
    case .right: .text(String(value(of: arguments[0]).words.suffix(Int(number(arguments[1])))))
    }
  }

  private func isNumber(_ value: FormulaValue) -> Bool { if case .number = value { true } else { false } }

  private func total(_ formula: Formula) -> Double {
    guard case .area(let sheet, let area) = formula else { return number(formula) }
    var total = 0.0
    for row in area.first.row...area.last.row {
      for column in area.first.column...area.last.column {
        if case .number(let number) = self[FormCell(sheet, row: row, column: column)] { total += number }
      }
    }
    return total
  }
}
