package import CCHCTables

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
  /// Days since the last day for filing while nothing is received; 0 before it and without a day to count on.
  package let overdueDays: Int
  /// What each appraisal round has done so far.
  package let rounds: [RoundProgress]

  /// An appraisal round of an agency.
  package struct RoundProgress: Sendable {
    package let round: Int
    /// Leaves appraised, of those that are to be: all self leaves in the first round; later those that the
    /// agency answered, and what the round takes up besides.
    package let appraised: Int
    package let wanted: Int
    /// Leaves whose points the round cut, and how many of these the agency answered.
    package let cut: Int
    package let explained: Int

    /// Whether the round is done.
    package var isDone: Bool { wanted > 0 && appraised == wanted }
  }
}

extension Results {
  /// Where every agency stands, in the order of agencies.csv; without a day it is open which stages have ended.
  package func progress(on date: Day? = nil) -> [AgencyProgress] {
    round.agencies.indices.map { progress(of: $0, on: date) }
  }

  /// Where an agency stands: what its tables say, whatever their dates; the day tells which stages have ended.
  package func progress(of agency: Int, on date: Day? = nil) -> AgencyProgress {
    let filing = AgencyFiling(round, agency: agency)
    let rounds = roundProgress(of: agency, filing)
    let submissions = round.submissions(of: agency)
    let receipt = submissions.receipt
    var overdue = 0
    if receipt == nil, let date, let until = submissions.lastDay {
      overdue = max(0, date.number - until.number)
    }
    return AgencyProgress(
      agency: agency, state: state(of: filing, submissions, rounds, on: date), complete: filing.completeCount,
      total: filing.leaves.count, receipt: receipt, lateDays: submissions.lateDays,
      returnedUntil: submissions.last?.status == .returned ? submissions.last?.until : nil,
      overdueDays: overdue, rounds: rounds)
  }

  private func state(
    of filing: AgencyFiling, _ submissions: AgencySubmissions, _ rounds: [AgencyProgress.RoundProgress],
    on date: Day?
  ) -> ProgressState {
    // What was sent back or unlocked is in the agency's hands again, however far its appraisal was.
    if submissions.last?.status == .returned { return .returned }
    if submissions.last?.status == .unlocked { return .inProgress }
    // A round that has begun is not yet done: the one before it tells where the agency stands.
    if let done = rounds.last(where: \.isDone) {
      if done.cut > 0, done.explained == done.cut { return .explained(done.round) }
      let until = round.calendar[.explanation(done.round)]?.until
      let isOver = date.flatMap { date in until.map { date > $0 } } ?? false
      return done.cut > 0 && !isOver ? .awaitsExplanation(done.round) : .appraised(done.round)
    }
    switch submissions.last?.status {
    case .received: return submissions.lateDays > 0 ? .late : .locked
    case .returned, .unlocked, nil: break
    }
    if !filing.isBegun, !filing.leaves.isEmpty { return .notFiled }
    return filing.isComplete ? .complete : .inProgress
  }

  private func roundProgress(of agency: Int, _ filing: AgencyFiling) -> [AgencyProgress.RoundProgress] {
    let leaves = round.set(of: agency).leaves.indices
    let scores = leaves.map { score(agency: agency, leaf: $0) }
    let most = scores.compactMap { rounds(of: $0).last?.round }.max() ?? 0
    guard most > 0 else { return [] }
    let answers = Set(round.explanations(of: agency).map { [$0.leaf, $0.round] })
    return (1...most).map { number in
      let done = leaves.filter { leaf in rounds(of: scores[leaf]).contains { $0.round == number } }
      var (finished, wanted) = (done.count, 0)
      if number == 1 {
        // A leaf that only a later round takes up is appraised, too.
        finished = filing.leaves.count { scores[$0.leaf].isAppraised }
        wanted = filing.leaves.count
      } else {
        let answered = answers.filter { $0[1] == number - 1 }.map { $0[0] }
        wanted = Set(answered).union(done).count
      }
      let cut = done.filter { isCut(scores[$0], agency, $0, in: number) }
      return AgencyProgress.RoundProgress(
        round: number, appraised: finished, wanted: wanted, cut: cut.count,
        explained: cut.count { answers.contains([$0, number]) })
    }
  }

  /// Whether an appraisal round took points from a leaf, or added some that count against the agency.
  private func isCut(_ score: LeafScore, _ agency: Int, _ leaf: Int, in number: Int) -> Bool {
    let list = rounds(of: score)
    guard let place = list.firstIndex(where: { $0.round == number }), let after = list[place].points else {
      return false
    }
    let before =
      place > list.startIndex
      ? list[place - 1].points
      : score.own ?? LeafTrace(round, agency: agency, leaf: leaf).steps.first?.points
    let set = round.set(of: agency)
    let isPenalty = set.rows[set.leaves[leaf].row].fieldKind == .penalty
    return before.map { isPenalty ? after > $0 : after < $0 } ?? false
  }
}
