import CCHCScoring
import CCHCTables
import TestSupport
import Testing

@Suite("The round of the year before")
struct PreviousRoundTests {
  private func standing(_ code: String, _ scored: Scored) throws -> String {
    let standing = try #require(scored.results.previousStanding(of: try scored.agency(code)))
    let merged = standing.merged.map { scored.results.previous?.round.agencies[$0].code ?? "?" }
    return [
      standing.rank.map(String.init) ?? "-", standing.change.map(String.init) ?? "-",
      standing.isNew ? "mới" : merged.joined(separator: "+"), standing.isOfOtherBloc ? "khối khác" : "",
    ].joined(separator: " ").trimmed
  }

  @Test("Ranks of the year before and the places gained or lost; a new agency has none")
  func ranks() throws {
    let scored = try twoRounds(
      before: [
        "agencies.csv": agencyTable(("A", ""), ("B", ""), ("C", "")),
        "self/x.csv": values(("A", "9"), ("B", "8"), ("C", "7")),
      ],
      now: [
        "agencies.csv": agencyTable(("A", ""), ("B", ""), ("C", ""), ("D", "")),
        "self/x.csv": values(("A", "5"), ("B", "6"), ("C", "7"), ("D", "8")),
      ]
    ).scored()
    #expect(scored.ranking == ["D 1", "C 2", "B 3", "A 4"])
    #expect(try ["A", "B", "C", "D"].map { try standing($0, scored) } == ["1 -3", "2 -1", "3 1", "- - mới"])
  }

  @Test("map.csv renames and merges: several old agencies have no single rank")
  func maps() throws {
    let scored = try twoRounds(
      before: [
        "agencies.csv": agencyTable(("A", ""), ("B", ""), ("C", "")),
        "self/x.csv": values(("A", "9"), ("B", "8"), ("C", "7")),
      ],
      now: [
        "agencies.csv": agencyTable(("M", ""), ("A", "")), "self/x.csv": values(("M", "5"), ("A", "6")),
        "map.csv": "mã cũ,mã mới\nA,M\nB,M\nC,A\n",
      ]
    ).scored()
    #expect(scored.errors == [])
    // The old A went to M; the new A is the old C.
    #expect(try standing("M", scored) == "- - A+B")
    #expect(try standing("A", scored) == "3 2")
  }

  @Test("A rank in another bloc is shown but not compared")
  func otherBloc() throws {
    let scored = try twoRounds(
      before: ["agencies.csv": agencyTable(("A", "K1")), "self/x.csv": values(("A", "9"))],
      now: ["agencies.csv": agencyTable(("A", "K2")), "self/x.csv": values(("A", "5"))]
    ).scored()
    #expect(try standing("A", scored) == "1 -  khối khác")
  }

  @Test(
    "Its own previous round is not read, its files are stamped apart, and none is read where none is named")
  func stamps() throws {
    let folder = try TemporaryFolder()
    let files = twoRounds(
      before: [
        "round.csv": "key,value\nname,Kỳ trước\nyear,2022\ncriteria:so,bo\nprevious,khong-co\n",
        "agencies.csv": agencyTable(("A", "")), "self/x.csv": values(("A", "9")),
      ], now: ["self/x.csv": values(("A", "5"))])
    try files.write(to: folder)
    let outcome = RoundLoader.load(
      folder.path("evidence/ky"), options: .init(criteriaFolder: folder.path("criteria")))
    #expect(outcome.problems.items.map(\.line) == [])
    #expect(
      outcome.round.afterStamps.map(\.file) == [
        "../truoc/agencies.csv", "../truoc/round.csv", "../truoc/self/x.csv",
      ])
    #expect(!outcome.round.scoreStamps.contains { $0.file.contains("truoc") })
    let alone = RoundLoader.load(
      folder.path("evidence/ky"), options: .init(criteriaFolder: folder.path("criteria"), onlyAgency: "A"))
    #expect(alone.previous == nil)
  }
}
