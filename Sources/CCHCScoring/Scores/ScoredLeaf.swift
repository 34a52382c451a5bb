package import CCHCCriteria

/// One leaf of one agency of a scored round; points are in units of the set's point decimals.
package struct ScoredLeaf: Sendable {
  package let agency: ScoredAgency
  /// The leaf's index in the set.
  package let index: Int

  init(_ agency: ScoredAgency, _ index: Int) {
    self.agency = agency
    self.index = index
  }

  /// What was filed for it.
  package var filed: FiledLeaf { agency.filed[leaf: index] }
  /// The leaf as the set declares it.
  package var declared: Leaf { filed.declared }
  /// Its row of criteria.csv.
  package var criterion: Criterion { filed.criterion }
  /// Whether its points are taken off the agency's.
  package var isPenalty: Bool { criterion.fieldKind == .penalty }

  package var score: LeafScore { agency.results.scores[agency.filed.firstLeaf + index] }

  /// Its points after each appraisal round.
  package var rounds: ArraySlice<RoundScore> { agency.results.rounds(of: score) }

  /// Its points from what was filed; nil where that gives none.
  package var filedPoints: Int64? { score.own ?? filed.trace.steps.first?.points }

  /// Its points before and after an appraisal round; nil where the round did not appraise it.
  package func points(in round: Int) -> (before: Int64?, after: Int64?)? {
    let rounds = rounds
    guard let index = rounds.firstIndex(where: { $0.round == round }) else { return nil }
    return (index > rounds.startIndex ? rounds[index - 1].points : filedPoints, rounds[index].points)
  }

  /// The points lost on it; nil where it is not assessed, or its field is not a scored one.
  package var lostPoints: Int64? {
    guard criterion.fieldKind == .scored, let final = score.final else { return nil }
    return declared.maxUnits - final
  }

  /// Its applicable maximum: 0 where exempt, nil where monitored.
  package var applicableMaximum: Int128? {
    switch score.status {
    case .monitored: nil
    case .exempt: 0
    default: Int128(declared.maxUnits)
    }
  }

  /// The leaf of the round before that it goes on from: the one of the same code and name.
  ///
  /// nil where no such round was loaded, where the agency is new or several became it, and where the criterion
  /// is another one.
  package var before: ScoredLeaf? {
    let predecessors = agency.predecessors
    guard predecessors.count == 1 else { return nil }
    let (old, criterion) = (predecessors[0], criterion)
    let set = old.set
    guard let row = set.row(criterion.code), set.rows[row].name == criterion.name,
      let leaf = set.rows[row].leaf
    else { return nil }
    return old[leaf: leaf]
  }
}
