import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Changes of leaves, summed over the agencies of one group of the newer round that were of one group before.
package struct LeafSums: Sendable {
  /// A leaf of either set.
  package struct Sum: Sendable {
    package let old: Int?
    package let new: Int?
    package fileprivate(set) var kinds: Set<LeafChange.Kind> = []
    package fileprivate(set) var figures: Int128 = 0
    package fileprivate(set) var criteria: Int128 = 0
  }

  package let oldGroup: Int
  package let decimals: Int
  /// How many agencies are summed.
  package fileprivate(set) var agencies = 0
  /// Leaves in the newer set's order, then those that it lacks.
  package fileprivate(set) var leaves: [Sum]
}

extension RoundComparison {
  /// The sums of a group's leaves, by the groups that its agencies were of.
  package func leafSums(of group: GroupComparison) -> [LeafSums] {
    var sums: [LeafSums] = []
    for agency in group.agencies {
      guard let split = agency.split, let pair = agency.pairs.first else { continue }
      let oldGroup = older.round.agencies[pair.before.agency].group
      let place = sums.firstIndex { $0.oldGroup == oldGroup } ?? sums.count
      if place == sums.count {
        let leaves = split.leaves.map { LeafSums.Sum(old: $0.old, new: $0.new) }
        sums.append(LeafSums(oldGroup: oldGroup, decimals: split.decimals, leaves: leaves))
      }
      sums[place].agencies += 1
      // All agencies of two groups have the same leaves in the same order.
      for (number, leaf) in split.leaves.enumerated() {
        sums[place].leaves[number].kinds.insert(leaf.kind)
        sums[place].leaves[number].figures += leaf.figures
        sums[place].leaves[number].criteria += leaf.criteria
      }
    }
    return sums
  }
}
