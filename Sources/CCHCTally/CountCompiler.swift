import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring

/// Makes a `CountProgram` of conditions.
struct CountCompiler {
  /// A number with a denominator that is the same for all rows, and how large its numerator may become.
  private struct Number {
    let place: Int
    let denominator: Int128
    let bound: Int128
  }

  /// Why conditions have no program: every row is worked out exactly then.
  private struct Unfit: Error {}

  private let columns: [CaseColumn]
  /// For each column of the set its place among the columns that are read, nil where no condition names it.
  private let places: [Int?]
  /// The texts that conditions compare a column with.
  private let texts: [[Label]]
  private var program = CountProgram()
  private var known: [CountProgram.Step: Int] = [:]
  /// Above it a numerator might leave the range of an Int64.
  private static let largest: Int128 = 1 << 62

  /// The program of some conditions; nil where one of them divides by a column, rounds, or compares texts of two
  /// columns.
  static func program(
    _ conditions: [Condition], columns: [CaseColumn], places: [Int?], texts: [[Label]]
  ) -> CountProgram? {
    var compiler = CountCompiler(columns: columns, places: places, texts: texts)
    do {
      for condition in conditions {
        compiler.program.outcomes.append(try compiler.mask(condition))
      }
      return compiler.program
    } catch {
      return nil
    }
  }

  private init(columns: [CaseColumn], places: [Int?], texts: [[Label]]) {
    (self.columns, self.places, self.texts) = (columns, places, texts)
  }

  /// Adds a step, or gives the result of the same one.
  private mutating func add(_ step: CountProgram.Step) -> Int {
    if let place = known[step] { return place }
    let place = step.givesMask ? program.maskCount : program.numberCount
    if step.givesMask { program.maskCount += 1 } else { program.numberCount += 1 }
    program.steps.append((step, place))
    known[step] = place
    return place
  }

  private func place(_ input: Int) throws(Unfit) -> Int {
    guard let place = places[input] else { throw Unfit() }
    return place
  }

  // MARK: Conditions

  private mutating func mask(_ condition: Condition) throws(Unfit) -> Int {
    switch condition {
    case .always: return add(.always(true))
    case .yes(let input): return add(.compare(.equal, column: try place(input), 1))
    case .empty(let input): return add(.isEmpty(column: try place(input)))
    case .not(let inner): return add(.not(try mask(inner)))
    case .all(let parts): return try joined(parts) { .both($0, $1) }
    case .any(let parts): return try joined(parts) { .either($0, $1) }
    case .comparison(let first, let links):
      var result: Int?
      var left = first
      for link in links {
        let holds = try compare(left, link.relation, link.operand)
        result = result.map { add(.both($0, holds)) } ?? holds
        left = link.operand
      }
      return result ?? add(.always(true))
    }
  }

  private mutating func joined(
    _ parts: [Condition], _ join: (Int, Int) -> CountProgram.Step
  ) throws(Unfit) -> Int {
    var result: Int?
    for part in parts {
      let holds = try mask(part)
      result = result.map { add(join($0, holds)) } ?? holds
    }
    return result ?? add(.always(true))
  }

  private mutating func compare(
    _ left: Expression, _ relation: Relation, _ right: Expression
  ) throws(Unfit) -> Int {
    if case .input(let input) = left, let number = try constant(right, for: input) {
      return add(.compare(relation, column: try place(input), number))
    }
    if case .input(let input) = right, let number = try constant(left, for: input) {
      return add(.compare(relation.seenFromRight, column: try place(input), number))
    }
    switch (left, right) {
    case (.input(let first), .input(let second)):
      guard !isText(first), !isText(second) else { throw Unfit() }
      return add(.compareColumns(relation, try place(first), try place(second)))
    case (.text(let first), .text(let second)): return add(.always((relation == .equal) == (first == second)))
    case (.day(let first), .day(let second)): return add(.always(relation.holds(first, second)))
    default:
      let (first, second) = try aligned(try number(left), try number(right))
      let filled = try columns(in: [left, right])
      return add(.compareNumbers(relation, first.place, second.place, filled: filled))
    }
  }

  private func isText(_ input: Int) -> Bool {
    if case .choice = columns[input].type { true } else { false }
  }

  /// What a constant is in the numbers of a column; nil where it is none, or no such number.
  private func constant(_ expression: Expression, for input: Int) throws(Unfit) -> Int32? {
    switch expression {
    case .number(let number):
      guard number.denominator == 1, let whole = Int32(exactly: number.numerator), whole > Int32.min + 8
      else {
        return nil
      }
      return whole
    case .day(let day): return Int32(day.number)
    case .text(let label):
      if case .choice(let labels) = columns[input].type, !labels.isEmpty {
        guard let place = labels.firstIndex(of: label) else { throw Unfit() }
        return Int32(place)
      }
      guard let place = texts[input].firstIndex(of: label) else { throw Unfit() }
      return Int32(place)
    default: return nil
    }
  }

