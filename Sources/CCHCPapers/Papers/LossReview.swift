package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes co-quan/<agency>/bang-kiem-diem.md: every point that an agency lost, for its head to account for.
package struct LossReview {
  /// The review sheet of an agency; it is the agency's own paper.
  package static func document(_ agency: ScoredAgency) -> DocumentTree {
    var tree = DocumentTree()
    write(agency, &tree)
    return tree
  }

  private static func write(_ agency: ScoredAgency, _ tree: inout DocumentTree) {
    let (round, owner) = (agency.round, agency.row)
    tree.head(PaperHead(agency: owner, in: round))
    tree.title(
      "BẢNG KIỂM ĐIỂM",
      "Các nội dung bị trừ điểm trong Chỉ số cải cách hành chính năm \(round.settings.yearText) của \(owner.name)"
    )
    tree.provisionalMark(agency.results)
    tree.expectedMark(round)
    let table = LossTable(agency)
    guard table.count > 0 else {
      tree.paragraph("\(owner.name) không bị trừ điểm ở tiêu chí nào.")
      return tree.agencySignature(owner)
    }
    tree.paragraph(
      """
      \(owner.name) bị trừ \(table.totalText) điểm ở \(countText(table.count)) tiêu chí. Điểm bị trừ là điểm tối đa trừ \
      điểm đạt được, kể cả tiêu chí chấm qua điều tra xã hội học và số liệu của cơ quan khác; ở lĩnh vực điểm trừ là số \
      điểm bị trừ. Thủ trưởng cơ quan xác định nguyên nhân, làm rõ trách nhiệm của từng tập thể, cá nhân và biện pháp \
      khắc phục, ghi vào các cột để trống.
      """)
    table.write(&tree, level: 2)
    tree.paragraph("Bảng này có \(countText(table.count)) tiêu chí bị trừ điểm./.")
    tree.agencySignature(owner)
  }
}

extension DocumentTree {
  /// The signature of the head of an agency, whose title and name only the agency knows.
  mutating func agencySignature(_ agency: Agency, to recipients: [RichText] = []) {
    signature(recipients: recipients + ["- Lưu: VT."], titles: ["**THỦ TRƯỞNG CƠ QUAN**"], signer: "")
  }
}
