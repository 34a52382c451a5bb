import CCHCScoring
import CCHCTables
import TestSupport
import Testing

@Suite("Random rounds")
struct RandomRoundTests {
  /// All that a round gives, in texts that do not depend on the order of rows or on names of files.
  private func summary(_ scored: Scored) throws -> [String] {
    var lines = scored.ranking
    for agency in RandomRound.codes {
      lines.append("\(agency) \(try scored.line(agency))")
      for leaf in RandomRound.leaves {
        lines.append("\(agency) \(leaf) \(try scored.leaf(leaf, of: agency))")
      }
    }
    lines += scored.results.problems.items.map { "\($0.severity.rawValue) \($0.code.id)" }.sorted()
    lines += scored.results.unappraised.map { "\($0.member ?? "-") \($0.count)" }
    return lines
  }

  @Test("Shuffled rows, split tables and renamed files give the same results")
  func ignoresOrder() throws {
    var source = RandomRound("random rounds")
    var statuses: Set<String> = []
    for number in 0..<repetitions(60) {
      source.make()
      let wanted = try summary(source.whole.scored())
      let found = try summary(source.shuffled().scored())
      #expect(found == wanted, "CCHC_SEED=\(runSeed), round \(number)")
      statuses.formUnion(
        wanted.compactMap { $0.split(separator: " ").count == 4 ? String($0.split(separator: " ")[2]) : nil })
    }
    #expect(statuses.isSuperset(of: ["scored", "exempt", "requested", "missing", "invalid", "undocumented"]))
  }

  @Test("Exempting a leaf changes no other leaf's points")
  func exemptsAlone() throws {
    var source = RandomRound("random exemptions")
    for number in 0..<repetitions(40) {
      source.make()
      let before = try source.whole.scored()
      let (agency, leaf) = (source.random.pick(RandomRound.codes), source.random.pick(RandomRound.leaves))
      source.exemptions.removeAll { $0[0] == agency && $0[1] == leaf }
      source.exemptions.append([agency, leaf, "lý do", "CV"])
      let after = try source.whole.scored()
      #expect(try after.leaf(leaf, of: agency).hasPrefix("exempt"))
      for other in RandomRound.codes {
        for code in RandomRound.leaves where other != agency || code != leaf {
          #expect(
            try before.leaf(code, of: other) == after.leaf(code, of: other),
            "CCHC_SEED=\(runSeed), round \(number)")
        }
      }
    }
  }

  @Test("Twice the maximum gives twice the points and the same index where rules say full")
  func scales() throws {
    var random = SeededGenerator("random scales")
    for number in 0..<repetitions(40) {
      let rules = [
        "b/a * full", "b/a >= 50%: full; else: 0.25 * full", "full - c * 10% * full",
        "min(full, b/a * full + 5% * full)",
        "c > 3: -full; else: c / 4 * full", "count(b > 1, c > 1) * 50% * full",
      ]
      let figures = (0..<rules.count).map { _ in
        [
          random.pick(["1", "2", "4", "5", "8", "10"]), String(random.number(0...20)),
          String(random.number(0...5)),
        ]
      }
      func scored(_ factor: Int) throws -> Scored {
        let leaves = rules.enumerated().map {
          Row(
            "1.\($0 + 1)", max: String(($0 + 1) * factor), inputs: "a; b; c", rule: $1,
            ["min_points": String(-($0 + 1) * factor), "zero_denominator": "zero"])
        }
        let rows = figures.enumerated().flatMap { leaf, values in
          zip(["a", "b", "c"], values).map { ["A", "1.\(leaf + 1)", $0, $1] }
        }
        var round = SmallRound(
          [Row("1", max: String(21 * factor))] + leaves,
          ["self/x.csv": csv([["agency", "criterion", "input", "value"]] + rows)])
        round.files["set/set.csv", default: ""] += "point_decimals,4\n"
        return try round.scored()
      }
      let (one, two) = (try scored(1), try scored(2))
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), round \(number)")
      #expect(two.results.scores.map(\.final) == one.results.scores.map { $0.final.map { 2 * $0 } }, note)
      #expect(try one.agency().index == two.agency().index, note)
    }
  }

  @Test("The same round gives the same problems in the same order, time after time")
  func repeatsItself() throws {
    var source = RandomRound("random repeats")
    for _ in 0..<repetitions(10) {
      source.make()
      let round = source.whole
      let first = try round.scored().problems
      #expect(try round.scored().problems == first)
    }
  }
}
