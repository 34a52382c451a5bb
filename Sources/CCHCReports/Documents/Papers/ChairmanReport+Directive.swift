import CCHCScoring
import CCHCTables

// III. Tình hình thực hiện Chỉ thị, by its points
extension ChairmanReport {
  /// Each document that the obligations rest on, with the round's figures that belong to its points.
  func writeDirectives(_ markdown: inout Markdown) {
    let directives = results.directives(followUp.papers)
    guard !directives.isEmpty else {
      markdown.paragraph(
        "Bộ tiêu chí không ghi căn cứ của nghĩa vụ nào nên không có số liệu theo từng điểm của Chỉ thị: ……")
      return
    }
    markdown.paragraph(
      """
      Số liệu dưới đây là chỉ số thành phần trung bình (tỷ lệ điểm đạt được trên điểm tối đa) của các lĩnh vực, tiêu chí \
      có căn cứ là từng mục, điểm của văn bản và số nghĩa vụ đã thực hiện. Phần nhận xét do người báo cáo ghi.
      """)
    for (number, directive) in directives.enumerated() {
      markdown.heading(3, "\(number + 1). \(directive.name)")
      write(directive, &markdown)
    }
  }

  private func write(_ directive: Directive, _ markdown: inout Markdown) {
    let columns = [
      MarkdownColumn("Mục, điểm", width: 14), MarkdownColumn("Nội dung đánh giá", width: 38),
      MarkdownColumn("Trung bình", width: 10, .right), MarkdownColumn("Thấp nhất", width: 22),
      MarkdownColumn("Nhận xét", width: 16),
    ]
    markdown.table(columns) { rows in
      for point in directive.points {
        var name = point.name.isEmpty ? "Toàn văn bản" : point.name.withCapital
        func begin() {
          rows.cell(name)
          name = ""
        }
        for figure in point.figures {
          begin()
          cells(figure, &rows)
          rows.cell("……" as MarkdownText)
          rows.endRow()
        }
        for place in point.papers {
          begin()
          let counts = followUp.counts(of: place)
          rows.cell(followUp.papers[place].duty)
          rows.cell("\(groupedText(counts.received))/\(groupedText(counts.owed))")
          rows.cell(counts.owed == 0 ? "không có cơ quan nào phải thực hiện" : "đã thực hiện/phải thực hiện")
          rows.cell("……" as MarkdownText)
          rows.endRow()
        }
      }
    }
  }

  private func cells(_ figure: Directive.Figure, _ rows: inout MarkdownRows) {
    let group = groups[figure.group]
    let set = round.groups[group.group].set
    let row = set.rows[figure.row]
    let scope: MarkdownText = groups.count > 1 ? " (\(round.groupTitle(group.group).insideSentence))" : ""
    rows.cell("\(row.code). \(row.name)\(scope)" as MarkdownText)
    guard let spread = figure.spread else {
      rows.cell(noFigure)
      rows.cell("không đánh giá")
      return
    }
    rows.cell(set.settings.percentText(spread.mean))
    let names = AgencyNames(results, group)
    let lowest = set.settings.percentText(spread.lowest)
    let who: MarkdownText =
      spread.highest == spread.lowest
      ? "\(lowest): các cơ quan bằng nhau" : "\(lowest): \(names.list(spread.atLowest))"
    rows.cell(who)
  }
}
