import CCHCExact
import TestSupport
import Testing

/// Random fractions of many sizes: small ones, whole ones, and ones at the edge of the exact range.
struct FractionSource {
  var random: SeededGenerator

  init(_ test: String) { random = SeededGenerator(test) }

  private mutating func whole() -> Int128 {
    let edge = Int128.max
    switch random.number(0...9) {
    case 0: return Int128(random.number(0...3))
    case 1...3: return Int128(random.number(0...1_000))
    case 4, 5: return Int128(random.number(0...1_000_000_000_000))
    case 6: return Int128.random(in: 0...edge, using: &random)
    case 7: return edge - Int128(random.number(0...5))
    case 8: return Int128(1) << Int128(random.number(0...126))
    default: return Int128.random(in: 0...edge, using: &random) >> Int128(random.number(0...120))
    }
  }

  mutating func fraction() -> Rational {
    while true {
      let numerator = whole()
      let denominator = random.once(in: 3) ? 1 : whole()
      if let value = Rational(random.once(in: 3) ? -numerator : numerator, over: denominator) { return value }
    }
  }
}

@Suite("Exact fractions")
struct RationalTests {
  /// Whether a result is right: the reduced value where it lies in range, nothing where it does not.
  private func isRight(_ result: Rational?, _ wanted: BigFraction) -> Bool {
    guard let result else { return !wanted.isInRange }
    var (a, b) = (result.numerator.magnitude, result.denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 1 && result.denominator > 0 && result.numerator != .min && wanted.equals(result)
  }

  @Test("Sums, differences, products and quotients agree with fractions of any size")
  func agreesWithBigFractions() {
    var source = FractionSource("rational")
    var outOfRange = 0
    for round in 0..<repetitions(5_000) {
      let (left, right) = (source.fraction(), source.fraction())
      let (a, b) = (BigFraction(left), BigFraction(right))
      var results = [
        (left.adding(right), a + b), (left.subtracting(right), a - b), (left.multiplied(by: right), a * b),
      ]
      if !right.isZero { results.append((left.divided(by: right), a / b)) }
      for (operation, (result, wanted)) in results.enumerated() where !isRight(result, wanted) {
        Issue.record("CCHC_SEED=\(runSeed), round \(round), operation \(operation): \(left), \(right)")
      }
      outOfRange += results.count { $0.0 == nil }
    }
    #expect(outOfRange > 100)
  }

  @Test("Comparing never overflows and agrees with fractions of any size")
  func comparesLikeBigFractions() {
    var source = FractionSource("rational order")
    for round in 0..<repetitions(20_000) {
      let left = source.fraction()
      let right = source.random.once(in: 10) ? left : source.fraction()
      let order = BigFraction(left).compared(to: BigFraction(right))
      let isRight =
        (left < right) == (order < 0) && (left > right) == (order > 0) && (left == right) == (order == 0)
      #expect(isRight, "CCHC_SEED=\(runSeed), round \(round): \(left), \(right)")
    }
  }

  @Test("Neighbours at the edge of the range compare exactly")
  func comparesNeighbours() throws {
    let edge = Int128.max
    let less = try #require(Rational(edge - 2, over: edge - 1))
    let more = try #require(Rational(edge - 1, over: edge))
    #expect(less < more)
    #expect(more.negated < less.negated)
    #expect(less != more)
    #expect(try #require(Rational(1, over: edge)) > .zero)
    #expect(try #require(Rational(-1, over: edge)) < .zero)
  }

  @Test("A fraction is made reduced, its denominator positive; none has the denominator 0")
  func makesFractions() throws {
    let value = try #require(Rational(6, over: -8))
    #expect(value.numerator == -3)
    #expect(value.denominator == 4)
    #expect(try #require(Rational(0, over: -5)) == .zero)
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(0, over: 0) == nil)
    #expect(Rational(units: 8_847, decimals: 2) == Rational(8_847, over: 100))
    #expect(Rational(units: -1_000, decimals: 3) == Rational(-1))
  }

  @Test("The edge of the range is 2^127 of the reduced result")
  func holdsEdge() throws {
    let edge = try #require(Rational(.max, over: 1))
    let one = Rational(1)
    #expect(edge.adding(one) == nil)
    #expect(edge.negated.subtracting(one) == nil)
    #expect(edge.subtracting(one)?.adding(one) == edge)
    #expect(edge.multiplied(by: Rational(2)) == nil)
    #expect(edge.divided(by: edge) == one)
    #expect(edge.multiplied(by: try #require(Rational(2, over: .max))) == Rational(2))
    let half = try #require(Rational(1 << 126, over: 1))
    #expect(half.adding(half) == nil)
    #expect(half.negated.subtracting(half) == nil)
    #expect(half.multiplied(by: Rational(-2)) == nil)
    // Numerators that only fit after cancelling.
    let third = try #require(Rational(.max, over: 3))
    let rest = try #require(Rational(.max - 1, over: 3))
    #expect(isRight(third.adding(rest), BigFraction(third) + BigFraction(rest)))
    #expect(one.divided(by: .zero) == nil)
  }
}
