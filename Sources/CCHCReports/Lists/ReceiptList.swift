import CCHCScoring
import CCHCTables

/// The register of receipts as a list: who handed in what, when, and what was sent back.
enum ReceiptList {
  static func list(_ round: Round) -> ListTable {
    let columns = [
      ListColumn("mã cơ quan", 13, .code), ListColumn("tên", 34), ListColumn("trạng thái", 14),
      ListColumn("ngày", 12), ListColumn("số văn bản", 34), ListColumn("bổ sung trước hết ngày", 13),
      ListColumn("lý do", 40), ListColumn("mã SHA-256", 34),
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
