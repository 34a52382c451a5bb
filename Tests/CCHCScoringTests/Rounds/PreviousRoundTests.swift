import CCHCCriteria
import CCHCScoring
import TestSupport
import Testing

@Suite("The round of the year before")
struct PreviousRoundTests {
  /// Two rounds of the same set: `truoc` and, the one that is scored, `ky`.
  private func scored(
    before: [String: String], now: [String: String], onlyAgency: String? = nil, previous: String = "truoc"
  ) throws -> Scored {
    let settings = "key,value\nname,K\nyear,2024\ncriteria:so,bo\nprevious,\(previous)\n"
    let round = SmallRound(inputs: "a", rule: "a", ["round.csv": settings]).with(now)
    return try round.scored(onlyAgency: onlyAgency) { folder in
      for (name, text) in SmallRound(inputs: "a", rule: "a").with(before).files where !name.hasPrefix("set/")
      {
        try folder.write(text, to: "evidence/truoc/" + name)
      }
    }
  }

  private static let three = "agency,name,group,bloc\nA,Sở A,so,I\nB,Sở B,so,I\nC,Sở C,so,I\n"

  private let before = [
    "agencies.csv": three, "self/A.csv": filed("a=1"), "self/B.csv": filed("a=3"), "self/C.csv": filed("a=2"),
  ]

  @Test("Ranks of the year before and the change, for agencies of the same code")
  func pairsByCode() throws {
    let now = [
      "agencies.csv": Self.three, "self/A.csv": filed("a=9"), "self/B.csv": filed("a=3"),
      "self/C.csv": filed("a=2"),
    ]
    let scored = try scored(before: before, now: now)
    #expect(scored.results[agency: 0].rankBefore == .ranked(3))
    #expect(scored.results[agency: 0].ranksRisen == 2)
    #expect(scored.results[agency: 1].ranksRisen == -1)
    #expect(scored.results[agency: 2].ranksRisen == -1)
    #expect(scored.problems.isEmpty)
  }

  @Test("A renamed agency keeps its rank, merged ones have none, a new one was absent, another bloc is told")
  func followsMap() throws {
    let now = [
      "agencies.csv": "agency,name,group,bloc\nN,Sở N,so,I\nM,Sở M,so,I\nX,Sở X,so,I\n",
      "map.csv": "old,new\nA,N\nB,M\nC,M\n", "self/N.csv": filed("a=1"), "self/M.csv": filed("a=1"),
      "self/X.csv": filed("a=1"),
    ]
    let scored = try scored(before: before, now: now)
    #expect(scored.results[agency: 0].rankBefore == .ranked(3))
    #expect(scored.results[agency: 1].rankBefore == .merged([1, 2]))
    #expect(scored.results[agency: 2].rankBefore == .absent)
    #expect(scored.results[agency: 1].ranksRisen == nil)
    let other = now.merging(["agencies.csv": "agency,name,group,bloc\nN,N,so,II\nM,M,so,I\nX,X,so,I\n"]) {
      $1
    }
    let moved = try self.scored(before: before, now: other)
    #expect(moved.results[agency: 0].rankBefore == .elsewhere(rank: 3, bloc: "I"))
    #expect(moved.results[agency: 0].ranksRisen == nil)
  }

  @Test("Nothing is loaded for one agency, and a round is not its own year before")
  func loadsWhenNeeded() throws {
    #expect(try scored(before: before, now: [:], onlyAgency: "A").results.previous == nil)
    let own = try scored(before: before, now: ["self/A.csv": filed("a=1")], previous: "ky")
    #expect(own.problems == ["warning previous-missing round.csv:5:value"])
  }

  @Test("Digests of the round before come with those after scoring")
  func stampsPrevious() throws {
    let folder = try TemporaryFolder()
    let settings = "key,value\nname,K\nyear,2024\ncriteria:so,bo\nprevious,truoc\n"
    try SmallRound(inputs: "a", rule: "a", ["round.csv": settings]).write(to: folder)
    try folder.write("key,value\nname,K\nyear,2023\ncriteria:so,bo\n", to: "evidence/truoc/round.csv")
    try folder.write("agency,name,group\nA,Sở A,so\n", to: "evidence/truoc/agencies.csv")
    let outcome = RoundLoader.load(
      folder.path("evidence/ky"), options: .init(criteriaFolder: folder.path("criteria")))
    #expect(outcome.round.afterStamps.map(\.file) == ["../truoc/agencies.csv", "../truoc/round.csv"])
  }
}
