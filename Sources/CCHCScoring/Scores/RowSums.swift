import CCHCCriteria

/// How the points of leaves add up to those of all rows of a set: made once for any number of agencies.
struct RowSums: Sendable {
  private struct Leaf: Sendable {
    let row: Int
    let max: Int64
  }

  /// A row whose total is part of its parent's.
  private struct Link: Sendable {
    let row: Int
    let parent: Int
  }

  private let rowCount: Int
  private let leaves: [Leaf]
  /// Every row before its parent.
  private let links: [Link]

  init(_ set: CriteriaSet) {
    func depth(_ row: Int) -> Int { set.rows[row].parent.map { depth($0) + 1 } ?? 0 }
    rowCount = set.rows.count
    leaves = set.leaves.map { Leaf(row: $0.row, max: $0.maxUnits) }
    let depths = set.rows.indices.map(depth)
    links = set.rows.indices.sorted { depths[$0] > depths[$1] }.compactMap { row in
      set.rows[row].parent.map { Link(row: row, parent: $0) }
    }
  }

  /// Those of each group of a round; groups with one set share theirs.
  static func ofGroups(of round: Round) -> [RowSums] {
    var known: [String: RowSums] = [:]
    return round.groups.map { group in
      let sums = known[group.set.code] ?? RowSums(group.set)
      known[group.set.code] = sums
      return sums
    }
  }

  /// The totals of every row, from the scores of an agency's leaves.
  func totals(
    _ scores: ArraySlice<LeafScore>, of column: (LeafScore) -> Int64? = { $0.final }
  ) -> [RowTotal] {
    var totals = [RowTotal](repeating: RowTotal(), count: rowCount)
    for (leaf, score) in zip(leaves, scores) where score.final != nil {
      totals[leaf.row].points += Int128(column(score) ?? 0)
      totals[leaf.row].max += Int128(leaf.max)
    }
    for link in links {
      totals[link.parent].points += totals[link.row].points
      totals[link.parent].max += totals[link.row].max
    }
    return totals
  }
}
