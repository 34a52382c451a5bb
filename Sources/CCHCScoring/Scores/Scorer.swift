import CCHCCriteria
import CCHCFiles
import CCHCOffice

/// Scores a round: a pure function of what was loaded.
package struct Scorer {
  private let round: Round
  private let sums: [RowSums]
  private let onlyAgency: Int?
  /// For each agency its result before ranks are given.
  private var agencies: [AgencyResult] = []
  private var groups: [GroupResult] = []
  private var scores: [LeafScore] = []
  private var roundScores: [RoundScore] = []
  private var problems: ProblemList
  /// What is wrong with the agencies of which anything is.
  private var agencyProblems: [Int: ProblemList] = [:]
  /// How many self leaves wait for an appraisal, by the member who is to make it.
  private var waiting: [String?: Int] = [:]

  /// About how many leaves a thread scores at once.
  private static let blockLeaves = 16_384

  /// Gives the results of a loaded round; problems are told of all agencies, or of one alone.
  ///
  /// - Parameters:
  ///   - outcome: what was loaded.
  ///   - onlyAgency: the one agency that problems are told of; nil for all.
  ///   - jobs: how many threads score; the results do not depend on it.
  ///   - isEvaluated: called when all points are known and no rank yet, for whoever times it.
  /// - Returns: the results.
  package static func score(
    _ outcome: RoundLoader.Outcome, onlyAgency: Int? = nil, jobs: Int = coreCount,
    isEvaluated: () -> Void = {}
  ) -> Results {
    var scorer = Scorer(outcome, onlyAgency)
    scorer.scoreAgencies(jobs: jobs)
    scorer.settle(outcome.rowFaults)
    isEvaluated()
    scorer.rankAgencies()
    if onlyAgency == nil {
      scorer.reportReceipts()
      scorer.reportShortSurveys()
    }
    return scorer.results(previous: outcome.previous)
  }

  private init(_ outcome: RoundLoader.Outcome, _ onlyAgency: Int?) {
    round = outcome.round
    self.onlyAgency = onlyAgency
    problems = outcome.problems
    sums = RowSums.ofGroups(of: outcome.round)
  }

  /// Scores the leaves and sums of all agencies, block by block.
  private mutating func scoreAgencies(jobs: Int) {
    let (round, onlyAgency) = (round, onlyAgency)
    let tools = AgencyScorer.Tools(round, sums)
    let count = round.agencies.count
    let size = max(1, Self.blockLeaves * count / max(1, round.evidence.marks.count))
    let roundScores = [RoundScore](filled: round.evidence.appraisals.count) { rounds in
      var rowCount = 0
      scores = [LeafScore](filled: round.evidence.marks.count) { scores in
        var leafCount = 0
        let places = AgencyScorer.Places(scores: scores, rounds: rounds)
        inOrder((count + size - 1) / size, jobs: jobs) { number in
          let agencies = (number * size)..<min(count, (number + 1) * size)
          return AgencyScorer.score(agencies, of: round, tools, onlyAgency: onlyAgency, to: places)
        } take: { block in
          take(block)
          leafCount += block.leafCount
          rowCount += block.rowCount
        }
        return leafCount
      }
      return rowCount
    }
    self.roundScores = roundScores
  }

  private mutating func take(_ block: ScoredBlock) {
    problems.append(contentsOf: block.problems)
    agencies += block.agencies
    agencyProblems.merge(block.agencyProblems) { first, _ in first }
    for (group, leaves) in block.waiting.enumerated() {
      for (leaf, count) in leaves.enumerated() where count > 0 {
        waiting[round.groups[group].appraisers[leaf].member, default: 0] += count
      }
    }
  }

  private consuming func results(previous: PreviousResults?) -> Results {
    let unappraised = waiting.map { (member: $0.key, count: $0.value) }.sorted {
      precedesInBytes($0.member ?? "", $1.member ?? "")
    }
    return Results(
      round, groups: groups, scores: scores, roundScores: roundScores, problems: problems,
      unappraised: unappraised, sums: sums, previous: previous)
  }

  /// Makes warnings of the errors on rows whose leaf an appraisal has settled.
  private mutating func settle(_ faults: [RoundLoader.RowFault]) {
    var settled: Set<Int> = []
    for fault in faults {
      let score = scores[round.agencies[fault.agency].firstLeaf + fault.leaf]
      // A request stands before the check of the figures, so it settles nothing.
      if score.isAppraised, score.status != .invalid, score.status != .requested {
        settled.insert(fault.problem)
      }
    }
    problems.soften(settled)
  }

  // MARK: Agencies

  private mutating func rankAgencies() {
    ObligationJudge(round).reportDeadlines(&problems)
    var lists = [[AgencyResult]](repeating: [], count: round.groups.count)
    if lists.count == 1 {
      lists[0] = agencies
    } else {
      for result in agencies { lists[round.agencies[result.agency].group].append(result) }
    }
    for (number, list) in lists.enumerated() {
      if onlyAgency == nil, !agencyProblems.isEmpty {
        for result in list {
          if let found = agencyProblems[result.agency] { problems.append(contentsOf: found) }
        }
      }
      groups.append(Ranking.ranked(list, group: number, in: round))
    }
  }

  /// Reports receipts of obligations that the agency does not owe.
  private mutating func reportReceipts() {
    guard !round.receipts.isEmpty else { return }
    var owed: Set<[String]> = []
    for group in groups {
      let rules = round.groups[group.group].set.obligations
      for result in group.agencies {
        for duty in result.obligations { owed.insert([String(result.agency), rules[duty.rule].id]) }
      }
    }
    for order in round.orders { owed.insert([String(order.agency), order.id]) }
    for receipt in round.receipts where !owed.contains([String(receipt.agency), receipt.obligation]) {
      problems.report(
        .obligationNotOwed, at: receipt.place, .text(round.agencies[receipt.agency].code),
        .text(receipt.obligation))
    }
  }

  /// Reports agencies with too few answers on a scored survey leaf.
  private mutating func reportShortSurveys() {
    let groups = round.groups.map { $0.set.leaves.contains { $0.method == .survey } }
    for agency in round.agencies.indices where groups[round.agencies[agency].group] {
      let short = ShortSurvey.all(of: round[agency: agency], scores)
      guard !short.isEmpty else { continue }
      let set = round[agency: agency].set
      let list = short.map { entry in
        ProblemArgument.phrase(
          vi: "{0} ({1})", en: "{0} ({1})", .text(set.rows[set.leaves[entry.leaf].row].code),
          .number(units: entry.answers, decimals: 0))
      }
      problems.report(
        .surveyFewAnswers, at: round.agencies[agency].place, .text(round.agencies[agency].code),
        .count(set.settings.surveyMinAnswers), .list(list, .comma))
    }
  }
}

extension Appraisal.Decision {
  /// Whether the row changes points or a figure.
  package var changes: Bool { if case .agreed = self { false } else { true } }

  /// Changes the state of a leaf: its figures, and the points decided for it.
  func apply(to figures: inout [Figure], _ decided: inout Int64?) {
    switch self {
    case .agreed: break
    case .points(let points): decided = points
    case .figure(let input, let figure):
      figures[input] = figure
      decided = nil
    }
  }
}
