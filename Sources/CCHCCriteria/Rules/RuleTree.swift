package import CCHCExact
import CCHCFiles
import CCHCOffice

/// An expression of the rule language, with every name resolved and every type checked.
package indirect enum Expression: Sendable, Hashable {
  case number(Rational)
  case text(Label)
  case day(Day)
  /// A leaf's input, by its index among the leaf's inputs.
  case input(Int)
  case negated(Expression)
  /// Terms added and subtracted from the left.
  case sum(Expression, [Step])
  /// Factors multiplied and divided from the left.
  case product(Expression, [Step])
  /// Days from the second date to the first.
  case days(Expression, since: Expression)
  /// A function of the catalogue; a word such as `full` is a function without arguments.
  case call(RuleFunction, [Argument])

  /// A further operand of a sum or a product.
  package struct Step: Sendable, Hashable {
    /// Whether the operand is subtracted from a sum, or divides a product.
    package let isInverse: Bool
    package let operand: Expression
  }
}

/// An argument of a function.
package enum Argument: Sendable, Hashable {
  case expression(Expression)
  case condition(Condition)
  /// A whole number that the rule writes out.
  case whole(Int)
  /// An input itself rather than its value, by its index among the leaf's inputs.
  case name(input: Int)
  /// A row of the set, by its index in criteria.csv.
  case row(Int)
}

/// A condition of the rule language.
package indirect enum Condition: Sendable, Hashable {
  case always
  /// A yes/no input that says yes.
  case yes(Int)
  case empty(Int)
  case not(Condition)
  case all([Condition])
  case any([Condition])
  /// A chain such as `80% <= b/a < 100%`.
  case comparison(Expression, [Link])

  /// One comparison of a chain with the expression before it.
  package struct Link: Sendable, Hashable {
    package let relation: Relation
    package let operand: Expression
  }
}

/// A comparison sign.
package enum Relation: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="

  /// What holds of two numbers where this does not.
  var opposite: Relation {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .atLeast: .less
    }
  }
}

/// One case of a rule: its condition and what it gives.
package struct RuleCase: Sendable {
  /// `always` for `else` and for a rule without cases.
  package let condition: Condition
  package let value: Expression
  package let isElse: Bool
  /// The words of the condition and of the value, as the set writes them.
  package let conditionText: String
  package let valueText: String
  /// The letters at which condition and value begin.
  package let position: Int
  package let valuePosition: Int
}

/// A leaf's rule: its cases in order, a single one where the rule is an expression.
package struct Rule: Sendable {
  package let text: String
  package let cases: [RuleCase]
  /// Whether the text is written as cases.
  package let hasCases: Bool
}

/// A condition with its own words: a check of a leaf, a band or an obligation.
package struct StatedCondition: Sendable {
  package let condition: Condition
  package let text: String
  package let position: Int
}
