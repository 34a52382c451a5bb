import Testing

@testable import CCHCCriteria
@testable import CCHCDocuments
@testable import CCHCExact
@testable import CCHCFiles
@testable import CCHCOffice
@testable import CCHCScoring

/// Functions that the language does not have, as somebody might add them: each is one value.
private enum Added {
  /// No compiled form and no formula.
  static let half = RuleFunction(
    "half", .arguments(.value(.number)),
    value: { arguments, evaluator throws(EvaluationFault) in
      let number = try evaluator.numbers(of: arguments.expressions).first ?? .zero
      guard let half = number.divided(by: Rational(2)) else { throw .overflow }
      return .number(half)
    })
  /// Asks for the name of an input only, and answers whether it is empty or not.
  static let filed = RuleFunction(
    "filed", .arguments(.input), in: [.rule], isConstant: false, emptiness: { _, _ in false },
    value: { arguments, evaluator in
      guard case .name(let input)? = arguments.first else { return .empty }
      return .number(evaluator.inputs[input] == .empty ? .zero : Rational(1))
    })
  /// Takes a date and gives one.
  static let dayAfter = RuleFunction(
    "day_after", .arguments(.value(.day)), gives: .day,
    value: { arguments, evaluator throws(EvaluationFault) in
      guard let date = arguments.expressions.first else { return .empty }
      return .day(Day(number: try evaluator.day(of: date).number + 1))
    })

  static let all = [half, filed, dayAfter]
}

@Suite("The catalogue of functions")
struct RuleFunctionTests {
  private func parse(
    _ text: String, _ context: RuleContext = .rule
  ) throws -> (rule: Rule?, faults: [RuleFault], inputs: [Input]) {
    let inputs = try parseInputs(RuleLab.inputs, untyped: .number)
    let scope = RuleScope(context, inputs: inputs, functions: RuleFunction.catalogue + Added.all)
    let (rule, faults) = RuleParser.rule(text, scope: scope)
    return (rule, faults, inputs)
  }

  @Test("Names are distinct, lower case, and reserved")
  func names() {
    let names = RuleFunction.catalogue.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(isInputName(name) && name == name.lowercased())
      #expect(reservedWords.contains(name))
    }
  }

  @Test(
    "A function that is added is read, worked out and printed without another line",
    arguments: [
      ("half(a) + 1", "6"), ("half(half(b))", "2"), ("half(o)", "empty"), ("-half(a)", "-5"),
      ("half(a) > 4: half(full); else: 0", "500"), ("filed(o) + filed(a) * 2", "2"),
      ("day_after(e) = 2023-03-02: 1; else: 0", "1"), ("day_after(d) - d", "1"),
      ("day_after(q) > d: 1; else: 2", "2"),
      ("half(b/z)", "division by 0"), ("min(half(a), 7, round(half(n), 0))", "2"),
    ])
  func added(text: String, value: String) throws {
    let (rule, faults, inputs) = try parse(text)
    #expect(faults == [])
    let found = try #require(rule)
    var evaluator = RuleEvaluator()
    evaluator.inputs = try RuleLab.figures()
    evaluator.full = Rational(1_000)
    #expect(RuleLab.shown(found, evaluator) == value)
    let printer = RulePrinter(inputName: { inputs[$0].name }, rowCode: { _ in "" })
    let printed = printer.text(found.cases[0].value)
    #expect(try parse(printed).rule?.cases[0].value == found.cases[0].value)
  }

  @Test("Without a compiled form the evaluator works a rule out, without a formula no form does")
  func withoutForms() throws {
    for (text, isCompiled) in [("half(a)", false), ("min(a, half(1))", false), ("min(a, 1)", true)] {
      let (rule, _, inputs) = try parse(text)
      let leaf = Leaf(
        row: 0, method: .own, inputs: inputs, firstInput: 0, rule: rule, checks: [], zeroDenominator: .zero,
        maxUnits: 1_000, minUnits: 0, documents: .optional, isMonitored: false, isBroken: false, needed: [],
        period: nil)
      #expect((RuleProgram(leaf, full: Rational(10)) != nil) == isCompiled)
      #expect(leaf.hasFormula == isCompiled)
    }
  }

  @Test("An input whose name alone is asked for need not be filed")
  func namedInput() throws {
    let (rule, _, inputs) = try parse("filed(a) + half(b)")
    #expect(LeafRules.needed(rule, [], inputs) == [1])
  }

  @Test(
    "Arguments that do not fit are reported where they stand",
    arguments: [
      ("half(d)", "rule-type@6"), ("half()", "rule-unexpected@6"), ("half(a, b)", "rule-comma@7"),
      ("half", "rule-unexpected@5"), ("day_after(a) = d: 1; else: 0", "rule-type@11"),
      ("filed(1)", "rule-unexpected@7"), ("filed(khong_co)", "rule-name-unknown@7"),
      ("full(1)", "rule-unexpected@5"), ("round(a, 38)", "rule-unexpected@10"),
      ("round(a, b)", "rule-unexpected@10"), ("round(a)", "rule-unexpected@8"),
    ])
  func wrongArguments(text: String, fault: String) throws {
    let faults = try parse(text).faults
    #expect(faults.map { "\($0.code.id)@\($0.position)" } == [fault])
  }

  @Test("What is needed and what was given is said of every type")
  func typeWords() throws {
    let fault = try #require(try parse("day_after(a) = d: 1; else: 0").faults.first)
    let problem = Problem(fault.code, at: Place("criteria.csv"), fault.arguments)
    #expect(problem.message(in: .vietnamese).contains("cần một ngày, đây là số"))
    #expect(problem.message(in: .english).contains("a date is needed, this is a number"))
  }

  @Test("A function is unknown where it may not be used, and is not suggested there")
  func contexts() throws {
    #expect(try parse("filed(a)", .check).faults.map(\.code.id) == ["rule-name-unknown"])
    #expect(try parse("fileds(a)", .rule).faults.first?.suggestion == "filed")
    #expect(try parse("fileds(a)", .check).faults.first?.suggestion != "filed")
    #expect(try parse("index", .cases).faults.map(\.code.id) == ["rule-name-elsewhere"])
    #expect(try parse("full", .results).faults.map(\.code.id) == ["rule-name-unknown"])
  }
}
