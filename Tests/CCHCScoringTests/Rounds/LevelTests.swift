import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Levels: groups, blocs and parents")
struct LevelTests {
  private func set(_ rule: String, max: String) -> [String: String] {
    [
      "set.csv": "key,value\nname,Bộ\nlegal_basis,QĐ\n",
      "criteria.csv": criteria([Row("1", max: max), Row("1.1", max: max, inputs: "a", rule: rule)]),
    ]
  }

  @Test("Groups sở and xã in one round, each with its own set, communes by cluster and parent")
  func scoresTwoLevels() throws {
    var files = [
      "round.csv": "key,value\nname,K\nyear,2025\ncriteria:so,bo\ncriteria:xa,bo-xa\n",
      "agencies.csv": """
      agency,name,group,bloc,parent
      S1,Sở 1,so,,
      X1,Xã 1,xa,Cụm 1,H1
      X2,Xã 2,xa,Cụm 1,H2
      X3,Xã 3,xa,Cụm 2,H1
      X4,Xã 4,xa,Cụm 2,S1

      """,
      "self/S1.csv": filed("a=5"), "self/X1.csv": filed("a=1"), "self/X2.csv": filed("a=2"),
      "self/X3.csv": filed("a=2"), "self/X4.csv": filed("a=3"),
    ]
    for (name, text) in set("a", max: "3") { files["criteria/bo-xa/\(name)"] = text }
    let scored = try SmallRound(inputs: "a", rule: "a", files).scored()
    #expect(scored.problems.isEmpty)
    #expect(scored.ranking == ["S1 1", "X2 1", "X1 2", "X4 1", "X3 2"])
    let group = scored.results.groups[1]
    let parents = group.parents(in: scored.round)
    #expect(parents.map(\.parent) == ["H1", "H2", "S1"])
    // (33.33… + 66.66…) / 2, not the mean of 33.33 and 66.67 rounded before.
    #expect(parents.map(\.mean) == [5000, 6667, 10000])
    #expect(parents[0].best.map { group.agencies[$0].agency } == [3])
    #expect(parents[0].worst.map { group.agencies[$0].agency } == [1])
    #expect(scored.results.groups[0].parents(in: scored.round).isEmpty)
  }

  @Test("Means of many unlike maxima are exact")
  func meansExactly() throws {
    var agencies = "agency,name,group,parent\n"
    var files: [String: String] = [:]
    var exemptions: [(String, String)] = []
    // Maxima that are prime, so that a common denominator lies far beyond 128 bits.
    let primes = [
      "101", "103", "107", "109", "113", "127", "131", "137", "139", "149", "151", "157", "163", "167", "173",
      "179", "181", "191", "193", "197", "199", "211",
    ]
    let rows =
      [Row("1", max: String(primes.compactMap { Int($0) }.reduce(0, +)))]
      + primes.enumerated().map { Row("1.\($0 + 1)", max: $1, inputs: "a", rule: "a") }
    for number in primes.indices {
      agencies += "A\(number),A,so,H\n"
      files["self/A\(number).csv"] = filed("a=1", leaf: "1.\(number + 1)")
      for other in primes.indices where other != number {
        exemptions.append(("A\(number)", "1.\(other + 1)"))
      }
    }
    files["agencies.csv"] = agencies
    files["exemptions.csv"] = csv(
      [["agency", "criterion", "reason", "decided_by"]] + exemptions.map { [$0.0, $0.1, "x", "y"] })
    let scored = try SmallRound(rows, files).scored()
    let mean = try #require(scored.results.groups[0].parents(in: scored.round).first)
    // Σ 1/p over the primes is 0.1495…; the mean in units of 0.01 %.
    let sum = primes.compactMap(Double.init).reduce(0) { $0 + 1 / $1 }
    #expect(mean.count == primes.count)
    #expect(mean.mean == Int128((sum / Double(primes.count) * 10_000).rounded()))
  }

  @Test("Parents in a circle are told of, unknown ones are not")
  func reportsCircles() throws {
    let scored = try SmallRound(
      inputs: "a", rule: "a",
      [
        "agencies.csv": "agency,name,group,parent\nA,A,so,B\nB,B,so,A\nC,C,so,A\nD,D,so,D\nE,E,so,Tỉnh\n"
      ]
    ).scored()
    #expect(
      scored.errors == [
        "error parent-circle agencies.csv:2:agency", "error parent-circle agencies.csv:3:agency",
        "error parent-circle agencies.csv:5:agency",
      ])
  }
}
