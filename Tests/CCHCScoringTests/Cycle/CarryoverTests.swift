import CCHCScoring
import TestSupport
import Testing

@Suite("Counts that pass to a successor")
struct CarryoverTests {
  private static let agencies =
    "agency,name,group,to,successor\nA,a,so,2023-06-30,B\nB,b,so,2023-09-30,C\nC,c,so,,\n"

  private func carryover(_ rows: String...) -> String {
    "agency,successor,criterion,decided_by\n" + rows.map { "\($0),QĐ 1\n" }.joined()
  }

  private func round(_ files: [String: String]) -> SmallRound {
    SmallRound(
      inputs: "a[count]: Tổng; b[count]: Đúng hạn; x: Tỷ lệ", rule: "b/a * x",
      leaf: ["zero_denominator": "zero"],
      files.merging(["agencies.csv": Self.agencies]) { $1 })
  }

  @Test("Filed counts are added; what is no count stays; the predecessor keeps its own")
  func addsCounts() throws {
    let scored = try round([
      "self/A.csv": filed("a=10; b=2; x=1"), "self/B.csv": filed("a=30; b=28; x=10"),
      "carryover.csv": carryover("A,B,1"),
    ]).scored()
    // (2 + 28) / (10 + 30) × 10
    #expect(try scored.final(of: "B") == "7.50")
    #expect(try scored.final(of: "A") == "0.20")
    #expect(scored.round.carryovers.map(\.decidedBy) == ["QĐ 1"])
  }

  @Test("Without a count of its own the successor has its predecessor's")
  func takesCounts() throws {
    let scored = try round([
      "self/A.csv": filed("a=10; b=2; x=1"), "self/B.csv": filed("a=; x=10"),
      "carryover.csv": carryover("A,B,*"),
    ]).scored()
    #expect(try scored.final(of: "B") == "2.00")
  }

  @Test("What an agency took over goes on with its own, whatever the order of the rows")
  func passesOn() throws {
    let figures = [
      "self/A.csv": filed("a=10; b=2; x=1"), "self/B.csv": filed("a=10; b=3; x=1"),
      "self/C.csv": filed("a=20; b=15; x=10"),
    ]
    for rows in [carryover("A,B,1", "B,C,1"), carryover("B,C,1", "A,B,1")] {
      let scored = try round(figures.merging(["carryover.csv": rows]) { $1 }).scored()
      #expect(try scored.final(of: "C") == "5.00")
      #expect(try scored.final(of: "B") == "0.25")
    }
  }

  @Test("Answers of a survey are counts")
  func addsAnswers() throws {
    let survey = """
      agency,criterion,answer,count
      A,1.1,n1,6
      A,1.1,n2,4
      B,1.1,n1,30

      """
    var round = SmallRound(
      inputs: "n1: Hài lòng; n2: Không", rule: "n1/(n1 + n2) * full",
      leaf: ["method": "survey", "zero_denominator": "zero"],
      [
        "agencies.csv": Self.agencies, "survey/x.csv": survey,
        "carryover.csv": carryover("A,B,1.1", "B,C,1.1"),
      ])
    let scored = try round.scored()
    #expect(try scored.final(of: "B") == "9.00")
    #expect(try scored.leaf(of: "C") == "scored -||9.00")
    round.files["carryover.csv"] = nil
    #expect(try round.scored().leaf(of: "C") == "missing -||0.00")
  }

  @Test("An invalid or requested figure of the successor is not made good by a sum")
  func keepsFaults() throws {
    let scored = try round([
      "self/A.csv": filed("a=10; b=2; x=1"), "self/B.csv": filed("a=x; b=1; x=10"),
      "carryover.csv": carryover("A,B,1"),
    ]).scored()
    #expect(try scored.leaf(of: "B") == "invalid 0.00||0.00")
  }
}
