import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes co-quan/<agency>/bao-cao-kiem-diem.md: the self-criticism report of a flagged agency, ready to be filled in.
package struct SelfCriticismReport {
  private let results: Results
  private let duty: FollowedDuty
  private let round: Round
  private let table: LossTable

  /// The report that a duty asks for; it is the agency's own paper.
  package static func document(_ results: Results, _ duty: FollowedDuty) -> DocumentTree {
    var tree = DocumentTree()
    SelfCriticismReport(
      results: results, duty: duty, round: results.round, table: LossTable(results[agency: duty.agency])
    ).write(&tree)
    return tree
  }

  private var owner: Agency { round.agencies[duty.agency] }

  private func write(_ tree: inout DocumentTree) {
    let settings = round.settings
    tree.head(PaperHead(agency: owner, in: round))
    tree.title(
      "BÁO CÁO KIỂM ĐIỂM",
      "Về kết quả Chỉ số cải cách hành chính năm \(settings.yearText) của \(owner.name)")
    tree.provisionalMark(results)
    tree.expectedMark(round)
    let recipient = duty.recipients.isEmpty ? settings.superiorName : duty.recipientText
    tree.addressee("Kính gửi: \(recipient).")
    tree.bases(
      duty.bases.flatMap { $0.basisDocuments.map(\.basis) } + ["Căn cứ \(round.publication.decisionText)"])
    tree.paragraph("\(owner.name) báo cáo kiểm điểm như sau:")
    tree.heading(2, "I. Kết quả và lý do phải báo cáo kiểm điểm")
    writeReasons(&tree)
    tree.part()
    tree.heading(2, "II. Các nội dung bị trừ điểm")
    if table.count == 0 {
      tree.paragraph("Không có tiêu chí nào bị trừ điểm.")
    } else {
      tree.paragraph("Bị trừ \(table.totalText) điểm ở \(countText(table.count)) tiêu chí:")
      table.write(&tree, level: 3)
    }
    writeCauses(&tree)
    tree.agencySignature(
      owner, to: ["- \(recipient);", "- \(round.issuerName) (để tổng hợp);"])
  }

  private func writeReasons(_ tree: inout DocumentTree) {
    let settings = round[agency: duty.agency].set.settings
    let result = results[agency: duty.agency].result
    var text: RichText =
      """
      Điểm đạt được: \(settings.pointsText(result.points))/\(settings.maximumText(result.max)); Chỉ số: \
      \(settings.percentText(result.publishedIndex))
      """
    if let rank = result.rank { text += "; hạng trong khối: \(rank)" }
    if let band = result.band { text += "; xếp loại: \(band)" }
    text += "."
    tree.paragraph(text)
    tree.paragraph("Báo cáo này được lập một lần cho tất cả các lý do sau:")
    for reason in duty.reasons { tree.item("\(reason).") }
    tree.paragraph("Thời hạn gửi: \(duty.deadlineText); nơi nhận: \(duty.recipientText).")
  }

  private func writeCauses(_ tree: inout DocumentTree) {
    tree.part()
    tree.heading(2, "III. Nguyên nhân theo từng lĩnh vực")
    let touched = table.touched
    if touched.isEmpty { tree.paragraph("……") }
    for loss in touched {
      tree.paragraph("**Lĩnh vực \(table.title(loss))** (bị trừ \(table.pointsText(loss)) điểm)")
      tree.item("Nguyên nhân khách quan: ……")
      tree.item("Nguyên nhân chủ quan: ……")
    }
    tree.heading(2, "IV. Trách nhiệm")
    tree.item("Trách nhiệm của người đứng đầu: ……")
    tree.item("Trách nhiệm của tập thể lãnh đạo, phòng, đơn vị liên quan: ……")
    tree.item("Trách nhiệm của cá nhân liên quan: ……")
    tree.heading(2, "V. Giải pháp khắc phục")
    for loss in touched {
      tree.item("Lĩnh vực \(table.title(loss)): ……; thời gian hoàn thành: ……; người chịu trách nhiệm: ……")
    }
    if touched.isEmpty { tree.paragraph("……") }
    tree.heading(2, "VI. Cam kết")
    tree.paragraph("\(owner.name) cam kết: ……")
    tree.paragraph("Trên đây là Báo cáo kiểm điểm của \(owner.name)./.")
  }
}
