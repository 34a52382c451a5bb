package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes co-quan/<agency>/phieu-tiep-nhan.md: what of an agency was received, when, and how complete it is.
package struct ReceiptSlip {
  private let agency: ScoredAgency
  private let submissions: AgencySubmissions

  /// The slip for the newest receipt of an agency.
  ///
  /// - Parameters:
  ///   - agency: the agency with its own scores before any appraisal.
  ///   - submissions: its rows of the register; the last one is the receipt.
  /// - Returns: the slip.
  package static func document(
    _ agency: ScoredAgency, _ submissions: AgencySubmissions
  ) -> DocumentTree {
    var tree = DocumentTree(isCompact: true)
    ReceiptSlip(agency: agency, submissions: submissions).write(&tree)
    return tree
  }

  private func write(_ tree: inout DocumentTree) {
    var settings = agency.round.settings
    // The symbol is that of reports; a slip has its own, where it has one at all.
    settings.symbol = ""
    let name = agency.name
    tree.documentHead(settings)
    tree.title("PHIẾU TIẾP NHẬN")
    tree.subject(
      "Hồ sơ tự chấm điểm Chỉ số cải cách hành chính năm \(settings.yearText) của \(name)")
    if !settings.name.isEmpty { tree.byline("*\(settings.name)*") }
    guard let receipt = submissions.last else { return }
    tree.heading(2, "1. Hồ sơ đã nhận")
    writeReceipt(receipt, &tree)
    tree.heading(2, "2. Mức độ đầy đủ khi tiếp nhận")
    writeCompleteness(&tree)
    tree.heading(2, "3. Khóa số liệu")
    tree.paragraph(
      """
      Bảng tự chấm được khóa từ khi tiếp nhận: mọi thay đổi sau đó làm mã SHA-256 khác đi và không được tính. \
      Cần sửa thì cơ quan nộp đề nghị mở khóa, nêu rõ lý do, rồi nộp lại.
      """)
    writeHistory(&tree)
    writeSignatures(&tree)
  }

  private func writeReceipt(_ receipt: Submission, _ tree: inout DocumentTree) {
    tree.table([TableColumn("Nội dung", width: 30), TableColumn("Thông tin", width: 70)]) { rows in
      func line(_ label: RichText, _ value: String) {
        rows.cell(label)
        rows.cell(value)
        rows.endRow()
      }
      line("Cơ quan nộp", "\(agency.name) (\(agency.code))")
      line("Văn bản gửi hồ sơ", receipt.document)
      line("Ngày nhận", receipt.date.documentText)
      line("Hạn nộp", submissions.lastDay.map { "hết ngày \($0.documentText)" } ?? "……")
      line("Tình trạng", timeliness(receipt))
      line("Tệp đã nhận", agency.round.fileName("self/\(agency.code).csv"))
      line("Mã SHA-256 của tệp", receipt.sha256.grouped(by: 16))
    }
  }

  /// Whether the receipt was in time; after an unlocking an earlier receipt may be the one that counts.
  private func timeliness(_ receipt: Submission) -> String {
    let text = submissions.timeliness
    guard submissions.lastDay != nil, let counted = submissions.receipt, counted.date != receipt.date
    else { return text }
    return "\(text) (tính theo lần nhận ngày \(counted.date.documentText))"
  }

  private func writeCompleteness(_ tree: inout DocumentTree) {
    let (due, counts) = agency.ownLeaves
    let missing = counts[.missing] ?? 0
    tree.paragraph("Đã có số liệu của \(countText(due - missing))/\(countText(due)) tiêu chí tự chấm.")
    let open: [LeafStatus] = [.missing, .invalid, .undocumented, .requested]
    let rest = open.filter { (counts[$0] ?? 0) > 0 }
    guard !rest.isEmpty else { return tree.paragraph("Hồ sơ đủ số liệu và tài liệu kiểm chứng.") }
    for status in rest {
      tree.item("\(status.vietnamese.capitalizedFirst): \(countText(counts[status] ?? 0)) tiêu chí.")
    }
    tree.paragraph(
      "Việc kiểm tra từng tiêu chí được thông báo riêng; phiếu này chỉ xác nhận đã nhận hồ sơ.")
  }

  /// What happened to the table before; nothing where this is the first receipt.
  private func writeHistory(_ tree: inout DocumentTree) {
    let rows = submissions.rows
    guard rows.count > 1 else { return }
    tree.heading(2, "4. Các lần nhận, trả lại, mở khóa")
    let columns = [
      TableColumn("Ngày", width: 16), TableColumn("Trạng thái", width: 20),
      TableColumn("Số văn bản", width: 24), TableColumn("Lý do", width: 40),
    ]
    tree.table(columns) { table in
      for row in rows {
        table.cell(row.date.documentText)
        table.cell(row.status.vietnamese)
        table.cell(row.document.isEmpty ? noFigure : row.document)
        table.cell(row.reason.isEmpty ? noFigure : row.reason)
        table.endRow()
      }
    }
  }

  private func writeSignatures(_ tree: inout DocumentTree) {
    let note: RichText = "*(Ký, ghi rõ họ tên)*"
    tree.signature(
      Signature(
        left: Signatory(titles: ["**NGƯỜI NỘP HỒ SƠ**"], note: note, name: "……"),
        right: Signatory(titles: ["**NGƯỜI TIẾP NHẬN**"], note: note, name: "……")))
  }
}

extension AgencySubmissions {
  /// Whether the receipt that counts was in time, in words.
  package var timeliness: String {
    guard lastDay != nil else { return "chưa có hạn nộp trong lịch của kỳ (stages.csv)" }
    return lateDays == 0 ? "đúng hạn" : "nộp muộn \(countText(lateDays)) ngày"
  }
}

extension String {
  /// The text in groups of so many letters, which a line of paper may part.
  fileprivate func grouped(by size: Int) -> String {
    var text = ""
    for (place, letter) in enumerated() {
      if place > 0, place.isMultiple(of: size) { text += " " }
      text.append(letter)
    }
    return text
  }

  /// The text with a capital first letter.
  var capitalizedFirst: String { (first?.uppercased() ?? "") + dropFirst() }
}
