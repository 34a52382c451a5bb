import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Codes that a spreadsheet changed")
struct ChangedCodeTests {
  /// Field 3 with the leaves 3.1, 3.2 and 3.10, field 4 with 4.12 and 4.2.3; 3.10 alone has an input c.
  private static let round = SmallRound([
    Row("3", max: "30"), Row("3.1", max: "10", inputs: "a", rule: "a"),
    Row("3.2", max: "10", inputs: "a", rule: "a"),
    Row("3.10", max: "10", inputs: "a; c[?]", rule: "a"), Row("4", max: "20"),
    Row("4.12", max: "10", inputs: "a", rule: "a"), Row("4.2", max: "10"),
    Row("4.2.3", max: "10", inputs: "a", rule: "a"),
  ])

  private func scored(_ row: String) throws -> Scored {
    try Self.round.with(["self/A.csv": "criterion,criterion_name,input,value\n\(row)\n"]).scored()
  }

  @Test(
    "A code that became a number or a date is told by its name, and its row is not used",
    arguments: [
      ("3.1,Tiêu chí 3.10,a,1", "3.10"), ("03/10/2026,Tiêu chí 3.10,a,1", "3.10"),
      ("2026-10-03,Tiêu chí 3.10,a,1", "3.10"), ("2026-10-03,,a,1", "3.10"), ("3-Oct,,a,1", "3.10"),
      ("Oct-03,,a,1", "3.10"), ("3/10,,a,1", "3.10"), ("03-thg 10,,a,1", "3.10"), ("46298,,a,1", "3.10"),
      ("\"3,10\",,a,1", "3.1 / 3.10"), ("\"3,10\",Tiêu chí 3.10,a,1", "3.10"), ("12/04/2026,,a,1", "4.12"),
      ("04/12/2026,,a,1", "4.12"), ("04/02/2003,,a,1", "4.2.3"), ("3.20,,a,1", "3.2"), ("3.1,,c,1", "3.10"),
      ("03.1,,a,1", "3.1 / 3.10"),
    ])
  func tellsChange(_ row: String, _ code: String) throws {
    let scored = try scored(row)
    let problem = try scored.problem("criterion-code-spreadsheet")
    #expect(problem.message(in: .vietnamese).hasPrefix("Excel đã đổi mã \(code); hãy dùng tệp .xlsx"))
    // An input that the leaf lacks makes it invalid, whatever code was meant.
    let state = row.contains(",c,") ? "invalid" : "missing"
    #expect(try scored.leaf("3.1") == "\(state) 0.00||0.00")
    #expect(try scored.leaf("3.10") == "missing 0.00||0.00")
  }

  @Test(
    "What no spreadsheet made of a code is another problem",
    arguments: [
      ("3.2,Tiêu chí 3.10,a,1", "criterion-code-changed"), ("3.3,,a,1", "criterion-unknown"),
      ("03/11/2026,,a,1", "criterion-unknown"), ("x,,a,1", "criterion-unknown"),
      ("3.1,Tên khác,a,1", "criterion-name-differs"), ("3.2,,c,1", "input-unknown"),
    ])
  func tellsOther(_ row: String, _ code: String) throws {
    #expect(try scored(row).codes.contains(code))
    #expect(try !scored(row).codes.contains("criterion-code-spreadsheet"))
  }

  @Test(
    "A number cell stands for a code that has no lookalike, or that its name confirms",
    arguments: [
      (["3.2", "", "a", "1"], nil, "3.2"), (["3.1", "Tiêu chí 3.1", "a", "1"], nil, "3.1"),
      (["3.1", "", "a", "1"], "criterion-code-number", "3.1"),
      (["3.1", "Tên khác", "a", "1"], "criterion-code-number", "3.1"),
      (["3.1", "Tiêu chí 3.10", "a", "1"], "criterion-code-spreadsheet", "3.10"),
    ] as [([String], String?, String)])
  func readsNumber(_ row: [String], _ code: String?, _ leaf: String) throws {
    let scored = try Self.round.scored { folder in
      let book = workbook(cells: [["criterion", "criterion_name", "input", "value"], row], numbers: [0, 3])
      try folder.write(book, to: "evidence/ky/self/A.xlsx")
    }
    #expect(try scored.leaf(leaf) == (code == nil ? "scored 1.00||1.00" : "missing 0.00||0.00"))
    guard let code else { return #expect(scored.errors == []) }
    #expect(try scored.problem(code).place.cell == "A2")
  }

  @Test("Exemptions and the council ask for sure codes, too", arguments: ["exemptions", "council"])
  func asksForSureCodes(_ name: String) throws {
    let headings =
      name == "council" ? ["criterion", "appraiser"] : ["criterion", "agency", "reason", "decided_by"]
    for (code, wanted) in [("3.1", "criterion-code-number"), ("3.20", "criterion-code-spreadsheet")] {
      let scored = try Self.round.scored { folder in
        // A number cell loses the 0; a text keeps it.
        let cells = [headings, [code, "A", "x", "y"].prefix(headings.count).map(\.self)]
        try folder.write(
          workbook(cells: cells, numbers: code == "3.1" ? [0] : []), to: "evidence/ky/\(name).xlsx")
      }
      #expect(try scored.problem(wanted).place.file == "\(name).xlsx")
    }
  }

  @Test("In the set's own table a number that comes twice and a date are told")
  func tellsInSet() throws {
    let table = [
      ["code", "name", "max_points", "inputs", "rule"], ["3", "x", "2", "", ""], ["3.1", "y", "1", "a", "a"],
      ["3.1", "z", "1", "a", "a"],
    ]
    let scored = try Self.round.scored { folder in
      try folder.write(workbook(cells: table, numbers: [0, 2]), to: "criteria/bo/criteria.xlsx")
      try folder.remove("criteria/bo/criteria.csv")
    }
    let problem = try scored.problem("criterion-code-spreadsheet")
    #expect(problem.place.cell == "A4" && problem.message(in: .english).contains("the code 3.10;"))
  }

  @Test("Survey and appraisal rows are checked by their name, too", arguments: ["survey", "appraisal"])
  func checksNames(_ name: String) throws {
    let files = [
      "survey": "agency,criterion,tên tiêu chí,answer\nA,3.1,Tiêu chí 3.10,a\n",
      "appraisal": "agency,criterion,tên tiêu chí,round\nA,3.1,Tiêu chí 3.10,1\n",
    ]
    let scored = try Self.round.with(["\(name)/1.csv": files[name] ?? ""]).scored()
    #expect(scored.codes.contains("criterion-code-spreadsheet"))
  }
}
