import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Parts changes of points between two rounds: figures of the older one are scored by the newer one's rules.
struct PointsSplitter {
  private let older: Results
  private let newer: Results
  /// Judges by the newer round's groups.
  private var judges: [LeafJudge]
  /// Shared leaves by the groups of both rounds.
  private var pairings: [[Int]: LeafPairing] = [:]

  init(_ older: Results, _ newer: Results) {
    self.older = older
    self.newer = newer
    judges = newer.round.groups.map { LeafJudge($0.set, isForMany: true) }
  }

  /// Parts the change of an agency's points.
  mutating func split(_ pair: AgencyPair) -> PointsSplit {
    let (old, new) = (older[agency: pair.before.agency], newer[agency: pair.now.agency])
    let (oldGroup, newGroup) = (old.row.group, new.row.group)
    let (oldSet, newSet) = (old.set, new.set)
    let pairing = pairings[[oldGroup, newGroup]] ?? LeafPairing(oldSet, newSet)
    pairings[[oldGroup, newGroup]] = pairing
    let decimals = max(oldSet.settings.pointDecimals, newSet.settings.pointDecimals)
    let oldScale = Self.scale(from: oldSet, to: decimals)
    let newScale = Self.scale(from: newSet, to: decimals)
    var split = PointsSplit(decimals: decimals)
    split.before = pair.before.points * oldScale
    split.after = pair.now.points * newScale
    for leaves in pairing.pairs {
      let isMonitored =
        leaves.old.map { oldSet.leaves[$0].isMonitored } ?? true
        && leaves.new.map { newSet.leaves[$0].isMonitored } ?? true
      if isMonitored { continue }
      let before = leaves.old.map {
        oldSet.sign(of: $0) * Int128(old[leaf: $0].score.final ?? 0) * oldScale
      }
      let after = leaves.new.map {
        newSet.sign(of: $0) * Int128(new[leaf: $0].score.final ?? 0) * newScale
      }
      var change = LeafChange(kind: kind(leaves, old, new), old: leaves.old, new: leaves.new)
      change.before = before ?? 0
      change.after = after ?? 0
      if change.kind == .split, let number = leaves.new {
        let crossed = newSet.sign(of: number) * Int128(crossedPoints(leaves, old, newGroup)) * newScale
        change.figures = change.after - crossed
        change.criteria = crossed - change.before
      }
      split.add(change)
    }
    return split
  }

  private static func scale(from set: CriteriaSet, to decimals: Int) -> Int128 {
    (set.settings.pointDecimals..<decimals).reduce(1) { scale, _ in scale * 10 }
  }

  private func kind(
    _ leaves: LeafPairing.Pair, _ old: ScoredAgency, _ new: ScoredAgency
  ) -> LeafChange.Kind {
    guard let oldLeaf = leaves.old else { return .added }
    guard let newLeaf = leaves.new else { return .dropped }
    if leaves.hasDate { return .dated }
    let isDecided =
      old.filed[leaf: oldLeaf].history.last.decided != nil
      || new.filed[leaf: newLeaf].history.last.decided != nil
    return isDecided ? .decided : .split
  }

  /// The points of the older round's figures under the newer round's rule, in units of the newer set; 0 where exempt.
  private mutating func crossedPoints(_ leaves: LeafPairing.Pair, _ old: ScoredAgency, _ newGroup: Int)
    -> Int64
  {
    guard let oldLeaf = leaves.old, let newLeaf = leaves.new else { return 0 }
    let filed = old.filed[leaf: oldLeaf]
    var state = filed.history.last
    state.figures = leaves.inputs.map { state.figures[$0] }
    let judgement = judges[newGroup].judge(newLeaf, state)
    let facts = judges[newGroup].facts[newLeaf]
    if filed.appraisals.isEmpty, facts.isUndocumented(judgement.status, state.marks) { return 0 }
    return judgement.points ?? 0
  }
}

extension CriteriaSet {
  /// -1 for a leaf of a penalty field, else 1.
  fileprivate func sign(of leaf: Int) -> Int128 { rows[leaves[leaf].row].fieldKind == .penalty ? -1 : 1 }
}
