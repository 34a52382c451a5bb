import CCHCExact
import CCHCFiles
import CCHCOffice

/// A function of the rule language: everything that the product knows of it.
///
/// Each function is one file of this folder and one line of `RuleFunction.catalogue`. What a function leaves out has a
/// safe answer: a rule without steps is worked out by `RuleEvaluator`, and a form without a formula says that the figure
/// is not at hand.
package final class RuleFunction: Sendable {
  /// The word that rules write.
  package let name: String
  package let signature: FunctionSignature
  package let result: ValueType
  /// Where the function may be used.
  package let contexts: Set<RuleContext>
  /// Whether the value depends on nothing but the arguments and the leaf's maximum.
  let isConstant: Bool
  /// The texts that the value can be, in a scope; nil where it can be any.
  let labels: (@Sendable (RuleScope) -> [Label])?
  /// What a condition on results measures with the function; nil for a function that measures nothing.
  let measure: ResultMeasure?

  /// The value, asked for where the call is not empty.
  let value: Value
  /// The words for a comparison with a constant in a condition on results; nil where the function has none of its own.
  let reason: Reason?

  private let emptiness: Emptiness?
  private let steps: Steps?
  private let formula: Printer?
  private let formulaEmptiness: PrintedEmptiness?

  /// Works out the value; it may ask the evaluator for arguments and for facts of the leaf or the agency.
  ///
  /// - Throws: `EvaluationFault` on a division by 0 or a value beyond the exact range.
  package typealias Value = @Sendable ([Argument], RuleEvaluator) throws(EvaluationFault) -> RuleValue
  /// Whether the value is empty, asked before anything is worked out.
  package typealias Emptiness = @Sendable ([Argument], RuleEvaluator) -> Bool
  /// Compiles the function: steps that leave the value on top.
  typealias Steps = @Sendable ([Argument], inout RuleCompiler) throws(NoStep) -> Void
  /// Prints the function over cells of a spreadsheet; what it is where an argument is empty does not matter.
  package typealias Printer = @Sendable ([Argument], inout RuleFormulas) -> Fraction
  /// Prints whether the value is empty; nil where it cannot be.
  package typealias PrintedEmptiness = @Sendable ([Argument], FormulaScope) -> Formula?
  /// Words why a comparison of the function with a constant holds, in both languages; nil where it cannot.
  typealias Reason = @Sendable ([Argument], ReasonWriter.Comparison, ReasonWriter) -> Bilingual?

  /// - Parameters:
  ///   - name: the word that rules write, in lower case.
  ///   - signature: the arguments.
  ///   - result: the type of the value.
  ///   - contexts: where the function may be used.
  ///   - isConstant: whether the value depends on nothing but the arguments and the leaf's maximum.
  ///   - labels: the texts that the value can be, for a function that gives texts.
  ///   - emptiness: whether the value is empty; left out, it is where an expression among the arguments is.
  ///   - value: the exact value.
  ///   - steps: the compiled form; left out, rules with the function are worked out by the evaluator.
  ///   - formula: the spreadsheet formula, for a function that gives numbers; left out, a form says that the figure is not
  ///     at hand, and a condition on results is false there.
  ///   - formulaEmptiness: whether the value is empty in a spreadsheet, beside `emptiness`.
  ///   - measure: what a condition on results measures with the function.
  ///   - reason: the words for a comparison with a constant in a condition on results.
  init(
    _ name: String, _ signature: FunctionSignature = .word, gives result: ValueType = .number,
    in contexts: Set<RuleContext> = .everywhere, isConstant: Bool = true,
    labels: (@Sendable (RuleScope) -> [Label])? = nil, emptiness: Emptiness? = nil, value: @escaping Value,
    steps: Steps? = nil, formula: Printer? = nil, formulaEmptiness: PrintedEmptiness? = nil,
    measure: ResultMeasure? = nil, reason: Reason? = nil
  ) {
    (self.name, self.signature, self.result, self.contexts) = (name, signature, result, contexts)
    (self.isConstant, self.labels, self.measure) = (isConstant, labels, measure)
    (self.value, self.emptiness, self.steps, self.reason) = (value, emptiness, steps, reason)
    (self.formula, self.formulaEmptiness) = (formula, formulaEmptiness)
  }

  /// Whether the value can be empty though no argument is.
  var mayBeEmpty: Bool { emptiness != nil }

  /// Whether the value is empty.
  func isEmpty(_ arguments: [Argument], _ evaluator: RuleEvaluator) -> Bool {
    if let emptiness { return emptiness(arguments, evaluator) }
    return arguments.expressions.contains { evaluator.isEmpty($0) }
  }

  /// Compiles a call.
  ///
  /// - Throws: `NoStep` where the function, or one among its arguments, has no compiled form.
  func compile(_ arguments: [Argument], _ compiler: inout RuleCompiler) throws(NoStep) {
    guard let steps else { throw NoStep() }
    try steps(arguments, &compiler)
  }

  /// Whether a spreadsheet can work the function out.
  var hasFormula: Bool { formula != nil }

  /// The value over cells of a spreadsheet; 0 where the function has no formula.
  func fraction(_ arguments: [Argument], _ formulas: inout RuleFormulas) -> Fraction {
    formula?(arguments, &formulas) ?? Fraction(.zero)
  }

  /// The truths of which one makes the value empty in a spreadsheet; nil where those of the arguments do.
  func emptyTruths(_ arguments: [Argument], _ scope: FormulaScope) -> [Formula]? {
    guard hasFormula else { return [.always] }
    return formulaEmptiness.map { emptiness in emptiness(arguments, scope).map { [$0] } ?? [] }
  }
}

extension RuleFunction: Hashable {
  package static func == (left: RuleFunction, right: RuleFunction) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension [Argument] {
  /// The expressions among the arguments, in their order.
  package var expressions: [Expression] {
    compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
  }

  /// The conditions among the arguments, in their order.
  package var conditions: [Condition] {
    compactMap { if case .condition(let condition) = $0 { condition } else { nil } }
  }

  /// The whole number among the arguments; 0 where there is none.
  package var whole: Int {
    lazy.compactMap { if case .whole(let number) = $0 { number } else { nil } }.first ?? 0
  }

  /// The row of the set among the arguments; nil where there is none.
  package var row: Int? { lazy.compactMap { if case .row(let row) = $0 { row } else { nil } }.first }
}

/// What a condition on results measures.
enum ResultMeasure: Sendable {
  /// A share of the maximum.
  case share
  case points
}
