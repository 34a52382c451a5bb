import CCHCScoring
import CCHCTables

// Phụ lục
extension SummaryReport {
  /// The most problems that the report lists.
  private static let problemLimit = 200

  /// Ranks, fields, method and problems.
  func writeAnnexes(_ markdown: inout Markdown) {
    markdown.heading(2, "Phụ lục")
    markdown.heading(3, "1. Bảng xếp hạng")
    for group in groups { writeRanking(group, &markdown) }
    markdown.heading(3, "2. Điểm theo lĩnh vực")
    if groups.contains(where: { (results.statusCounts(in: $0)[.exempt] ?? 0) > 0 }) {
      markdown.paragraph(
        "Điểm ghi kèm dấu “/” là điểm đạt được trên điểm tối đa được áp dụng, khi cơ quan có tiêu chí không đánh giá."
      )
    }
    for group in groups {
      groupHeading(group, &markdown)
      RankingTables(results, group).fields(.points, into: &markdown)
    }
    markdown.heading(3, "3. Chỉ số thành phần theo lĩnh vực")
    for group in groups {
      groupHeading(group, &markdown)
      RankingTables(results, group).fields(.percent, into: &markdown)
    }
    markdown.heading(3, "4. Phương pháp tính")
    for group in groups { writeMethod(group, &markdown) }
    var number = 4
    writeExemptions(&number, &markdown)
    writeProblems(number + 1, &markdown)
  }

  private func writeRanking(_ group: GroupResult, _ markdown: inout Markdown) {
    groupHeading(group, &markdown)
    let tables = RankingTables(results, group)
    for bloc in group.blocs(in: round) {
      let title = round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
      if groups.count == 1 || title != round.groupTitle(group.group) { markdown.paragraph("**\(title)**") }
      tables.ranking(bloc, into: &markdown)
    }
  }

  private func writeMethod(_ group: GroupResult, _ markdown: inout Markdown) {
    groupHeading(group, &markdown)
    let notes = MethodNotes(set(of: group))
    markdown.item(notes.rounding)
    markdown.item(notes.index)
    markdown.item(notes.ranking)
    if group.agencies.contains(where: { $0.rank == nil }) { markdown.item(notes.unranked) }
    markdown.item(notes.conditions)
  }

  // MARK: Exemptions

  /// Writes the annex on exemptions where there are any, and then counts it.
  private func writeExemptions(_ number: inout Int, _ markdown: inout Markdown) {
    let byRule = groups.reduce(0) { $0 + (results.statusCounts(in: $1)[.exempt] ?? 0) }
    guard byRule > 0 || !round.exemptions.isEmpty else { return }
    number += 1
    markdown.heading(3, "\(number). Tiêu chí không đánh giá")
    markdown.paragraph(
      """
      Có \(countText(byRule)) lượt chấm không đánh giá, theo các quyết định dưới đây hoặc do bộ tiêu chí quy định khi \
      mẫu số bằng 0.
      """)
    guard !round.exemptions.isEmpty else { return }
    let names = groups.map { group in
      Dictionary(set(of: group).rows.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    let columns = [
      MarkdownColumn("Cơ quan", width: 20), MarkdownColumn("Tiêu chí, lĩnh vực", width: 30),
      MarkdownColumn("Lý do", width: 25), MarkdownColumn("Văn bản quyết định", width: 25),
    ]
    markdown.table(columns) { rows in
      for exemption in round.exemptions {
        rows.cell(exemption.agency.map { round.agencies[$0].name } ?? "Tất cả các cơ quan")
        let own = exemption.agency.flatMap { agency in
          groups.firstIndex { $0.group == round.agencies[agency].group }
        }
        let name =
          own.map { names[$0][exemption.criterion] }
          ?? names.lazy.compactMap { $0[exemption.criterion] }.first
        rows.cell("\(exemption.criterion). \(name ?? "")" as MarkdownText)
        rows.cell(exemption.reason)
        rows.cell(exemption.decidedBy)
        rows.endRow()
      }
    }
  }

  // MARK: Problems

  private func writeProblems(_ number: Int, _ markdown: inout Markdown) {
    let problems = results.problems.items
    guard !problems.isEmpty else { return }
    markdown.heading(3, "\(number). Vấn đề về số liệu")
    let errors = results.problems.count(.error)
    let warnings = results.problems.count(.warning)
    let order: MarkdownText = errors > 0 && warnings > 0 ? "; lỗi nêu trước" : ""
    markdown.paragraph(
      """
      Kết quả kiểm tra số liệu: \(quantityText(errors, "lỗi")), \(quantityText(warnings, "cảnh báo"))\(order). Số dòng \
      tính như trong bảng tính.
      """)
    let ordered = problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning }
    let columns = [
      MarkdownColumn("Mức", width: 12), MarkdownColumn("Vị trí", width: 28),
      MarkdownColumn("Nội dung", width: 60),
    ]
    markdown.table(columns) { rows in
      for problem in ordered.prefix(Self.problemLimit) {
        rows.cell(problem.severity == .error ? "Lỗi" : "Cảnh báo")
        rows.cell(problem.place.vietnamese)
        rows.cell(problem.message(in: .vietnamese))
        rows.endRow()
      }
    }
    if ordered.count > Self.problemLimit {
      markdown.paragraph("Và \(countText(ordered.count - Self.problemLimit)) vấn đề khác, xem results.json.")
    }
  }
}

extension Place {
  /// File, row and column in Vietnamese.
  fileprivate var vietnamese: String {
    var text = file
    if let row { text += ", dòng \(row)" }
    if let column { text += ", cột “\(column)”" }
    return text
  }
}
