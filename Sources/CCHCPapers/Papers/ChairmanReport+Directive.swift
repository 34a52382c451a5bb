import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCScoring

// III. Tình hình thực hiện Chỉ thị, by its points
extension ChairmanReport {
  /// Each document that the obligations rest on, with the round's figures that belong to its points.
  func writeDirectives(_ tree: inout DocumentTree) {
    let directives = Directive.all(behind: followUp.papers, in: results)
    guard !directives.isEmpty else {
      tree.paragraph(
        "Bộ tiêu chí không ghi căn cứ của nghĩa vụ nào nên không có số liệu theo từng điểm của Chỉ thị: ……")
      return
    }
    tree.paragraph(
      """
      Số liệu dưới đây là chỉ số thành phần trung bình (tỷ lệ điểm đạt được trên điểm tối đa) của các lĩnh vực, tiêu chí \
      có căn cứ là từng mục, điểm của văn bản và số nghĩa vụ đã thực hiện. Phần nhận xét do người báo cáo ghi.
      """)
    for (number, directive) in directives.enumerated() {
      tree.heading(3, "\(number + 1). \(directive.name)")
      write(directive, &tree)
    }
  }

  private func write(_ directive: Directive, _ tree: inout DocumentTree) {
    let columns = [
      TableColumn("Mục, điểm", width: 14), TableColumn("Nội dung đánh giá", width: 38),
      TableColumn("Trung bình", width: 10, .right), TableColumn("Thấp nhất", width: 22),
      TableColumn("Nhận xét", width: 16),
    ]
    tree.table(columns) { rows in
      for point in directive.points {
        var name = point.name.isEmpty ? "Toàn văn bản" : point.name.withCapital
        func begin() {
          rows.cell(name)
          name = ""
        }
        for figure in point.figures {
          begin()
          cells(figure, &rows)
          rows.cell("……" as RichText)
          rows.endRow()
        }
        for place in point.papers {
          begin()
          let counts = followUp.counts(of: place)
          rows.cell(followUp.papers[place].duty)
          rows.cell("\(groupedText(counts.received))/\(groupedText(counts.owed))")
          rows.cell(counts.owed == 0 ? "không có cơ quan nào phải thực hiện" : "đã thực hiện/phải thực hiện")
          rows.cell("……" as RichText)
          rows.endRow()
        }
      }
    }
  }

  private func cells(_ figure: Directive.Figure, _ rows: inout TableRows) {
    let group = groups[figure.group]
    let set = round.groups[group.group].set
    let row = set.rows[figure.row]
    let scope: RichText = groups.count > 1 ? " (\(round.groupTitle(group.group).insideSentence))" : ""
    rows.cell("\(row.code). \(row.name)\(scope)" as RichText)
    guard let spread = figure.spread else {
      rows.cell(noFigure)
      rows.cell("không đánh giá")
      return
    }
    rows.cell(set.settings.percentText(spread.mean))
    let names = AgencyNames(results, group)
    let lowest = set.settings.percentText(spread.lowest)
    let who: RichText =
      spread.highest == spread.lowest
      ? "\(lowest): các cơ quan bằng nhau" : "\(lowest): \(names.list(spread.atLowest))"
    rows.cell(who)
  }
}
