package import CCHCScoring

/// A leaf whose points an appraisal changed, or whose appraisal the agency answered.
package struct Dispute: Sendable {
  package let agency: Int
  package let leaf: Int
  /// Points from what was filed, in units of the set's point decimals.
  package let filed: Int64
  /// Points after each appraisal round.
  package let rounds: [RoundScore]
  package let final: Int64
  /// Whether the leaf's points are taken off the agency's.
  package let isPenalty: Bool
  /// The agency's answers, by appraisal round.
  package let explanations: [Explanation]

  /// What the appraisals took away from the agency (negative) or gave it, in units of the set's point decimals.
  package var change: Int64 { isPenalty ? filed - final : final - filed }
}

extension Dispute {
  /// Leaves whose points an appraisal changed or which an agency explained, in the order of agencies and leaves.
  package static func all(in results: Results) -> [Dispute] {
    let round = results.round
    return round.agencies.indices.flatMap { index -> [Dispute] in
      let agency = results[agency: index]
      let changed = agency.filed.appraisals.filter { $0.decision.changes }.map(\.leaf)
      let explained = agency.filed.explanations.map(\.leaf)
      return Set(changed + explained).sorted().compactMap { Dispute(agency[leaf: $0]) }
    }
  }

  /// A leaf's dispute; nil where the leaf has no points.
  private init?(_ leaf: ScoredLeaf) {
    guard let final = leaf.score.final else { return nil }
    self.init(
      agency: leaf.agency.index, leaf: leaf.index, filed: leaf.filedPoints ?? 0, rounds: Array(leaf.rounds),
      final: final, isPenalty: leaf.isPenalty, explanations: Array(leaf.filed.explanations))
  }
}
