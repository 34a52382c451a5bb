import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

/// The register of receipts as a list: who handed in what, when, and what was sent back.
enum ReceiptList {
  static func list(_ round: Round) -> ListTable {
    let columns = [
      ListColumn.given(.agency, 13), .given(.name, 34), .given(SubmissionColumn.status.column, 14),
      .given(SubmissionColumn.date.column, 12), .given(SubmissionColumn.document.column, 34),
      .given(SubmissionColumn.until.column, 13), .given(.reason, 40), .given(.sha256, 34),
    ]
    let cells = round.submissions.map { entry -> [ListCell] in
      [
        .text(round.agencies[entry.agency].code), .text(round.agencies[entry.agency].name),
        .text(entry.status.vietnamese), .day(entry.date, shown: entry.date.isoText), .text(entry.document),
        entry.until.map { .day($0, shown: $0.isoText) } ?? .empty, .text(entry.reason), .text(entry.sha256),
      ]
    }
    return ListTable("Sổ tiếp nhận", columns, cells)
  }
}
