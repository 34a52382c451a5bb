import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Filed figures")
struct FigureTests {
  private static let two = "agency,name,group\nA,Sở A,so\nB,Sở B,so\n"

  private func round(_ files: [String: String]) -> SmallRound {
    SmallRound(leaf: ["zero_denominator": "zero"], ["agencies.csv": Self.two].merging(files) { $1 })
  }

  @Test("The agency comes from its column or from the file's name")
  func findsAgency() throws {
    let column = "agency,criterion,input,value\nA,1.1,a,10\nB,1.1,a,10\nA,1.1,b,8\nB,1.1,b,4\n"
    let scored = try round(["self/all.csv": column]).scored()
    #expect(try [scored.final(of: "A"), scored.final(of: "B")] == ["8.00", "4.00"])
    let named = try round([
      "self/A.csv": filed("a=10; b=8"), "self/B.csv": "agency,criterion,input,value\n,1.1,a,10\nB,1.1,b,4\n",
    ]).scored()
    #expect(try [named.final(of: "A"), named.final(of: "B")] == ["8.00", "4.00"])
    #expect(named.problems.isEmpty)
  }

  @Test("A row without an agency in a file of another name is an error and is not used")
  func reportsUnsaidAgency() throws {
    let scored = try round(["self/all.csv": "agency,criterion,input,value\n,1.1,a,10\nA,1.1,b,8\n"]).scored()
    #expect(scored.errors == ["error agency-unsaid self/all.csv:2:agency"])
    #expect(try scored.leaf() == "missing 0.00||0.00")
  }

