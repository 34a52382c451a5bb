import TestSupport
import Testing

@testable import CCHCCriteria
@testable import CCHCExact
@testable import CCHCForms
@testable import CCHCScoring

@Suite("Rules that no spreadsheet can work out")
struct LeafWithoutFormulaTests {
  /// A function without a formula.
  private static let half = RuleFunction(
    "half", .arguments(.value(.number)),
    value: { arguments, evaluator throws(EvaluationFault) in
      let number = try evaluator.numbers(of: arguments.expressions).first ?? .zero
      guard let half = number.divided(by: Rational(2)) else { throw .overflow }
      return .number(half)
    })

  /// A set of one leaf with one input, whose rule is given.
  private func set(_ rule: String) throws -> CriteriaSet {
    let folder = try TemporaryFolder()
    try folder.write(
      "code,name,max_points,inputs,rule\n1,Lĩnh vực,4,,\n1.1,Tiêu chí,4,a: Tổng,a\n", to: "criteria.csv")
    try folder.write("key,value\nname,Bộ\nlegal_basis,QĐ\n", to: "set.csv")
    var set = SetLoader.load(folder.path, code: "bo", makesStamps: false).set
    let leaf = try #require(set.leaves.first)
    let scope = RuleScope(.rule, inputs: leaf.inputs, functions: RuleFunction.catalogue + [Self.half])
    set.leaves[0] = Leaf(
      row: leaf.row, method: leaf.method, inputs: leaf.inputs, firstInput: 0,
      rule: RuleParser.rule(rule, scope: scope).rule, checks: [], zeroDenominator: nil,
      maxUnits: leaf.maxUnits, minUnits: 0, documents: .optional, isMonitored: false, isBroken: false,
      needed: [0], period: nil)
    return set
  }

  /// The values of some columns of the leaf's row where its figure is typed.
  private func values(_ plan: FormPlan, _ columns: [Int], typed: FormulaValue) -> [FormulaValue] {
    var computer = FormulaComputer([plan.layout.figure(leaf: 0, input: 0): typed])
    for step in plan.steps { computer.compute(step.formula, at: step.cell) }
    return columns.map { computer[FormCell(.work, row: plan.leafRows[0], column: $0)] }
  }

  @Test("their points are awaited, not 0, once the figures are there")
  func awaited() throws {
    let plan = FormPlan(try set("half(a)"))
    let columns = [
      WorkColumn.status, WorkColumn.points, WorkColumn.maximum, WorkColumn.most, WorkColumn.waiting,
    ]
    #expect(
      values(plan, columns, typed: .number(3))
        == [.number(Double(FormStatus.awaited)), .number(0), .number(0), .number(400), .number(400)])
    #expect(
      values(plan, columns, typed: .blank)
        == [.number(Double(FormStatus.missing)), .number(0), .number(400), .number(0), .number(0)])
  }

  @Test("those of every other rule are computed")
  func computed() throws {
    let plan = FormPlan(try set("a / 2"))
    #expect(
      values(plan, [WorkColumn.status, WorkColumn.points], typed: .number(3))
        == [.number(Double(FormStatus.scored)), .number(150)])
  }
}
