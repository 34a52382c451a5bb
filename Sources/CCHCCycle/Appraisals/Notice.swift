import CCHCCriteria
package import CCHCScoring

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

extension Notice {
  /// The notices of all agencies, in the order of agencies and of the appraisal rounds that each had.
  package static func all(in results: Results) -> [Notice] {
    results.round.agencies.indices.flatMap { all(of: results[agency: $0]) }
  }

  private static func all(of agency: ScoredAgency) -> [Notice] {
    var firstChange: [Int: Int] = [:]
    for appraisal in agency.filed.appraisals where appraisal.decision.changes {
      firstChange[appraisal.leaf] = min(firstChange[appraisal.leaf] ?? appraisal.round, appraisal.round)
    }
    let explained = Set(agency.filed.explanations.map(\.leaf))
    let assessed = agency.leaves.filter { $0.declared.method != .survey && $0.score.final != nil }
    let numbers = Set(assessed.flatMap { $0.rounds.map(\.round) }).sorted()
    guard !numbers.isEmpty else { return [] }
    let filed = assessed.map { leaf -> Int64? in
      let isDisputed = firstChange[leaf.index] != nil || explained.contains(leaf.index)
      return isDisputed
        ? leaf.filedPoints ?? 0 : leaf.score.own ?? leaf.rounds.first?.points ?? leaf.score.final
    }
    return numbers.map { number in
      let leaves = zip(assessed, filed).compactMap { leaf, filed -> NoticedLeaf? in
        let appraised = leaf.rounds.last { $0.round <= number }?.points
        if appraised == nil, leaf.declared.method == .external { return nil }
        return NoticedLeaf(
          leaf: leaf.index, filed: filed, appraised: appraised,
          isChanged: firstChange[leaf.index].map { $0 <= number } ?? false)
      }
      return Notice(agency: agency.index, round: number, leaves: leaves)
    }
  }
}
