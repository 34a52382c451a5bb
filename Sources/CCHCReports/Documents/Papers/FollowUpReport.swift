package import CCHCScoring
import CCHCTables

/// Writes noi-bo/theo-doi.md: each agency and duty with what was received, as it stands on one day.
package struct FollowUpReport {
  private let results: Results
  private let followUp: FollowUp
  private let round: Round

  /// The state of all duties of a scored round.
  package static func bytes(_ results: Results, _ followUp: FollowUp) -> [UInt8] {
    var markdown = Markdown()
    FollowUpReport(results: results, followUp: followUp, round: results.round).write(&markdown)
    return markdown.bytes
  }

  private func write(_ markdown: inout Markdown) {
    markdown.heading(1, "THEO DÕI THỰC HIỆN NGHĨA VỤ SAU CÔNG BỐ KẾT QUẢ NĂM \(round.settings.yearText)")
    if !round.settings.name.isEmpty { markdown.paragraph("*\(round.settings.name)*") }
    markdown.provisionalMark(results)
    markdown.expectedMark(round)
    markdown.paragraph(
      "Tính đến hết ngày \(followUp.day.documentText). Thời hạn “trước ngày” nghĩa là ngày cuối còn đúng hạn là ngày liền trước."
    )
    if !results.isProvisional { markdown.publication(round.publication) }
    guard !followUp.papers.isEmpty || !round.orders.isEmpty else {
      return markdown.paragraph(
        "Bộ tiêu chí không quy định nghĩa vụ nào sau khi có kết quả và không có nghĩa vụ nào được giao riêng."
      )
    }
    markdown.heading(2, "1. Tổng hợp")
    writeCounts(&markdown)
    for place in followUp.papers.indices {
      markdown.heading(2, "\(place + 2). \(followUp.papers[place].duty)")
      writePaper(place, &markdown)
    }
    guard !round.orders.isEmpty else { return }
    markdown.heading(2, "\(followUp.papers.count + 2). Nghĩa vụ được giao riêng")
    writeOrders(&markdown)
  }

  private func writeCounts(_ markdown: inout Markdown) {
    let columns = [
      MarkdownColumn("Nghĩa vụ", width: 34), MarkdownColumn("Phải thực hiện", width: 11, .right),
      MarkdownColumn("Đúng hạn", width: 11, .right), MarkdownColumn("Nộp muộn", width: 11, .right),
      MarkdownColumn("Chưa đến hạn", width: 11, .right), MarkdownColumn("Quá hạn", width: 11, .right),
      MarkdownColumn("Chưa có thời hạn", width: 11, .right),
    ]
    markdown.table(columns) { rows in
      func line(_ name: String, _ counts: DutyCounts) {
        rows.cell(name)
        for count in [
          counts.owed, counts.inTime, counts.late, counts.ahead, counts.overdue,
          counts.open + counts.receivedWithoutDeadline,
        ] { rows.cell(count) }
        rows.endRow()
      }
      for (place, paper) in followUp.papers.enumerated() { line(paper.duty, followUp.counts(of: place)) }
      if !round.orders.isEmpty { line("Nghĩa vụ được giao riêng", followUp.counts(of: nil)) }
    }
  }

  private func writePaper(_ place: Int, _ markdown: inout Markdown) {
    let paper = followUp.papers[place]
    let duties = followUp.duties(of: place)
    if duties.isEmpty {
      markdown.paragraph("Không có cơ quan nào phải thực hiện.")
    } else {
      let namesReasons = !paper.isOwedByAll
      var columns = [MarkdownColumn("TT", width: 5, .center), MarkdownColumn("Cơ quan", width: 22)]
      if namesReasons { columns.append(MarkdownColumn("Lý do", width: 28)) }
      columns += [
        MarkdownColumn("Thời hạn", width: 13), MarkdownColumn("Ngày nhận, văn bản", width: 19),
        MarkdownColumn("Tình trạng", width: 13),
      ]
      markdown.table(columns) { rows in
        for (number, duty) in duties.enumerated() {
          rows.cell(number + 1)
          rows.cell(round.agencies[duty.agency].name)
          if namesReasons { rows.cell(duty.reasonText) }
          rows.cell(duty.deadlineText)
          rows.cell(duty.receiptText)
          rows.cell(duty.state.vietnamese)
          rows.endRow()
        }
      }
    }
    let waiting = followUp.unconcluded.filter { $0.paper == place }
    if !waiting.isEmpty {
      let names = waiting.map { "\(round.agencies[$0.agency].name)" as MarkdownText }
      markdown.paragraph(
        "Chưa kết luận (người đứng đầu chưa được xếp loại): \(MarkdownText.joined(names, ", ")).")
    }
    for basis in paper.bases {
      markdown.paragraph("Căn cứ:")
      markdown.legalChain(basis)
    }
  }

  private func writeOrders(_ markdown: inout Markdown) {
    let columns = [
      MarkdownColumn("TT", width: 5, .center), MarkdownColumn("Cơ quan", width: 15),
      MarkdownColumn("Nghĩa vụ, lý do", width: 24), MarkdownColumn("Căn cứ", width: 18),
      MarkdownColumn("Thời hạn", width: 12), MarkdownColumn("Ngày nhận, văn bản", width: 14),
      MarkdownColumn("Tình trạng", width: 12),
    ]
    markdown.table(columns) { rows in
      for (number, duty) in followUp.duties(of: nil).enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[duty.agency].name)
        let reason: MarkdownText = duty.reasons.isEmpty ? "" : " (\(duty.reasonText))"
        rows.cell("\(duty.duty)\(reason)" as MarkdownText)
        rows.cell(duty.basisText)
        rows.cell(duty.deadlineText)
        rows.cell(duty.receiptText)
        rows.cell(duty.state.vietnamese)
        rows.endRow()
      }
    }
  }
}
