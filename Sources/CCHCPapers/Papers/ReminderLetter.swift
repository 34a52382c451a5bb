package import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes noi-bo/cong-van-don-doc.md: one letter to all who still owe on a day, with the list as its annex.
package struct ReminderLetter {
  private let followUp: FollowUp
  private let round: Round
  private let owed: [FollowedDuty]

  /// Whether a letter is due: not before the round is closed, nor where nobody owes anything.
  package static func isDue(_ followUp: FollowUp) -> Bool {
    !followUp.isExpected && !followUp.outstanding.isEmpty
  }

  /// The letter of a day.
  package static func document(_ results: Results, _ followUp: FollowUp) -> DocumentTree {
    var tree = DocumentTree()
    let letter = ReminderLetter(followUp: followUp, round: results.round, owed: followUp.outstanding)
    letter.write(results, &tree)
    return tree
  }

  private var year: String { round.settings.yearText }

  private func write(_ results: Results, _ tree: inout DocumentTree) {
    let settings = round.settings
    tree.head(
      PaperHead(
        letter: settings, day: followUp.day,
        subject: "đôn đốc thực hiện nghĩa vụ sau công bố Chỉ số cải cách hành chính năm \(year)"))
    tree.provisionalMark(results)
    tree.addressee("Kính gửi: Các cơ quan, đơn vị, địa phương có tên trong Phụ lục kèm theo.")
    writeBody(&tree)
    tree.issuerSignature(settings, to: ["- Như trên;", "- \(settings.chairman) (để báo cáo);"])
    tree.annex("Phụ lục", "Danh sách nghĩa vụ chưa thực hiện")
    tree.centered("*(Kèm theo Công văn số …… \(followUp.day.longText) của \(round.issuerName))*")
    writeList(&tree)
  }

  private func writeBody(_ tree: inout DocumentTree) {
    var bases: [String] = []
    for chain in owed.flatMap(\.bases).flatMap({ $0.split(separator: ";") }) {
      guard let first = String(chain).documents.first, !bases.contains(first) else { continue }
      bases.append(first)
    }
    let list = bases.isEmpty ? "……" : bases.joined(separator: "; ")
    let counts = DutyCounts(owed.map(\.state))
    let agencies = Set(owed.map(\.agency)).count
    var split: [RichText] = []
    if counts.overdue > 0 { split.append("\(countText(counts.overdue)) đã quá hạn") }
    if counts.ahead > 0 { split.append("\(countText(counts.ahead)) chưa đến hạn") }
    if counts.open > 0 { split.append("\(countText(counts.open)) chưa có thời hạn") }
    tree.paragraph(
      """
      Thực hiện \(list) và \(round.publication.decisionText) về việc phê duyệt và công bố kết quả đánh giá, xác định Chỉ \
      số cải cách hành chính năm \(year), qua theo dõi đến hết ngày \(followUp.day.documentText) còn \
      \(countText(agencies)) cơ quan, đơn vị, địa phương chưa thực hiện \(countText(owed.count)) nghĩa vụ \
      (\(RichText.joined(split, ", "))). \(round.issuerName) đề nghị:
      """)
    var number = 0
    func ask(_ text: RichText) {
      number += 1
      tree.paragraph("\(number). \(text)")
    }
    if counts.overdue > 0 {
      ask(
        "Thủ trưởng các cơ quan có nghĩa vụ đã quá hạn khẩn trương thực hiện, gửi trước ngày …… và nêu rõ lý do chậm."
      )
    }
    if counts.ahead > 0 {
      ask("Các cơ quan có nghĩa vụ chưa đến hạn thực hiện, gửi đúng thời hạn nêu tại Phụ lục.")
    }
    if counts.open > 0 { ask("Các cơ quan có nghĩa vụ chưa có thời hạn thực hiện, gửi trước ngày ……") }
    ask(
      """
      Một cơ quan phải thực hiện một nghĩa vụ vì nhiều lý do thì lập một văn bản, nêu đủ các lý do. Sau thời hạn, \
      \(round.issuerName) tổng hợp các cơ quan chưa thực hiện, báo cáo \(round.settings.chairman).
      """)
    tree.paragraph(
      "\(round.issuerName) đề nghị các cơ quan, đơn vị, địa phương quan tâm, thực hiện./.")
  }

  private func writeList(_ tree: inout DocumentTree) {
    let columns = [
      TableColumn("TT", width: 5, .center), TableColumn("Cơ quan", width: 22),
      TableColumn("Nghĩa vụ", width: 27), TableColumn("Nơi nhận", width: 16),
      TableColumn("Thời hạn", width: 14), TableColumn("Tình trạng", width: 16),
    ]
    tree.table(columns) { rows in
      for (number, duty) in byAgency.enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[duty.agency].name)
        rows.cell(duty.duty)
        rows.cell(duty.recipientText)
        rows.cell(duty.deadlineText)
        rows.cell(duty.state.vietnamese)
        rows.endRow()
      }
    }
  }

  /// What is owed, agency by agency in the order of agencies.csv.
  private var byAgency: [FollowedDuty] {
    owed.enumerated().sorted { ($0.element.agency, $0.offset) < ($1.element.agency, $1.offset) }.map(
      \.element)
  }
}
