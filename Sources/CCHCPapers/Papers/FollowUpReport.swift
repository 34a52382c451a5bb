package import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes noi-bo/theo-doi.md: each agency and duty with what was received, as it stands on one day.
package struct FollowUpReport {
  private let results: Results
  private let followUp: FollowUp
  private let round: Round

  /// The state of all duties of a scored round.
  package static func document(_ results: Results, _ followUp: FollowUp) -> DocumentTree {
    var tree = DocumentTree()
    FollowUpReport(results: results, followUp: followUp, round: results.round).write(&tree)
    return tree
  }

  private func write(_ tree: inout DocumentTree) {
    tree.title("THEO DÕI THỰC HIỆN NGHĨA VỤ SAU CÔNG BỐ KẾT QUẢ NĂM \(round.settings.yearText)")
    if !round.settings.name.isEmpty { tree.byline("*\(round.settings.name)*") }
    tree.provisionalMark(results)
    tree.expectedMark(round)
    tree.paragraph(
      "Tính đến hết ngày \(followUp.day.documentText). Thời hạn “trước ngày” nghĩa là ngày cuối còn đúng hạn là ngày liền trước."
    )
    if !results.isProvisional { tree.publication(round.publication) }
    guard !followUp.papers.isEmpty || !round.orders.isEmpty else {
      return tree.paragraph(
        "Bộ tiêu chí không quy định nghĩa vụ nào sau khi có kết quả và không có nghĩa vụ nào được giao riêng."
      )
    }
    tree.heading(2, "1. Tổng hợp")
    writeCounts(&tree)
    for place in followUp.papers.indices {
      tree.heading(2, "\(place + 2). \(followUp.papers[place].duty)")
      writePaper(place, &tree)
    }
    guard !round.orders.isEmpty else { return }
    tree.heading(2, "\(followUp.papers.count + 2). Nghĩa vụ được giao riêng")
    writeOrders(&tree)
  }

  private func writeCounts(_ tree: inout DocumentTree) {
    let columns = [
      TableColumn("Nghĩa vụ", width: 34), TableColumn("Phải thực hiện", width: 11, .right),
      TableColumn("Đúng hạn", width: 11, .right), TableColumn("Nộp muộn", width: 11, .right),
      TableColumn("Chưa đến hạn", width: 11, .right), TableColumn("Quá hạn", width: 11, .right),
      TableColumn("Chưa có thời hạn", width: 11, .right),
    ]
    tree.table(columns) { rows in
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

  private func writePaper(_ place: Int, _ tree: inout DocumentTree) {
    let paper = followUp.papers[place]
    let duties = followUp.duties(of: place)
    if duties.isEmpty {
      tree.paragraph("Không có cơ quan nào phải thực hiện.")
    } else {
      let namesReasons = !paper.isOwedByAll
      var columns = [TableColumn("TT", width: 5, .center), TableColumn("Cơ quan", width: 22)]
      if namesReasons { columns.append(TableColumn("Lý do", width: 28)) }
      columns += [
        TableColumn("Thời hạn", width: 13), TableColumn("Ngày nhận, văn bản", width: 19),
        TableColumn("Tình trạng", width: 13),
      ]
      tree.table(columns) { rows in
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
      let names = waiting.map { "\(round.agencies[$0.agency].name)" as RichText }
      tree.paragraph(
        "Chưa kết luận (người đứng đầu chưa được xếp loại): \(RichText.joined(names, ", ")).")
    }
    for basis in paper.bases {
      tree.paragraph("Căn cứ:")
      tree.legalChain(basis)
    }
  }

  private func writeOrders(_ tree: inout DocumentTree) {
    let columns = [
      TableColumn("TT", width: 5, .center), TableColumn("Cơ quan", width: 15),
      TableColumn("Nghĩa vụ, lý do", width: 24), TableColumn("Căn cứ", width: 18),
      TableColumn("Thời hạn", width: 12), TableColumn("Ngày nhận, văn bản", width: 14),
      TableColumn("Tình trạng", width: 12),
    ]
    tree.table(columns) { rows in
      for (number, duty) in followUp.duties(of: nil).enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[duty.agency].name)
        let reason: RichText = duty.reasons.isEmpty ? "" : " (\(duty.reasonText))"
        rows.cell("\(duty.duty)\(reason)" as RichText)
        rows.cell(duty.basisText)
        rows.cell(duty.deadlineText)
        rows.cell(duty.receiptText)
        rows.cell(duty.state.vietnamese)
        rows.endRow()
      }
    }
  }
}
