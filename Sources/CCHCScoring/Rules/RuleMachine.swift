/// Runs the programs of leaves over filed figures.
struct RuleMachine {
  enum Outcome {
    case value(SmallFraction)
    /// A check does not hold, or divides by 0.
    case fails(check: Int)
    case divisionByZero
    /// Beyond 64 bits on the way: the evaluator has to say.
    case unknown
  }

  private let rounding: Rounding
  /// The programs, one after the other.
  private var steps: [RuleProgram.Step] = []
  /// Values that wait for their operation; kept from one program to the next, for it need not be cleared.
  private var stack = InlineArray<16, SmallFraction>(repeating: SmallFraction(0))

  init(_ rounding: Rounding) { self.rounding = rounding }

  /// Takes a program in.
  ///
  /// - Returns: where it begins.
  mutating func add(_ program: RuleProgram) -> Int {
    defer { steps += program.steps }
    return steps.count
  }

  /// Works out the program that begins at a step, over a leaf's figures, all of them filed.
  mutating func run(from first: Int, _ figures: Span<Figure>, lateDays: Int) -> Outcome {
    var place = first
    var top = -1
    var check = -1
    while true {
      let step = steps[place]
      place += 1
      switch step.operation {
      case .begin: check = Int(step.place)
      case .constant:
        top += 1
        stack[top] = SmallFraction(step.numerator, over: step.denominator)
      case .input:
        let figure = figures[Int(step.place)]
        top += 1
        stack[top] = SmallFraction(figure.units, decimals: figure.scale)
      case .lateDays:
        top += 1
        stack[top] = SmallFraction(Int64(lateDays))
      case .negate:
        guard let value = stack[top].negated else { return .unknown }
        stack[top] = value
      case .add:
        top -= 1
        guard let sum = stack[top].plus(stack[top + 1]) else { return .unknown }
        stack[top] = sum
      case .subtract:
        top -= 1
        guard let right = stack[top + 1].negated, let sum = stack[top].plus(right) else { return .unknown }
        stack[top] = sum
      case .multiply:
        top -= 1
        guard let product = stack[top].times(stack[top + 1]) else { return .unknown }
        stack[top] = product
      case .divide:
        top -= 1
        if stack[top + 1].numerator == 0 { return check < 0 ? .divisionByZero : .fails(check: check) }
        guard let right = stack[top + 1].inverse, let quotient = stack[top].times(right) else {
          return .unknown
        }
        stack[top] = quotient
      case .smaller:
        top -= 1
        stack[top] = min(stack[top], stack[top + 1])
      case .larger:
        top -= 1
        stack[top] = max(stack[top], stack[top + 1])
      case .round:
        let decimals = UInt8(truncatingIfNeeded: step.place)
        guard let units = stack[top].units(decimals: decimals, rounding) else { return .unknown }
        stack[top] = SmallFraction(units, decimals: decimals)
      case .compare, .compareOn:
        let (left, right) = (stack[top - 1], stack[top])
        top -= 2
        guard step.relation.holds(left, right) else {
          place = first + Int(step.target)
          top = Int(step.depth) - 1
          continue
        }
        if step.operation == .compareOn {
          top += 1
          stack[top] = right
        }
      case .unlessYes, .ifYes:
        guard (figures[Int(step.place)].units == 1) == (step.operation == .ifYes) else { continue }
        place = first + Int(step.target)
        top = Int(step.depth) - 1
      case .go:
        place = first + Int(step.target)
        top = Int(step.depth) - 1
      case .fail: return .fails(check: check)
      case .finish: return .value(stack[top])
      }
    }
  }
}

/// A fraction in 64 bits that need not be reduced; every operation gives nil where 64 bits do not hold its result.
struct SmallFraction {
  let numerator: Int64
  /// Always positive.
  let denominator: Int64

  init(_ whole: Int64) { self.init(whole, over: 1) }

  init(_ numerator: Int64, over denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `units` × 10^-`decimals`, for up to 8 decimals.
  init(_ units: Int64, decimals: UInt8) { self.init(units, over: decimals == 0 ? 1 : Self.power(decimals)) }

  init?(_ value: Rational) {
    guard let numerator = Int64(exactly: value.numerator), let denominator = Int64(exactly: value.denominator)
    else { return nil }
    self.init(numerator, over: denominator)
  }

  private static func power(_ exponent: UInt8) -> Int64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    default: 100_000_000
    }
  }

  var negated: SmallFraction? {
    numerator == .min ? nil : SmallFraction(-numerator, over: denominator)
  }

  /// One over the fraction, which is not 0.
  var inverse: SmallFraction? {
    if numerator > 0 { return SmallFraction(denominator, over: numerator) }
    return numerator == .min ? nil : SmallFraction(-denominator, over: -numerator)
  }

  @inline(__always)
  func plus(_ other: SmallFraction) -> SmallFraction? {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow ? nil : SmallFraction(sum, over: denominator)
    }
    let (left, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, overflow2) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, overflow3) = left.addingReportingOverflow(right)
    let (shared, overflow4) = denominator.multipliedReportingOverflow(by: other.denominator)
    return overflow1 || overflow2 || overflow3 || overflow4 ? nil : SmallFraction(sum, over: shared)
  }

  @inline(__always)
  func times(_ other: SmallFraction) -> SmallFraction? {
    let (above, overflow1) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (below, overflow2) = denominator.multipliedReportingOverflow(by: other.denominator)
    return overflow1 || overflow2 ? nil : SmallFraction(above, over: below)
  }

  /// Rounded to a number of decimals, as units of 10^-decimals.
  func units(decimals: UInt8, _ rounding: Rounding) -> Int64? {
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: Self.power(decimals))
    guard !overflow else { return nil }
    let divisor = UInt64(denominator)
    let (quotient, remainder) = scaled.magnitude.quotientAndRemainder(dividingBy: divisor)
    let rest = divisor - remainder
    let goesUp =
      switch rounding {
      case .down: false
      case .halfUp: remainder >= rest
      case .halfEven: remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
      }
    guard let magnitude = Int64(exactly: quotient), magnitude < .max else { return nil }
    let units = magnitude + (goesUp ? 1 : 0)
    return numerator < 0 ? -units : units
  }
}

extension SmallFraction: Comparable {
  static func < (left: SmallFraction, right: SmallFraction) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }

  static func == (left: SmallFraction, right: SmallFraction) -> Bool {
    if left.denominator == right.denominator { return left.numerator == right.numerator }
    return Int128(left.numerator) * Int128(right.denominator)
      == Int128(right.numerator) * Int128(left.denominator)
  }
}
