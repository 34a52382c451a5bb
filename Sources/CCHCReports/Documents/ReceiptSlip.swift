package import CCHCScoring
import CCHCTables

/// Writes co-quan/<agency>/phieu-tiep-nhan.md: what of an agency was received, when, and how complete it is.
package struct ReceiptSlip {
  private let results: Results
  private let round: Round
  private let agency: Int

  /// Where the slip stands below the reports of a round.
  package static func path(of agency: Agency) -> String { "co-quan/\(agency.code)/phieu-tiep-nhan.md" }

  /// The slip for the newest receipt of an agency: results are its own scores before any appraisal, the round
  /// has the receipt in its register.
  package static func bytes(_ results: Results, round: Round, agency: Int) -> [UInt8] {
    var markdown = Markdown()
    ReceiptSlip(results: results, round: round, agency: agency).write(&markdown)
    return markdown.bytes
  }

  private func write(_ markdown: inout Markdown) {
    var settings = round.settings
    // The symbol is that of reports; a slip has its own, where it has one at all.
    settings.symbol = ""
    let name = round.agencies[agency].name
    markdown.documentHead(settings)
    markdown.heading(1, "PHIẾU TIẾP NHẬN")
    markdown.paragraph(
      "**Hồ sơ tự chấm điểm Chỉ số cải cách hành chính năm \(settings.yearText) của \(name)**")
    if !settings.name.isEmpty { markdown.paragraph("*\(settings.name)*") }
    guard let receipt = round.submissions(of: agency).last else { return }
    markdown.heading(2, "1. Hồ sơ đã nhận")
    writeReceipt(receipt, &markdown)
    markdown.heading(2, "2. Mức độ đầy đủ khi tiếp nhận")
    writeCompleteness(&markdown)
    markdown.heading(2, "3. Khóa số liệu")
    markdown.paragraph(
      """
      Bảng tự chấm được khóa từ khi tiếp nhận: mọi thay đổi sau đó làm mã SHA-256 khác đi và không được tính. \
      Cần sửa thì cơ quan nộp đề nghị mở khóa, nêu rõ lý do, rồi nộp lại.
      """)
    writeHistory(&markdown)
    writeSignatures(&markdown)
  }

  private func writeReceipt(_ receipt: Submission, _ markdown: inout Markdown) {
    let owner = round.agencies[agency]
    markdown.table([MarkdownColumn("Nội dung", width: 30), MarkdownColumn("Thông tin", width: 70)]) { rows in
      func line(_ label: MarkdownText, _ value: String) {
        rows.cell(label)
        rows.cell(value)
        rows.endRow()
      }
      line("Cơ quan nộp", "\(owner.name) (\(owner.code))")
      line("Văn bản gửi hồ sơ", receipt.document)
      line("Ngày nhận", receipt.date.documentText)
      line("Hạn nộp", round.lastDay(of: agency).map { "hết ngày \($0.documentText)" } ?? "……")
      line("Tình trạng", timeliness(receipt))
      line("Tệp đã nhận", round.fileName("self/\(owner.code).csv"))
      line("Mã SHA-256 của tệp", receipt.sha256.grouped(by: 16))
    }
  }

  /// Whether the receipt was in time; after an unlocking an earlier receipt may be the one that counts.
  private func timeliness(_ receipt: Submission) -> String {
    let text = round.timeliness(of: agency)
    guard round.lastDay(of: agency) != nil, let counted = round.receipt(of: agency),
      counted.date != receipt.date
    else { return text }
    return "\(text) (tính theo lần nhận ngày \(counted.date.documentText))"
  }

  private func writeCompleteness(_ markdown: inout Markdown) {
    let (due, counts) = results.ownLeaves(of: agency)
    let missing = counts[.missing] ?? 0
    markdown.paragraph("Đã có số liệu của \(countText(due - missing))/\(countText(due)) tiêu chí tự chấm.")
    let open: [LeafStatus] = [.missing, .invalid, .undocumented, .requested]
    let rest = open.filter { (counts[$0] ?? 0) > 0 }
    guard !rest.isEmpty else { return markdown.paragraph("Hồ sơ đủ số liệu và tài liệu kiểm chứng.") }
    for status in rest {
      markdown.item("\(status.vietnamese.capitalizedFirst): \(countText(counts[status] ?? 0)) tiêu chí.")
    }
    markdown.paragraph(
      "Việc kiểm tra từng tiêu chí được thông báo riêng; phiếu này chỉ xác nhận đã nhận hồ sơ.")
  }

  /// What happened to the table before; nothing where this is the first receipt.
  private func writeHistory(_ markdown: inout Markdown) {
    let rows = round.submissions(of: agency)
    guard rows.count > 1 else { return }
    markdown.heading(2, "4. Các lần nhận, trả lại, mở khóa")
    let columns = [
      MarkdownColumn("Ngày", width: 16), MarkdownColumn("Trạng thái", width: 20),
      MarkdownColumn("Số văn bản", width: 24), MarkdownColumn("Lý do", width: 40),
    ]
    markdown.table(columns) { table in
      for row in rows {
        table.cell(row.date.documentText)
        table.cell(row.status.vietnamese)
        table.cell(row.document.isEmpty ? noFigure : row.document)
        table.cell(row.reason.isEmpty ? noFigure : row.reason)
        table.endRow()
      }
    }
  }

  private func writeSignatures(_ markdown: inout Markdown) {
    markdown.table([MarkdownColumn("", width: 50, .center), MarkdownColumn("", width: 50, .center)]) { rows in
      let lines: [(MarkdownText, MarkdownText)] = [
        ("**NGƯỜI NỘP HỒ SƠ**", "**NGƯỜI TIẾP NHẬN**"), ("*(Ký, ghi rõ họ tên)*", "*(Ký, ghi rõ họ tên)*"),
        ("……", "……"),
      ]
      for (left, right) in lines {
        rows.cell(left)
        rows.cell(right)
        rows.endRow()
      }
    }
  }
}

extension Round {
  /// Whether an agency's receipt that counts was in time, in words.
  package func timeliness(of agency: Int) -> String {
    guard lastDay(of: agency) != nil else { return "chưa có hạn nộp trong lịch của kỳ (stages.csv)" }
    let days = lateDays(of: agency)
    return days == 0 ? "đúng hạn" : "nộp muộn \(countText(days)) ngày"
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
