import CCHCFiles

/// A whole number in a cell, with the limits that it keeps to.
package struct Atom: Hashable {
  package let cell: FormCell
  package let low: Double
  package let high: Double

  package init(cell: FormCell, low: Double, high: Double) {
    (self.cell, self.low, self.high) = (cell, low, high)
  }

  package var magnitude: Double { max(abs(low), abs(high)) }
  package var formula: Formula { .cell(cell) }
}

/// A row of hidden cells, each a step of a computation that uses the ones before it.
package struct WorkRow {
  /// A step: a cell and what it computes.
  package typealias Step = (cell: FormCell, formula: Formula)

  package let row: Int
  private var nextColumn: Int
  private var known: [Formula: FormCell] = [:]
  package private(set) var steps: [Step] = []
  /// Whole numbers that the allowed inputs can make larger than spreadsheets compute exactly.
  package private(set) var largeNumbers: [Formula] = []
  /// Whether a constant of the rule is beyond every exact number.
  package private(set) var isBeyondExact = false

  /// The largest whole number that every spreadsheet compares exactly: Excel compares 15 digits, and binary numbers
  /// hold whole ones up to 2^53.
  package static let largestExact = 999_999_999_999_999.0

  package init(_ row: Int, firstColumn: Int) {
    self.row = row
    nextColumn = firstColumn
  }

  /// The cell that computes a formula; the same formula is computed once.
  package mutating func cell(_ formula: Formula) -> FormCell {
    if case .cell(let cell) = formula { return cell }
    if let cell = known[formula] { return cell }
    let cell = FormCell(.work, row: row, column: nextColumn)
    nextColumn += 1
    known[formula] = cell
    steps.append((cell, formula))
    return cell
  }

  /// A cell for a constant that the row needs.
  package mutating func place() -> FormCell {
    defer { nextColumn += 1 }
    return FormCell(.work, row: row, column: nextColumn)
  }

  /// Computes a formula in a cell of its own.
  package mutating func compute(_ formula: Formula, at cell: FormCell) { steps.append((cell, formula)) }

  /// Notes a whole number that may be too large; returns the formula to use for it.
  mutating func noted(_ formula: Formula, magnitude: Double) -> Formula {
    guard magnitude > Self.largestExact else { return formula }
    let place = Formula.cell(cell(formula))
    if !largeNumbers.contains(place) { largeNumbers.append(place) }
    return place
  }

  mutating func noteBeyondExact() { isBeyondExact = true }

  /// How many operands a formula takes before it is parted into several cells.
  private static let mostOperands = 25

  /// Joins many operands through cells, so that no formula grows beyond what a spreadsheet takes.
  package mutating func combined(_ operands: [Formula], _ join: ([Formula]) -> Formula) -> Formula {
    var rest = operands
    while rest.count > Self.mostOperands {
      var parts: [Formula] = []
      for start in stride(from: 0, to: rest.count, by: Self.mostOperands) {
        parts.append(.cell(cell(join(Array(rest[start..<min(start + Self.mostOperands, rest.count)])))))
      }
      rest = parts
    }
    return rest.count == 1 ? rest[0] : join(rest)
  }

  /// Whether any of some truths holds; nil for none.
  package mutating func any(_ truths: [Formula]) -> Formula? {
    truths.isEmpty ? nil : combined(truths) { .any($0) }
  }
}
