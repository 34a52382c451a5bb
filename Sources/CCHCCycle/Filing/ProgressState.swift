/// Where an agency stands in the year.
package enum ProgressState: Sendable, Hashable {
  /// Nothing is filed and nothing is received.
  case notFiled
  /// Some leaves are complete, or a received table is unlocked.
  case inProgress
  /// Every leaf is complete, and nothing is received yet.
  case complete
  /// Received and locked, in time.
  case locked
  /// Received and locked after the last day.
  case late
  /// Sent back to be completed.
  case returned
  /// Every leaf that is to be appraised in a round is, and no cut of it waits for an answer.
  case appraised(Int)
  /// Points were cut in a round, some cuts are not answered, and its stage of explanation has not ended.
  case awaitsExplanation(Int)
  /// Every cut of a round is answered.
  case explained(Int)
}

extension ProgressState {
  /// The state in one word for other programs, without the round that it is about.
  package var id: String {
    switch self {
    case .notFiled: "not_filed"
    case .inProgress: "in_progress"
    case .complete: "complete"
    case .locked: "locked"
    case .late: "late"
    case .returned: "returned"
    case .appraised: "appraised"
    case .awaitsExplanation: "awaits_explanation"
    case .explained: "explained"
    }
  }

  /// How far in the year the state is, to list states by.
  package var order: Int {
    switch self {
    case .notFiled: 0
    case .inProgress: 1
    case .returned: 2
    case .complete: 3
    case .locked: 4
    case .late: 5
    case .awaitsExplanation(let round): 3 * round + 3
    case .explained(let round): 3 * round + 4
    case .appraised(let round): 3 * round + 5
    }
  }
}
