import CCHCCriteria

/// One group of a scored round: what its agencies come to together.
package struct ScoredGroup: Sendable {
  private let results: Results
  /// Its agencies by bloc, rank and code.
  private let result: GroupResult
  private let set: CriteriaSet

  fileprivate init(_ results: Results, _ index: Int) {
    self.results = results
    result = results.groups[index]
    set = results.round.groups[index].set
  }

  private var agencies: some Sequence<ScoredAgency> {
    result.agencies.lazy.map { [results] in results[agency: $0.agency] }
  }

  /// Its losses by leaf, the largest first, equal ones in table order; leaves without loss left out.
  package var losses: [LeafLoss] {
    var losses = set.leaves.indices.map { LeafLoss(leaf: $0) }
    let isScored = set.leaves.map { set.rows[$0.row].fieldKind == .scored }
    for agency in agencies {
      for (leaf, score) in agency.scores.enumerated() where isScored[leaf] {
        guard let final = score.final else { continue }
        losses[leaf].add(set.leaves[leaf].maxUnits - final)
      }
    }
    return losses.filter { $0.units > 0 }.sorted { ($1.units, $0.leaf) < ($0.units, $1.leaf) }
  }

  /// What appraisal made of its self scores.
  package var corrections: GroupCorrections {
    let fields = set.leaves.map { leaf in set.fields.firstIndex(of: set.field(of: leaf.row)) ?? 0 }
    var corrections = GroupCorrections(agencies: result.agencies.count, fields: set.fields.count)
    for (index, agency) in agencies.enumerated() {
      for (leaf, score) in zip(set.leaves.indices, agency.scores) {
        guard score.isAppraised, let own = score.own, let final = score.final else { continue }
        let isPenalty = set.rows[set.leaves[leaf].row].fieldKind == .penalty
        corrections.add(own: own, final: final, isPenalty: isPenalty, agency: index, field: fields[leaf])
      }
    }
    return corrections
  }

  /// What was to be filed, filed and appraised, by the methods that its set uses.
  package var filings: [Filing] {
    let methods: [Method] = [.own, .external, .survey]
    var filings = methods.map { Filing(method: $0) }
    for agency in agencies {
      for (leaf, score) in zip(set.leaves.indices, agency.scores) {
        guard score.status != .exempt, score.status != .monitored,
          let index = methods.firstIndex(of: set.leaves[leaf].method)
        else { continue }
        filings[index].add(isFiled: agency.filed[leaf: leaf].isFiled, isAppraised: score.isAppraised)
      }
    }
    return filings.filter { filing in set.leaves.contains { $0.method == filing.method && !$0.isMonitored } }
  }

  /// How many of its agencies' leaves were appraised in each round, rounds in order.
  package var appraisalCounts: [(round: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for agency in agencies {
      for score in agency.scores {
        for appraised in results.rounds(of: score) { counts[appraised.round, default: 0] += 1 }
      }
    }
    return counts.sorted { $0.key < $1.key }.map { (round: $0.key, count: $0.value) }
  }

  /// How many of its agencies' leaves have each status.
  package var statusCounts: [LeafStatus: Int] {
    var counts: [LeafStatus: Int] = [:]
    for agency in agencies {
      for score in agency.scores { counts[score.status, default: 0] += 1 }
    }
    return counts
  }
}

extension Results {
  /// One group, by its index in `groups`.
  package subscript(group index: Int) -> ScoredGroup { ScoredGroup(self, index) }
}
