import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Conflicts between appraisal rows")
struct AppraisalConflictTests {
  private func scored(_ rows: [String], second: [String] = []) throws -> Scored {
    var files = [
      "self/A.csv": filed("a=10; b=8"),
      "appraisal/1.csv": appraised(rows.map { "A,1.1,\($0)," }.joined(separator: "\n")),
    ]
    if !second.isEmpty {
      files["appraisal/2.csv"] = appraised(second.map { "A,1.1,\($0)," }.joined(separator: "\n"))
    }
    return try SmallRound(files).scored()
  }

  @Test(
    "Of two rows with the same key and other content neither is used",
    arguments: [
      (["1,b,5,,x", "1,b,6,,x"]), (["1,b,5,,x", "1,b,5,,y"]), (["1,,,5,x", "1,,,6,x"]),
      (["1,b,5,,x", "1,b,5,,x", "1,b,6,,x"]),
    ])
  func dropsConflict(_ rows: [String]) throws {
    let scored = try scored(rows)
    #expect(try scored.leaf() == "scored 8.00||8.00")
    #expect(scored.errors.last == "error appraisal-conflict appraisal/1.csv:\(rows.count + 1):-")
    #expect(try scored.problem("appraisal-conflict").words == ["1.1", "1", "2", "appraisal/1.csv"])
  }

  @Test("Rows in two files conflict as well, and both are named")
  func dropsConflictOfFiles() throws {
    let scored = try scored(["1,b,5,,x"], second: ["1,b,6,,x"])
    #expect(scored.errors == ["error appraisal-conflict appraisal/2.csv:2:-"])
    #expect(try scored.leaf() == "scored 8.00||8.00")
  }

  @Test("An exact repetition is a warning and counts once")
  func warnsOfRepetition() throws {
    let scored = try scored(["1,b,5,,x", "1,b,5,,x"], second: ["1,b,5,,x"])
    #expect(scored.errors.isEmpty)
    #expect(scored.problems.filter { $0.contains("row-repeated") }.count == 2)
    #expect(try scored.leaf() == "scored 8.00|5.00|5.00")
  }

  @Test(
    "Points and a value for one leaf and round are an error, neither is used",
    arguments: [["1,b,5,,x", "1,,,6,x"], ["1,,,6,x", "1,a,5,,x"]])
  func dropsBoth(_ rows: [String]) throws {
    let scored = try scored(rows + ["2,b,7,,x"])
    #expect(scored.errors.count == 1)
    #expect(scored.errors.first?.hasPrefix("error appraisal-both appraisal/1.csv") ?? false)
    #expect(try scored.leaf() == "scored 8.00|7.00|7.00")
  }

  @Test("Two points of one leaf and round are an error, neither is used")
  func dropsTwicePoints() throws {
    let scored = try scored(["1,a,,5,x", "1,b,,6,x"])
    #expect(scored.errors == ["error appraisal-twice-points appraisal/1.csv:3:-"])
    #expect(try scored.leaf() == "scored 8.00||8.00")
  }

  @Test("Other rounds and other leaves are other keys")
  func keepsOtherKeys() throws {
    #expect(try scored(["1,b,5,,x", "2,b,6,,x", "1,a,20,,x"]).leaf() == "scored 8.00|2.50,3.00|3.00")
  }

  @Test("Conflicts are reported in the order of their rows, on every run alike")
  func ordersProblems() throws {
    let names = (0..<12).map { "x\($0)" }
    let inputs = names.joined(separator: "; ")
    let rows = names.map { "A,1.1,1,\($0),1,,x," } + names.map { "A,1.1,1,\($0),2,,x," }
    let scored = try SmallRound(
      inputs: inputs, rule: "x0",
      ["self/A.csv": filed("x0=1"), "appraisal/1.csv": appraised(rows.joined(separator: "\n"))]
    ).scored()
    let lines = scored.results.problems.items.filter { $0.code.id == "appraisal-conflict" }.compactMap(
      \.place.row)
    #expect(lines == Array(14...25))
  }
}
