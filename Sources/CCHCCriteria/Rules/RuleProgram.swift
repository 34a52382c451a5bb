package import CCHCExact
import CCHCFiles

/// The checks and the rule of a leaf as one flat list of steps over 64-bit fractions.
///
/// It says the same as `RuleEvaluator` for leaves all of whose figures are filed, or says nothing: whatever needs more
/// than 64 bits, and the few things that no step is for, are left to the evaluator.
package struct RuleProgram: Sendable {
  enum Operation: UInt8, Sendable {
    /// Puts the operand on top.
    case load
    case negate
    case add
    case subtract
    case multiply
    case divide
    case smaller
    case larger
    case round
    /// Takes the number on top; goes on at `target` unless it compares to the operand as `relation` says.
    case compare
    /// As `compare`, and leaves the operand for the next comparison.
    case compareOn
    /// Goes on at `target` where a yes/no input says no; where it says yes.
    case unlessYes
    case ifYes
    case go
    /// Ends: a check does not hold.
    case fail
    /// Does nothing, as the last step of a case that ends in a number as it stands.
    case pass
  }

  /// Where the second number of an operation comes from.
  enum Operand: UInt8, Sendable {
    /// It lies on top, upon the first.
    case top
    case input
    case constant
    case lateDays
  }

  struct Step: Sendable {
    var operation: Operation
    /// Whether an input is put on top before all else.
    var loads = false
    /// Whether the program ends behind the step: the number on top is the value.
    var ends = false
    var operand = Operand.top
    var relation = Relation.equal
    /// How many numbers lie upon each other at the `target` of a comparison.
    var depth: Int8 = 0
    /// The input that is put on top first.
    var first: Int32 = 0
    /// The input of the operand, or decimals.
    var place: Int32 = 0
    var target: Int32 = 0
    /// The check that the step is part of; negative for the rule.
    var check: Int32 = -1
    var numerator: Int64 = 0
    var denominator: Int64 = 1
  }

  fileprivate(set) var steps: [Step] = []
  /// The most numbers that may lie upon each other: what `RuleMachine` has room for.
  static let mostDepth = 16

  /// A program for a leaf; nil where some part of its rule has no step.
  package init?(_ leaf: Leaf, full: Rational) {
    guard let rule = leaf.rule, !leaf.isBroken, let full = SmallFraction(full) else { return nil }
    var compiler = RuleCompiler(inputs: leaf.inputs.map(\.type), full: full)
    do throws(NoStep) {
      for (place, check) in leaf.checks.enumerated() { try compiler.add(check.condition, check: place) }
      try compiler.add(rule)
    } catch {
      return nil
    }
    guard compiler.mostDepth <= Self.mostDepth else { return nil }
    steps = compiler.steps
  }
}
