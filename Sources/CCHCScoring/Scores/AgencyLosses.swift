/// What an agency lost in one field: points below the maximum, or points taken off by a penalty field.
package struct FieldLoss: Sendable {
  /// A leaf and what was lost on it, in units of the set's point decimals.
  package struct Item: Sendable {
    package let leaf: Int
    package let units: Int64
  }

  /// The field's place among the fields of the set.
  package let field: Int
  /// In table order; empty where nothing was lost.
  package let items: [Item]

  /// All points lost in the field, in units of the set's point decimals.
  package var units: Int128 { items.reduce(0) { $0 + Int128($1.units) } }
}
