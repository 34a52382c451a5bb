import CCHCExact
import TestSupport
import Testing

@Suite("Rounding")
struct RoundingTests {
  /// A fraction and what each way of rounding makes of it.
  struct Case: Sendable {
    let value: (Int128, Int128)
    let decimals: Int
    let halfUp: Int128
    let halfEven: Int128
    let down: Int128
  }

  private static let cases: [Case] = [
    Case(value: (1, 2), decimals: 0, halfUp: 1, halfEven: 0, down: 0),
    Case(value: (3, 2), decimals: 0, halfUp: 2, halfEven: 2, down: 1),
    Case(value: (5, 2), decimals: 0, halfUp: 3, halfEven: 2, down: 2),
    Case(value: (-1, 2), decimals: 0, halfUp: -1, halfEven: 0, down: 0),
    Case(value: (-3, 2), decimals: 0, halfUp: -2, halfEven: -2, down: -1),
    Case(value: (-5, 2), decimals: 0, halfUp: -3, halfEven: -2, down: -2),
    Case(value: (1, 8), decimals: 2, halfUp: 13, halfEven: 12, down: 12),
    Case(value: (3, 8), decimals: 2, halfUp: 38, halfEven: 38, down: 37),
    Case(value: (-1, 8), decimals: 2, halfUp: -13, halfEven: -12, down: -12),
    Case(value: (74_995, 1_000), decimals: 2, halfUp: 7_500, halfEven: 7_500, down: 7_499),
    Case(value: (74_985, 1_000), decimals: 2, halfUp: 7_499, halfEven: 7_498, down: 7_498),
    Case(value: (2, 3), decimals: 2, halfUp: 67, halfEven: 67, down: 66),
    Case(value: (-2, 3), decimals: 2, halfUp: -67, halfEven: -67, down: -66),
    Case(value: (1, 3), decimals: 4, halfUp: 3_333, halfEven: 3_333, down: 3_333),
    Case(value: (7, 1), decimals: 2, halfUp: 700, halfEven: 700, down: 700),
    Case(value: (0, 1), decimals: 4, halfUp: 0, halfEven: 0, down: 0),
    Case(value: (4_999_999, 1_000_000), decimals: 0, halfUp: 5, halfEven: 5, down: 4),
    Case(value: (5_000_001, 10_000_000), decimals: 0, halfUp: 1, halfEven: 1, down: 0),
    Case(value: (4_999_999, 10_000_000), decimals: 0, halfUp: 0, halfEven: 0, down: 0),
  ]

  @Test("Halves and their neighbours, of both signs", arguments: cases)
  func roundsHalves(_ item: Case) throws {
    let value = try #require(Rational(item.value.0, over: item.value.1))
    #expect(Rounding.halfUp.units(of: value, decimals: item.decimals) == item.halfUp)
    #expect(Rounding.halfEven.units(of: value, decimals: item.decimals) == item.halfEven)
    #expect(Rounding.down.units(of: value, decimals: item.decimals) == item.down)
  }

  @Test("Every way of rounding agrees with fractions of any size", arguments: Rounding.allCases)
  func agreesWithBigFractions(_ rounding: Rounding) {
    var source = FractionSource("rounding \(rounding.rawValue)")
    var outOfRange = 0
    for round in 0..<repetitions(1_000) {
      var value = source.fraction()
      let decimals = source.random.number(0...10)
      if source.random.once(in: 3) {
        // An exact half of the last decimal.
        let odd = Int128(2 * source.random.number(-100_000...100_000) + 1)
        value = Rational(units: odd, decimals: decimals).divided(by: Rational(2)) ?? value
      }
      let (isNegative, wanted) = BigFraction(value).rounded(rounding, decimals: decimals)
      guard let units = rounding.units(of: value, decimals: decimals) else {
        outOfRange += 1
        #expect(wanted >= BigFraction.limit, "CCHC_SEED=\(runSeed), round \(round): \(value), \(decimals)")
        continue
      }
      let isRight = BigNatural(units.magnitude) == wanted && (units < 0) == isNegative
      #expect(isRight, "CCHC_SEED=\(runSeed), round \(round): \(value), \(decimals) gives \(units)")
    }
    #expect(outOfRange > 10)
  }

  @Test("A rounded fraction is that many units")
  func roundsToFraction() throws {
    let value = try #require(Rational(-2, over: 3))
    #expect(Rounding.halfUp.rounded(value, decimals: 2) == Rational(-67, over: 100))
    #expect(Rounding.down.rounded(value, decimals: 0) == .zero)
    #expect(Rounding.halfUp.rounded(Rational(5), decimals: 37) == Rational(5))
  }

  @Test("Rounding a value that has few decimals to many does not leave the exact range")
  func roundsToManyDecimals() throws {
    #expect(Rounding.halfUp.rounded(Rational(1_000), decimals: 37) == Rational(1_000))
    let value = try #require(Rational(-2_001, over: 2))
    #expect(Rounding.down.rounded(value, decimals: 37) == value)
    let third = try #require(Rational(1_000, over: 3))
    #expect(Rounding.halfUp.rounded(third, decimals: 37) == nil)
  }

  @Test(
    "A rounded fraction within the exact range is found where its units lie beyond it", arguments: [1, -1])
  func roundsBeyondUnits(sign: Int128) throws {
    let whole: Int128 = 80_000_000_000_000_000_000_000_000_000_000_000
    let value = try #require(Rational(sign * (whole * 2_009 + 201), over: 2_009))
    #expect(Rounding.halfUp.units(of: value, decimals: 4) == nil)
    #expect(Rounding.halfUp.rounded(value, decimals: 4) == Rational(sign * (whole * 10 + 1), over: 10))
  }

  @Test("Large fractions round as fractions of any size do", arguments: Rounding.allCases)
  func agreesNearLimit(_ rounding: Rounding) {
    var source = FractionSource("large roundings \(rounding.rawValue)")
    var seen = (inside: 0, outside: 0, beyondUnits: 0)
    for round in 0..<repetitions(2_000) {
      let decimals = source.random.number(1...6)
      let denominator = Int128(source.random.number(2...30_000))
      let rest = Int128(source.random.number(0...9)) * denominator / 10 + Int128(source.random.number(0...1))
      let digits = source.random.number(24...35)
      let whole = (0..<digits).reduce(Int128(0)) { number, _ in
        number * 10 + Int128(source.random.number(0...9))
      }
      let (above, overflow) = whole.multipliedReportingOverflow(by: denominator)
      guard !overflow, let value = Rational(above + rest, over: denominator) else { continue }
      let (isNegative, units) = BigFraction(value).rounded(rounding, decimals: decimals)
      let wanted = BigFraction(isNegative: isNegative, units, over: BigNatural.powerOfTen(decimals))
      let given = rounding.rounded(value, decimals: decimals)
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), round \(round): \(value), \(decimals)")
      if wanted.isInRange {
        seen.inside += 1
        if rounding.units(of: value, decimals: decimals) == nil { seen.beyondUnits += 1 }
        #expect(given.map { (BigFraction($0) + wanted.negated).isZero } ?? false, note)
      } else {
        seen.outside += 1
        #expect(given == nil, note)
      }
    }
    #expect(seen.inside > 10 && seen.outside > 10 && seen.beyondUnits > 0)
  }
}
