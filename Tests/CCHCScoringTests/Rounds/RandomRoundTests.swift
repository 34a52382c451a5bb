import CCHCCriteria
import CCHCDocuments
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Foundation
import TestSupport
import Testing

@Suite("Random rounds")
struct RandomRoundTests {
  /// The bytes of what a round gives, by file: scores, ranks, duties, and results without their problems.
  private func files(_ scored: Scored) throws -> [String: String] {
    let folder = try TemporaryFolder()
    try OutputCatalogue.score.write(
      scored.results, OutputOptions([.json, .csv, DocumentFormat.markdown.kind]), to: folder.path)
    var files: [String: String] = [:]
    for name in ["noi-bo/scores.csv", "noi-bo/obligations.csv", "cong-bo/ranking.csv", "cong-bo/ranking.md"] {
      files[name] = folder.text(name)
    }
    let results = folder.text("noi-bo/results.json") ?? ""
    files["results"] = results.components(separatedBy: "\"problems\"")[0]
    return files
  }

  private func problems(_ scored: Scored) -> [String] {
    scored.results.problems.items.map { "\($0.severity.rawValue) \($0.code.id)" }.sorted()
      + scored.results.unappraised.map { "\($0.member ?? "-") \($0.count)" }
  }

  @Test("The same round given otherwise gives the same bytes", arguments: SameRound.all)
  fileprivate func ignores(_ same: SameRound) throws {
    var source = RandomRound("random rounds, \(same.testDescription)")
    for number in 0..<repetitions(20) {
      source.make()
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), round \(number)")
      let first = try source.whole.scored()
      let folder = try TemporaryFolder()
      try source.round(of: []).with(removing: source.tables.map(\.name)).write(to: folder)
      for table in same.vary(source.tables, &source.random) {
        try folder.write(table.text, to: SmallRound.path(table.name))
      }
      let second = same.score(folder)
      let (wanted, found) = (try files(first), try files(second))
      #expect(wanted.count == 5)
      for (name, text) in wanted { #expect(found[name] == text, note) }
      if same.keepsProblems { #expect(problems(second) == problems(first), note) }
    }
  }

  @Test("Random rounds have cells of every status")
  func coversStatuses() throws {
    var source = RandomRound("random statuses")
    var statuses: Set<String> = []
    for _ in 0..<repetitions(40) {
      source.make()
      statuses.formUnion(try source.whole.scored().results.scores.map(\.status.rawValue))
    }
    #expect(statuses == ["scored", "exempt", "requested", "missing", "invalid", "undocumented"])
  }

  @Test("Exempting a leaf changes no other leaf, and takes its own points and maximum from its agency alone")
  func exemptsAlone() throws {
    var source = RandomRound("random exemptions")
    for number in 0..<repetitions(40) {
      source.make()
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), round \(number)")
      let (agency, leaf) = (source.random.pick(RandomRound.codes), source.random.pick(RandomRound.leaves))
      source.exemptions.removeAll { row in
        row[0] == agency && (leaf == row[1] || leaf.hasPrefix(row[1] + "."))
      }
      let before = try source.whole.scored()
      source.exemptions.append([agency, leaf, "lý do", "CV"])
      let after = try source.whole.scored()
      #expect(try after.leaf(leaf, of: agency).hasPrefix("exempt"), note)
      for other in RandomRound.codes {
        for code in RandomRound.leaves where other != agency || code != leaf {
          #expect(try before.leaf(code, of: other) == after.leaf(code, of: other), note)
        }
        let (old, new) = (try before.agency(other), try after.agency(other))
        let lost = other == agency ? try before.share(of: leaf, in: agency) : (0, 0)
        #expect(old.points - new.points == lost.0 && old.max - new.max == lost.1, note)
      }
    }
  }

  @Test(
    "Ten times the points everywhere, with one decimal less, give scores of the same digits and the same ranks"
  )
  func scalesExactly() throws {
    var source = RandomRound("random tenfolds")
    for number in 0..<repetitions(60) {
      source.make()
      let (one, ten) = (try source.whole.scored(), try source.tenfold.scored())
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), round \(number)")
      #expect(ten.results.scores.map(\.final) == one.results.scores.map(\.final), note)
      #expect(ten.results.scores.map(\.own) == one.results.scores.map(\.own), note)
      #expect(ten.results.roundScores.map(\.points) == one.results.roundScores.map(\.points), note)
      #expect(ten.results.scores.map(\.status) == one.results.scores.map(\.status), note)
      #expect(problems(ten) == problems(one), note)
      #expect(ten.ranking == one.ranking, note)
      for agency in RandomRound.codes {
        let (first, second) = (try one.agency(agency), try ten.agency(agency))
        #expect(second.points == first.points && second.max == first.max, note)
        #expect(second.index == first.index && second.publishedIndex == first.publishedIndex, note)
        #expect(second.band == first.band, note)
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

extension SmallRound {
  /// The round without some files.
  fileprivate func with(removing names: [String]) -> SmallRound {
    var copy = self
    for name in names { copy.files[name] = nil }
    return copy
  }
}

extension Scored {
  /// What a leaf adds to its agency's points, and to its maximum; both 0 where it is exempt.
  fileprivate func share(of leaf: String, in agency: String) throws -> (points: Int128, max: Int128) {
    let number = try #require(round.agency(agency))
    let set = round[agency: number].set
    let row = try #require(set.row(leaf))
    let score = results[agency: number][leaf: try #require(set.rows[row].leaf)].score
    guard score.status != .exempt else { return (0, 0) }
    let points = Int128(score.final ?? 0)
    let max = Int128(try #require(set.rows[row].leaf.map { set.leaves[$0].maxUnits }))
    switch set.rows[row].fieldKind {
    case .scored: return (points, max)
    case .bonus: return (points, 0)
    case .penalty: return (-points, 0)
    }
  }
}
