import CCHCBooks
import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Compiled rules")
struct RuleProgramTests {
  /// Random figures for the inputs of `TreeSource`, most of them filed.
  private func figures(_ random: inout SeededGenerator) -> [Figure] {
    let types: [InputType] = [.signed, .signed, .signed, .signed, .signed, .yesNo, .yesNo, .yesNo]
    let isSparse = random.once(in: 4)
    return types.enumerated().map { place, type in
      if isSparse, random.once(in: 3) { return Figure() }
      if type == .yesNo { return type.figure(of: random.pick(["có", "không"])) }
      let units =
        random.once(in: 6) ? random.number(-999_999_999_999...999_999_999_999) : random.number(-30...30)
      let decimals = random.number(0...6)
      return type.figure(of: place == 3 ? "0" : decimalText(Int128(units), decimals: decimals))
    }
  }

  @Test("A rule worked out by its program scores as one worked out by its tree, whatever the figures")
  func agreesWithTrees() throws {
    var source = TreeSource(random: SeededGenerator("rule programs"))
    var writer = SlowWriter(random: SeededGenerator("rule program texts"))
    var seen: [String: Int] = [:]
    for batch in 0..<repetitions(12) {
      var texts: [String] = []
      while texts.count < 60 {
        let text = writer.text(source.expression(4))
        if text.unicodeScalars.count <= 4_000 { texts.append(text) }
      }
      let zero = ["zero", "full", "exempt", ""][batch % 4]
      let checks = source.random.pick([
        "", "a <= b", "v; a/b < 5", "not (a = b)", "-9 <= a <= b; v or a > b", "count(v, w, a < b) >= 1",
      ])
      let set = try RuleLab.load(
        texts, max: "20", inputs: TreeSource.inputs,
        others: ["zero_denominator": zero, "checks": checks, "min_points": "-5"]
      ).set
      var judges = [LeafJudge(set), LeafJudge(set, isForMany: true)]
      for leaf in set.leaves.indices {
        for _ in 0..<8 {
          let state = LeafJudge.State(figures: figures(&source.random), lateDays: source.random.number(0...3))
          let wanted = judges[0].judge(leaf, state)
          let note = Comment(
            rawValue: "CCHC_SEED=\(runSeed), batch \(batch): \(texts[leaf]) \(state.figures)")
          #expect(judges[1].judge(leaf, state) == wanted, note)
          seen[wanted.fault.map { "\($0)" } ?? wanted.status.rawValue, default: 0] += 1
        }
      }
    }
    #expect(
      Set(seen.keys).isSuperset(of: ["scored", "exempt", "missing", "check(0)", "overflow", "divisionByZero"])
    )
  }

  @Test(
    "Words, dates and days late have their steps, too",
    arguments: [
      "s = \"kịp thời\": full; s != \"không ban hành\": 1; else: 0", "full - (d - e) * 0.5",
      "d > 2023-03-31 and v: late_days; else: full - late_days",
      "count(v, w, a >= 80%, s = \"kịp thời\") * 2",
      "not v or w: 1; 0 < b/a <= 80%: round(b/a * full, 1); else: min(full, a, n) - max(g, 0)",
      "max(1, 2) > a >= b > z: 3; empty(o): 4; else: 5",
      // As many numbers upon each other as there is room for, and one more.
      Self.deep(15), Self.deep(16), Self.deep(17),
    ])
  func everyStep(rule: String) throws {
    let inputs = RuleLab.inputs
    let set = try RuleLab.load([rule], max: "10", inputs: inputs).set
    var judges = [LeafJudge(set), LeafJudge(set, isForMany: true)]
    var random = SeededGenerator(rule)
    for _ in 0..<repetitions(200) {
      let figures = set.leaves[0].inputs.map { input in
        switch input.type {
        case .number, .count: input.type.figure(of: "\(random.number(0...12))")
        case .signed: input.type.figure(of: "-\(random.number(0...5)).5")
        case .yesNo: input.type.figure(of: random.pick(["có", "không"]))
        case .day: input.type.figure(of: "\(random.number(1...30))/\(random.number(3...4))/2023")
        case .choice(let labels): input.type.figure(of: random.pick(labels).spelling)
        }
      }
      let state = LeafJudge.State(figures: figures, lateDays: random.number(0...3))
      #expect(judges[0].judge(0, state) == judges[1].judge(0, state), "CCHC_SEED=\(runSeed) \(figures)")
    }
  }

  /// A rule that puts so many numbers upon each other before it works the last two out.
  private static func deep(_ count: Int) -> String {
    String(repeating: "1 - (", count: count - 2) + "a - round(b, 1)"
      + String(repeating: ")", count: count - 2)
  }
}
