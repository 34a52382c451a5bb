package import CCHCFiles

/// What is counted in lists of case files (hồ sơ): one row of a list is one case file.
package struct CaseTally: Sendable {
  /// The columns that conditions may name.
  package var columns: [CaseColumn] = []
  /// The headings of the column that says whose a case file is.
  package var agencyHeadings: [String] = []
  /// What is counted.
  package var counts: [CaseCount] = []

  /// The inputs of the leaf words that conditions are read with.
  var scope: RuleScope {
    RuleScope(
      .cases,
      inputs: columns.map { Input(name: $0.name, type: $0.type, isOptional: $0.isOptional, label: $0.name) })
  }
}

/// A row of case_columns.csv: a column of the lists.
package struct CaseColumn: Sendable {
  /// The name that conditions use.
  package let name: String
  /// What the cells hold; a choice without labels is any text.
  package let type: InputType
  package let isOptional: Bool
  /// The headings under which exports have the column.
  package let headings: [String]
  package let place: Place
}

/// A row of tally.csv: an input of a leaf that is the number of case files meeting a condition.
package struct CaseCount: Sendable {
  package let leaf: Int
  package let input: Int
  package let condition: StatedCondition
  package let place: Place
}
