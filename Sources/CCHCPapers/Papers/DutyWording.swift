import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

extension DutyState {
  /// The state as documents show it.
  var vietnamese: String {
    switch self {
    case .ahead(0): "chưa nộp; hôm nay là ngày cuối của thời hạn"
    case .ahead(let days): "chưa đến hạn: còn \(countText(days)) ngày"
    case .overdue(let days): "quá hạn \(countText(days)) ngày"
    case .open: "chưa nộp; chưa có thời hạn"
    case .inTime: "đã nộp đúng hạn"
    case .late(let days): "nộp muộn \(countText(days)) ngày"
    case .receivedWithoutDeadline: "đã nộp; chưa có thời hạn"
    }
  }
}

extension FollowedDuty {
  /// `trước ngày 01/4/2024`.
  var deadlineText: String { deadline.map { "trước ngày \($0.documentText)" } ?? "chưa xác định" }

  /// When and under which document it was handed in.
  var receiptText: RichText {
    guard let received else { return RichText(noFigure) }
    return document.isEmpty ? "\(received.documentText)" : "\(received.documentText); \(document)"
  }

  /// All reasons in one cell; several are lettered.
  var reasonText: RichText { reasons.isEmpty ? RichText(noFigure) : .lettered(reasons) }

  /// All legal bases in one cell, each chain on a line of thought.
  var basisText: String { bases.isEmpty ? noFigure : bases.joined(separator: "; ") }

  /// Who receives it.
  var recipientText: String { recipients.isEmpty ? noFigure : recipients.joined(separator: "; ") }
}

extension DutyCounts {
  /// What became of the duties, in a sentence without the states that none is in.
  var sentence: RichText {
    let parts: [(count: Int, text: String)] = [
      (inTime, "đã nộp đúng hạn"), (late, "nộp muộn"), (receivedWithoutDeadline, "đã nộp, chưa có thời hạn"),
      (ahead, "chưa nộp, chưa đến hạn"), (overdue, "chưa nộp, đã quá hạn"),
      (open, "chưa nộp, chưa có thời hạn"),
    ]
    let shown = parts.filter { $0.count > 0 }.map { "\(countText($0.count)) \($0.text)" as RichText }
    return .joined(shown, "; ")
  }
}

extension RichText {
  /// Texts one after another; several are lettered.
  static func lettered(_ texts: [String]) -> RichText {
    if texts.count == 1 { return RichText(texts[0]) }
    let letters = Array("abcdeghiklmnopqrstuvxy")
    let pieces = texts.enumerated().map { place, text -> RichText in
      let mark = place < letters.count ? String(letters[place]) : String(place + 1)
      return "\(mark)) \(text)"
    }
    return .joined(pieces, "; ")
  }
}
