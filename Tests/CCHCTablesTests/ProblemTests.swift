import CCHCExact
import CCHCFiles
import TestSupport
import Testing

@Suite("Problems")
struct ProblemTests {
  private let code = ProblemCode("x-y", .error, vi: "{0} khác {1}, {0}.", en: "{1} is not {0}.")

  @Test("Arguments stand in the sentence of either language; a brace in an argument is a letter")
  func fillsSentences() {
    let problem = Problem(code, at: Place("f"), [.text("{1}"), .text("b")])
    #expect(problem.message(in: .vietnamese) == "{1} khác b, {1}.")
    #expect(problem.message(in: .english) == "b is not {1}.")
    #expect(Problem(code, at: Place("f"), [.text("a")]).message(in: .vietnamese) == "a khác , a.")
  }

  @Test(
    "An argument is worded in the reader's language",
    arguments: [
      (ProblemArgument.text("1.5"), "1.5", "1.5"), (.count(1234), "1234", "1234"),
      (.number(units: 150, decimals: 2), "1,50", "1.50"),
      (.number(units: -25, decimals: 2), "-0,25", "-0.25"),
      (.number(units: 3, decimals: 0), "3", "3"), (.day(Day(number: 0)), "01/01/1970", "1970-01-01"),
      (.quoted("{0}"), "“{0}”", "“{0}”"), (.phrase(vi: "có", en: "yes"), "có", "yes"),
      (
        .phrase(vi: "ngày {1} của {0}", en: "{0} on {1}", .text("{1}"), .day(Day(number: 0))),
        "ngày 01/01/1970 của {1}", "{1} on 1970-01-01"
      ),
      (.texts(["a", "b", "c"], .or), "a, b hoặc c", "a, b or c"), (.texts(["a"], .or), "a", "a"),
      (.texts([], .or), "", ""), (.texts(["a", "b"], .comma), "a, b", "a, b"),
      (.texts(["a", "b"], .bar), "a | b", "a | b"), (.texts(["a", "b"], .quotes), "a”, “b", "a”, “b"),
      (
        .list([.number(units: 5, decimals: 1), .phrase(vi: "không", en: "no")], .semicolon), "0,5; không",
        "0.5; no"
      ),
    ])
  func wordsArguments(argument: ProblemArgument, vietnamese: String, english: String) {
    let code = ProblemCode("x-y", .error, vi: "là {0}.", en: "is {0}.")
    let problem = Problem(code, at: Place("f"), [argument])
    #expect(problem.message(in: .vietnamese) == "là \(vietnamese).")
    #expect(problem.message(in: .english) == "is \(english).")
  }

  @Test(
    "A message repeats 300 letters of an argument, of a text inside one and of a list, and no more is kept",
    arguments: [
      ProblemArgument.text(String(repeating: "ă", count: 1_000_000)),
      .phrase(vi: "{0}", en: "{0}", .text(String(repeating: "ă", count: 1_000_000))),
      .texts((0..<100_000).map { _ in "ă" }, .comma),
      .list([.texts([String(repeating: "ă", count: 1_000_000)], .slash)], .comma),
    ])
  func cutsLongArguments(argument: ProblemArgument) {
    let code = ProblemCode("x-y", .error, vi: "{0}.", en: "{0}.")
    let problem = Problem(code, at: Place("f"), [argument])
    for language in [Language.vietnamese, .english] {
      let message = problem.message(in: language)
      #expect(message.count == 302 && message.hasSuffix("….") && message.hasPrefix("ă"))
      #expect(problem.arguments[0].worded(in: language).utf8.count < 2_000)
    }
  }

  @Test("A suggestion is a question in the message's language")
  func asksSuggestion() {
    let problem = Problem(code, at: Place("f"), [.text("a"), .text("b")], suggestion: "c")
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
