package import CCHCScoring
import CCHCTables

/// Writes co-quan/<agency>/bao-cao-kiem-diem.md: the self-criticism report of a flagged agency, ready to be filled in.
package struct SelfCriticismReport {
  private let results: Results
  private let duty: FollowedDuty
  private let round: Round
  private let table: LossTable

  /// The report that a duty asks for; it is the agency's own paper.
  package static func bytes(_ results: Results, _ duty: FollowedDuty) -> [UInt8] {
    var markdown = Markdown()
    SelfCriticismReport(
      results: results, duty: duty, round: results.round, table: LossTable(results, agency: duty.agency)
    ).write(&markdown)
    return markdown.bytes
  }

  private var owner: Agency { round.agencies[duty.agency] }

  private func write(_ markdown: inout Markdown) {
    let settings = round.settings
    markdown.head(PaperHead(agency: owner, in: round))
    markdown.title(
      "BÁO CÁO KIỂM ĐIỂM",
      "Về kết quả Chỉ số cải cách hành chính năm \(settings.yearText) của \(owner.name)")
    markdown.provisionalMark(results)
    markdown.expectedMark(round)
    let recipient = duty.recipients.isEmpty ? settings.superiorName : duty.recipientText
    markdown.paragraph("Kính gửi: \(recipient).")
    markdown.bases(
      duty.bases.flatMap { $0.basisDocuments.map(\.basis) } + ["Căn cứ \(round.publication.decisionText)"])
    markdown.paragraph("\(owner.name) báo cáo kiểm điểm như sau:")
    markdown.heading(2, "I. Kết quả và lý do phải báo cáo kiểm điểm")
    writeReasons(&markdown)
    markdown.heading(2, "II. Các nội dung bị trừ điểm")
    if table.count == 0 {
      markdown.paragraph("Không có tiêu chí nào bị trừ điểm.")
    } else {
      markdown.paragraph("Bị trừ \(table.totalText) điểm ở \(countText(table.count)) tiêu chí:")
      table.write(&markdown, level: 3)
    }
    writeCauses(&markdown)
    markdown.agencySignature(
      owner, to: ["- \(recipient);", "- \(round.issuerName) (để tổng hợp);"])
  }

  private func writeReasons(_ markdown: inout Markdown) {
    let settings = round.set(of: duty.agency).settings
    if let result = results.groups.lazy.flatMap(\.agencies).first(where: { $0.agency == duty.agency }) {
      var text: MarkdownText =
        """
        Điểm đạt được: \(settings.pointsText(result.points))/\(settings.maximumText(result.max)); Chỉ số: \
        \(settings.percentText(result.publishedIndex))
        """
      if let rank = result.rank { text += "; hạng trong khối: \(rank)" }
      if let band = result.band { text += "; xếp loại: \(band)" }
      text += "."
      markdown.paragraph(text)
    }
    markdown.paragraph("Báo cáo này được lập một lần cho tất cả các lý do sau:")
    for reason in duty.reasons { markdown.item("\(reason).") }
    markdown.paragraph("Thời hạn gửi: \(duty.deadlineText); nơi nhận: \(duty.recipientText).")
  }

  private func writeCauses(_ markdown: inout Markdown) {
    markdown.heading(2, "III. Nguyên nhân theo từng lĩnh vực")
    let touched = table.touched
    if touched.isEmpty { markdown.paragraph("……") }
    for loss in touched {
      markdown.paragraph("**Lĩnh vực \(table.title(loss))** (bị trừ \(table.pointsText(loss)) điểm)")
      markdown.item("Nguyên nhân khách quan: ……")
      markdown.item("Nguyên nhân chủ quan: ……")
    }
    markdown.heading(2, "IV. Trách nhiệm")
    markdown.item("Trách nhiệm của người đứng đầu: ……")
    markdown.item("Trách nhiệm của tập thể lãnh đạo, phòng, đơn vị liên quan: ……")
    markdown.item("Trách nhiệm của cá nhân liên quan: ……")
    markdown.heading(2, "V. Giải pháp khắc phục")
    for loss in touched {
      markdown.item("Lĩnh vực \(table.title(loss)): ……; thời gian hoàn thành: ……; người chịu trách nhiệm: ……")
    }
    if touched.isEmpty { markdown.paragraph("……") }
    markdown.heading(2, "VI. Cam kết")
    markdown.paragraph("\(owner.name) cam kết: ……")
    markdown.paragraph("Trên đây là Báo cáo kiểm điểm của \(owner.name)./.")
  }
}
