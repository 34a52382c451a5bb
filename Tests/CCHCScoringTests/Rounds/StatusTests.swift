import CCHCDrafting
import CCHCForms
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Statuses of leaves")
struct StatusTests {
  private func leaf(
    _ figures: String, _ leaf: [String: String] = ["zero_denominator": "zero"], rule: String = "b/a * full"
  )
    throws -> String
  { try SmallRound(rule: rule, leaf: leaf, ["self/A.csv": filed(figures)]).scored().leaf() }

  @Test("1. A monitored leaf has no points, whatever is filed or exempt")
  func monitors() throws {
    let rows = [
      Row("1", max: "5"), Row("1.1", max: "5", inputs: "a", rule: "a"),
      Row("1.2", max: "", inputs: "a", rule: "", ["kind": "monitored"]),
    ]
    let round = SmallRound(rows, ["self/A.csv": filed("a=5") + filed("a=7", leaf: "1.2").dropHeader()])
    #expect(try round.scored().leaf("1.2") == "monitored -||-")
    #expect(try round.scored().line() == "5.00/5 100.00 1")
    #expect(
      try round.with(["exemptions.csv": exempted(("A", "1.2"))]).scored().leaf("1.2") == "monitored -||-")
  }

  @Test("2. An exempt leaf has no points and leaves the maximum")
  func exempts() throws {
    let rows = [
      Row("1", max: "15"), Row("1.1", max: "5", inputs: "a", rule: "a"),
      Row("1.2", max: "10", inputs: "a", rule: "a"),
    ]
    let scored = try SmallRound(rows, ["self/A.csv": filed("a=4"), "exemptions.csv": exempted(("A", "1.2"))])
      .scored()
    #expect(try scored.leaf("1.2") == "exempt -||-")
    #expect(try scored.line() == "4.00/5 80.00 1")
    #expect(scored.problems.isEmpty)
  }

  @Test(
    "3. Asking for an exemption gives 0 points and leaves the maximum as it is",
    arguments: ["a=không áp dụng; b=8", "a=10; b=Không Áp Dụng", "a=not applicable", "a=NOT APPLICABLE; b=x"])
  func requests(_ figures: String) throws {
    let scored = try SmallRound(["self/A.csv": filed(figures)]).scored()
    #expect(try scored.leaf() == "requested 0.00||0.00")
    #expect(try scored.line() == "0.00/10 0.00 1")
    #expect(scored.problems.contains { $0.hasPrefix("warning leaf-requested self/A.csv:2") })
  }

  @Test(
    "4. A value that is not of its type makes the leaf invalid, before anything is missing",
    arguments: [
      ("number", "-1"), ("number", "x"), ("number", "1.000.000"), ("number", "1e3"), ("count", "1.5"),
      ("count", "-1"),
      ("count", "1.000"), ("count", "10%"), ("signed", "--1"), ("yesno", "2"), ("yesno", "đúng"),
      ("date", "31/2/2023"),
      ("date", "2023"), ("choice: x|y", "z"), ("choice: x|y", "x|y"),
    ])
  func invalidates(_ type: String, _ value: String) throws {
    let inputs = type == "number" ? "x; b" : "x[\(type)]; b"
    let rule = "count(b = 1)"
    let scored = try SmallRound(inputs: inputs, rule: rule, ["self/A.csv": filed("x=\(value)")]).scored()
    #expect(try scored.leaf() == "invalid 0.00||0.00")
    #expect(scored.problems == ["error value-invalid self/A.csv:2:value"])
  }

  @Test(
    "Values of each type",
    arguments: [
      ("x", "x", "0,5", "0.50"), ("x", "x", "80%", "0.80"), ("x[signed]", "x + 5", "-2.5", "2.50"),
      ("x[count]", "x", "007", "7.00"), ("x[yesno]", "x: 1; else: 2", "có", "1.00"),
      ("x[yesno]", "x: 1; else: 2", "KHÔNG", "2.00"),
      ("x[yesno]", "x: 1; else: 2", "yes", "1.00"), ("x[yesno]", "x: 1; else: 2", "No", "2.00"),
      ("x[yesno]", "x: 1; else: 2", "Đạt", "1.00"),
      ("x[yesno]", "x: 1; else: 2", "không đạt", "2.00"), ("x[yesno]", "x: 1; else: 2", "1", "1.00"),
      ("x[yesno]", "x: 1; else: 2", "0", "2.00"),
      ("x[date]", "x - 2023-03-31", "1/4/2023", "1.00"), ("x[date]", "x - 2023-03-31", "2023-04-02", "2.00"),
      ("x[choice: đúng|sai]", "x = \"đúng\": 1; else: 2", "ĐÚNG", "1.00"),
      ("x[lựa chọn: đúng|sai]", "x = \"đúng\": 1; else: 2", "sai", "2.00"),
      ("x[có/không]", "x: 1; else: 2", "có", "1.00"), ("x[số đếm]", "x", "3", "3.00"),
      ("x[số có dấu]", "-x", "-3", "3.00"),
      ("x[ngày]", "x - 2023-03-31", "01/04/2023", "1.00"),
    ])
  func readsValues(_ inputs: String, _ rule: String, _ value: String, _ points: String) throws {
    #expect(
      try SmallRound(inputs: inputs, rule: rule, ["self/A.csv": filed("x=\(value)")]).scored().final()
        == points)
  }

  @Test(
    "5. A needed input that is not filed makes the leaf missing",
    arguments: ["a=10", "b=8", "a=10; b=", "a=; b="])
  func misses(_ figures: String) throws {
    let scored = try SmallRound(leaf: ["checks": "b <= a"], ["self/A.csv": filed(figures)]).scored()
    #expect(try scored.leaf() == "missing 0.00||0.00")
    #expect(scored.problems.contains { $0.hasPrefix("warning leaf-missing self/A.csv") })
    #expect(scored.errors.isEmpty)
  }

  @Test("Inputs that are optional, or that neither rule nor checks name, may be missing")
  func missesNothing() throws {
    let files = ["self/A.csv": filed("a=4")]
    #expect(try SmallRound(inputs: "a; b", rule: "a", files).scored().leaf() == "scored 4.00||4.00")
    #expect(
      try SmallRound(inputs: "a; b[?]", rule: "empty(b): a; else: b", files).scored().leaf()
        == "scored 4.00||4.00")
    #expect(try SmallRound(inputs: "a; b[?]", rule: "a + b", files).scored().leaf() == "scored 0.00||0.00")
    #expect(
      try SmallRound(inputs: "a; b", rule: "a", leaf: ["checks": "b = b"], files).scored().leaf()
        == "missing 0.00||0.00")
  }

  @Test("An agency without any file misses every leaf, and no other's")
  func missesEverything() throws {
    let scored = try SmallRound([
      "agencies.csv": "agency,name,group\nA,a,so\nB,b,so\n", "self/B.csv": filed("a=1; b=1"),
    ]).scored()
    #expect(try scored.leaf(of: "A") == "missing 0.00||0.00")
    #expect(try scored.leaf(of: "B") == "scored 10.00||10.00")
    #expect(scored.ranking == ["B 1", "A 2"])
  }

  @Test("6. A check that is false, divides by 0 or names an empty input makes the leaf invalid")
  func checks() throws {
    let checks = ["checks": "b <= a; b/a >= 0", "zero_denominator": "full"]
    let failing = try SmallRound(leaf: checks, ["self/A.csv": filed("a=8; b=10")]).scored()
    #expect(try failing.leaf() == "invalid 0.00||0.00")
    #expect(failing.errors == ["error check-fails self/A.csv:2:-"])
    #expect(try failing.problem("check-fails").words.suffix(2) == ["b <= a", "a = 8, b = 10"])
    let dividing = try SmallRound(leaf: checks, ["self/A.csv": filed("a=0; b=0")]).scored()
    #expect(try dividing.leaf() == "invalid 0.00||0.00")
    #expect(try dividing.problem("check-fails").words.suffix(2) == ["b/a >= 0", "a = 0, b = 0"])
    let empty = SmallRound(
      inputs: "a; b[?]", rule: "a", leaf: ["checks": "b <= a"], ["self/A.csv": filed("a=5")])
    #expect(try empty.scored().leaf() == "invalid 0.00||0.00")
    let guarded = SmallRound(
      inputs: "a; b[?]", rule: "a", leaf: ["checks": "empty(b) or b <= a"], ["self/A.csv": filed("a=5")])
    #expect(try guarded.scored().leaf() == "scored 5.00||5.00")
  }

  @Test(
    "7. A division by 0 follows zero_denominator",
    arguments: [
      ("zero", "scored 0.00||0.00"), ("0 điểm", "scored 0.00||0.00"), ("full", "scored 10.00||10.00"),
      ("Điểm tối đa", "scored 10.00||10.00"),
      ("exempt", "exempt -||-"), ("không đánh giá", "exempt -||-"), ("", "invalid 0.00||0.00"),
    ])
  func divides(_ policy: String, _ wanted: String) throws {
    let scored = try SmallRound(leaf: ["zero_denominator": policy], ["self/A.csv": filed("a=0; b=0")])
      .scored()
    #expect(try scored.leaf() == wanted)
    #expect(scored.errors == (policy.isEmpty ? ["error division-by-zero self/A.csv:2:-"] : []))
    let line =
      switch wanted {
      case "exempt -||-": "0.00/0 - -"
      case "scored 10.00||10.00": "10.00/10 100.00 1"
      default: "0.00/10 0.00 1"
      }
    #expect(try scored.line() == line)
  }

  @Test("zero_denominator takes the place of the whole rule's value, which is then limited")
  func replacesWholeRule() throws {
    #expect(try leaf("a=0; b=5", ["zero_denominator": "zero"], rule: "5 + b/a") == "scored 0.00||0.00")
    #expect(
      try leaf("a=0; b=5", ["zero_denominator": "full"], rule: "b/a > 1: 3; else: 1") == "scored 10.00||10.00"
    )
    #expect(
      try leaf("a=0; b=5", ["zero_denominator": "zero", "min_points": "2"], rule: "b/a")
        == "scored 2.00||2.00")
  }

  @Test(
    "8. The value is limited to the leaf's range, then rounded",
    arguments: [
      ("b/a * 20", "", "10.00"), ("-b", "", "0.00"), ("-b", "-1", "-1.00"), ("-b/a", "-1", "-0.80"),
      ("1/3", "", "0.33"),
      ("2/3", "", "0.67"), ("0.125", "", "0.13"), ("-0.125", "-5", "-0.13"), ("0", "3.5", "3.50"),
      ("10.004", "", "10.00"),
    ])
  func limits(_ rule: String, _ minimum: String, _ wanted: String) throws {
    let scored = try SmallRound(
      rule: rule + " + 0 * b", leaf: ["min_points": minimum, "zero_denominator": "zero"],
      ["self/A.csv": filed("a=10; b=8")]
    ).scored()
    #expect(try scored.final() == wanted)
  }

  @Test(
    "Points are rounded by the set's decimals and mode",
    arguments: [
      ("0", "half_up", "1"), ("0", "half_even", "0"), ("0", "down", "0"), ("1", "half_up", "0.5"),
      ("2", "down", "0.50"),
      ("4", "half_up", "0.5000"), ("", "", "0.50"),
    ])
  func roundsPoints(_ decimals: String, _ mode: String, _ wanted: String) throws {
    let settings = "point_decimals,\(decimals)\nrounding,\(mode)\n"
    #expect(try SmallRound(settings: settings, ["self/A.csv": filed("a=20; b=1")]).scored().final() == wanted)
  }

  @Test("A value beyond the exact range makes the leaf invalid")
  func overflows() throws {
    let scored = try SmallRound(
      rule: "a*a*a*a/b", leaf: ["zero_denominator": "zero"], ["self/A.csv": filed("a=999999999999; b=1")]
    ).scored()
    #expect(try scored.leaf() == "invalid 0.00||0.00")
    #expect(scored.errors == ["error value-too-large self/A.csv:2:-"])
  }

  @Test("A leaf whose rule has an error is invalid")
  func invalidatesBrokenRule() throws {
    let scored = try SmallRound(rule: "b/ax", ["self/A.csv": filed("a=1; b=1")]).scored()
    #expect(try scored.leaf() == "invalid 0.00||0.00")
    #expect(scored.errors == ["error rule-name-unknown criteria/bo/criteria.csv:3:rule"])
  }
}

extension String {
  /// The text without its first line.
  func dropHeader() -> String { String(drop { $0 != "\n" }.dropFirst()) }
}
