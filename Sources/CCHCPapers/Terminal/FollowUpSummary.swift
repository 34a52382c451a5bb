package import CCHCCycle
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// What `followup` tells a person: counts by duty, who is late, where the files are.
package struct FollowUpSummary {
  private let results: Results
  private let followUp: FollowUp
  private let wording: Wording

  /// The most duties that a terminal is shown.
  private static let most = 200

  package init(_ results: Results, _ followUp: FollowUp, _ wording: Wording) {
    self.results = results
    self.followUp = followUp
    self.wording = wording
  }

  private var round: Round { results.round }

  package func text(folder: String, files: Int) -> String {
    let day = wording(followUp.day.documentText, followUp.day.isoText)
    var text = "\(round.settings.name)\n"
    text += wording("Tính đến hết ngày \(day)", "As of \(day)")
    if followUp.isExpected {
      text += wording(" – DỰ KIẾN: kỳ chưa khóa sổ", " – EXPECTED: the round is not closed")
    }
    if results.isProvisional { text += wording(" – TẠM TÍNH", " – PROVISIONAL") }
    text += "\n"
    for (place, paper) in followUp.papers.enumerated() {
      text += line(paper.duty, followUp.counts(of: place))
    }
    if !round.orders.isEmpty {
      text += line(
        wording("Nghĩa vụ được giao riêng", "Obligations entered by hand"), followUp.counts(of: nil))
    }
    if followUp.duties.isEmpty {
      text += wording("Không có nghĩa vụ nào phát sinh.\n", "Nothing is owed.\n")
    }
    text += outstanding()
    if followUp.isExpected, !followUp.outstanding.isEmpty {
      text += wording(
        "Chưa viết công văn đôn đốc: kỳ chưa khóa sổ (cchc close).\n",
        "No reminder is written: the round is not closed (cchc close).\n")
    }
    return text + wording("\(files) tệp: \(folder)\n", "\(files) files: \(folder)\n")
  }

  private func line(_ name: String, _ counts: DutyCounts) -> String {
    let open = counts.open + counts.receivedWithoutDeadline
    return wording(
      """

      \(name)
        phải thực hiện \(counts.owed); đúng hạn \(counts.inTime), muộn \(counts.late), chưa đến hạn \(counts.ahead), quá hạn \(counts.overdue), chưa có thời hạn \(open)

      """,
      """

      \(name)
        owed \(counts.owed); in time \(counts.inTime), late \(counts.late), not yet due \(counts.ahead), overdue \(counts.overdue), without deadline \(open)

      """)
  }

  /// Who has not handed in what, the longest overdue first.
  private func outstanding() -> String {
    let owed = followUp.outstanding
    guard !owed.isEmpty else { return "\n" }
    var text = wording("\nCòn phải thực hiện (\(owed.count)):\n", "\nStill owed (\(owed.count)):\n")
    let sorted = owed.enumerated().sorted {
      ($0.element.urgency, $0.offset) < ($1.element.urgency, $1.offset)
    }
    for (_, duty) in sorted.prefix(Self.most) {
      let agency = round.agencies[duty.agency]
      text += "  \(agency.name) (\(agency.code)): \(duty.duty) – \(state(duty.state))\n"
    }
    if sorted.count > Self.most {
      text += wording(
        "  … và \(sorted.count - Self.most) nghĩa vụ khác\n", "  … and \(sorted.count - Self.most) more\n")
    }
    return text
  }

  private func state(_ state: DutyState) -> String {
    guard wording.language == .english else { return state.vietnamese }
    return switch state {
    case .ahead(let days): days == 0 ? "due today" : "\(days) day\(days == 1 ? "" : "s") left"
    case .overdue(let days): "\(days) day\(days == 1 ? "" : "s") overdue"
    case .open: "no deadline"
    case .inTime: "in time"
    case .late(let days): "\(days) day\(days == 1 ? "" : "s") late"
    case .receivedWithoutDeadline: "received, no deadline"
    }
  }
}

extension FollowedDuty {
  /// Days until the last good day, negative after it; what has no deadline comes last.
  fileprivate var urgency: Int {
    switch state {
    case .overdue(let days): -days
    case .ahead(let days): days
    case .open, .inTime, .late, .receivedWithoutDeadline: .max
    }
  }
}
