import CCHCFiles
import TestSupport
import Testing

@Suite("Cases that cover one another")
struct RuleCoverageTests {
  @Test(
    "A case that the cases above cover is an error",
    arguments: [
      ("b/a >= 80%: 5; b/a >= 90%: 6; else: 0", "16"), ("b/a > 0: 1; b/a <= 0: 2; else: 0", "26"),
      ("a >= 5: 1; a > 7: 2; else: 0", "12"), ("a < 5: 1; a = 3: 2; else: 0", "11"),
      ("5 <= a: 1; a >= 6: 2; else: 0", "12"),
      ("not (a < 5): 1; a > 6: 2; else: 0", "17"), ("a >= 5 or v: 1; a > 6: 2; else: 0", "17"),
      ("a >= 80% * 10: 1; a >= 8: 2; else: 0", "19"), ("a < 5: 1; a >= 5: 2; else: 0", "22"),
      ("d >= 2023-04-01: 1; d > 2023-05-01: 2; else: 0", "21"), ("a != 3: 1; a > 4: 2; else: 0", "12"),
      ("s = \"kịp thời\": 1; s = \"KỊP THỜI\": 2; else: 0", "20"),
      ("a > 3: 1; a > 5 and v: 2; else: 0", "11"),
      ("1 <= a <= 5: 1; 2 <= a < 3: 2; else: 0", "17"), ("a <= 1: 1; a >= 3: 2; 1 < a < 3: 3; else: 0", "37"),
      ("o >= 5: 1; o > 6: 2; else: 0", "12"), ("always: 1; a > 5: 2", "12"),
    ])
  func reportsUnreachable(_ rule: String, _ position: String) throws {
    #expect(
      try RuleLab.faults(rule).filter { $0 != "rule-without-else@1" } == ["rule-unreachable@\(position)"])
  }

  @Test(
    "Cases that may be reached are not",
    arguments: [
      "a >= 5: 1; a >= 3: 2; else: 0", "a >= 5 and v: 1; a > 6: 2; else: 0", "o >= 5: 1; o < 5: 2; else: 0",
      "a > 5: 1; b > 6: 2; else: 0", "s = \"kịp thời\": 1; s != \"kịp thời\": 2", "v: 1; w: 2; else: 3",
      "a > b: 1; a > 5: 2; else: 3",
      "b/a > 5: 1; b / (a) > 4: 2; else: 0", "a > 3: 1; a <= 3 and a > 2: 2; else: 0",
      "v and a > 1: 1; not v and a > 1: 2; else: 0",
    ])
  func acceptsReachable(_ rule: String) throws {
    #expect(try RuleLab.faults(rule).filter { !$0.hasPrefix("rule-without-else") } == [])
  }

  @Test(
    "A condition that can never hold is a warning",
    arguments: [
      ("a > 5 and a < 3: 1; else: 0", "1"), ("v: 1; 5 < a < 3: 2; else: 0", "7"),
      ("a > 5 and a <= 5: 1; else: 0", "1"),
    ])
  func warnsOfImpossible(_ rule: String, _ position: String) throws {
    let problems = try RuleLab.problems(rule)
    #expect(problems.map(\.code.id) == ["rule-never-holds"])
    #expect(problems.first?.words.first == position)
    #expect(problems.first?.severity == .warning)
  }

  @Test(
    "Cases without else are a warning that shows a gap where one is sure",
    arguments: [
      ("a > 5: 1", "a < 5"), ("a < 5: 1; a > 5: 2", "a = 5"), ("a <= 5: 1; a > 7: 2", "5 < a < 7"),
      ("b/a >= 80%: 2; b/a < 50%: 1", "b / a = 0.5"), ("a < 5: 1", "a = 5"),
      ("d < 2023-04-01: 1", "d = 2023-04-01"),
      ("a >= 5: 1; a < 4: 2", "a = 4"), ("a >= 5: 1; a <= 4 and a < 9: 2", "4 < a < 5"),
    ])
  func showsGap(_ rule: String, _ gap: String) throws {
    let problem = try #require(try RuleLab.problems(rule).first { $0.code.id == "rule-without-else" })
    #expect(problem.severity == .warning)
    #expect(problem.message(in: .english).hasSuffix(", for one where \(gap)."))
    #expect(problem.message(in: .vietnamese).hasSuffix(", chẳng hạn khi \(gap)."))
  }

  @Test(
    "Without a sure gap the warning names none",
    arguments: ["v: 1", "a < 5: 1; a >= 5: 2", "s = \"kịp thời\": 1", "a > 5 or v: 1", "a > b: 1"])
  func showsNoGap(_ rule: String) throws {
    let problem = try #require(try RuleLab.problems(rule).first { $0.code.id == "rule-without-else" })
    #expect(problem.message(in: .english).hasSuffix("gives 0 points."))
  }
}
