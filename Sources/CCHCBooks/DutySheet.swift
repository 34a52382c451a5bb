import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCOffice
import CCHCPapers
import CCHCScoring

/// The sheet Nghĩa vụ sau công bố: who owes what, why, by when; a paper with several reasons is one row.
struct DutySheet {
  private let table: ResultsTable
  private let styles: BookStyles

  init(_ table: ResultsTable, _ styles: BookStyles) {
    self.table = table
    self.styles = styles
  }

  private static let headings = [
    "TT", "Mã cơ quan", "Cơ quan", "Nghĩa vụ", "Lý do", "Phải gửi trước ngày", "Nơi nhận", "Căn cứ pháp lý",
  ]

  func sheet() -> Sheet {
    let widths: [Double] = [5, table.codeWidth, 24, 22, 38, 12, 18, 34]
    let all = 1...widths.count
    var plan = SheetPlan(widths: widths, styles)
    let round = table.round
    plan.heading(table.title("NGHĨA VỤ SAU CÔNG BỐ KẾT QUẢ"), table.results, over: all)
    let papers = DutyPaper.papers(of: round)
    if papers.isEmpty {
      plan.line(
        "Bộ tiêu chí không quy định nghĩa vụ nào đối với các cơ quan sau khi có kết quả.", styles.note,
        over: all)
    } else if round.closing == nil {
      plan.line("Kỳ đánh giá chưa khóa sổ; các nghĩa vụ nêu dưới đây là dự kiến.", styles.note, over: all)
    }
    plan.heads(Self.headings)
    let head = plan.nextRow - 1
    for paper in papers {
      for group in table.groups {
        for result in group.agencies {
          guard let debt = paper.debt(result, group: group.group) else { continue }
          add(paper, debt, round.agencies[result.agency], number: plan.nextRow - head, &plan)
        }
      }
    }
    let last = plan.nextRow - 1
    for paper in papers { addUnconcluded(paper, over: all, &plan) }
    var sheet = plan.sheet("Nghĩa vụ sau công bố")
    sheet.autoFilter = CellArea(rows: head...last, columns: all)
    sheet.frozenBefore = CellPosition(row: head + 1, column: 4)
    sheet.print = .landscape(table.results, repeating: head...head)
    return sheet
  }

  private func add(
    _ paper: DutyPaper, _ debt: DutyPaper.Debt, _ agency: Agency, number: Int, _ plan: inout SheetPlan
  ) {
    let styles = styles
    let basis = debt.bases.map { paper.bases[$0] }.joined(separator: "\n")
    let texts = [agency.code, agency.name, paper.duty, debt.reasonText.plain]
    let columns = [2, 3, 4, 5, 7, 8]
    let late = debt.awaitsAnnouncement ? "chưa có ngày công bố" : "chưa xác định"
    let height = plan.height(
      zip(columns, texts + [debt.recipientText, basis]).map { ($0, $1) } + [
        (6, debt.deadline == nil ? late : "")
      ])
    plan.row(height: height) { rows in
      rows.number(Int128(number), decimals: 0, styles.center.id)
      for text in texts { rows.text(text, styles.text.id) }
      if let day = debt.deadline { rows.date(day, styles.date) } else { rows.text(late, styles.center.id) }
      rows.text(debt.recipientText, styles.text.id)
      rows.text(basis, styles.text.id)
    }
  }

  /// The agencies about which nothing can be said before their heads are rated.
  private func addUnconcluded(_ paper: DutyPaper, over columns: ClosedRange<Int>, _ plan: inout SheetPlan) {
    let waiting = table.groups.flatMap { group in
      group.agencies.filter {
        paper.isUnconcluded($0, group: group.group) && paper.debt($0, group: group.group) == nil
      }
    }
    guard !waiting.isEmpty else { return }
    let names = waiting.map { table.round.agencies[$0.agency].name }.joined(separator: ", ")
    plan.line(
      "\(paper.duty): chưa kết luận (người đứng đầu chưa được xếp loại) đối với \(countText(waiting.count)) cơ quan: \(names).",
      styles.note, over: columns)
  }
}
