import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Appraisals")
struct AppraisalTests {
  /// a = 10 and b = 8 are filed: 8.00 points; SNV appraises, VPUB stands in.
  private func round(_ rows: [String], filed figures: String = "a=10; b=8", _ others: [String: String] = [:])
    -> SmallRound
  {
    SmallRound(
      leaf: ["zero_denominator": "zero", "appraiser": "SNV", "min_points": "-1"],
      [
        "self/A.csv": filed(figures), "council.csv": "criterion,appraiser,substitute\n1.1,SNV,VPUB\n",
        "appraisal/1.csv": appraised(rows.joined(separator: "\n")),
      ].merging(others) { $1 })
  }

  @Test(
    "Round k starts from what round k-1 left",
    arguments: [
      // Agreeing, a corrected figure, points.
      (["1,,,,,SNV"], "8.00|8.00|8.00"), (["1,b,5,,x,SNV"], "8.00|5.00|5.00"),
      (["1,,,6,x,SNV"], "8.00|6.00|6.00"),
      // A corrected figure stays until a later round corrects it.
      (["1,b,5,,x,SNV", "2,,,,,SNV"], "8.00|5.00,5.00|5.00"),
      (["1,b,5,,x,SNV", "2,a,20,,x,SNV"], "8.00|5.00,2.50|2.50"),
      (["1,b,5,,x,SNV", "2,b,9,,x,SNV"], "8.00|5.00,9.00|9.00"),
      (["1,a,20,,x,SNV", "1,b,5,,x,SNV"], "8.00|2.50|2.50"),
      // Points stand until a later round gives points or a value.
      (["1,,,6,x,SNV", "2,,,,,SNV"], "8.00|6.00,6.00|6.00"),
      (["1,,,6,x,SNV", "2,,,7.5,x,SNV"], "8.00|6.00,7.50|7.50"),
      // A value after points: worked out again from the figures, with all corrections so far.
      (["1,b,5,,x,SNV", "2,,,9,x,SNV", "3,a,20,,x,SNV"], "8.00|5.00,9.00,2.50|2.50"),
      (["1,,,9,x,SNV", "2,b,4,,x,SNV"], "8.00|9.00,4.00|4.00"),
      // Rounds need not follow one another, nor stand in order.
      (["3,b,4,,x,SNV", "1,b,5,,x,SNV"], "8.00|5.00,4.00|4.00"), (["7,,,,,SNV"], "8.00|8.00|8.00"),
      // A row with an empty round is not yet an appraisal.
      ([",b,5,,x,SNV"], "8.00||8.00"), ([",,,,,"], "8.00||8.00"),
      (["1,b,5,,x,SNV", ",b,6,,x,SNV"], "8.00|5.00|5.00"),
      // Within the leaf's range.
      (["1,,,-1,x,SNV"], "8.00|-1.00|-1.00"), (["1,,,10,x,SNV"], "8.00|10.00|10.00"),
      (["1,,,10.00,x,SNV"], "8.00|10.00|10.00"),
      // The leaf's member, its substitute, the council and its standing body, in either language.
      (["1,,,6,x,VPUB"], "8.00|6.00|6.00"), (["1,,,6,x,council"], "8.00|6.00|6.00"),
      (["1,,,6,x,Hội đồng"], "8.00|6.00|6.00"),
      (["1,,,6,x,standing"], "8.00|6.00|6.00"), (["1,,,6,x,THƯỜNG TRỰC"], "8.00|6.00|6.00"),
      // An agreeing row may name an input.
      (["1,b,,,,SNV"], "8.00|8.00|8.00"),
    ])
  func builds(_ rows: [String], _ wanted: String) throws {
    let scored = try round(rows.map { "A,1.1," + $0 }).scored()
    #expect(try scored.leaf() == "scored " + wanted)
    #expect(scored.problems.isEmpty)
  }

