import CCHCBooks
import CCHCCriteria
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Slips of names and types in rules")
struct RuleMeaningFaultTests {
  @Test(
    "An unknown name is answered with the nearest input or word",
    arguments: [
      ("dung_ham / a", "1", "dung_han"), ("a + Dung_han", "5", "dung_han"), ("fulll", "1", "full"),
      ("Full", "1", "full"),
      ("rounb(a, 1)", "1", "round"), ("cuont(v, w)", "1", "count"),
    ])
  func suggestsName(_ rule: String, _ position: String, _ wanted: String) throws {
    let problem = try #require(try RuleLab.problems(rule).first)
    #expect(problem.code.id == "rule-name-unknown")
    #expect(problem.words.first == position)
    #expect(problem.suggestion == wanted)
  }

  @Test("All unknown names of a rule are reported in one run")
  func collectsFaults() throws {
    #expect(
      try RuleLab.faults("khong_co + cung_khong * s") == [
        "rule-name-unknown@1", "rule-name-unknown@12", "rule-type@25",
      ])
  }

  @Test(
    "Words of conditions on results and words kept for later have no meaning in a leaf's rule",
    arguments: [
      "index", "percent(\"1\")", "points(\"1\")", "best", "workdays(d, e)", "rank", "else", "or",
    ])
  func refusesReservedWord(_ rule: String) throws {
    let problem = try #require(try RuleLab.problems(rule).first)
    #expect(["rule-name-unknown", "rule-name-elsewhere", "rule-unexpected"].contains(problem.code.id))
    #expect(problem.words.first == "1")
    #expect(problem.suggestion == nil || problem.suggestion != problem.words[1])
  }

  @Test(
    "No input may bear a reserved word; in another case it may",
    arguments: [
      "and", "or", "not", "else", "always", "empty", "full", "count", "min", "max", "round", "percent",
      "points",
      "index", "head_rating", "best", "workdays", "rank", "late_days",
    ])
  func refusesReservedInput(_ word: String) throws {
    let problems = try RuleLab.load(["1"], max: "10", inputs: "\(word): Tên").problems.items
    #expect(problems.map(\.code.id) == ["inputs-invalid"])
    #expect(problems.first?.words.first == word)
    #expect(
      try RuleLab.load([word.uppercased()], max: "10", inputs: "\(word.uppercased()): Tên").problems.items
        .isEmpty)
  }

  @Test(
    "Types: what does not add up or compare",
    arguments: [
      ("\"a\" + 1", "1"), ("s + 1", "1"), ("1 + s", "5"), ("v + 1", "1"), ("v = 1: 1; else: 0", "5"),
      ("v = w: 1; else: 0", "5"), ("1 = v: 1; else: 0", "5"), ("s > \"kịp thời\": 1; else: 0", "5"),
      ("s <= \"kịp thời\": 1; else: 0", "6"), ("s = 1: 1; else: 0", "5"), ("d > 5: 1; else: 0", "5"),
      ("d = \"2023-04-01\": 1; else: 0", "5"), ("d + 1", "1"), ("d - 1", "1"), ("d * 2", "1"), ("2 / d", "5"),
      ("-d", "2"),
      ("d + e", "1"), ("1 - d", "5"), ("min(s, 1)", "5"), ("max(1, d)", "8"), ("round(v, 1)", "7"),
      ("s", "1"), ("d", "1"), ("v", "1"),
      ("\"x\"", "1"), ("2023-04-01", "1"), ("v: s; else: 0", "4"), ("v: d; else: 0", "4"), ("(s)", "1"),
      ("1 < 2 < s: 1; else: 0", "9"),
      ("d - e > \"x\": 1; else: 0", "9"),
    ])
  func reportsType(_ rule: String, _ position: String) throws {
    let first = try #require(try RuleLab.faults(rule).first)
    #expect(first == "rule-type@\(position)")
  }

  @Test(
    "A choice label that does not exist is answered with the labels and the nearest one",
    arguments: [
      ("s = \"kip thoi\": 1; else: 0", "5", "kịp thời"),
      ("\"khong ban hanh\" != s: 1; else: 0", "21", "không ban hành"),
      ("a > b and s = \"kịp thơi\": 1; else: 0", "15", "kịp thời"),
    ])
  func suggestsLabel(_ rule: String, _ position: String, _ wanted: String) throws {
    let problem = try #require(try RuleLab.problems(rule).first)
    #expect(problem.code.id == "rule-label-unknown")
    #expect(problem.suggestion == wanted)
    #expect(problem.words.last == "kịp thời | không kịp thời | không ban hành")
    // Either side of the comparison may be named as the place.
    #expect([position, "1"].contains(problem.words[0]))
  }

  @Test("empty asks about optional inputs only")
  func reportsEmptyOfNeeded() throws {
    #expect(try RuleLab.faults("empty(a): 1; else: 0") == ["rule-empty-not-optional@7"])
    #expect(try RuleLab.faults("empty(khong_co): 1; else: 0") == ["rule-name-unknown@7"])
    #expect(try RuleLab.faults("empty(o): 1; else: 0") == [])
  }

  @Test("else stands last", arguments: [("else: 1; v: 2", "1"), ("v: 1; else: 2; else: 3", "7")])
  func reportsElse(_ rule: String, _ position: String) throws {
    #expect(try RuleLab.faults(rule).contains("rule-else-not-last@\(position)"))
  }

  @Test(
    "A constant step above the maximum is an error, a formula that may exceed it is not",
    arguments: [
      ("11", ["rule-step-above-maximum@1"]), ("v: 11; else: 0", ["rule-step-above-maximum@4"]),
      ("v: full + 1; else: 0", ["rule-step-above-maximum@4"]),
      ("v: 5; else: 4 * 3", ["rule-step-above-maximum@13"]),
      ("v: 10.001; else: 0", ["rule-step-above-maximum@4"]),
      ("v: 101% * full; else: 0", ["rule-step-above-maximum@4"]),
      ("10", []), ("v: full; else: -5", []), ("b/a * 20", []), ("a", []), ("v: max(11, a); else: 0", []),
    ])
  func reportsStep(_ rule: String, _ wanted: [String]) throws { #expect(try RuleLab.faults(rule) == wanted) }

  @Test("A rule that divides by an input and says nothing of 0 is a warning")
  func warnsOfDivision() throws {
    for rule in ["b/a", "b/(a + 1)", "v: 1; b/a > 1: 2; else: 0", "min(1, 1/n)", "1/(d - e)"] {
      #expect(try RuleLab.faults(rule, others: [:]) == ["rule-division-unsaid@"], "\(rule)")
    }
    for rule in ["a/2", "a/full", "b * a", "a / (1 + 1)"] {
      #expect(try RuleLab.faults(rule, others: [:]) == [])
    }
  }
}
