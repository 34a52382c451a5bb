import CCHCCycle
import CCHCExact
import CCHCScoring

/// Words where an agency stands in the year.
struct ProgressWords {
  let wording: Wording

  /// An agency's state, with the figures that belong to it.
  func state(_ progress: AgencyProgress) -> String {
    let count = "\(progress.complete)/\(progress.total)"
    switch progress.state {
    case .notFiled: return wording("Chưa nộp", "Not filed") + overdue(progress)
    case .inProgress: return wording("Đang hoàn thiện \(count)", "In progress \(count)") + overdue(progress)
    case .complete: return wording("Đã nộp đủ", "Complete") + overdue(progress)
    case .locked: return wording("Đã khóa", "Locked")
    case .late:
      return wording(
        "Đã khóa, nộp muộn \(progress.lateDays) ngày", "Locked, \(progress.lateDays) days late")
    case .returned:
      guard let until = progress.returnedUntil else { return wording("Trả lại", "Returned") }
      return wording(
        "Trả lại (bổ sung trước hết ngày \(until.documentText))", "Returned (complete by \(until.isoText))")
        + overdue(progress)
    case .appraised(let round): return wording("Đã thẩm định lần \(round)", "Appraised, round \(round)")
    case .awaitsExplanation(let round):
      let cuts = progress.rounds.first { $0.round == round }.map { "\($0.explained)/\($0.cut)" } ?? ""
      return wording("Chờ giải trình lần \(round) (\(cuts))", "Awaits explanation \(round) (\(cuts))")
    case .explained(let round): return wording("Đã giải trình lần \(round)", "Explained, round \(round)")
    }
  }

  private func overdue(_ progress: AgencyProgress) -> String {
    let days = progress.overdueDays
    return days == 0 ? "" : wording(", quá hạn \(days) ngày", ", \(days) days overdue")
  }

  /// How far an appraisal round is with an agency.
  func appraisal(_ round: AgencyProgress.RoundProgress) -> String {
    round.wanted == 0 ? noFigure : "\(round.appraised)/\(round.wanted)"
  }

  /// How many cuts of an appraisal round are answered.
  func explanation(_ round: AgencyProgress.RoundProgress) -> String {
    round.cut == 0 ? noFigure : "\(round.explained)/\(round.cut)"
  }

  /// A state as a kind, to count agencies by.
  func kind(_ state: ProgressState) -> String {
    switch state {
    case .notFiled: wording("chưa nộp", "not filed")
    case .inProgress: wording("đang hoàn thiện", "in progress")
    case .complete: wording("đã nộp đủ", "complete")
    case .locked: wording("đã khóa", "locked")
    case .late: wording("nộp muộn", "late")
    case .returned: wording("trả lại", "returned")
    case .appraised(let round): wording("đã thẩm định lần \(round)", "appraised, round \(round)")
    case .awaitsExplanation(let round): wording("chờ giải trình lần \(round)", "awaits explanation \(round)")
    case .explained(let round): wording("đã giải trình lần \(round)", "explained, round \(round)")
    }
  }
}
