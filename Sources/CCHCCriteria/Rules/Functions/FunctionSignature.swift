package import CCHCFiles

/// The arguments of a function.
package struct FunctionSignature: Sendable {
  /// The arguments in their order.
  let parameters: [Parameter]
  /// Whether the last argument may be given any number of times.
  let isOpen: Bool

  /// No arguments and no brackets: a word such as `full`.
  package static let word = FunctionSignature(parameters: [], isOpen: false)

  /// So many arguments, each of its kind.
  package static func arguments(_ parameters: Parameter...) -> FunctionSignature {
    FunctionSignature(parameters: parameters, isOpen: false)
  }

  /// One argument or more, all of one kind.
  package static func oneOrMore(_ parameter: Parameter) -> FunctionSignature {
    FunctionSignature(parameters: [parameter], isOpen: true)
  }
}

/// What an argument of a function may be.
package enum Parameter: Sendable {
  /// An expression of a type.
  case value(ValueType)
  case condition
  /// A whole number that the rule writes out, with the words for what it is.
  case whole(ClosedRange<Int>, ProblemArgument)
  /// The name of an input, whose value is not asked for.
  case input
  /// The code of a row of the set, in quotes.
  case row
}
