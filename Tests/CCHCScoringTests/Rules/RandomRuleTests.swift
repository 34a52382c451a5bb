import CCHCScoring
import CCHCTables
import TestSupport
import Testing

/// Makes random trees of the rule language.
struct TreeSource {
  var random: SeededGenerator

  mutating func expression(_ depth: Int) -> SlowExpression {
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
    guard random.once(in: 3) else { return .input(random.pick(["a", "b", "c", "a", "b", "c", "z", "o"])) }
    let units = random.once(in: 8) ? random.number(0...Int.max) : random.number(0...2_000)
    let decimals = random.number(0...3)
    let isPercent = random.once(in: 4)
    let value = BigFraction(
      BigNatural(UInt128(units)), over: BigNatural.powerOfTen(decimals + (isPercent ? 2 : 0)))
    return .number(
      text: decimalText(Int128(units), decimals: decimals) + (isPercent ? "%" : ""), value: value)
  }

  mutating func condition(_ depth: Int) -> SlowCondition {
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

@Suite("Random rules")
struct RandomRuleTests {
  static let inputs =
    "a[signed]: A; b[signed]: B; c[signed]: C; z[signed]: Không; o[signed?]: Trống; v[yesno]: Có; w[yesno]: Không; p[yesno?]: Trống"

  /// Works a rule of the engine out; its number beside the word for what it gave.
  private func shown(_ rule: Rule, _ evaluator: RuleEvaluator) -> (value: Rational?, text: String) {
    do throws(EvaluationFault) {
      switch try evaluator.value(of: rule).value {
      case .number(let number): return (number, "number")
      default: return (nil, "empty")
      }
    } catch {
      return (nil, error == .overflow ? "overflow" : "division by 0")
    }
  }

  @Test("Random trees, written and read, are worth what slow fractions say; printed and read again, the same")
  func agreesWithSlowFractions() throws {
    let rounding = Rounding.halfEven
    var source = TreeSource(random: SeededGenerator("random rules"))
    var writer = SlowWriter(random: SeededGenerator("random rule texts"))
    var seen: Set<String> = []
    for batch in 0..<repetitions(20) {
      var evaluator = RuleEvaluator()
      var slow = SlowEvaluator(rounding: rounding)
      evaluator.rounding = rounding
      for name in ["a", "b", "c", "z"] {
        let units = name == "z" ? 0 : source.random.number(-5_000...5_000)
        evaluator.inputs.append(.number(Rational(units: Int128(units), decimals: 1)))
        slow.numbers[name] = BigFraction(Rational(units: Int128(units), decimals: 1))
      }
      evaluator.inputs += [.empty, .yes(true), .yes(false), .empty]
      slow.words = ["v": true, "w": false]

      var trees: [SlowExpression] = []
      var texts: [String] = []
      while trees.count < 120 {
        let tree = source.expression(4)
        let text = writer.text(tree)
        guard text.unicodeScalars.count <= 4_000 else { continue }
        trees.append(tree)
        texts.append(text)
      }
      let leaves = try RuleLab.load(texts, inputs: Self.inputs).set.leaves
      var printed: [String] = []
      let printer = RulePrinter(
        inputName: { ["a", "b", "c", "z", "o", "v", "w", "p"][$0] }, rowCode: { _ in "" })
      for (place, tree) in trees.enumerated() {
        let note = Comment(rawValue: "CCHC_SEED=\(runSeed), batch \(batch): \(texts[place])")
        let rule = try #require(leaves[place].rule, note)
        let (value, text) = shown(rule, evaluator)
        let wanted = slow.shown(tree)
        #expect(text == wanted.text, note)
        if let value, let right = wanted.value { #expect(right.equals(value), note) }
        seen.insert(text)
        printed.append(printer.text(rule.cases[0].value))
      }
      let again = try RuleLab.load(printed, inputs: Self.inputs).set.leaves
      for (place, text) in printed.enumerated() {
        let note = Comment(rawValue: "CCHC_SEED=\(runSeed), batch \(batch): printed \(text)")
        let (first, second) = (try #require(leaves[place].rule), try #require(again[place].rule, note))
        #expect(shown(first, evaluator).value == shown(second, evaluator).value, note)
      }
    }
    #expect(seen.isSuperset(of: ["number", "empty", "division by 0", "overflow"]))
  }
}
