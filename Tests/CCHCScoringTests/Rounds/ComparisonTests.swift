import CCHCCriteria
import CCHCCycle
import CCHCExact
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Two rounds compared")
struct ComparisonTests {
  private static let now = "key,value\nname,K\nyear,2024\ncriteria:so,bo2\n"

  /// Scores `older` and, with its set as `bo2`, `newer`.
  private func results(_ older: SmallRound, _ newer: SmallRound) throws -> (Results, Results) {
    (try older.scored().results, try asSecond(newer).scored().results)
  }

  /// The round with its set called `bo2`.
  private func asSecond(_ round: SmallRound) -> SmallRound {
    var copy = round
    for (name, text) in round.files where name.hasPrefix("set/") {
      copy.files[name] = nil
      copy.files["criteria/bo2/" + name.dropFirst(4)] = text
    }
    copy.files["round.csv"] = Self.now
    return copy
  }

  private func round(_ rule: String, _ files: [String: String], inputs: String = "a", max: String = "10")
    -> SmallRound
  {
    SmallRound(max: max, inputs: inputs, rule: rule, files)
  }

  private let agencies = "agency,name,group,bloc\nA,Sở A,so,I\nB,Sở B,so,I\nC,Sở C,so,I\n"

  @Test("Changes are those of exact values, rounded once")
  func comparesExactly() throws {
    let older = round("a/3", ["self/A.csv": filed("a=1")], max: "3")
    let newer = round("a/3", ["self/A.csv": filed("a=2")], max: "3")
    let (before, now) = try results(older, newer)
    let pair = try #require(RoundComparison(before, now).groups[0].agencies[0].pairs.first)
    // 0.33 and 0.67 of 3 points: 34/300 exactly, 11.33 although the published ones are 11.00 and 22.33.
    #expect(pair.indexChange == Rational(34, over: 300))
    #expect(pair.ranksRisen == 0)
    #expect(pair.fields[0].change == Rational(34, over: 300))
  }

  @Test("Merged, new and ended agencies; a table of changes may be given")
  func followsChanges() throws {
    let older = round(
      "a", ["agencies.csv": agencies, "self/A.csv": filed("a=1"), "self/B.csv": filed("a=3")])
    let newer = round(
      "a",
      [
        "agencies.csv": "agency,name,group,bloc\nM,M,so,I\nX,X,so,I\n", "map.csv": "old,new\nA,M\nB,M\n",
        "self/M.csv": filed("a=1"), "self/X.csv": filed("a=2"),
      ])
    let (before, now) = try results(older, newer)
    let comparison = RoundComparison(before, now, splits: true)
    let merged = try #require(comparison.groups[0].agencies.first { $0.isMerged })
    #expect(merged.pairs.map(\.before.agency) == [0, 1])
    #expect(merged.split == nil)
    #expect(comparison.gone == [2])
    #expect(comparison.groups[0].agencies.contains { $0.pairs.isEmpty })
    #expect(comparison.changedSets(of: comparison.groups[0])?.old == ["bo"])
    let none = RoundComparison(before, now, changes: [])
    #expect(none.gone == [0, 1, 2])
  }

  @Test("Old codes that are unknown are told of, and those named twice, and new ones")
  func reportsChanges() throws {
    let older = round("a", ["agencies.csv": agencies])
    let newer = round("a", ["agencies.csv": agencies, "map.csv": "old,new\nZ,A\nA,B\nA,C\nB,Y\n"])
    let (before, now) = try results(older, newer)
    let codes = RoundComparison(before, now).problems.items.map(\.line)
    #expect(codes == ["error map-old-unknown map.csv:2:old"])
    let found = now.problems.items.filter { $0.place.file == "map.csv" }.map(\.line)
    #expect(found.count == 2)
    #expect(found.contains("error agency-unknown map.csv:5:new"))
  }

