package import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// How the change of an agency's points parts into changed figures and changed criteria.
///
/// All points are exact, in units of `decimals`; those of penalty fields are negative. It always holds that
/// after − before = figures + criteria + added − dropped + unsplit.
package struct PointsSplit: Sendable {
  /// The finer of the two sets' point decimals.
  package let decimals: Int
  package internal(set) var before: Int128 = 0
  package internal(set) var after: Int128 = 0
  package private(set) var figures: Int128 = 0
  package private(set) var criteria: Int128 = 0
  /// Points now on leaves that the older set lacks, or has with other inputs.
  package private(set) var added: Int128 = 0
  /// Points then on leaves that the newer set lacks, or has with other inputs.
  package private(set) var dropped: Int128 = 0
  /// Change on leaves that cannot be parted.
  package private(set) var unsplit: Int128 = 0
  /// Leaves in the newer set's order, then those that it lacks.
  package private(set) var leaves: [LeafChange] = []

  init(decimals: Int) { self.decimals = decimals }

  mutating func add(_ leaf: LeafChange) {
    switch leaf.kind {
    case .split:
      figures += leaf.figures
      criteria += leaf.criteria
    case .added: added += leaf.after
    case .dropped: dropped += leaf.before
    case .decided, .dated: unsplit += leaf.change
    }
    leaves.append(leaf)
  }
}

/// The change of one leaf of one agency.
package struct LeafChange: Sendable {
  /// How a leaf's change is told.
  package enum Kind: String, Sendable, CaseIterable {
    /// Parted into figures and criteria.
    case split
    /// The older set lacks the leaf, or has it with other inputs.
    case added
    /// The newer set lacks the leaf, or has it with other inputs.
    case dropped
    /// An appraisal decided its points in one of the rounds, so no rule gave them.
    case decided
    /// It has a date among its inputs: a day of one year cannot be judged by the rule of another.
    case dated
  }

  package let kind: Kind
  /// By its place in the older and the newer set.
  package let old: Int?
  package let new: Int?
  package internal(set) var before: Int128 = 0
  package internal(set) var after: Int128 = 0
  /// Figures now under the newer rule, less figures then under the newer rule.
  package internal(set) var figures: Int128 = 0
  /// Figures then under the newer rule, less figures then under the older rule.
  package internal(set) var criteria: Int128 = 0

  package var change: Int128 { after - before }
}

/// Which leaves two sets share: the same code, and inputs of the same names and types.
package struct LeafPairing: Sendable {
  /// A leaf of the newer set, of the older one, or of both.
  package struct Pair: Sendable {
    package let old: Int?
    package let new: Int?
    /// Where the older leaf's figure stands for each input of the newer one.
    let inputs: [Int]
    let hasDate: Bool
  }

  package let pairs: [Pair]
  /// Leaves of the newer set that are shared though the criterion bears another name.
  package let renamed: [(old: Int, new: Int)]

  package init(_ older: CriteriaSet, _ newer: CriteriaSet) {
    var left = Set(older.leaves.indices)
    var pairs: [Pair] = []
    var renamed: [(old: Int, new: Int)] = []
    for (new, leaf) in newer.leaves.enumerated() {
      let row = newer.rows[leaf.row]
      guard let old = older.row(row.code).flatMap({ older.rows[$0].leaf }),
        let inputs = Self.inputs(of: older.leaves[old], for: leaf)
      else {
        pairs.append(Pair(old: nil, new: new, inputs: [], hasDate: false))
        continue
      }
      left.remove(old)
      pairs.append(
        Pair(old: old, new: new, inputs: inputs, hasDate: leaf.inputs.contains { $0.type == .day }))
      if older.rows[older.leaves[old].row].name != row.name { renamed.append((old, new)) }
    }
    for old in left.sorted() { pairs.append(Pair(old: old, new: nil, inputs: [], hasDate: false)) }
    self.pairs = pairs
    self.renamed = renamed
  }

  /// The place of each input of a leaf among those of another; nil where names or types differ.
  private static func inputs(of old: Leaf, for new: Leaf) -> [Int]? {
    guard old.inputs.count == new.inputs.count else { return nil }
    var places: [Int] = []
    for input in new.inputs {
      guard let place = old.inputs.firstIndex(where: { $0.name == input.name && $0.type == input.type })
      else { return nil }
      places.append(place)
    }
    return places
  }
}
