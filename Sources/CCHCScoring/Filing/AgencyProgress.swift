package import CCHCTables

/// Where an agency stands in the year.
package enum ProgressState: Sendable, Hashable {
  /// Nothing is filed.
  case notFiled
  /// Some leaves are complete.
  case inProgress
  /// Every leaf is complete, and nothing is received yet.
  case complete
  /// Received and locked, in time.
  case locked
  /// Received and locked after the last day.
  case late
  /// Sent back to be completed.
  case returned
  /// Every leaf that is to be appraised in a round is.
  case appraised(Int)
  /// Points were cut in a round, and some cuts are not yet answered.
  case awaitsExplanation(Int)
  /// Every cut of a round is answered.
  case explained(Int)
}

/// An agency's progress through the stages of a round.
package struct AgencyProgress: Sendable {
  package let agency: Int
  package let state: ProgressState
  /// Complete leaves of those that the agency files.
  package let complete: Int
  package let total: Int
  /// The receipt that counts.
  package let receipt: Submission?
  package let lateDays: Int
  /// The day by which a returned table is to be completed; nil unless it is returned.
  package let returnedUntil: Day?
  /// What each appraisal round has done so far.
  package let rounds: [RoundProgress]

  /// An appraisal round of an agency.
  package struct RoundProgress: Sendable {
    package let round: Int
    /// Leaves appraised, of those that are to be: all self leaves in the first round, answered ones later.
    package let appraised: Int
    package let wanted: Int
    /// Leaves whose points the round cut, and how many of these the agency answered.
    package let cut: Int
    package let explained: Int
  }
}

extension Results {
  /// Where every agency stands, in the order of agencies.csv.
  package func progress() -> [AgencyProgress] {
    round.agencies.indices.map { progress(of: $0) }
  }

  /// Where an agency stands.
  package func progress(of agency: Int) -> AgencyProgress {
    let filing = AgencyFiling(round, agency: agency)
    let last = round.submissions.last { $0.agency == agency }
    let rounds = roundProgress(of: agency, filing)
    return AgencyProgress(
      agency: agency, state: state(filing, last, rounds), complete: filing.completeCount,
      total: filing.leaves.count, receipt: round.receipt(of: agency), lateDays: round.lateDays[agency],
      returnedUntil: last?.status == .returned ? last?.until : nil, rounds: rounds)
  }

  private func state(
    _ filing: AgencyFiling, _ last: Submission?, _ rounds: [AgencyProgress.RoundProgress]
  ) -> ProgressState {
    if let round = rounds.last, round.wanted > 0, round.appraised == round.wanted {
      if round.explained < round.cut { return .awaitsExplanation(round.round) }
      return round.cut > 0 ? .explained(round.round) : .appraised(round.round)
    }
    // A round that has begun is not yet done: the one before it tells where the agency stands.
    if rounds.count > 1 { return state(filing, last, Array(rounds.dropLast())) }
    switch last?.status {
    case .received: return round.lateDays[filing.agency] > 0 ? .late : .locked
    case .returned: return .returned
    case .unlocked: return .inProgress
    case nil: break
    }
    guard filing.isBegun else { return .notFiled }
    return filing.isComplete ? .complete : .inProgress
  }

  private func roundProgress(of agency: Int, _ filing: AgencyFiling) -> [AgencyProgress.RoundProgress] {
    let leaves = round.set(of: agency).leaves.indices
    let scores = leaves.map { score(agency: agency, leaf: $0) }
    let most = scores.compactMap { rounds(of: $0).last?.round }.max() ?? 0
    guard most > 0 else { return [] }
    let answers = Set(round.explanations.filter { $0.agency == agency }.map { [$0.leaf, $0.round] })
    return (1...most).map { number in
      let done = leaves.filter { leaf in rounds(of: scores[leaf]).contains { $0.round == number } }
      // In the first round a leaf may also be taken up later.
      let own = filing.leaves.filter { !rounds(of: scores[$0.leaf]).isEmpty }
      let wanted = number == 1 ? filing.leaves.count : answers.count { $0[1] == number - 1 }
      let finished = number == 1 ? own.count : answers.count { $0[1] == number - 1 && done.contains($0[0]) }
      let cut = done.filter { isCut(scores[$0], agency, $0, in: number) }
      return AgencyProgress.RoundProgress(
        round: number, appraised: finished, wanted: wanted, cut: cut.count,
        explained: cut.count { answers.contains([$0, number]) })
    }
  }

  /// Whether an appraisal round took points from a leaf.
  private func isCut(_ score: LeafScore, _ agency: Int, _ leaf: Int, in number: Int) -> Bool {
    let list = rounds(of: score)
    guard let place = list.firstIndex(where: { $0.round == number }), let after = list[place].points else {
      return false
    }
    let before =
      place > list.startIndex
      ? list[place - 1].points
      : score.own ?? LeafTrace(round, agency: agency, leaf: leaf).steps.first?.points
    return before.map { after < $0 } ?? false
  }
}
