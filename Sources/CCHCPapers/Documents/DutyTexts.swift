import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCScoring

extension DutyPaper.Debt {
  /// `trước ngày 01/4/2024`: the deadline is the first day that is too late.
  var deadlineText: String {
    if let deadline { return "trước ngày \(deadline.documentText)" }
    return awaitsAnnouncement ? "chưa xác định (chưa có ngày công bố)" : "chưa xác định"
  }

  /// Who receives the paper.
  package var recipientText: String { recipients.isEmpty ? noFigure : recipients.joined(separator: "; ") }

  /// All reasons; several are lettered.
  package var reasonText: RichText {
    var texts = reasons
    if awaitsRating { texts.append("Người đứng đầu chưa được xếp loại về CCHC: chưa kết luận về lý do này") }
    return .lettered(texts)
  }
}
