import CCHCExact
import CCHCFiles
import TestSupport
import Testing

@Suite("Slips of grammar in rules")
struct RuleGrammarFaultTests {
  @Test(
    "Decimal commas are answered with a hint, wherever they stand",
    arguments: [
      ("0,5 * a", "2"), ("v: 0,5; else: 0", "5"), ("a * 0,5", "6"), ("b/a >= 0,8: 1; else: 0", "9"),
      ("80,5%", "3"),
    ])
  func hintsDecimalComma(_ rule: String, _ position: String) throws {
    #expect(try RuleLab.faults(rule) == ["rule-comma@\(position)"])
    #expect(try #require(try RuleLab.problems(rule).first).message(in: .vietnamese).contains("viết 0.5"))
  }

  @Test(
    "Signs of other languages and of word processors are answered with the right ones",
    arguments: [
      ("b/a ≥ 80%: 1; else: 0", "5", ">="), ("b/a ≤ 80%: 1; else: 0", "5", "<="),
      ("a <> b: 1; else: 0", "3", "!="),
      ("a == b: 1; else: 0", "3", "="), ("a => b: 1; else: 0", "3", ">="), ("a =< b: 1; else: 0", "3", "<="),
      ("a ≠ b: 1; else: 0", "3", "!="), ("v && w: 1; else: 0", "3", "and"), ("v || w: 1; else: 0", "3", "or"),
      ("s = “kịp thời”: 1; else: 0", "5", "\"…\""), ("s = 'kịp thời': 1; else: 0", "5", "\"…\""),
      ("s = ”x“: 1", "5", "\"…\""),
      ("s = ‘x’: 1", "5", "\"…\""), ("s = „x”: 1", "5", "\"…\""), ("2 ** 3", "3", "*"), ("a × b", "3", "*"),
      ("a ÷ b", "3", "/"),
      ("a – b", "3", "-"), ("a — b", "3", "-"), ("a − b", "3", "-"), ("[a]", "1", "("),
      ("!v: 1; else: 0", "1", "not"),
    ])
  func hintsSign(_ rule: String, _ position: String, _ remedy: String) throws {
    let problem = try #require(try RuleLab.problems(rule).first)
    #expect(problem.code.id == "rule-symbol")
    #expect(problem.words.first == position)
    #expect(problem.words.last == remedy)
    #expect(problem.place == Place("criteria/bo/criteria.csv", row: 3, column: "rule"))
  }

  @Test(
    "Digits joined by - are a date or an error",
    arguments: [
      ("10-5", "1"), ("a + 2023-4-1", "5"), ("2023-02-30", "1"), ("d - 2023-03-31-1", "5"), ("1-2-3", "1"),
      ("d >= 1899-01-01: 1; else: 0", "6"), ("23-04-01", "1"), ("2023-04-01-02", "1"), ("1.5-2", "1"),
    ])
  func reportsDate(_ rule: String, _ position: String) throws {
    #expect(try RuleLab.faults(rule) == ["rule-date@\(position)"])
    #expect(
      try #require(try RuleLab.problems(rule).first).message(in: .vietnamese).contains("viết 2023-03-31"))
  }

  @Test(
    "Numbers that are none",
    arguments: [
      ("12.", "1"), ("1.2.3", "1"), ("12a", "1"), ("a + 3x", "5"), ("1..2", "1"), ("1e3", "1"),
      ("999999999999999999999999999999999999999", "1"), ("0.00000000000000000000000000000000000001", "1"),
    ])
  func reportsNumber(_ rule: String, _ position: String) throws {
    #expect(try RuleLab.faults(rule) == ["rule-number@\(position)"])
  }

  @Test(
    "Letters that have no place in a rule",
    arguments: [
      ("a # b", "3"), ("số", "2"), (".5", "1"), ("a @ b", "3"), ("tổng + 1", "2"), ("a\u{200B}", "2"),
      ("a & b", "3"),
    ])
  func reportsLetter(_ rule: String, _ position: String) throws {
    #expect(try RuleLab.faults(rule) == ["rule-letter@\(position)"])
  }

  @Test("A text that is not closed", arguments: [("s = \"kịp", "5"), ("v: 1; s = \"", "11")])
  func reportsOpenText(_ rule: String, _ position: String) throws {
    #expect(try RuleLab.faults(rule) == ["rule-text-open@\(position)"])
  }

  @Test(
    "What stands where something else is needed",
    arguments: [
      ("1 2", "3"), ("(a", "3"), ("a)", "2"), ("a +", "4"), ("* a", "1"), ("a > b > : 1", "9"),
      ("v: 1; w", "8"),
      ("a > b", "3"), ("a: 1; else: 0", "2"), ("\"x\": 1", "4"), ("not a: 1", "6"), ("min()", "5"),
      ("count()", "7"),
      ("min(1, )", "8"), ("min 1", "5"), ("round(a, 1.5)", "10"), ("round(a, b)", "10"),
      ("round(a, -1)", "10"),
      ("round(a)", "8"), ("round(a, 38)", "10"), ("empty(a + b): 1", "9"), ("empty o: 1", "7"), ("a(1)", "2"),
      ("v: ", "3"),
      ("else 1: 2", "6"), (":", "1"), (";", "1"), ("v: 1;; w: 2", "6"), ("v w: 1", "3"), ("and v: 1", "1"),
      ("v and: 1", "6"),
      ("v or or w: 1", "6"), ("()", "2"), ("() > 1: 1", "2"), ("v: (1", "6"), ("(v: 1", "3"), ("v: 1)", "5"),
    ])
  func reportsUnexpected(_ rule: String, _ position: String) throws {
    let first = try #require(try RuleLab.faults(rule).first)
    #expect(
      ["rule-unexpected", "rule-name-unknown", "rule-condition-alone"].map { "\($0)@\(position)" }.contains(
        first), "\(first)")
  }

  @Test("A rule of 4,000 letters is read, one of 4,001 is not, whatever their bytes")
  func limitsLength() throws {
    let text = "v: 1; s = \"không kịp thời\": 2; else: "
    let longest = text + String(repeating: " ", count: 3_999 - text.unicodeScalars.count) + "0"
    #expect(longest.unicodeScalars.count == 4_000)
    #expect(try RuleLab.faults(longest) == [])
    #expect(try RuleLab.faults(longest + ";") == ["rule-too-long@4001"])
  }

  @Test("A sum of 1,999 terms is read")
  func readsLongSum() throws {
    #expect(
      try RuleLab.value(Array(repeating: "1", count: 1_000).joined(separator: " + ").replacing(" ", with: ""))
        == "1000")
  }

  @Test("Nesting of 64 levels is read, deeper nesting is a problem and no crash")
  func limitsNesting() throws {
    func nested(_ open: String, _ close: String, _ times: Int, _ core: String = "a") -> String {
      String(repeating: open, count: times) + core + String(repeating: close, count: times)
    }
    #expect(try RuleLab.faults(nested("(", ")", 64)) == [])
    for rule in [
      nested("(", ")", 65), nested("(", ")", 1_000), nested("-", "", 1_000), nested("min(", ")", 500),
      nested("round(", ", 1)", 300), nested("not ", "", 900, "v") + ": 1; else: 0",
      nested("(", ")", 1_000, "v") + ": 1; else: 0",
      nested("count(", " > 0)", 200, "v"), String(repeating: "(", count: 4_000), nested("-(", ")", 700),
    ] {
      let faults = try RuleLab.faults(rule)
      #expect(faults.first?.hasPrefix("rule-too-deep@") ?? false, "\(rule.prefix(30)) gives \(faults)")
    }
  }
}