  @Test(
    "A row with an error is not used",
    arguments: [
      ("1,b,5,,,SNV", "appraisal-without-reason", "reason"),
      ("1,,,5,,SNV", "appraisal-without-reason", "reason"),
      ("1,,,11,x,SNV", "appraisal-points-range", "points"),
      ("1,,,-1.01,x,SNV", "appraisal-points-range", "points"),
      ("1,,,5.001,x,SNV", "appraisal-points-range", "points"), ("1,,,năm,x,SNV", "number-invalid", "points"),
      ("1,b,5,5,x,SNV", "appraisal-both", "points"), ("1,,,5,x,STC", "appraiser-wrong", "appraiser"),
      ("1,,,5,x,", "appraiser-missing", "appraiser"), ("1,,,,,STC", "appraiser-wrong", "appraiser"),
      ("1,,,5,x,A", "appraiser-own", "appraiser"),
      ("1,,,5,x,snv", "appraiser-wrong", "appraiser"), ("0,,,5,x,SNV", "appraisal-round", "round"),
      ("-1,,,5,x,SNV", "appraisal-round", "round"),
      ("1.5,,,5,x,SNV", "appraisal-round", "round"), ("một,,,5,x,SNV", "appraisal-round", "round"),
      ("1,,5,,x,SNV", "appraisal-input-missing", "input"),
      ("1,c,5,,x,SNV", "input-unknown", "input"),
    ])
  func refuses(_ row: String, _ code: String, _ column: String) throws {
    let scored = try round(["A,1.1," + row]).scored()
    #expect(scored.errors == ["error \(code) appraisal/1.csv:2:\(column)"])
    #expect(try scored.leaf() == "scored 8.00||8.00")
  }

  @Test("Where neither set nor council names an appraiser, any is right and the cell may be empty")
  func takesAnyAppraiser() throws {
    let files = ["self/A.csv": filed("a=10; b=8")]
    for appraiser in ["", "STC", "hội đồng"] {
      let scored = try SmallRound(
        files.merging(["appraisal/1.csv": appraised("A,1.1,1,,,6,x,\(appraiser)")]) { $1 }
      ).scored()
      #expect(try scored.final() == "6.00")
      #expect(scored.errors.isEmpty)
    }
    let own = try SmallRound(files.merging(["appraisal/1.csv": appraised("A,1.1,1,,,6,x,A")]) { $1 }).scored()
    #expect(own.errors == ["error appraiser-own appraisal/1.csv:2:appraiser"])
  }

  @Test("council.csv overrides the set's appraiser for a row and all below it")
  func overridesAppraiser() throws {
    let rows = [
      Row("1", max: "4"), Row("1.1", max: "2"),
      Row("1.1.1", max: "1", inputs: "x", rule: "x", ["appraiser": "STC"]),
      Row("1.1.2", max: "1", inputs: "x", rule: "x"),
      Row("1.2", max: "2", inputs: "x", rule: "x", ["appraiser": "SYT"]),
    ]
    func whoFits(_ council: String) throws -> [String] {
      try ["1.1.1", "1.1.2", "1.2"].map { leaf in
        try ["SNV", "STC", "SYT", "VPUB"].filter { appraiser in
          let files = [
            "council.csv": "criterion,appraiser,substitute\n" + council,
            "appraisal/1.csv": appraised("A,\(leaf),1,,,1,x,\(appraiser)"),
          ]
          return try SmallRound(rows, files).scored().final(leaf) == "1.00"
        }.joined(separator: " ")
      }
    }
    #expect(try whoFits("") == ["STC", "SNV STC SYT VPUB", "SYT"])
    #expect(try whoFits("1.1,SNV,VPUB\n") == ["SNV VPUB", "SNV VPUB", "SYT"])
    #expect(try whoFits("1,VPUB,\n1.1.1,SNV,\n") == ["SNV", "VPUB", "VPUB"])
  }

  @Test("A corrected figure that is not of its type makes that round invalid; a later round may settle it")
  func invalidatesRound() throws {
    let wrong = try round(["A,1.1,1,b,x,,x,SNV"]).scored()
    #expect(try wrong.leaf() == "invalid 8.00|0.00|0.00")
    #expect(wrong.errors == ["error value-invalid appraisal/1.csv:2:value"])
    let settled = try round(["A,1.1,1,b,x,,x,SNV", "A,1.1,2,b,5,,x,SNV"]).scored()
    #expect(try settled.leaf() == "scored 8.00|0.00,5.00|5.00")
    #expect(settled.problems == ["warning value-invalid appraisal/1.csv:2:value"])
    #expect(try round(["A,1.1,1,b,không áp dụng,,x,SNV"]).scored().leaf() == "invalid 8.00|0.00|0.00")
  }

