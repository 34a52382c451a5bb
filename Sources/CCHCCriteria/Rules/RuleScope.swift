/// Where a rule or a condition is written, which decides the words that it may use.
package enum RuleContext: Sendable, CaseIterable {
  /// The rule of a leaf.
  case rule
  /// A check of a leaf's figures.
  case check
  /// A condition on results: a band or an obligation.
  case results
  /// A condition on the rows of a case table.
  case cases
}

extension Set<RuleContext> {
  /// Wherever rules and conditions are written.
  static let everywhere = Set(RuleContext.allCases)
  /// The rule and the checks of a leaf.
  static let leaf: Self = [.rule, .check]
  /// Conditions on results.
  static let results: Self = [.results]
}

/// What the names of a rule may mean.
package struct RuleScope: Sendable {
  package let context: RuleContext
  /// The inputs of the leaf, or the columns of the case table; none in a condition on results.
  package let inputs: [Input]
  /// The codes of the set's rows, in a condition on results.
  let rows: [String]
  /// The ratings that a head may have, in a condition on results.
  let ratings: [Label]
  /// The functions by their names.
  private let functions: [String: RuleFunction]

  package init(
    _ context: RuleContext, inputs: [Input] = [], rows: [String] = [], ratings: [Label] = [],
    functions: [RuleFunction] = RuleFunction.catalogue
  ) {
    (self.context, self.inputs, self.rows, self.ratings) = (context, inputs, rows, ratings)
    self.functions = Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
  }

  /// The function of a name; nil where there is none that the rule may use.
  func function(_ name: String) -> RuleFunction? {
    functions[name].flatMap { $0.contexts.contains(context) ? $0 : nil }
  }

  /// Whether a name is a function of conditions on results, and the rule is none.
  func isOfResultsOnly(_ name: String) -> Bool {
    context != .results && functions[name]?.contexts == .results
  }

  /// The names that the rule may use, to suggest one of them: inputs in their order, then words.
  var names: [String] {
    let words = grammarWords.subtracting(context == .results ? ["empty"] : [])
    let usable = functions.values.filter { $0.contexts.contains(context) }.map(\.name)
    return inputs.map(\.name) + words.union(usable).sorted()
  }
}
