import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Surveys")
struct SurveyTests {
  private func round(_ files: [String: String], zero: String = "zero") -> SmallRound {
    SmallRound(
      inputs: "n1: Rất hài lòng; n2: Hài lòng; n3: Không", rule: "(n1 + n2*50%) / (n1 + n2 + n3) * full",
      leaf: ["method": "survey", "zero_denominator": zero], settings: "survey_min_answers,0\n", files)
  }

  @Test(
    "Counts of the same answer add up, over rows, files and respondent groups; an answer nobody gave is 0")
  func addsCounts() throws {
    let scored = try round([
      "survey/1.csv":
        "agency,criterion,answer,count,respondent_group\nA,1.1,n1,3,Người dân\nA,1.1,n1,1,Doanh nghiệp\n",
      "survey/2.csv": "mã cơ quan;mã tiêu chí;phương án trả lời\nA;1.1;n2\nA;1.1;n2\nA;1.1;n1\n",
    ]).scored()
    // n1 = 5, n2 = 2, n3 = 0: 6/7 of 10 points.
    #expect(try scored.leaf() == "scored -||8.57")
    #expect(scored.problems.isEmpty)
  }

  @Test("The same row twice adds up: surveys have no key")
  func addsRepetitions() throws {
    let scored = try round([
      "survey/1.csv": "agency,criterion,answer,count\nA,1.1,n1,1\nA,1.1,n1,1\nA,1.1,n3,2\n"
    ]).scored()
    #expect(try scored.leaf() == "scored -||5.00")
    #expect(scored.problems.isEmpty)
  }

  @Test("A leaf without a row is missing; one whose counts are all 0 is worked out and divides by 0")
  func tellsMissingFromZero() throws {
    #expect(try round([:]).scored().leaf() == "missing -||0.00")
    let zeros = ["survey/1.csv": "agency,criterion,answer,count\nA,1.1,n1,0\n"]
    #expect(try round(zeros, zero: "zero").scored().leaf() == "scored -||0.00")
    #expect(try round(zeros, zero: "full").scored().leaf() == "scored -||10.00")
    #expect(try round(zeros, zero: "exempt").scored().leaf() == "exempt -||-")
    #expect(try round(zeros, zero: "").scored().leaf() == "invalid -||0.00")
  }

  @Test("A survey without a row is missing although every input is optional")
  func missesOptional() throws {
    let rows = [
      Row("1", max: "5"), Row("1.1", max: "5", inputs: "n1[count?]", rule: "5", ["method": "survey"]),
    ]
    #expect(try SmallRound(rows).scored().leaf() == "missing -||0.00")
  }

  @Test("An unknown answer and a count that is none are errors and make the leaf invalid")
  func reportsAnswers() throws {
    for (row, line) in [
      ("A,1.1,n9,1", "error input-unknown survey/1.csv:3:answer"),
      ("A,1.1,n1,1.000", "error count-invalid survey/1.csv:3:count"),
      ("A,1.1,n1,-1", "error count-invalid survey/1.csv:3:count"),
      ("A,1.1,,1", "error input-unknown survey/1.csv:3:answer"),
    ] {
      let scored = try round(["survey/1.csv": "agency,criterion,answer,count\nA,1.1,n1,1\n\(row)\n"]).scored()
      #expect(scored.errors == [line])
      #expect(try scored.leaf() == "invalid -||0.00")
    }
  }

  @Test("Inputs of a survey leaf are counts")
  func requiresCounts() throws {
    let rows = [
      Row("1", max: "5"), Row("1.1", max: "5", inputs: "n1[yesno]: Có", rule: "5", ["method": "survey"]),
    ]
    #expect(
      try SmallRound(rows).scored().errors.contains("error inputs-invalid criteria/bo/criteria.csv:3:inputs"))
  }

  @Test("A survey leaf is not appraised")
  func refusesAppraisal() throws {
    let scored = try round([
      "survey/1.csv": "agency,criterion,answer\nA,1.1,n1\n",
      "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,X"),
    ]).scored()
    #expect(scored.errors == ["error appraisal-survey appraisal/1.csv:2:criterion"])
    #expect(try scored.leaf() == "scored -||10.00")
  }
}
