import CCHCCriteria
import CCHCFiles
import CCHCScoring
import CCHCTables

/// Conditions as one flat list of steps over columns of whole numbers, each step done for a block of rows at once.
///
/// Columns are those of a `ColumnReader`: column 0 is the key, column c + 1 the c-th column that conditions name.
/// What they hold is small, so no step can leave the range of an Int64: `CountCompiler` saw to it.
struct CountProgram: Sendable {
  /// A step; operands and result are places of masks (one byte a row, 1 where it holds) or of numbers.
  enum Step: Sendable, Hashable {
    /// Compares a column with a number; an empty cell compares with nothing.
    case compare(Relation, column: Int, Int32)
    case compareColumns(Relation, Int, Int)
    /// Compares numbers where some columns are not empty.
    case compareNumbers(Relation, Int, Int, filled: [Int])
    case isEmpty(column: Int)
    case always(Bool)
    case not(Int)
    case both(Int, Int)
    case either(Int, Int)
    case load(column: Int)
    case constant(Int64)
    case sum(Int, Int)
    case difference(Int, Int)
    case product(Int, Int)
    case smaller(Int, Int)
    case larger(Int, Int)
    /// 1 where a mask holds.
    case truth(Int)

    /// Whether the step gives a mask, else numbers.
    var givesMask: Bool {
      switch self {
      case .compare, .compareColumns, .compareNumbers, .isEmpty, .always, .not, .both, .either: true
      case .load, .constant, .sum, .difference, .product, .smaller, .larger, .truth: false
      }
    }
  }

  /// Steps in order, each with the place of its result.
  var steps: [(step: Step, result: Int)] = []
  var maskCount = 0
  var numberCount = 0
  /// For each condition the mask that says where it holds.
  var outcomes: [Int] = []
}

/// The masks and numbers of one block of rows.
struct CountMemory {
  private(set) var masks: [[UInt8]]
  private var numbers: [[Int64]]
  private static let size = ColumnReader.blockRows

  init(_ program: CountProgram) {
    masks = [[UInt8]](repeating: [UInt8](repeating: 0, count: Self.size), count: program.maskCount)
    numbers = [[Int64]](repeating: [Int64](repeating: 0, count: Self.size), count: program.numberCount)
  }

  /// Works a program out for the rows of a block.
  mutating func run(_ program: CountProgram, _ values: Span<Int32>, rows: Int) {
    func cells(_ column: Int) -> Range<Int> { (column * Self.size)..<(column * Self.size + rows) }
    for (step, result) in program.steps {
      switch step {
      case .compare(let relation, let column, let number):
        compare(values.extracting(cells(column)), relation, number, result)
      case .compareColumns(let relation, let first, let second):
        compare(values.extracting(cells(first)), relation, values.extracting(cells(second)), result)
      case .compareNumbers(let relation, let first, let second, let filled):
        compareNumbers(first, relation, second, rows, result)
        for column in filled {
          let given = values.extracting(cells(column))
          for row in 0..<rows where given[row] == ColumnReader.empty { masks[result][row] = 0 }
        }
      case .isEmpty(let column):
        let given = values.extracting(cells(column))
        fill(result, rows) { given[$0] == ColumnReader.empty }
      case .always(let holds): fill(result, rows) { _ in holds }
      case .not(let mask): combine(result, mask, mask, rows) { one, _ in one ^ 1 }
      case .both(let one, let other): combine(result, one, other, rows) { $0 & $1 }
      case .either(let one, let other): combine(result, one, other, rows) { $0 | $1 }
      case .load(let column):
        let given = values.extracting(cells(column))
        for row in 0..<rows { numbers[result][row] = Int64(given[row]) }
      case .constant(let number): for row in 0..<rows { numbers[result][row] = number }
      case .sum(let one, let other): work(result, one, other, rows) { $0 + $1 }
      case .difference(let one, let other): work(result, one, other, rows) { $0 - $1 }
      case .product(let one, let other): work(result, one, other, rows) { $0 * $1 }
      case .smaller(let one, let other): work(result, one, other, rows) { min($0, $1) }
      case .larger(let one, let other): work(result, one, other, rows) { max($0, $1) }
      case .truth(let mask): for row in 0..<rows { numbers[result][row] = Int64(masks[mask][row]) }
      }
    }
  }

  // MARK: One step for all rows of a block

  @inline(__always)
  private mutating func fill(_ result: Int, _ rows: Int, _ holds: (Int) -> Bool) {
    var mask = masks[result].mutableSpan
    // Said once, so that the loop need not ask for every row.
    precondition(rows <= mask.count)
    for row in 0..<rows { mask[row] = holds(row) ? 1 : 0 }
  }

  @inline(__always)
  private mutating func combine(
    _ result: Int, _ one: Int, _ other: Int, _ rows: Int, _ join: (UInt8, UInt8) -> UInt8
  ) {
    let (first, second) = (masks[one], masks[other])
    var mask = masks[result].mutableSpan
    precondition(rows <= mask.count && rows <= first.count && rows <= second.count)
    for row in 0..<rows { mask[row] = join(first[row], second[row]) }
  }

  @inline(__always)
  private mutating func work(
    _ result: Int, _ one: Int, _ other: Int, _ rows: Int, _ join: (Int64, Int64) -> Int64
  ) {
    let (first, second) = (numbers[one], numbers[other])
    var number = numbers[result].mutableSpan
    precondition(rows <= number.count && rows <= first.count && rows <= second.count)
    for row in 0..<rows { number[row] = join(first[row], second[row]) }
  }

  private mutating func compare(_ cells: Span<Int32>, _ relation: Relation, _ number: Int32, _ result: Int) {
    let empty = ColumnReader.empty
    switch relation {
    case .equal: fill(result, cells.count) { cells[$0] == number }
    case .notEqual: fill(result, cells.count) { (cells[$0] != number) && (cells[$0] != empty) }
    case .less: fill(result, cells.count) { (cells[$0] < number) && (cells[$0] != empty) }
    case .atMost: fill(result, cells.count) { (cells[$0] <= number) && (cells[$0] != empty) }
    // An empty cell is the least number.
    case .greater: fill(result, cells.count) { cells[$0] > number }
    case .atLeast: fill(result, cells.count) { cells[$0] >= number }
    }
  }

  private mutating func compare(
    _ first: Span<Int32>, _ relation: Relation, _ second: Span<Int32>, _ result: Int
  ) {
    let (rows, empty) = (first.count, ColumnReader.empty)
    switch relation {
    case .equal: fill(result, rows) { (first[$0] == second[$0]) && (first[$0] != empty) }
    case .notEqual:
      fill(result, rows) { (first[$0] != second[$0]) && (first[$0] != empty) && (second[$0] != empty) }
    case .less: fill(result, rows) { (first[$0] < second[$0]) && (first[$0] != empty) }
    case .atMost:
      fill(result, rows) { (first[$0] <= second[$0]) && (first[$0] != empty) }
    case .greater: fill(result, rows) { (first[$0] > second[$0]) && (second[$0] != empty) }
    case .atLeast: fill(result, rows) { (first[$0] >= second[$0]) && (second[$0] != empty) }
    }
  }

  private mutating func compareNumbers(
    _ first: Int, _ relation: Relation, _ second: Int, _ rows: Int, _ result: Int
  ) {
    let (left, right) = (numbers[first], numbers[second])
    fill(result, rows) { relation.holds(left[$0], right[$0]) }
  }
}
