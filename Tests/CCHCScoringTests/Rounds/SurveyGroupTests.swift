import CCHCScoring
import TestSupport
import Testing

@Suite("Surveys by group of respondents")
struct SurveyGroupTests {
  private func round(_ files: [String: String], settings: String = "") -> SmallRound {
    SmallRound(
      inputs: "n1: Tốt; n2: Kém", rule: "n1 / (n1 + n2) * full",
      leaf: ["method": "survey", "zero_denominator": "zero"], settings: settings, files)
  }

  @Test("Answers are kept by group of respondents, whatever the order of rows")
  func keepsGroups() throws {
    let scored = try round([
      "survey/1.csv": """
      agency,criterion,answer,count,respondent_group
      A,1.1,n1,3,Người dân
      A,1.1,n2,1,Doanh nghiệp
      A,1.1,n1,2,Người dân
      A,1.1,n1,4,
      A,1.1,n1,1,Doanh nghiệp

      """
    ]).scored()
    let survey = try #require(scored.round[agency: 0][leaf: 0].survey)
    #expect(scored.round.evidence.respondentGroups == ["Doanh nghiệp", "Người dân"])
    #expect(survey.rows.map(\.group) == [0, 1, nil])
    #expect(survey.rows.map(\.counts) == [[1, 1], [5, 0], [4, 0]])
    #expect(survey.counts == [10, 1])
    #expect(scored.round.evidence.answers.count == 3)
  }

  @Test("Answers that pass to a successor keep their group")
  func carriesGroups() throws {
    let scored = try round([
      "agencies.csv": "agency,name,group,to,successor\nA,Sở A,so,2023-06-30,B\nB,Sở B,so,,\n",
      "carryover.csv": "agency,successor,criterion,decided_by\nA,B,*,QĐ 1\n",
      "survey/1.csv":
        "agency,criterion,answer,count,respondent_group\nA,1.1,n1,3,Người dân\nB,1.1,n1,2,Người dân\n",
    ]).scored()
    let survey = try #require(scored.round[agency: 1][leaf: 0].survey)
    #expect(survey.rows.map(\.counts) == [[5, 0]])
    #expect(survey.rows.map(\.group) == [0])
  }

  @Test("Few answers are told of once for each agency, and not where none is short")
  func warnsOfFewAnswers() throws {
    let table = ["survey/1.csv": "agency,criterion,answer,count\nA,1.1,n1,29\n"]
    let scored = try round(table).scored()
    #expect(scored.problems == ["warning survey-few-answers agencies.csv:2:agency"])
    #expect(scored.results[agency: 0].shortSurveys.map(\.answers) == [29])
    #expect(try round(table, settings: "survey_min_answers,29\n").scored().problems.isEmpty)
    #expect(try round(table, settings: "survey_min_answers,0\n").scored().problems.isEmpty)
  }

  @Test(
    "A column that names a person keeps the table from being read, a comment column too",
    arguments: [
      "Họ và tên", "name", "#Số điện thoại", "# CCCD", "Email", "phone_number", "ĐỊA CHỈ",
      "tên người trả lời",
    ])
  func refusesPersons(heading: String) throws {
    let scored = try round([
      "survey/1.csv": "agency,criterion,answer,\(heading)\nA,1.1,n1,x\n"
    ]).scored()
    #expect(scored.errors == ["error survey-personal-column survey/1.csv:1:\(heading)"])
    #expect(try scored.leaf() == "missing -||0.00")
  }

  @Test(
    "Other comment columns may stand",
    arguments: ["#tên cơ quan", "#ghi chú", "#tài liệu chứng minh", "#stt"])
  func acceptsComments(heading: String) throws {
    let scored = try round([
      "survey/1.csv": "agency,criterion,answer,count,\(heading)\nA,1.1,n1,30,x\n"
    ]).scored()
    #expect(scored.problems.isEmpty)
  }
}
