import CCHCTables
import TestSupport
import Testing

@Suite("Problems")
struct ProblemTests {
  private let code = ProblemCode("x-y", .error, vi: "{0} khác {1}, {0}.", en: "{1} is not {0}.")

  @Test("Arguments stand in the sentence of either language; a brace in an argument is a letter")
  func fillsSentences() {
    let problem = Problem(code, at: Place("f"), ["{1}", "b"])
    #expect(problem.message(in: .vietnamese) == "{1} khác b, {1}.")
    #expect(problem.message(in: .english) == "b is not {1}.")
    #expect(Problem(code, at: Place("f"), ["a"]).message(in: .vietnamese) == "a khác , a.")
  }

  @Test(
    "A number has a decimal comma in Vietnamese and a point in English; any other text stays",
    arguments: [("1.5", "1,5"), ("-0.25", "-0,25"), ("3", "3"), ("1.1.a", "1.1.a"), ("–", "–")])
  func writesNumbers(written: String, vietnamese: String) {
    let code = ProblemCode("x-y", .error, vi: "là {0#}.", en: "is {0}.")
    let problem = Problem(code, at: Place("f"), [written])
    #expect(problem.message(in: .vietnamese) == "là \(vietnamese).")
    #expect(problem.message(in: .english) == "is \(written).")
  }

  @Test("A suggestion is a question in the message's language")
  func asksSuggestion() {
    let problem = Problem(code, at: Place("f"), ["a", "b"], suggestion: "c")
    #expect(problem.message(in: .vietnamese) == "a khác b, a. Có phải “c”?")
    #expect(problem.message(in: .english) == "b is not a. Did you mean “c”?")
  }

  @Test("A list counts errors and warnings, and softens some")
  func countsSeverities() {
    var list = ProblemList()
    #expect(!list.hasErrors)
    list.report(code, at: Place("f"))
    list.append(Problem(code, at: Place("g"), severity: .warning))
    #expect(list.hasErrors)
    #expect(list.count(.error) == 1)
    list.soften([0])
    #expect(!list.hasErrors)
    #expect(list.count(.warning) == 2)
  }

  @Test("Every table code has an id of its own in kebab case and ends its sentences")
  func namesCodes() {
    let ids = ProblemCode.tableCodes.map(\.id)
    #expect(Set(ids).count == ids.count)
    for code in ProblemCode.tableCodes {
      #expect(code.id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(code.id)")
      #expect(code.vietnamese.hasSuffix(".") && code.english.hasSuffix("."), "\(code.id)")
    }
  }
}
