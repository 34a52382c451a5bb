import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Bands")
struct BandTests {
  private func round(_ bands: String, a: String = "1000", b: String, files: [String: String] = [:])
    -> SmallRound
  {
    SmallRound(["self/A.csv": filed("a=\(a); b=\(b)"), "set/bands.csv": bands].merging(files) { $1 })
  }

  private static let bands = "xếp loại,điều kiện\nXuất sắc,index >= 90%\nTốt,80% <= index < 90%\nYếu,else\n"

  @Test(
    "The first band that holds wins, on exact indices",
    arguments: [
      ("1000", "Xuất sắc"), ("900", "Xuất sắc"), ("899", "Tốt"), ("800", "Tốt"), ("799", "Yếu"), ("0", "Yếu"),
    ])
  func findsBand(_ b: String, _ wanted: String) throws {
    #expect(try round(Self.bands, b: b).scored().agency().band == wanted)
  }

  @Test("A set without bands gives none, an empty index none")
  func findsNone() throws {
    #expect(try SmallRound(["self/A.csv": filed("a=1; b=1")]).scored().agency().band == nil)
  }

  @Test("79.996 % prints as 80.00 % and is still below 80 %")
  func comparesExactly() throws {
    let rows = [Row("1", max: "1000", inputs: "x", rule: "x")]
    let scored = try SmallRound(
      rows, ["self/A.csv": filed("x=799.96", leaf: "1"), "set/bands.csv": Self.bands]
    ).scored()
    #expect(try scored.line() == "799.96/1000 80.00 1")
    #expect(try scored.agency().band == "Yếu")
  }

  @Test(
    "Conditions are over the index, percents and points of any row",
    arguments: [
      ("percent(\"1\") = 80%", true), ("percent(\"1.1\") < 80%", false), ("points(\"1.1\") = 8", true),
      ("points(\"1\") > 8", false),
      ("index = percent(\"1\")", true), ("index * 10 = points(\"1\")", true),
      ("min(index, percent(\"1.1\")) >= 80%", true),
      ("always", true), ("not always", false), ("1 / (index - 80%) > 0", false),
      ("not (1 / (index - 80%) > 0)", true),
      ("round(index, 0) = 1", true), ("count(index > 0, index > 1) = 1", true),
    ])
  func evaluates(_ condition: String, _ holds: Bool) throws {
    let bands = csv([["label", "condition"], ["Có", condition], ["Không", "else"]])
    #expect(try round(bands, b: "800").scored().agency().band == (holds ? "Có" : "Không"))
  }

  @Test(
    "A percent and points are null where the maximum is 0; a comparison with null is false and not of it holds"
  )
  func treatsNulls() throws {
    let rows = [
      Row("1", max: "10", inputs: "x", rule: "x"), Row("2", max: "5", kind: "bonus"),
      Row("2.1", max: "5", inputs: "x", rule: "x"),
    ]
    for (condition, holds) in [
      ("percent(\"2\") < 75%", false), ("points(\"2\") = 0", false), ("not (percent(\"2\") < 75%)", true),
      ("percent(\"2\") + 1 > 0", false), ("percent(\"2\") = percent(\"2\")", false), ("index >= 0", true),
    ] {
      let bands = csv([["label", "condition"], ["Có", condition], ["Không", "else"]])
      let files = [
        "self/A.csv": filed("x=5", leaf: "1"), "exemptions.csv": exempted(("A", "2")), "set/bands.csv": bands,
      ]
      #expect(try SmallRound(rows, files).scored().agency().band == (holds ? "Có" : "Không"), "\(condition)")
    }
  }

  @Test(
    "Slips in bands",
    arguments: [
      ([["Tốt", "index > 80%"]], ["error band-without-else:2"]),
      (
        [["Tốt", "else"], ["Khá", "index > 50%"]],
        ["error band-else-not-last:3", "warning rule-unreachable:3"]
      ),
      (
        [["Tốt", "index >= 80%"], ["Khá", "index >= 90%"], ["Yếu", "else"]], ["warning rule-unreachable:3"]
      ),
      ([["Tốt", ""], ["Yếu", "else"]], ["error cell-required:2"]),
      ([["", "index > 1"], ["Yếu", "else"]], ["error cell-required:2"]),
      ([["Tốt", "index > 1 and index < 0"], ["Yếu", "else"]], ["warning rule-never-holds:2"]),
      ([["Tốt", "percent(\"9\") > 1"], ["Yếu", "else"]], ["error rule-row-unknown:2"]),
      ([["Tốt", "full > 1"], ["Yếu", "else"]], ["error rule-name-unknown:2"]),
      ([["Tốt", "index > 0,5"], ["Yếu", "else"]], ["error rule-comma:2"]),
      ([["Tốt", "index > 1; index > 2"], ["Yếu", "else"]], ["error rule-unexpected:2"]),
      ([["Tốt", "index"], ["Yếu", "else"]], ["error rule-unexpected:2"]),
      ([["Tốt", "points(1.1) > 1"], ["Yếu", "else"]], ["error rule-unexpected:2"]),
      ([["Tốt", "empty(index)"], ["Yếu", "else"]], ["error rule-name-unknown:2"]),
      (
        [["Tốt", "head_rating > \"HTNV\""], ["Yếu", "else"]],
        ["error rule-type:2", "error rule-label-unknown:2"]
      ),
    ])
  func reportsSlips(_ rows: [[String]], _ wanted: [String]) throws {
    let scored = try round(csv([["label", "condition"]] + rows), b: "1").scored()
    let problems = scored.results.problems.items.filter { $0.place.file.hasSuffix("bands.csv") }
    #expect(problems.map { "\($0.severity.rawValue) \($0.code.id):\($0.place.row ?? 0)" } == wanted)
  }
}
