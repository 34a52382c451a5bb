package import CCHCExact
package import CCHCScoring

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

extension AgencyProgress {
  /// Where every agency is, in the order of agencies.csv; without a day it is open which stages have ended.
  package static func all(in results: Results, on date: Day? = nil) -> [AgencyProgress] {
    results.round.agencies.indices.map { AgencyProgress(results[agency: $0], on: date) }
  }

  /// Where an agency is: what its tables say, whatever their dates; the day decides which stages have ended.
  package init(_ agency: ScoredAgency, on date: Day? = nil) {
    let filing = agency.filed.filing
    let submissions = agency.filed.submissions
    let rounds = Self.rounds(of: agency, filing)
    let receipt = submissions.receipt
    var overdue = 0
    if receipt == nil, let date, let until = submissions.lastDay {
      overdue = max(0, date.number - until.number)
    }
    let last = submissions.last
    self.init(
      agency: agency.index,
      state: Self.state(of: filing, submissions, rounds, agency.round.calendar, on: date),
      complete: filing.completeCount, total: filing.leaves.count, receipt: receipt,
      lateDays: submissions.lateDays, returnedUntil: last?.status == .returned ? last?.until : nil,
      overdueDays: overdue, rounds: rounds)
  }

  private static func state(
    of filing: AgencyFiling, _ submissions: AgencySubmissions, _ rounds: [RoundProgress],
    _ calendar: Calendar, on date: Day?
  ) -> ProgressState {
    // What was sent back or unlocked is in the agency's hands again, however far its appraisal was.
    if submissions.last?.status == .returned { return .returned }
    if submissions.last?.status == .unlocked { return .inProgress }
    // A round that has begun is not yet done: the one before it is where the agency is.
    if let done = rounds.last(where: \.isDone) {
      if done.cut > 0, done.explained == done.cut { return .explained(done.round) }
      let until = calendar[.explanation(done.round)]?.until
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

  private static func rounds(of agency: ScoredAgency, _ filing: AgencyFiling) -> [RoundProgress] {
    let leaves = agency.leaves
    let most = leaves.compactMap { $0.rounds.last?.round }.max() ?? 0
    guard most > 0 else { return [] }
    let answers = Set(agency.filed.explanations.map { [$0.leaf, $0.round] })
    return (1...most).map { number in
      let done = leaves.filter { leaf in leaf.rounds.contains { $0.round == number } }
      var (finished, wanted) = (done.count, 0)
      if number == 1 {
        // A leaf that only a later round takes up is appraised, too.
        finished = filing.leaves.count { leaves[$0.leaf].score.isAppraised }
        wanted = filing.leaves.count
      } else {
        let answered = answers.filter { $0[1] == number - 1 }.map { $0[0] }
        wanted = Set(answered).union(done.map(\.index)).count
      }
      let cut = done.filter { isCut($0, in: number) }
      return RoundProgress(
        round: number, appraised: finished, wanted: wanted, cut: cut.count,
        explained: cut.count { answers.contains([$0.index, number]) })
    }
  }

  /// Whether an appraisal round took points from a leaf, or added some that count against the agency.
  private static func isCut(_ leaf: ScoredLeaf, in number: Int) -> Bool {
    guard let points = leaf.points(in: number), let after = points.after else { return false }
    return points.before.map { leaf.isPenalty ? after > $0 : after < $0 } ?? false
  }
}
