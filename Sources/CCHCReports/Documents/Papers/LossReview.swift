package import CCHCScoring
import CCHCTables

/// Writes co-quan/<agency>/bang-kiem-diem.md: every point that an agency lost, for its head to account for.
package struct LossReview {
  /// The review sheet of an agency; it is the agency's own paper.
  package static func bytes(_ results: Results, agency: Int) -> [UInt8] {
    var markdown = Markdown()
    write(results, agency, &markdown)
    return markdown.bytes
  }

  private static func write(_ results: Results, _ agency: Int, _ markdown: inout Markdown) {
    let round = results.round
    let owner = round.agencies[agency]
    markdown.head(PaperHead(agency: owner, in: round))
    markdown.title(
      "BẢNG KIỂM ĐIỂM",
      "Các nội dung bị trừ điểm trong Chỉ số cải cách hành chính năm \(round.settings.yearText) của \(owner.name)"
    )
    markdown.provisionalMark(results)
    markdown.expectedMark(round)
    let table = LossTable(results, agency: agency)
    guard table.count > 0 else {
      markdown.paragraph("\(owner.name) không bị trừ điểm ở tiêu chí nào.")
      return markdown.agencySignature(owner)
    }
    markdown.paragraph(
      """
      \(owner.name) bị trừ \(table.totalText) điểm ở \(countText(table.count)) tiêu chí. Điểm bị trừ là điểm tối đa trừ \
      điểm đạt được, kể cả tiêu chí chấm qua điều tra xã hội học và số liệu của cơ quan khác; ở lĩnh vực điểm trừ là số \
      điểm bị trừ. Thủ trưởng cơ quan xác định nguyên nhân, làm rõ trách nhiệm của từng tập thể, cá nhân và biện pháp \
      khắc phục, ghi vào các cột để trống.
      """)
    table.write(&markdown, level: 2)
    markdown.paragraph("Bảng này có \(countText(table.count)) tiêu chí bị trừ điểm./.")
    markdown.agencySignature(owner)
  }
}

extension Markdown {
  /// The signature of the head of an agency, whose title and name only the agency knows.
  mutating func agencySignature(_ agency: Agency, to recipients: [MarkdownText] = []) {
    signature(recipients: recipients + ["- Lưu: VT."], titles: ["**THỦ TRƯỞNG CƠ QUAN**"], signer: "")
  }
}
