import CCHCCriteria
import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Exemptions")
struct ExemptionTests {
  private static let rows = [
    Row("1", max: "6"), Row("1.1", max: "2", inputs: "x", rule: "x"), Row("1.2", max: "4"),
    Row("1.2.1", max: "1", inputs: "x", rule: "x"), Row("1.2.2", max: "3", inputs: "x", rule: "x"),
    Row("2", max: "4", inputs: "x", rule: "x"),
  ]
  private static let figures = ["1.1", "1.2.1", "1.2.2", "2"].map { "A,\($0),x,1\nB,\($0),x,1\n" }.joined()

  private func scored(_ exemptions: String) throws -> Scored {
    try SmallRound(
      Self.rows,
      [
        "agencies.csv": "agency,name,group\nA,a,so\nB,b,so\n",
        "self/x.csv": "agency,criterion,input,value\n" + Self.figures,
        "exemptions.csv": exemptions,
      ]
    ).scored()
  }

  @Test(
    "A leaf, a parent with all its leaves, or a field leaves the maximum",
    arguments: [
      ("1.1", "3.00/8 37.50"), ("1.2", "2.00/6 33.33"), ("1.2.2", "3.00/7 42.86"), ("1", "1.00/4 25.00"),
      ("2", "3.00/6 50.00"),
    ])
  func exempts(_ criterion: String, _ line: String) throws {
    let scored = try scored(exempted(("A", criterion)))
    #expect(try scored.line("A").hasPrefix(line))
    #expect(try scored.line("B").hasPrefix("4.00/10 40.00"))
    #expect(scored.errors.isEmpty)
    #expect(scored.codes.isSubset(of: ["exempt-row"]))
  }

  @Test("* is every agency")
  func exemptsAll() throws {
    let scored = try scored(exempted(("*", "1.2")))
    #expect(try [scored.line("A"), scored.line("B")] == ["2.00/6 33.33 1", "2.00/6 33.33 1"])
  }

  @Test("Exemptions may overlap")
  func overlaps() throws {
    let scored = try scored(exempted(("*", "1.2.1"), ("A", "1.2"), ("A", "1")))
    #expect(try scored.line("A") == "1.00/4 25.00 2")
    #expect(try scored.line("B") == "3.00/9 33.33 1")
  }

  @Test("Rows for an exempt leaf are a warning and are not scored, wrong ones too")
  func warnsOfRows() throws {
    let round = SmallRound(["self/A.csv": filed("a=x; b=8; c=1"), "exemptions.csv": exempted(("A", "1.1"))])
    let scored = try round.scored()
    let wanted = [2, 3, 4].map { "warning exempt-row self/A.csv:\($0):criterion" }
    #expect(scored.problems.filter { $0.contains("self/A.csv") } == wanted)
    #expect(try scored.leaf() == "exempt -||-")
  }

  @Test("An unknown agency and a criterion that no set has are errors")
  func reportsUnknown() throws {
    let scored = try scored(exempted(("C", "1"), ("A", "1.2.3"), ("*", "9")))
    #expect(
      scored.errors == [
        "error agency-unknown exemptions.csv:2:agency",
        "error exemption-criterion-unknown exemptions.csv:3:criterion",
        "error exemption-criterion-unknown exemptions.csv:4:criterion",
      ])
  }

  @Test("Reason and decision are needed; two rows with one key are a problem")
  func reportsRows() throws {
    let scored = try scored("agency,criterion,reason,decided_by\nA,1.1,,\nB,1.1,x,y\nB,1.1,x,y\nB,1.1,x,z\n")
    #expect(
      scored.problems.filter { $0.contains("exemptions.csv") } == [
        "error cell-required exemptions.csv:2:reason", "error cell-required exemptions.csv:2:decided_by",
        "warning row-repeated exemptions.csv:4:-", "error row-conflict exemptions.csv:5:-",
      ])
  }
}
