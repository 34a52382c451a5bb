import CCHCScoring
import CCHCTables

// IV. Cơ quan phải báo cáo kiểm điểm, and what else agencies owe
extension SummaryReport {
  /// Who owes what after publication, each agency on one line of each paper.
  func writeDuties(_ markdown: inout Markdown) {
    let expected: MarkdownText = round.closing == nil && !papers.isEmpty ? " (dự kiến)" : ""
    markdown.heading(2, "IV. \(dutiesTitle)\(expected)")
    guard !papers.isEmpty else {
      return markdown.paragraph(
        "Bộ tiêu chí không quy định nghĩa vụ nào đối với các cơ quan sau khi có kết quả.")
    }
    if round.closing == nil {
      markdown.paragraph("Kỳ đánh giá chưa khóa sổ; các nghĩa vụ nêu dưới đây là dự kiến.")
    }
    for (number, paper) in papers.enumerated() {
      markdown.heading(3, "\(number + 1). \(paper.duty)\(scopeRemark(paper))")
      if paper.isOwedByAll {
        writeCommon(paper, &markdown)
      } else {
        writeDebtors(paper, &markdown)
      }
    }
  }

  /// Names the groups of a paper that does not concern all.
  private func scopeRemark(_ paper: DutyPaper) -> MarkdownText {
    let concerned = groups.filter { paper.rules[$0.group] != nil }
    guard concerned.count < groups.count else { return "" }
    let names = concerned.map { group -> MarkdownText in "\(round.groupTitle(group.group).insideSentence)" }
    return " (\(MarkdownText.joined(names, ", ")))"
  }

  /// The section is called after the one duty that depends on results, where there is one only.
  private var dutiesTitle: MarkdownText {
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
  private func writeCommon(_ paper: DutyPaper, _ markdown: inout Markdown) {
    let debtors = debtors(paper)
    let all = groups.reduce(0) { $0 + $1.agencies.count }
    let scope: MarkdownText = debtors.count == all ? "" : scopeRemark(paper)
    guard let debt = debtors.first?.debt else { return }
    markdown.paragraph(
      "Tất cả \(countText(debtors.count)) cơ quan\(scope) thực hiện nghĩa vụ này, không phụ thuộc kết quả chấm điểm\(terms(debt))."
    )
    writeBases(paper, &markdown)
  }

  private func terms(_ debt: DutyPaper.Debt) -> MarkdownText {
    let recipient: MarkdownText =
      debt.recipients.isEmpty ? "" : "; nơi nhận: \(debt.recipientText)"
    return "\(recipient); thời hạn: \(debt.deadlineText)"
  }

  private func writeDebtors(_ paper: DutyPaper, _ markdown: inout Markdown) {
    let debtors = debtors(paper)
    let concerned = groups.filter { paper.rules[$0.group] != nil }.reduce(0) { $0 + $1.agencies.count }
    let share = "\(countText(debtors.count))/\(countText(concerned))"
    if debtors.isEmpty {
      markdown.paragraph(
        "Không có cơ quan nào trong \(countText(concerned)) cơ quan phải \(paper.duty.insideSentence).")
    } else {
      markdown.paragraph(
        """
        Có \(share) cơ quan phải \(paper.duty.insideSentence); mỗi cơ quan lập một văn bản, nêu đủ các lý do dưới đây:
        """)
      writeTable(debtors, &markdown)
      writeBases(paper, &markdown)
    }
    writeUnconcluded(paper, &markdown)
  }

  private func writeTable(_ debtors: [Debtor], _ markdown: inout Markdown) {
    let columns = [
      MarkdownColumn("TT", width: 5, .center), MarkdownColumn("Cơ quan", width: 20),
      MarkdownColumn("Lý do", width: 42), MarkdownColumn("Thời hạn", width: 13),
      MarkdownColumn("Nơi nhận", width: 12), MarkdownColumn("Căn cứ", width: 8, .center),
    ]
    markdown.table(columns) { rows in
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

  private func writeBases(_ paper: DutyPaper, _ markdown: inout Markdown) {
    for (number, basis) in paper.bases.enumerated() {
      let isTable = !paper.isOwedByAll
      markdown.paragraph(isTable ? "Căn cứ (\(number + 1)):" : "Căn cứ:")
      markdown.legalChain(basis)
    }
  }

  /// The agencies about which nothing can be said before their heads are rated.
  private func writeUnconcluded(_ paper: DutyPaper, _ markdown: inout Markdown) {
    let waiting = groups.flatMap { group in
      group.agencies.filter {
        paper.isUnconcluded($0, group: group.group) && paper.debt($0, group: group.group) == nil
      }
    }
    guard !waiting.isEmpty else { return }
    markdown.paragraph(
      "Chưa kết luận (người đứng đầu chưa được xếp loại) đối với \(countText(waiting.count)) cơ quan:")
    for result in waiting { markdown.item("\(round.agencies[result.agency].name)") }
  }
}
