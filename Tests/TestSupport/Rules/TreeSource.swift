import CCHCExact

/// Makes random trees of the rule language.
package struct TreeSource {
  package var random: SeededGenerator
  /// Whether trees name dates, choices, the maximum and days late besides numbers and yes/no.
  private let isWide: Bool

  package init(random: SeededGenerator, isWide: Bool = false) {
    (self.random, self.isWide) = (random, isWide)
  }

  /// The inputs that trees name.
  package static let inputs =
    "a[signed]: A; b[signed]: B; c[signed]: C; z[signed]: Không; o[signed?]: Trống; v[yesno]: Có; w[yesno]: Không; p[yesno?]: Trống"
  /// Those that wide ones name: the same, then dates and choices.
  static let wideInputs =
    inputs
    + "; d[date]: Ngày; e[date]: Ngày; q[date?]: Trống; s[choice: đúng hạn|muộn]: Chọn; t[choice?: đúng hạn|muộn]: Trống"
  static let names = ["a", "b", "c", "z", "o", "v", "w", "p", "d", "e", "q", "s", "t"]

  /// A list of cases, now and then, else a single value.
  mutating func rule(_ depth: Int) -> SlowRule {
    guard random.once(in: 3) else { return SlowRule(cases: [(nil, expression(depth))]) }
    var rule = SlowRule(cases: [])
    for _ in 0..<random.number(1...3) { rule.cases.append((condition(depth - 2), expression(depth - 1))) }
    if !random.once(in: 3) { rule.cases.append((nil, expression(depth - 1))) }
    return rule
  }

  /// A single value of at most so many levels.
  package mutating func expression(_ depth: Int) -> SlowExpression {
    guard depth > 0, !random.once(in: 5) else { return leaf() }
    switch random.number(0...9) {
    case 0: return .negated(expression(depth - 1))
    case 1...3: return .sum(expression(depth - 1), steps(depth))
    case 4...6: return .product(expression(depth - 1), steps(depth))
    case 7: return random.once(in: 2) ? .smallest(list(depth)) : .largest(list(depth))
    case 8: return .rounded(expression(depth - 1), random.number(0...4))
    default: return .count((0...random.number(0...2)).map { _ in condition(depth - 1) })
    }
  }

  private mutating func list(_ depth: Int) -> [SlowExpression] {
    (0...random.number(0...2)).map { _ in expression(depth - 1) }
  }

  private mutating func steps(_ depth: Int) -> [(isInverse: Bool, operand: SlowExpression)] {
    (0...random.number(0...2)).map { _ in (random.once(in: 2), expression(depth - 1)) }
  }

  private mutating func leaf() -> SlowExpression {
    if isWide, random.once(in: 5) { return random.pick([.full, .lateDays, .days(date(), date())]) }
    guard random.once(in: 3) else { return .input(random.pick(["a", "b", "c", "a", "b", "c", "z", "o"])) }
    let units = random.once(in: 8) ? random.number(0...Int.max) : random.number(0...2_000)
    let decimals = random.number(0...3)
    let isPercent = random.once(in: 4)
    let value = BigFraction(
      BigNatural(UInt128(units)), over: BigNatural.powerOfTen(decimals + (isPercent ? 2 : 0)))
    return .number(
      text: decimalText(Int128(units), decimals: decimals) + (isPercent ? "%" : ""), value: value)
  }

  private mutating func date() -> SlowDate {
    if random.once(in: 2) { return .input(random.pick(["d", "e", "d", "e", "q"])) }
    return .literal(
      year: random.number(1901...2199), month: random.number(1...12), day: random.number(1...28))
  }

  mutating func condition(_ depth: Int) -> SlowCondition {
    if isWide, random.once(in: 5) {
      if random.once(in: 2) {
        return .dates(date(), sign: random.pick(["=", "!=", "<", "<=", ">", ">="]), date())
      }
      return .choice(
        random.pick(["s", "t"]), isEqual: random.once(in: 2),
        label: random.pick(["Đúng hạn", "đúng HẠN", "muộn"]))
    }
    switch depth > 0 ? random.number(0...9) : random.number(0...3) {
    case 0: return random.once(in: 3) ? .always : .empty(random.pick(["o", "p"]))
    case 1: return .yes(random.pick(["v", "w", "p"]))
    case 2...5:
      let signs = ["=", "!=", "<", "<=", ">", ">="]
      let links = (0...random.number(0...1)).map { _ in
        (sign: random.pick(signs), operand: expression(depth - 1))
      }
      return .chain(expression(depth - 1), links)
    case 6: return .not(condition(depth - 1))
    case 7, 8: return .all((0...1).map { _ in condition(depth - 1) })
    default: return .any((0...1).map { _ in condition(depth - 1) })
    }
  }
}
