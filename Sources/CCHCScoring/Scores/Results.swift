package import CCHCCriteria
package import CCHCExact
package import CCHCFiles

/// Everything that scoring a round gives; renderers compute nothing of their own.
///
/// It is shared by reference. `Scorer` makes one.
package final class Results: Sendable {
  package let round: Round
  package let groups: [GroupResult]
  /// Scores of all leaves, each agency's from `firstLeaf` on.
  package let scores: [LeafScore]
  /// Each agency's from the place of its first appraisal on; places that are not needed are of round 0.
  package let roundScores: [RoundScore]
  package let problems: ProblemList
  /// Self leaves without an appraisal, by council member; nil where none is named.
  package let unappraised: [(member: String?, count: Int)]
  /// How points add up in each group.
  let sums: [RowSums]
  /// The results of the year before; nil where round.csv names no such round, or it is not there.
  package let previous: PreviousResults?
  /// For each agency its group's index in `groups` and its own index there.
  let positions: [(group: Int, index: Int)]

  init(
    _ round: Round, groups: [GroupResult], scores: [LeafScore], roundScores: [RoundScore],
    problems: ProblemList, unappraised: [(member: String?, count: Int)], sums: [RowSums],
    previous: PreviousResults?
  ) {
    (self.round, self.groups, self.scores, self.roundScores) = (round, groups, scores, roundScores)
    (self.problems, self.unappraised, self.sums, self.previous) = (problems, unappraised, sums, previous)
    var positions = round.agencies.map { _ in (group: 0, index: 0) }
    for (group, result) in groups.enumerated() {
      for (index, agency) in result.agencies.enumerated() { positions[agency.agency] = (group, index) }
    }
    self.positions = positions
  }

  /// Whether the results are tạm tính: errors were found, or self leaves await an appraisal.
  package var isProvisional: Bool { problems.hasErrors || !unappraised.isEmpty }

  /// The points of a leaf after each appraisal round.
  package func rounds(of score: LeafScore) -> ArraySlice<RoundScore> {
    roundScores[Int(score.firstRound)..<Int(score.firstRound + score.roundCount)]
  }

  /// The last appraisal round of a leaf; nil where it was not appraised.
  package func lastRound(of score: LeafScore) -> RoundScore? {
    score.isAppraised ? roundScores[Int(score.firstRound + score.roundCount) - 1] : nil
  }
}

/// The results of one group: its agencies by bloc, rank and code.
package struct GroupResult: Sendable {
  package let group: Int
  package var agencies: [AgencyResult]
  /// Agencies whose exact indices differ while the published ones are alike, by their places here.
  package var alikeInPrint: Set<Int> = []
}

/// The results of one agency.
package struct AgencyResult: Sendable {
  package let agency: Int
  /// By the set's fields, in table order.
  package let fields: [RowTotal]
  /// Points of scored and bonus fields less those of penalty fields.
  package let points: Int128
  /// The maximum of the scored fields.
  package let max: Int128
  /// The exact index as a share; nil where the maximum is 0.
  package let index: Rational?
  /// The published index, in units of the set's index decimals, in percent.
  package let publishedIndex: Int128?
  package var rank: Int?
  package var band: String?
  package var obligations: [OwedDuty] = []
  /// Places of the obligations that wait for the rating of the agency's head.
  package var unconcluded: [Int] = []
}

/// What an agency owes after publication.
package struct OwedDuty: Sendable {
  /// The place of the row in obligations.csv.
  package let rule: Int
  /// The first day that is too late.
  package let deadline: Day?
  /// Why the agency owes it.
  package let reason: Bilingual
}

extension SetSettings {
  /// A share as a published percentage, in units of the index decimals.
  package func publishedPercent(_ share: Rational) -> Int128? {
    rounding.units(of: share, decimals: indexDecimals + 2)
  }
}
