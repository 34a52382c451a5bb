import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCScoring

// IV. Cơ quan phải báo cáo kiểm điểm, and what else agencies owe
extension SummaryReport {
  /// Who owes what after publication, each agency on one line of each paper.
  func writeDuties(_ tree: inout DocumentTree) {
    let expected: RichText = round.closing == nil && !papers.isEmpty ? " (dự kiến)" : ""
    tree.heading(2, "IV. \(dutiesTitle)\(expected)")
    guard !papers.isEmpty else {
      return tree.paragraph(
        "Bộ tiêu chí không quy định nghĩa vụ nào đối với các cơ quan sau khi có kết quả.")
    }
    if round.closing == nil {
      tree.paragraph("Kỳ đánh giá chưa khóa sổ; các nghĩa vụ nêu dưới đây là dự kiến.")
    }
    for (number, paper) in papers.enumerated() {
      tree.heading(3, "\(number + 1). \(paper.duty)\(scopeRemark(paper))")
      if paper.isOwedByAll {
        writeCommon(paper, &tree)
      } else {
        writeDebtors(paper, &tree)
      }
    }
  }

  /// Names the groups of a paper that does not concern all.
  private func scopeRemark(_ paper: DutyPaper) -> RichText {
    let concerned = groups.filter { paper.rules[$0.group] != nil }
    guard concerned.count < groups.count else { return "" }
    let names = concerned.map { group -> RichText in "\(round.groupTitle(group.group).insideSentence)" }
    return " (\(RichText.joined(names, ", ")))"
  }

  /// The section is called after the one duty that depends on results, where there is one only.
  private var dutiesTitle: RichText {
    let conditional = papers.filter { !$0.isOwedByAll }
    guard conditional.count == 1 else { return "Nghĩa vụ của các cơ quan sau khi có kết quả" }
    return "Cơ quan phải \(conditional[0].duty.insideSentence)"
  }

  private struct Debtor {
    let agency: Int
    let debt: DutyPaper.Debt
  }

  private func debtors(_ paper: DutyPaper) -> [Debtor] {
    groups.flatMap { group in
      group.agencies.compactMap { result in
        paper.debt(result, group: group.group).map { Debtor(agency: result.agency, debt: $0) }
      }
    }
  }

  /// A duty of every agency takes a sentence.
  private func writeCommon(_ paper: DutyPaper, _ tree: inout DocumentTree) {
    let debtors = debtors(paper)
    let all = groups.reduce(0) { $0 + $1.agencies.count }
    let scope: RichText = debtors.count == all ? "" : scopeRemark(paper)
    guard let debt = debtors.first?.debt else { return }
    tree.paragraph(
      "Tất cả \(countText(debtors.count)) cơ quan\(scope) thực hiện nghĩa vụ này, không phụ thuộc kết quả chấm điểm\(terms(debt))."
    )
    writeBases(paper, &tree)
  }

  private func terms(_ debt: DutyPaper.Debt) -> RichText {
    let recipient: RichText =
      debt.recipients.isEmpty ? "" : "; nơi nhận: \(debt.recipientText)"
    return "\(recipient); thời hạn: \(debt.deadlineText)"
  }

  private func writeDebtors(_ paper: DutyPaper, _ tree: inout DocumentTree) {
    let debtors = debtors(paper)
    let concerned = groups.filter { paper.rules[$0.group] != nil }.reduce(0) { $0 + $1.agencies.count }
    let share = "\(countText(debtors.count))/\(countText(concerned))"
    if debtors.isEmpty {
      tree.paragraph(
        "Không có cơ quan nào trong \(countText(concerned)) cơ quan phải \(paper.duty.insideSentence).")
    } else {
      tree.paragraph(
        """
        Có \(share) cơ quan phải \(paper.duty.insideSentence); mỗi cơ quan lập một văn bản, nêu đủ các lý do dưới đây:
        """)
      writeTable(debtors, &tree)
      writeBases(paper, &tree)
    }
    writeUnconcluded(paper, &tree)
  }

  private func writeTable(_ debtors: [Debtor], _ tree: inout DocumentTree) {
    let columns = [
      TableColumn("TT", width: 5, .center), TableColumn("Cơ quan", width: 20),
      TableColumn("Lý do", width: 42), TableColumn("Thời hạn", width: 13),
      TableColumn("Nơi nhận", width: 12), TableColumn("Căn cứ", width: 8, .center),
    ]
    tree.table(columns) { rows in
      for (number, debtor) in debtors.enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[debtor.agency].name)
        rows.cell(debtor.debt.reasonText)
        rows.cell(debtor.debt.deadlineText)
        rows.cell(debtor.debt.recipientText)
        let marks = debtor.debt.bases.map { "(\($0 + 1))" }.joined(separator: ", ")
        rows.cell(marks.isEmpty ? noFigure : marks)
        rows.endRow()
      }
    }
  }

  private func writeBases(_ paper: DutyPaper, _ tree: inout DocumentTree) {
    for (number, basis) in paper.bases.enumerated() {
      let isTable = !paper.isOwedByAll
      tree.paragraph(isTable ? "Căn cứ (\(number + 1)):" : "Căn cứ:")
      tree.legalChain(basis)
    }
  }

  /// The agencies about which nothing can be said before their heads are rated.
  private func writeUnconcluded(_ paper: DutyPaper, _ tree: inout DocumentTree) {
    let waiting = groups.flatMap { group in
      group.agencies.filter {
        paper.isUnconcluded($0, group: group.group) && paper.debt($0, group: group.group) == nil
      }
    }
    guard !waiting.isEmpty else { return }
    tree.paragraph(
      "Chưa kết luận (người đứng đầu chưa được xếp loại) đối với \(countText(waiting.count)) cơ quan:")
    for result in waiting { tree.item("\(round.agencies[result.agency].name)") }
  }
}
