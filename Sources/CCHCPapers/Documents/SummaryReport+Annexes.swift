import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

// Phụ lục
extension SummaryReport {
  /// The most problems that the report lists.
  private static let problemLimit = 200

  /// Ranks, fields, method and problems.
  func writeAnnexes(_ tree: inout DocumentTree) {
    tree.annex("Phụ lục")
    tree.heading(3, "1. Bảng xếp hạng")
    for group in groups { writeRanking(group, &tree) }
    tree.heading(3, "2. Điểm theo lĩnh vực")
    if groups.contains(where: { (results[group: $0.group].statusCounts[.exempt] ?? 0) > 0 }) {
      tree.paragraph(
        "Điểm ghi kèm dấu “/” là điểm đạt được trên điểm tối đa được áp dụng, khi cơ quan có tiêu chí không đánh giá."
      )
    }
    for group in groups {
      groupHeading(group, &tree)
      RankingTables(results, group).fields(.points, into: &tree)
    }
    tree.heading(3, "3. Chỉ số thành phần theo lĩnh vực")
    for group in groups {
      groupHeading(group, &tree)
      RankingTables(results, group).fields(.percent, into: &tree)
    }
    tree.heading(3, "4. Phương pháp tính")
    for group in groups { writeMethod(group, &tree) }
    var number = 4
    writeExemptions(&number, &tree)
    writeProblems(number + 1, &tree)
  }

  private func writeRanking(_ group: GroupResult, _ tree: inout DocumentTree) {
    groupHeading(group, &tree)
    let tables = RankingTables(results, group)
    for bloc in group.blocs(in: round) {
      let title = round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
      if groups.count == 1 || title != round.groupTitle(group.group) { tree.paragraph("**\(title)**") }
      tables.ranking(bloc, into: &tree)
    }
  }

  private func writeMethod(_ group: GroupResult, _ tree: inout DocumentTree) {
    groupHeading(group, &tree)
    let notes = MethodNotes(set(of: group))
    tree.item(notes.rounding)
    tree.item(notes.index)
    tree.item(notes.ranking)
    if group.agencies.contains(where: { $0.rank == nil }) { tree.item(notes.unranked) }
    tree.item(notes.conditions)
  }

  // MARK: Exemptions

  /// Writes the annex on exemptions where there are any, and then counts it.
  private func writeExemptions(_ number: inout Int, _ tree: inout DocumentTree) {
    let byRule = groups.reduce(0) { $0 + (results[group: $1.group].statusCounts[.exempt] ?? 0) }
    guard byRule > 0 || !round.exemptions.isEmpty else { return }
    number += 1
    tree.heading(3, "\(number). Tiêu chí không đánh giá")
    tree.paragraph(
      """
      Có \(countText(byRule)) lượt chấm không đánh giá, theo các quyết định dưới đây hoặc do bộ tiêu chí quy định khi \
      mẫu số bằng 0.
      """)
    guard !round.exemptions.isEmpty else { return }
    let names = groups.map { group in
      Dictionary(set(of: group).rows.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
    let columns = [
      TableColumn("Cơ quan", width: 20), TableColumn("Tiêu chí, lĩnh vực", width: 30),
      TableColumn("Lý do", width: 25), TableColumn("Văn bản quyết định", width: 25),
    ]
    tree.table(columns) { rows in
      for exemption in round.exemptions {
        rows.cell(exemption.agency.map { round.agencies[$0].name } ?? "Tất cả các cơ quan")
        let own = exemption.agency.flatMap { agency in
          groups.firstIndex { $0.group == round.agencies[agency].group }
        }
        let name =
          own.map { names[$0][exemption.criterion] }
          ?? names.lazy.compactMap { $0[exemption.criterion] }.first
        rows.cell("\(exemption.criterion). \(name ?? "")" as RichText)
        rows.cell(exemption.reason)
        rows.cell(exemption.decidedBy)
        rows.endRow()
      }
    }
  }

  // MARK: Problems

  private func writeProblems(_ number: Int, _ tree: inout DocumentTree) {
    let problems = results.problems.items
    guard !problems.isEmpty else { return }
    tree.heading(3, "\(number). Vấn đề về số liệu")
    let errors = results.problems.count(.error)
    let warnings = results.problems.count(.warning)
    let order: RichText = errors > 0 && warnings > 0 ? "; lỗi nêu trước" : ""
    tree.paragraph(
      """
      Kết quả kiểm tra số liệu: \(quantityText(errors, "lỗi")), \(quantityText(warnings, "cảnh báo"))\(order). Số dòng \
      tính như trong bảng tính.
      """)
    let ordered = problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning }
    let columns = [
      TableColumn("Mức", width: 12), TableColumn("Vị trí", width: 28),
      TableColumn("Nội dung", width: 60),
    ]
    tree.table(columns) { rows in
      for problem in ordered.prefix(Self.problemLimit) {
        rows.cell(problem.severity == .error ? "Lỗi" : "Cảnh báo")
        rows.cell(problem.place.vietnamese)
        rows.cell(problem.message(in: .vietnamese))
        rows.endRow()
      }
    }
    if ordered.count > Self.problemLimit {
      tree.paragraph("Và \(countText(ordered.count - Self.problemLimit)) vấn đề khác, xem results.json.")
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