  @Test(
    "An error that an appraisal settles is a warning",
    arguments: [
      ("a=10; b=x", "b,7,,x", "scored 0.00|7.00|7.00", "warning value-invalid self/A.csv:3:value"),
      ("a=10; b=x", ",,7,x", "scored 0.00|7.00|7.00", "warning value-invalid self/A.csv:3:value"),
      ("a=10; b=x", ",,,", "invalid 0.00|0.00|0.00", "error value-invalid self/A.csv:3:value"),
      ("a=10; b=1; b=2", "b,7,,x", "scored 0.00|7.00|7.00", "warning row-conflict self/A.csv:4:-"),
      ("a=10; b=1; b=2", "a,5,,x", "invalid 0.00|0.00|0.00", "error row-conflict self/A.csv:4:-"),
      ("a=10; b=1; c=2", ",,7,x", "scored 0.00|7.00|7.00", "warning input-unknown self/A.csv:4:input"),
      ("a=10; b=1; c=2", "b,7,,x", "invalid 0.00|0.00|0.00", "error input-unknown self/A.csv:4:input"),
    ])
  func settles(_ figures: String, _ row: String, _ leaf: String, _ problem: String) throws {
    let scored = try round(["A,1.1,1,\(row),SNV"], filed: figures).scored()
    #expect(try scored.leaf() == leaf)
    #expect(scored.problems == [problem])
  }

  @Test("A check or a division that fails on what was filed and holds after the appraisal is a warning")
  func settlesFaults() throws {
    let leaf = ["checks": "b <= a"]
    let files = ["self/A.csv": filed("a=8; b=10"), "appraisal/1.csv": appraised("A,1.1,1,b,4,,x,")]
    let scored = try SmallRound(rule: "b", leaf: leaf, files).scored()
    #expect(try scored.leaf() == "scored 0.00|4.00|4.00")
    #expect(scored.problems == ["warning check-fails self/A.csv:2:-"])
    let worse = ["self/A.csv": filed("a=8; b=4"), "appraisal/1.csv": appraised("A,1.1,1,b,10,,x,")]
    let failing = try SmallRound(rule: "b", leaf: leaf, worse).scored()
    #expect(try failing.leaf() == "invalid 4.00|0.00|0.00")
    #expect(failing.errors == ["error check-fails appraisal/1.csv:2:-"])
    let zero = ["self/A.csv": filed("a=0; b=4"), "appraisal/1.csv": appraised("A,1.1,1,a,5,,x,")]
    let divided = try SmallRound(zero).scored()
    #expect(try divided.leaf() == "scored 0.00|8.00|8.00")
    #expect(divided.problems.contains("warning division-by-zero self/A.csv:2:-"))
    #expect(divided.errors.isEmpty)
  }

  @Test("What is missing may be filled in by an appraisal")
  func fillsMissing() throws {
    let scored = try round(["A,1.1,1,b,8,,x,SNV"], filed: "a=10").scored()
    #expect(try scored.leaf() == "scored 0.00|8.00|8.00")
    #expect(scored.problems.isEmpty)
  }

  @Test(
    "A request stands until an appraisal gives points or a value for that input; agreeing grants nothing",
    arguments: [
      (",,,", "requested 0.00|0.00|0.00"), (",,6,x", "scored 0.00|6.00|6.00"),
      ("b,6,,x", "scored 0.00|6.00|6.00"),
      ("a,20,,x", "requested 0.00|0.00|0.00"),
    ])
  func answersRequest(_ row: String, _ wanted: String) throws {
    #expect(try round(["A,1.1,1,\(row),SNV"], filed: "a=10; b=không áp dụng").scored().leaf() == wanted)
  }

  @Test("Rows of a leaf exempt in exemptions.csv are a warning and are not used")
  func ignoresExempt() throws {
    let scored = try round(["A,1.1,1,,,6,x,SNV"], ["exemptions.csv": exempted(("A", "1"))]).scored()
    #expect(try scored.leaf() == "exempt -||-")
    #expect(scored.errors.isEmpty)
    #expect(scored.problems.contains("warning exempt-row appraisal/1.csv:2:criterion"))
  }

  @Test("A leaf exempt only by its zero denominator is appraised like any other")
  func appraisesExemptByZero() throws {
    let files = [
      "self/A.csv": filed("a=0; b=0"),
      "appraisal/1.csv": appraised("A,1.1,1,,,,,", "A,1.1,2,,,4,x,", "A,1.1,3,a,0,,x,"),
    ]
    #expect(
      try SmallRound(leaf: ["zero_denominator": "exempt"], files).scored().leaf() == "exempt -|-,4.00,-|-")
  }

  @Test("An external leaf is appraised; its self column stays empty")
  func appraisesExternal() throws {
    let files = [
      "external/x.csv": "agency,criterion,input,value\nA,1.1,a,10\nA,1.1,b,8\n",
      "appraisal/1.csv": appraised("A,1.1,1,b,5,,x,"),
    ]
    #expect(try SmallRound(leaf: ["method": "external"], files).scored().leaf() == "scored -|5.00|5.00")
  }
}
