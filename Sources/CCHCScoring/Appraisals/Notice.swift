/// A leaf of an agency as an appraisal round left it.
package struct NoticedLeaf: Sendable {
  package let leaf: Int
  /// Points from what was filed, in units of the set's point decimals; nil where nothing gives points.
  package let filed: Int64?
  /// Points after the round, in units of the set's point decimals; nil where it was not appraised until then.
  package let appraised: Int64?
  /// Whether an appraisal until then corrected a figure or gave points.
  package let isChanged: Bool

  /// Points after the round less those from what was filed.
  package var difference: Int64? {
    guard let filed, let appraised else { return nil }
    return appraised - filed
  }
}

/// What an agency is told after an appraisal round: its leaves that members of the council appraise.
package struct Notice: Sendable {
  package let agency: Int
  package let round: Int
  /// Self leaves, and external ones that were appraised, in table order; exempt and monitored ones are left out.
  package let leaves: [NoticedLeaf]

  /// Leaves whose points or figures the appraisals until then changed.
  package var changed: [NoticedLeaf] { leaves.filter(\.isChanged) }
  /// How many leaves were appraised until then.
  package var appraisedCount: Int { leaves.count { $0.appraised != nil } }
}

extension Results {
  /// The notices of all agencies, in the order of agencies and of the appraisal rounds that each had.
  package func notices() -> [Notice] {
    var filed: [[Int]: Int64] = [:]
    for dispute in disputes() { filed[[dispute.agency, dispute.leaf]] = dispute.filed }
    var firstChange: [[Int]: Int] = [:]
    for appraisal in round.evidence.appraisals where appraisal.decision.changes {
      let key = [appraisal.agency, appraisal.leaf]
      firstChange[key] = min(firstChange[key] ?? appraisal.round, appraisal.round)
    }
    return round.agencies.indices.flatMap { agency in
      let set = round.set(of: agency)
      let assessed = set.leaves.indices.filter { leaf in
        set.leaves[leaf].method != .survey && score(agency: agency, leaf: leaf).final != nil
      }
      let scores = assessed.map { score(agency: agency, leaf: $0) }
      let numbers = Set(scores.flatMap { rounds(of: $0).map(\.round) }).sorted()
      return numbers.map { number in
        let leaves = zip(assessed, scores).compactMap { leaf, score -> NoticedLeaf? in
          let key = [agency, leaf]
          let list = rounds(of: score)
          let appraised = list.last { $0.round <= number }?.points
          if appraised == nil, set.leaves[leaf].method == .external { return nil }
          return NoticedLeaf(
            leaf: leaf, filed: score.own ?? filed[key] ?? list.first?.points ?? score.final,
            appraised: appraised,
            isChanged: firstChange[key].map { $0 <= number } ?? false)
        }
        return Notice(agency: agency, round: number, leaves: leaves)
      }
    }
  }
}