  @Test(
    "A row for another agency in an agency's file is an error and is not used; external files may hold all")
  func reportsOtherAgency() throws {
    let rows = "agency,criterion,input,value\nB,1.1,a,10\nB,1.1,b,4\n"
    let scored = try round(["self/A.csv": rows]).scored()
    #expect(
      scored.errors == [
        "error agency-of-other-file self/A.csv:2:agency", "error agency-of-other-file self/A.csv:3:agency",
      ])
    #expect(try scored.leaf(of: "B") == "missing 0.00||0.00")
    let external = try round(["external/A.csv": rows]).with([
      "set/criteria.csv": criteria([
        Row("1", max: "10"), Row("1.1", max: "10", inputs: "a; b", rule: "b/a*full", ["method": "external"]),
      ])
    ]).scored()
    #expect(try external.leaf(of: "B") == "scored -||4.00")
  }

  @Test(
    "A row for a leaf of another method is an error and is not used",
    arguments: ["self", "external", "survey"])
  func reportsMethod(_ method: String) throws {
    let figures = "agency,criterion,input,value\nA,1.1,a,1\n"
    let survey = "agency,criterion,answer\nA,1.1,a\n"
    let all = ["self/x.csv": figures, "external/x.csv": figures, "survey/x.csv": survey]
    let leaf = [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "a", ["method": method])]
    let scored = try SmallRound(leaf, all).scored()
    let wrong = ["self", "external", "survey"].filter { $0 != method }
    #expect(scored.errors == wrong.map { "error method-differs \($0)/x.csv:2:criterion" })
    #expect(try scored.leaf() == "scored \(method == "self" ? "1.00" : "-")||1.00")
  }

  @Test("A row naming an input that the leaf does not have makes the leaf invalid")
  func reportsUnknownInput() throws {
    let scored = try round(["self/A.csv": filed("a=10; b=8; bb=1")]).scored()
    #expect(scored.errors == ["error input-unknown self/A.csv:4:input"])
    #expect(try scored.problem("input-unknown").suggestion == "b")
    #expect(try scored.leaf() == "invalid 0.00||0.00")
    // Names compare case-sensitive.
    #expect(try round(["self/A.csv": filed("A=10; b=8")]).scored().leaf() == "invalid 0.00||0.00")
  }

  @Test("An unknown criterion and a parent are errors; so is a wrong name, whose row still counts")
  func reportsCriterion() throws {
    let rows =
      "criterion,criterion_name,input,value\n1.1,Tiêu chí 1.1,a,10\n1.1,Tiêu chí 1.10,b,8\n1.2,,a,1\n1,,a,1\n,,a,1\n"
    let scored = try round(["self/A.csv": rows]).scored()
    #expect(
      scored.errors == [
        "error criterion-name-differs self/A.csv:3:criterion_name",
        "error criterion-unknown self/A.csv:4:criterion",
        "error criterion-not-leaf self/A.csv:5:criterion", "error cell-required self/A.csv:6:criterion",
      ])
    #expect(try scored.leaf() == "scored 8.00||8.00")
  }

  @Test("A name that is another criterion's tells of a changed code; the row is not used")
  func findsChangedCodes() throws {
    let rows = "criterion,criterion_name,input,value\n1.1,Tiêu chí 1,a,10\n1.1,,b,8\n"
    let scored = try round(["self/A.csv": rows]).scored()
    #expect(scored.errors == ["error criterion-code-changed self/A.csv:2:criterion"])
    #expect(try scored.leaf() == "missing 0.00||0.00")
  }

  @Test("A criterion's name may be given in another Unicode form")
  func comparesNames() throws {
    let rows = "criterion,criterion_name,input,value\n1.1,Tie\u{302}u chi\u{301} 1.1,a,10\n1.1,,b,8\n"
    #expect(try round(["self/A.csv": rows]).scored().leaf() == "scored 8.00||8.00")
  }

  @Test("Two rows that say different things are an error naming both, and the leaf is invalid")
  func reportsConflict() throws {
    let scored = try round(["self/A.csv": filed("a=10; b=8; b=9")]).scored()
    #expect(scored.errors == ["error row-conflict self/A.csv:4:-"])
    #expect(try scored.problem("row-conflict").words == ["3", "self/A.csv"])
    #expect(try scored.leaf() == "invalid 0.00||0.00")
    let notes = "criterion,input,value,note\n1.1,a,10,\n1.1,b,8,một\n1.1,b,8,hai\n"
    #expect(try round(["self/A.csv": notes]).scored().leaf() == "invalid 0.00||0.00")
  }

  @Test("An exact repetition is a warning and counts once, in another file too")
  func warnsOfRepetition() throws {
    let other = "agency,criterion,input,value\nA,1.1,b,8\n"
    let scored = try round(["self/A.csv": filed("a=10; b=8; b=8"), "self/x.csv": other]).scored()
    #expect(
      scored.problems.filter { $0.contains("row") } == [
        "warning row-repeated self/A.csv:4:-", "warning row-repeated self/x.csv:2:-",
      ])
    #expect(try scored.leaf() == "scored 8.00||8.00")
  }

  @Test("A repetition after a conflict does not heal it")
  func keepsConflict() throws {
    #expect(try round(["self/A.csv": filed("a=10; b=8; b=9; b=8")]).scored().leaf() == "invalid 0.00||0.00")
  }

  @Test("A count with thousands marks is asked about")
  func asksCount() throws {
    let scored = try SmallRound(inputs: "x[count]", rule: "x", ["self/A.csv": filed("x=1.000")]).scored()
    #expect(try scored.problem("value-invalid").suggestion == "1000")
  }

  @Test("Both decimal marks in a file are one error; the cells count")
  func reportsMixedMarks() throws {
    let scored = try round(["self/A.csv": filed("a=0,5; b=0.25"), "self/B.csv": filed("a=0.5; b=0.25")])
      .scored()
    #expect(scored.errors == ["error number-marks-mixed self/A.csv:3:value"])
    #expect(try scored.final(of: "A") == "5.00")
  }

  @Test("Only the rows of one agency are read on demand, and nothing is said of others")
  func readsOneAgency() throws {
    let files = [
      "self/A.csv": filed("a=10; b=8"), "self/x.csv": "agency,criterion,input,value\nC,1.1,a,1\nB,1.1,a,x\n",
      "self/B.csv": filed("a=x"),
    ]
    let scored = try round(files).scored(onlyAgency: "A")
    #expect(try scored.final() == "8.00")
    #expect(!scored.problems.contains { $0.contains("x.csv") || $0.contains("B.csv:2") })
  }
}
