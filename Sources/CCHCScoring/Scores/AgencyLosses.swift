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

extension Results {
  /// What an agency lost in each scored field and by each penalty field, in table order.
  package func fieldLosses(of agency: Int) -> [FieldLoss] {
    let set = round.set(of: agency)
    var items = [[FieldLoss.Item]](repeating: [], count: set.fields.count)
    let places = Dictionary(uniqueKeysWithValues: set.fields.enumerated().map { ($1, $0) })
    for (number, leaf) in set.leaves.enumerated() {
      guard let place = places[set.field(of: leaf.row)] else { continue }
      let lost =
        set.rows[leaf.row].fieldKind == .penalty
        ? score(agency: agency, leaf: number).final : lostPoints(agency: agency, leaf: number)
      if let lost, lost > 0 { items[place].append(FieldLoss.Item(leaf: number, units: lost)) }
    }
    return set.fields.indices.compactMap { field in
      set.rows[set.fields[field]].fieldKind == .bonus ? nil : FieldLoss(field: field, items: items[field])
    }
  }
}
