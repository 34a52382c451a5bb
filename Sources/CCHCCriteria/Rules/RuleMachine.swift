package import CCHCExact
import CCHCFiles

/// Runs the programs of leaves over filed figures.
package struct RuleMachine {
  package enum Outcome {
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
  /// Values that lie below the top one, of at most `RuleProgram.mostDepth` in all.
  ///
  /// The lowest stands at place 1, for at place 0 lies what nobody reads. They are kept from one program to the next,
  /// for they need not be cleared.
  private var stack = InlineArray<16, SmallFraction>(repeating: SmallFraction(0))

  package init(_ rounding: Rounding) { self.rounding = rounding }

  /// Takes a program in.
  ///
  /// - Returns: where it begins.
  package mutating func add(_ program: RuleProgram) -> Int {
    defer { steps += program.steps }
    return steps.count
  }

  /// Works out the program that begins at a step, over a leaf's figures, all of them filed.
  package mutating func run(from first: Int, _ figures: Span<Figure>, lateDays: Int) -> Outcome {
    var place = first
    var top = SmallFraction(0)
    var count = 0
    while true {
      let step = steps[place]
      place += 1
      if step.loads {
        stack[count] = top
        count += 1
        let figure = figures[Int(step.first)]
        top = SmallFraction(figure.units, decimals: figure.scale)
      }
      switch step.operation {
      case .load:
        stack[count] = top
        count += 1
        top = step.number(figures, lateDays)
      case .negate:
        guard let value = top.negated else { return .unknown }
        top = value
      case .add:
        let right = operand(step, figures, lateDays, &top, &count)
        guard let sum = top.plus(right) else { return .unknown }
        top = sum
      case .subtract:
        let right = operand(step, figures, lateDays, &top, &count)
        guard let negated = right.negated, let sum = top.plus(negated) else { return .unknown }
        top = sum
      case .multiply:
        let right = operand(step, figures, lateDays, &top, &count)
        guard let product = top.times(right) else { return .unknown }
        top = product
      case .divide:
        let right = operand(step, figures, lateDays, &top, &count)
        if right.numerator == 0 { return step.check < 0 ? .divisionByZero : .fails(check: Int(step.check)) }
        guard let inverse = right.inverse, let quotient = top.times(inverse) else { return .unknown }
        top = quotient
      case .smaller:
        let right = operand(step, figures, lateDays, &top, &count)
        if right < top { top = right }
      case .larger:
        let right = operand(step, figures, lateDays, &top, &count)
        if top < right { top = right }
      case .round:
        let decimals = UInt8(truncatingIfNeeded: step.place)
        guard let units = top.units(decimals: decimals, rounding) else { return .unknown }
        top = SmallFraction(units, decimals: decimals)
      case .compare, .compareOn:
        let right = operand(step, figures, lateDays, &top, &count)
        guard step.relation.holds(top, right) else {
          place = first + Int(step.target)
          count = Int(step.depth)
          top = stack[count]
          continue
        }
        if step.operation == .compareOn {
          top = right
        } else {
          count -= 1
          top = stack[count]
        }
      case .unlessYes, .ifYes:
        if (figures[Int(step.place)].units == 1) == (step.operation == .ifYes) {
          place = first + Int(step.target)
        }
      case .go: place = first + Int(step.target)
      case .fail: return .fails(check: Int(step.check))
      case .pass: break
      }
      if step.ends { return .value(top) }
    }
  }

  /// The second number of an operation; where it lies on top, the first one comes up.
  @inline(__always)
  private mutating func operand(
    _ step: RuleProgram.Step, _ figures: Span<Figure>, _ lateDays: Int, _ top: inout SmallFraction,
    _ count: inout Int
  ) -> SmallFraction {
    guard step.operand == .top else { return step.number(figures, lateDays) }
    let second = top
    count -= 1
    top = stack[count]
    return second
  }
}

extension RuleProgram.Step {
  /// The number that the step itself names.
  @inline(__always)
  fileprivate func number(_ figures: Span<Figure>, _ lateDays: Int) -> SmallFraction {
    switch operand {
    case .input:
      let figure = figures[Int(place)]
      return SmallFraction(figure.units, decimals: figure.scale)
    case .constant: return SmallFraction(numerator, over: denominator)
    case .lateDays: return SmallFraction(Int64(lateDays))
    // Whoever asks has looked for this already.
    case .top: return SmallFraction(0)
    }
  }
}

/// A fraction in 64 bits that need not be reduced; every operation gives nil where 64 bits do not hold its result.
package struct SmallFraction {
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
  package func units(decimals: UInt8, _ rounding: Rounding) -> Int64? {
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
  @inline(__always)
  package static func < (left: SmallFraction, right: SmallFraction) -> Bool {
    let (first, overflow1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (second, overflow2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    return overflow1 || overflow2 ? isLess(left, right) : first < second
  }

  @inline(__always)
  package static func == (left: SmallFraction, right: SmallFraction) -> Bool {
    let (first, overflow1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (second, overflow2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    return overflow1 || overflow2 ? !isLess(left, right) && !isLess(right, left) : first == second
  }

  /// As `<`, where the products need more than 64 bits.
  @inline(never)
  private static func isLess(_ left: SmallFraction, _ right: SmallFraction) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }
}
