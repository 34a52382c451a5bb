import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes cong-bo/quyet-dinh-cong-bo.md: the decision that approves and announces the results, with its annexes.
package struct PublicDecision {
  private let results: Results
  private let round: Round
  private let settings: RoundSettings

  /// The decision on a scored round; number, date and signer are those of publication.csv, else open.
  package static func document(_ results: Results) -> DocumentTree {
    var tree = DocumentTree()
    PublicDecision(results: results, round: results.round, settings: results.round.settings).write(&tree)
    return tree
  }

  private var publication: Publication { round.publication }

  private func write(_ tree: inout DocumentTree) {
    let number = publication.number.isEmpty ? "……/\(settings.decisionSymbol)" : publication.number
    tree.head(
      PaperHead(
        superior: "", issuer: settings.superiorInFull, number: number, place: settings.place,
        day: publication.date))
    tree.title(
      "QUYẾT ĐỊNH",
      "Về việc phê duyệt và công bố kết quả đánh giá, xác định Chỉ số cải cách hành chính năm \(settings.yearText)"
    )
    tree.provisionalMark(results)
    if round.closing == nil {
      tree.notice("**DỰ THẢO.** Kỳ đánh giá chưa khóa sổ; văn bản này chưa được ban hành.")
    }
    tree.centered("**\(settings.chairmanInFull)**")
    tree.bases(
      ["Căn cứ Luật Tổ chức chính quyền địa phương ……"] + round.setBases
        + ["Theo đề nghị của \(round.issuerHead) tại Tờ trình số …… ngày ……"])
    tree.centered("**QUYẾT ĐỊNH:**")
    let agencies = results.groups.reduce(0) { $0 + $1.agencies.count }
    tree.paragraph(
      """
      **Điều 1.** Phê duyệt và công bố kết quả đánh giá, xác định Chỉ số cải cách hành chính (CCHC) năm \
      \(settings.yearText) của \(countText(agencies)) cơ quan, đơn vị, địa phương (Phụ lục kèm theo).
      """)
    writeDuties(&tree)
    tree.paragraph(
      """
      **Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng \(settings.superiorName), \(round.issuerHead), \
      Thủ trưởng các cơ quan, đơn vị, địa phương có tên trong Phụ lục và các tổ chức, cá nhân có liên quan chịu trách \
      nhiệm thi hành Quyết định này./.
      """)
    let further = settings.recipients.map { "- \($0);" as RichText }
    tree.signature(
      recipients: ["- Như Điều 3;"] + further + ["- Lưu: VT."],
      titles: publication.signatureTitles.map { "**\($0)**" },
      signer: publication.signerName)
    writeAnnexes(&tree)
  }

  /// What follows from the results, by papers and without naming who owes which.
  private func writeDuties(_ tree: inout DocumentTree) {
    let papers = DutyPaper.papers(of: round)
    tree.paragraph("**Điều 2.** Tổ chức thực hiện sau khi công bố kết quả")
    var number = 1
    tree.paragraph(
      """
      \(number). Thủ trưởng các cơ quan, đơn vị, địa phương kiểm điểm, xác định nguyên nhân, làm rõ trách nhiệm của từng tập \
      thể, cá nhân đối với các nội dung bị trừ điểm của từng lĩnh vực và có giải pháp khắc phục.
      """)
    for paper in papers {
      let debts = results.groups.flatMap { group in
        group.agencies.compactMap { paper.debt($0, group: group.group) }
      }
      guard let first = debts.first else { continue }
      number += 1
      let whom: RichText =
        paper.isOwedByAll
        ? "các cơ quan, đơn vị, địa phương"
        : "các cơ quan, đơn vị, địa phương thuộc diện phải thực hiện theo kết quả này"
      let recipient: RichText = first.recipients.isEmpty ? "" : " \(first.recipientText)"
      let deadline: RichText = first.deadline == nil ? "" : " \(first.deadlineText)"
      tree.paragraph("\(number). \(paper.duty): \(whom) gửi\(recipient)\(deadline).")
    }
    tree.paragraph(
      "\(number + 1). Giao \(round.issuerName) thông báo, theo dõi, đôn đốc và tổng hợp, báo cáo \(settings.chairman)."
    )
  }

  // MARK: Phụ lục

  private func writeAnnexes(_ tree: inout DocumentTree) {
    let groups = results.groups.filter { !$0.agencies.isEmpty }
    let attached: RichText = "*(Kèm theo \(publication.decisionText) của \(settings.chairman))*"
    tree.annex("Phụ lục I", "Kết quả xếp hạng, xếp loại năm \(settings.yearText)")
    tree.centered(attached)
    for group in groups {
      let tables = RankingTables(results, group)
      for bloc in group.blocs(in: round) {
        let title = round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
        let whole = round.groupTitle(group.group)
        tree.heading(3, groups.count > 1 && title != whole ? "\(whole): \(title)" : "\(title)")
        tables.ranking(bloc, into: &tree)
      }
    }
    tree.annex("Phụ lục II", "Chỉ số thành phần theo lĩnh vực năm \(settings.yearText)")
    tree.centered(attached)
    for group in groups {
      if groups.count > 1 { tree.heading(3, "\(round.groupTitle(group.group))") }
      RankingTables(results, group).fields(.percent, into: &tree)
    }
    tree.sourceAndNote(settings)
  }
}