  /// The columns that must not be empty for expressions to have a value.
  private func columns(in expressions: [Expression]) throws(Unfit) -> [Int] {
    var filled: Set<Int> = []
    func note(_ expression: Expression) throws(Unfit) {
      switch expression {
      case .input(let input): filled.insert(try place(input))
      default:
        var operands: [Expression] = []
        expression.forEachOperand { operands.append($0) }
        for operand in operands { try note(operand) }
      }
    }
    for expression in expressions { try note(expression) }
    return filled.sorted()
  }

  // MARK: Numbers

  private mutating func number(_ expression: Expression) throws(Unfit) -> Number {
    switch expression {
    case .number(let value): return try constant(value)
    case .day(let day): return try constant(Rational(day.number))
    case .input(let input):
      guard !isText(input), columns[input].type != .yesNo else { throw Unfit() }
      return Number(place: add(.load(column: try place(input))), denominator: 1, bound: 1 << 31)
    case .negated(let inner):
      return try joined(try constant(.zero), try number(inner), adding: true) { .difference($0, $1) }
    case .days(let end, since: let start):
      return try joined(try number(end), try number(start), adding: true) { .difference($0, $1) }
    case .sum(let first, let steps):
      var total = try number(first)
      for step in steps {
        total = try joined(total, try number(step.operand), adding: true) {
          step.isInverse ? .difference($0, $1) : .sum($0, $1)
        }
      }
      return total
    case .product(let first, let steps):
      var total = try number(first)
      for step in steps { total = try multiplied(total, try factor(step)) }
      return total
    case .call(.min, let arguments): return try folded(arguments.expressions) { .smaller($0, $1) }
    case .call(.max, let arguments): return try folded(arguments.expressions) { .larger($0, $1) }
    case .call(.count, let arguments):
      var total = try constant(.zero)
      for condition in arguments.conditions {
        let truth = Number(place: add(.truth(try mask(condition))), denominator: 1, bound: 1)
        total = try joined(total, truth, adding: true) { .sum($0, $1) }
      }
      return total
    case .text, .call: throw Unfit()
    }
  }

  private mutating func constant(_ value: Rational) throws(Unfit) -> Number {
    guard let numerator = Int64(exactly: value.numerator), value.numerator.magnitude < Self.largest.magnitude,
      value.denominator < Self.largest
    else { throw Unfit() }
    return Number(
      place: add(.constant(numerator)), denominator: value.denominator, bound: Int128(numerator.magnitude))
  }

  /// A factor of a product; dividing by a constant is multiplying by another one.
  private mutating func factor(_ step: Expression.Step) throws(Unfit) -> Number {
    guard step.isInverse else { return try number(step.operand) }
    guard case .number(let divisor) = step.operand, let inverse = Rational(1).divided(by: divisor) else {
      throw Unfit()
    }
    return try constant(inverse)
  }

  private mutating func multiplied(_ one: Number, _ other: Number) throws(Unfit) -> Number {
    let denominator = try small(one.denominator, times: other.denominator)
    let bound = try small(one.bound, times: other.bound)
    return Number(place: add(.product(one.place, other.place)), denominator: denominator, bound: bound)
  }

  private mutating func folded(
    _ list: [Expression], _ join: (Int, Int) -> CountProgram.Step
  ) throws(Unfit) -> Number {
    var result = try number(list[0])
    for expression in list.dropFirst() {
      result = try joined(result, try number(expression), adding: false, join)
    }
    return result
  }

  private mutating func joined(
    _ one: Number, _ other: Number, adding: Bool, _ join: (Int, Int) -> CountProgram.Step
  ) throws(Unfit) -> Number {
    let (first, second) = try aligned(one, other)
    let bound = adding ? first.bound + second.bound : max(first.bound, second.bound)
    guard bound < Self.largest else { throw Unfit() }
    return Number(place: add(join(first.place, second.place)), denominator: first.denominator, bound: bound)
  }

  /// Two numbers over one denominator.
  private mutating func aligned(_ one: Number, _ other: Number) throws(Unfit) -> (Number, Number) {
    if one.denominator == other.denominator { return (one, other) }
    let common = Int128(greatestCommonDivisor(one.denominator.magnitude, other.denominator.magnitude))
    return (
      try scaled(one, by: other.denominator / common), try scaled(other, by: one.denominator / common)
    )
  }

  private mutating func scaled(_ number: Number, by factor: Int128) throws(Unfit) -> Number {
    guard factor > 1 else { return number }
    let denominator = try small(number.denominator, times: factor)
    let bound = try small(number.bound, times: factor)
    guard let whole = Int64(exactly: factor) else { throw Unfit() }
    return Number(
      place: add(.product(number.place, add(.constant(whole)))), denominator: denominator, bound: bound)
  }

  private func small(_ one: Int128, times other: Int128) throws(Unfit) -> Int128 {
    let (product, overflow) = one.multipliedReportingOverflow(by: other)
    guard !overflow, product < Self.largest else { throw Unfit() }
    return product
  }
}