  @Test("Figures and criteria: the older figures are scored by the newer rule")
  func splits() throws {
    let older = round("a >= 8: full; else: a", ["self/A.csv": filed("a=7")])
    let newer = round("a >= 8: full; else: a/2", ["self/A.csv": filed("a=8")])
    let (before, now) = try results(older, newer)
    let split = try #require(RoundComparison(before, now, splits: true).groups[0].agencies[0].split)
    // 7 then, 3.5 of the old figure by the new rule, 10 now.
    #expect([split.figures, split.criteria, split.after - split.before] == [650, -350, 300])
    #expect(split.leaves.map(\.kind) == [.split])
  }

  @Test("Leaves with other inputs are new and dropped, decided and dated ones are not parted")
  func tellsKinds() throws {
    let other = try results(
      round("a", ["self/A.csv": filed("a=7")]),
      round("b", ["self/A.csv": filed("b=8")], inputs: "b"))
    let split = try #require(RoundComparison(other.0, other.1, splits: true).groups[0].agencies[0].split)
    #expect(split.leaves.map(\.kind) == [.added, .dropped])
    #expect([split.added, split.dropped] == [800, 700])
    let decided = try results(
      round("a", ["self/A.csv": filed("a=7"), "appraisal/1.csv": appraised("A,1.1,1,,,5,x,X")]),
      round("a", ["self/A.csv": filed("a=7")]))
    #expect(
      RoundComparison(decided.0, decided.1, splits: true).groups[0].agencies[0].split?.unsplit == 200)
    let dated = round(
      "d <= 2024-01-01: full; else: 0", ["self/A.csv": filed("d=1/1/2024")], inputs: "d[date]")
    let dates = try results(dated, dated)
    #expect(
      RoundComparison(dates.0, dates.1, splits: true).groups[0].agencies[0].split?.leaves.map(\.kind) == [
        .dated
      ])
  }

  @Test("Sums are exact, and the older figures score as in a round of the newer set, for random rounds")
  func sumsExactly() throws {
    var random = RandomRound("sumsExactly")
    for _ in 0..<repetitions(40) {
      random.make()
      let older = random.whole
      random.make()
      change(&random)
      let newer = random.whole
      let (before, now) = try results(older, newer)
      var crossed = asSecond(older)
      for (name, text) in newer.files where name.hasPrefix("set/") {
        crossed.files["criteria/bo2/" + name.dropFirst(4)] = text
      }
      let oracle = try crossed.scored().results
      for agency in RoundComparison(before, now, splits: true).groups[0].agencies {
        let split = try #require(agency.split)
        let sum = split.figures + split.criteria + split.added - split.dropped + split.unsplit
        #expect(split.after - split.before == sum)
        for leaf in split.leaves where leaf.kind == .split {
          let new = try #require(leaf.new)
          let set = now.round[agency: agency.now.agency].set
          let sign: Int128 = set.rows[set.leaves[new].row].fieldKind == .penalty ? -1 : 1
          var units = sign * Int128(oracle[agency: agency.pairs[0].before.agency][leaf: new].score.final ?? 0)
          for _ in set.settings.pointDecimals..<split.decimals { units *= 10 }
          #expect(leaf.after - leaf.figures == units)
        }
      }
    }
  }

  /// Changes some criteria of the newer set.
  private func change(_ random: inout RandomRound) {
    for place in random.rows.indices where random.rows[place].cells["inputs"] != nil {
      let code = random.rows[place].cells["code"] ?? ""
      if code == "1.1", random.random.once(in: 2) {
        random.rows[place].cells["rule"] = "b/a >= 90%: full; else: b/a * full * 80%"
      }
      if code == "1.2", random.random.once(in: 2) { random.rows[place].cells["inputs"] = "v[yesno]; p[?]" }
      if code == "1.2", random.rows[place].cells["inputs"] == "v[yesno]; p[?]" {
        random.rows[place].cells["rule"] = "v: full; empty(p): 0.5 * full; else: min(p, full)"
      }
      if code == "1.2", random.random.once(in: 2) { random.rows[place].cells["document"] = "optional" }
      if code == "2.1", random.random.once(in: 2) { random.rows[place].cells["min_points"] = "-1" }
    }
    if random.random.once(in: 2) { random.rows.removeAll { $0.cells["code"] == "1.3" } }
  }
}
