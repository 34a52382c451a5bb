import CCHC
import Testing

@Suite("A rule alone")
struct RuleTests {
  private let counts = [Input("a", .count), Input("b", .count)]

  @Test(
    "gives an exact fraction and the case that held",
    arguments: [
      (30, 27, "2", "b/a >= 90%: full"), (30, 26, "26/15", "else: b/a * full"),
      (405_424, 358_660, "89665/50678", "else: b/a * full"),
    ] as [(Int, Int, String, String)])
  func exact(a: Int, b: Int, value: String, held: String) throws {
    let rule = try Rule("b/a >= 90%: full; else: b/a * full", inputs: counts, maximum: 2)
    let outcome = try rule.evaluate([
      "a": FigureValue(a), "b": FigureValue(b),
    ])
    #expect(outcome.value?.description == value)
    #expect(outcome.heldCase == held)
  }

  @Test("rounds its value by a stated rule, once")
  func rounding() throws {
    let rule = try Rule("a / 8", inputs: [Input("a", .signed)], maximum: 1)
    let value = try #require(try rule.evaluate(["a": -1]).value)
    #expect((value.numerator, value.denominator) == (-1, 8))
    #expect(value.rounded(decimals: 2, .halfUp)?.description == "-0.13")
    #expect(value.rounded(decimals: 2, .halfEven)?.description == "-0.12")
    #expect(value.rounded(decimals: 2, .down)?.description == "-0.12")
    #expect(value.rounded(decimals: 19, .down) == nil)
    #expect(value.rounded(decimals: -1, .down) == nil)
  }

  @Test("reads figures as cells are read, by the kind of the input")
  func kinds() throws {
    let rule = try Rule(
      "v and s = \"đúng hạn\" and d <= 2026-03-01: x; else: -1",
      inputs: [
        Input("v", .yesNo), Input("s", .choice(["đúng hạn", "chậm?"]), isOptional: true), Input("d", .day),
        Input("x", isOptional: true, label: "Tỷ lệ"),
      ], maximum: 1)
    let day = try #require(CalendarDay(year: 2026, month: 2, day: 28))
    let outcome = try rule.evaluate(["v": true, "s": "ĐÚNG HẠN", "d": FigureValue(day), "x": "12,5%"])
    #expect(outcome.value == Fraction(1, over: 8))
    #expect(try rule.evaluate(["v": "không", "d": "01/02/2026"]).value == Fraction(-1, over: 1))
    #expect(try rule.evaluate(["v": true, "s": "đúng hạn", "d": FigureValue(day), "x": ""]).value == nil)
  }

  @Test("has no value where figures do not fit, and says why in either language")
  func figures() throws {
    let rule = try Rule("b/a * full", inputs: counts, maximum: 2)
    #expect(throws: EvaluationError.missingInputs(["a"])) { try rule.evaluate(["b": 1]) }
    #expect(throws: EvaluationError.unknownInput("c")) { try rule.evaluate(["a": 1, "b": 1, "c": 1]) }
    #expect(throws: EvaluationError.wrongValue(counts[1], text: "1.5")) {
      try rule.evaluate(["a": 1, "b": "1.5"])
    }
    #expect(throws: EvaluationError.wrongValue(counts[0], text: "không áp dụng")) {
      try rule.evaluate(["a": .notApplicable, "b": 1])
    }
    #expect(throws: EvaluationError.divisionByZero) { try rule.evaluate(["a": 0, "b": 1]) }
    let large = try Rule("a*a*a*a*a*a*a", inputs: counts, maximum: 2)
    #expect(throws: EvaluationError.beyondExactRange) { try large.evaluate(["a": 999_999_999_999]) }
    let errors: [EvaluationError] = [
      .missingInputs(["a"]), .unknownInput("c"), .wrongValue(counts[1], text: "x"), .divisionByZero,
      .beyondExactRange,
    ]
    for error in errors {
      #expect(error.message(in: .english) != error.message(in: .vietnamese))
      #expect(error.message(in: .english).hasSuffix("."))
    }
  }

  @Test(
    "that cannot be read is an error with its problems",
    arguments: [
      ("b/a >= 90% full", "rule-condition-alone"), ("c * full", "rule-name-unknown"), ("", "rule-unexpected"),
      ("a + 2026-13-01", "rule-date"), (String(repeating: "(", count: 70), "rule-too-deep"),
      (String(repeating: "a+", count: 3_000), "rule-too-long"), ("a: 3; else: 0", "rule-unexpected"),
      ("a > 0: 3; else: 0", "rule-step-above-maximum"),
    ])
  func syntax(text: String, code: String) throws {
    let error = try #require(throws: RuleError.self) { try Rule(text, inputs: counts, maximum: 2) }
    #expect(error.problems.map(\.code).contains(code), "\(error.problems.map(\.code))")
    #expect(error.problems.allSatisfy { !$0.message(in: .english).isEmpty })
  }

  @Test("warns where a case never holds")
  func warnings() throws {
    let rule = try Rule("a >= 2: 1; a >= 1: 0.5", inputs: counts, maximum: 2)
    #expect(rule.warnings.map(\.code) == ["rule-without-else"])
  }

  @Test(
    "declares inputs that can be told from each other and from the language",
    arguments: [
      ([Input("a"), Input("a")], "inputs-invalid"), ([Input("full")], "inputs-invalid"),
      ([Input("a"), Input("")], "inputs-invalid"), ([Input("a"), Input(" ")], "inputs-invalid"),
      ([Input("a b")], "inputs-invalid"), ([Input("a", .choice([]))], "inputs-invalid"),
      ([Input("a", .choice(["x", "X"]))], "inputs-invalid"), ([Input("a", label: "x; b")], "definition-text"),
      ([Input("a", .choice(["x|y"]))], "definition-text"),
      ([Input("a", .choice(["x", "y?"]))], "definition-text"),
    ])
  func declarations(inputs: [Input], code: String) throws {
    let error = try #require(throws: RuleError.self) { try Rule("1", inputs: inputs, maximum: 2) }
    #expect(error.problems.map(\.code) == [code])
  }

  @Test("names both what separates in a name and what is left of it")
  func separatorInName() throws {
    let error = try #require(throws: RuleError.self) { try Rule("1", inputs: [Input("a: b")], maximum: 2) }
    #expect(error.problems.map(\.code) == ["definition-text", "inputs-invalid"])
  }
}
