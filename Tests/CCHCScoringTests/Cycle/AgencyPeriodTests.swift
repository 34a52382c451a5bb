import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Agencies that begin or end in the year")
struct AgencyPeriodTests {
  private static let ended =
    "agency,name,group,from,to,successor\nA,a,so,,2023-06-30,B\nB,b,so,,,\nC,c,so,2023-03-01,,\n"

  @Test("An agency that ended before 31 December is scored and stands without a rank")
  func endedIsUnranked() throws {
    let round = SmallRound(
      inputs: "a", rule: "a",
      [
        "agencies.csv": Self.ended, "self/A.csv": filed("a=9"), "self/B.csv": filed("a=8"),
        "self/C.csv": filed("a=7"),
      ]
    )
    let scored = try round.scored()
    #expect(scored.ranking == ["B 1", "C 2", "A -"])
    #expect(try scored.line("A") == "9.00/10 90.00 -")
    let lastDay = Self.ended.replacing("2023-06-30", with: "2023-12-31")
    #expect(try round.with(["agencies.csv": lastDay]).scored().ranking == ["A 1", "B 2", "C 3"])
  }

  @Test("Leaves outside its time and leaves without figures are proposed for exemption, once an agency")
  func proposes() throws {
    func leaf(_ code: String, _ period: String, _ method: String = "self") -> Row {
      Row(code, max: "5", inputs: "a", rule: "a", ["period": period, "method": method])
    }
    let round = SmallRound(
      [
        Row("1", max: "20"), leaf("1.1", "01-01..02-29"), leaf("1.2", "07-01..12-31"), leaf("1.3", ""),
        leaf("1.4", "10-01..10-31", "external"),
      ],
      [
        "agencies.csv": Self.ended,
        "self/A.csv": "criterion,input,value\n1.1,a,1\n1.2,a,1\n",
        "self/C.csv": "criterion,input,value\n1.1,a,1\n1.2,a,1\n1.3,a,1\n",
        "exemptions.csv": exempted(("A", "1.4")),
      ])
    let scored = try round.scored()
    let proposed = scored.results.problems.items.filter { $0.code.id == "exemption-proposed" }
    #expect(proposed.map(\.words) == [["A", "1.2, 1.3"], ["C", "1.1"]])
    #expect(scored.round.proposals.map(\.isOutsidePeriod) == [true, false, true])
    #expect(try scored.leaf("1.2", of: "A") == "scored 1.00||1.00")
  }

  @Test("An agency that looks at its own scores is told nothing of another")
  func previewIsSilent() throws {
    let round = SmallRound(inputs: "a", rule: "a", ["agencies.csv": Self.ended, "self/B.csv": filed("a=1")])
    func codes(_ agency: String) throws -> [String] {
      try round.scored(onlyAgency: agency).outcome.problems.items.map(\.code.id)
    }
    #expect(try codes("B") == [])
    #expect(try codes("A") == ["exemption-proposed"])
  }
}
