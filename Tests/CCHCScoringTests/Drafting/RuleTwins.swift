import CCHCCriteria
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

/// Two rules for one leaf, worked out over the same figures.
struct RuleTwins {
  let one: Leaf
  let other: Leaf
  let full: Rational
  /// The point decimals of the first leaf's set; the other one has 2.
  let decimals: Int

  /// A leaf with a proposed rule, loaded as a set is.
  static func leaf(_ proposal: RuleProposal, max: String) throws -> Leaf {
    var others = ["checks": proposal.checks]
    others["zero_denominator"] = proposal.zeroDenominator
    if let minimum = proposal.minimum { others["min_points"] = exactText(Rational(minimum)) }
    let outcome = try RuleLab.load([proposal.rule], max: max, inputs: proposal.inputs, others: others)
    let faults = outcome.problems.items.filter { $0.severity == .error && $0.code.id != "sum-of-children" }
    #expect(faults.map { $0.message(in: .english) } == [])
    return try #require(outcome.set.leaves.first)
  }

  /// Whether both rules give the same points for all figures tried, under some pairing of their inputs; nil
  /// where the inputs differ in number or type.
  func agree() -> Bool? {
    let pairings = Self.permutations(Array(other.inputs.indices)).filter { order in
      order.count == one.inputs.count
        && zip(one.inputs, order).allSatisfy { Self.isLike($0, other.inputs[$1]) }
    }
    guard !pairings.isEmpty else { return nil }
    return pairings.contains { holds(under: $0) }
  }

  private func holds(under order: [Int]) -> Bool {
    var random = SeededGenerator("rule twins")
    var compared = 0
    for _ in 0..<600 {
      let figures = one.inputs.map { figure($0, &random) }
      var paired = other.inputs.map { _ in RuleValue.empty }
      for (place, target) in order.enumerated() {
        paired[target] = translated(figures[place], from: one.inputs[place], to: other.inputs[target])
      }
      guard let left = points(one, figures, decimals), let right = points(other, paired, 2) else { continue }
      compared += 1
      if left != right { return false }
    }
    return compared >= 20
  }

  /// Points of a leaf; nil where a check fails or nothing is said of a division by 0.
  private func points(_ leaf: Leaf, _ figures: [RuleValue], _ decimals: Int) -> String? {
    var evaluator = RuleEvaluator()
    evaluator.inputs = figures
    evaluator.full = full
    guard let rule = leaf.rule else { return nil }
    do throws(EvaluationFault) {
      for check in leaf.checks where try !evaluator.holds(check.condition) { return nil }
      guard case .number(let value) = try evaluator.value(of: rule).value else { return "0" }
      let least = Rational(units: Int128(leaf.minUnits), decimals: decimals)
      return exactText(min(max(value, least), full))
    } catch {
      return leaf.zeroDenominator.map { "\($0)" }
    }
  }

  private func figure(_ input: Input, _ random: inout SeededGenerator) -> RuleValue {
    if input.isOptional, Int.random(in: 0..<6, using: &random) == 0 { return .empty }
    switch input.type {
    case .number, .signed, .count:
      let most = [3, 12, 20, 200].randomElement(using: &random) ?? 9
      let value = Rational(Int.random(in: 0...most, using: &random))
      return .number(input.type == .count ? value : value.divided(by: Rational(2)) ?? value)
    case .yesNo: return .yes(Bool.random(using: &random))
    case .day: return .day(Day(number: Int.random(in: 19_350...20_500, using: &random)))
    case .choice(let labels): return labels.randomElement(using: &random).map { .text($0) } ?? .empty
    }
  }

  private func translated(_ value: RuleValue, from input: Input, to target: Input) -> RuleValue {
    guard case .text(let label) = value, case .choice(let own) = input.type,
      case .choice(let list) = target.type,
      let place = own.firstIndex(of: label)
    else { return value }
    return .text(list[place])
  }

  private static func isLike(_ one: Input, _ other: Input) -> Bool {
    switch (one.type, other.type) {
    case (.choice(let left), .choice(let right)): left.count == right.count
    case (.number, .count), (.count, .number), (.signed, .count), (.count, .signed): true
    default: one.type == other.type
    }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count <= 5 else { return [items] }
    guard let first = items.first else { return [[]] }
    return permutations(Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }
}
