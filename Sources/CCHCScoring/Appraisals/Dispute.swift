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

extension Results {
  /// Leaves whose points an appraisal changed or which an agency explained, in the order of agencies and leaves.
  package func disputes() -> [Dispute] {
    var changing: [Int: Bool] = [:]
    for appraisal in round.evidence.appraisals where appraisal.decision.changes {
      changing[round.agencies[appraisal.agency].firstLeaf + appraisal.leaf] = true
    }
    var answers: [Int: [Explanation]] = [:]
    for explanation in round.explanations {
      answers[round.agencies[explanation.agency].firstLeaf + explanation.leaf, default: []].append(
        explanation)
    }
    var list: [Dispute] = []
    var agency = 0
    for index in Set(changing.keys).union(answers.keys).sorted() {
      // Leaves are in the order of their agencies.
      while agency + 1 < round.agencies.count, round.agencies[agency + 1].firstLeaf <= index { agency += 1 }
      let leaf = index - round.agencies[agency].firstLeaf
      let score = score(agency: agency, leaf: leaf)
      guard let final = score.final else { continue }
      let filed = score.own ?? LeafTrace(round, agency: agency, leaf: leaf).steps.first?.points ?? 0
      let set = round.set(of: agency)
      list.append(
        Dispute(
          agency: agency, leaf: leaf, filed: filed, rounds: Array(rounds(of: score)), final: final,
          isPenalty: set.rows[set.leaves[leaf].row].fieldKind == .penalty, explanations: answers[index] ?? [])
      )
    }
    return list
  }
}
