import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes co-quan/<agency>.md: one agency's own results, and no figure of another agency.
package struct AgencyPage {
  let results: Results
  let round: Round
  private let papers: [DutyPaper]
  private let layouts: [SetLayout]
  private let blocSizes: [[String: Int]]
  private let exemptions: [Int: [Int]]
  private let exemptionsOfAll: [Int]

  /// Prepares what the pages of all agencies of a scored round have in common.
  package init(_ results: Results) {
    self.results = results
    round = results.round
    papers = DutyPaper.papers(of: results.round)
    layouts = results.round.groups.map { SetLayout($0.set) }
    var sizes = results.round.groups.map { _ in [String: Int]() }
    for group in results.groups {
      for result in group.agencies where result.rank != nil {
        sizes[group.group][results.round.agencies[result.agency].bloc, default: 0] += 1
      }
    }
    blocSizes = sizes
    var own: [Int: [Int]] = [:]
    for (place, exemption) in results.round.exemptions.enumerated() {
      if let agency = exemption.agency { own[agency, default: []].append(place) }
    }
    exemptions = own
    exemptionsOfAll = results.round.exemptions.indices.filter { results.round.exemptions[$0].agency == nil }
  }

  /// The page of an agency.
  package func document(_ agency: ScoredAgency) -> DocumentTree {
    var tree = DocumentTree()
    let (result, layout) = (agency.result, layouts[agency.row.group])
    let leaves = AgencyLeaves(agency, layout)
    writeSummary(agency, result, &tree)
    writeFields(result, layout.set, &tree)
    leaves.writeLosses(&tree)
    leaves.writeAll(&tree)
    leaves.writeAppraisals(&tree)
    AgencyExplanations(agency: agency).write(&tree)
    writeExemptions(agency, layout, &tree)
    writeDuties(result, group: agency.row.group, &tree)
    return tree
  }

  // MARK: Summary and fields

  private func writeSummary(
    _ agency: ScoredAgency, _ result: AgencyResult, _ tree: inout DocumentTree
  ) {
    let (row, set) = (agency.row, agency.set)
    let settings = set.settings
    tree.title("KẾT QUẢ ĐÁNH GIÁ NĂM \(round.settings.yearText): \(agency.name)")
    if !round.settings.name.isEmpty { tree.byline("*\(round.settings.name)*") }
    tree.provisionalMark(results)
    if !results.isProvisional { tree.publication(round.publication) }
    let ranked = blocSizes[row.group][row.bloc] ?? 0
    let rank = result.rank.map { "\(groupedText($0))/\(groupedText(ranked))" }
    tree.table([TableColumn("Nội dung", width: 30), TableColumn("Kết quả", width: 70)]) { rows in
      func line(_ label: RichText, _ value: String) {
        rows.cell(label)
        rows.cell(value)
        rows.endRow()
      }
      line("Bộ tiêu chí", settings.name)
      line("Khối", round.blocTitle(row.bloc, group: row.group))
      line("Điểm đạt được", settings.pointsText(result.points) + "/" + settings.maximumText(result.max))
      rows.cell("Chỉ số")
      let mark = agency.shortSurveys.isEmpty ? "" : FewAnswersNote.mark
      rows.cell("\(settings.percentText(result.publishedIndex))\(mark)" as RichText)
      rows.endRow()
      line("Hạng trong khối", rank ?? "không xếp hạng")
      if !set.bands.isEmpty { line("Xếp loại", result.band ?? noFigure) }
    }
    if let warning = FewAnswersNote.sentence(agency) { tree.paragraph(warning) }
    if !settings.legalBasis.isEmpty {
      tree.paragraph("Căn cứ của bộ tiêu chí:")
      tree.legalChain(settings.legalBasis)
    }
    tree.sourceAndNote(round.settings)
  }

  private func writeFields(_ result: AgencyResult, _ set: CriteriaSet, _ tree: inout DocumentTree) {
    tree.heading(2, "1. Kết quả theo lĩnh vực")
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Lĩnh vực", width: 50),
      TableColumn("Điểm đạt được", width: 14, .right), TableColumn("Điểm tối đa", width: 14, .right),
      TableColumn("Chỉ số thành phần", width: 14, .right),
    ]
    tree.table(columns) { rows in
      for (field, total) in zip(set.fields, result.fields) {
        let row = set.rows[field]
        rows.cell(row.code)
        rows.cell(row.fieldTitle)
        rows.cell(total.max == 0 ? noFigure : set.settings.pointsText(total.points))
        rows.cell(set.settings.maximumText(total.max))
        rows.cell(set.settings.percentText(of: total.share))
        rows.endRow()
      }
    }
  }

  // MARK: Exemptions and duties

  private func writeExemptions(_ agency: ScoredAgency, _ layout: SetLayout, _ tree: inout DocumentTree) {
    let places =
      (exemptions[agency.index] ?? [])
      + exemptionsOfAll.filter {
        layout.rowsByCode[round.exemptions[$0].criterion] != nil
      }
    tree.heading(2, "5. Tiêu chí không đánh giá")
    writeExemptByRule(agency, layout, &tree)
    guard !places.isEmpty else {
      return tree.paragraph("Không có tiêu chí nào không đánh giá theo quyết định.")
    }
    tree.paragraph("Theo quyết định:")
    let columns = [
      TableColumn("Tiêu chí, lĩnh vực", width: 35), TableColumn("Lý do", width: 30),
      TableColumn("Văn bản quyết định", width: 35),
    ]
    tree.table(columns) { rows in
      for place in places.sorted() {
        let exemption = round.exemptions[place]
        let name = layout.rowsByCode[exemption.criterion].map { layout.set.rows[$0].name } ?? ""
        rows.cell("\(exemption.criterion). \(name)" as RichText)
        rows.cell(exemption.reason)
        rows.cell(exemption.decidedBy)
        rows.endRow()
      }
    }
  }

  /// Leaves that the set itself exempts where a division by 0 is met.
  private func writeExemptByRule(_ agency: ScoredAgency, _ layout: SetLayout, _ tree: inout DocumentTree) {
    let leaves = agency.leaves.filter { $0.score.status == .exempt && !$0.filed.isExempt }
    let codes = leaves.map { layout.codes[layout.set.leaves[$0.index].row] }
    guard !codes.isEmpty else { return }
    tree.paragraph(
      "Do bộ tiêu chí quy định khi mẫu số bằng 0: tiêu chí \(RichText.joined(codes, ", ")).")
  }

  private func writeDuties(_ result: AgencyResult, group: Int, _ tree: inout DocumentTree) {
    let isExpected = round.closing == nil && !papers.isEmpty
    let mark: RichText = isExpected ? " (dự kiến)" : ""
    tree.heading(2, "6. Nghĩa vụ sau khi có kết quả\(mark)")
    if isExpected {
      tree.paragraph("Kỳ đánh giá chưa khóa sổ; các nghĩa vụ nêu dưới đây là dự kiến.")
    }
    var isEmpty = true
    for paper in papers {
      if let debt = paper.debt(result, group: group) {
        isEmpty = false
        tree.paragraph("**\(paper.duty)**")
        tree.item("Lý do: \(debt.reasonText).")
        tree.item("Thời hạn: \(debt.deadlineText).")
        tree.item("Nơi nhận: \(debt.recipientText).")
        for basis in debt.bases {
          tree.paragraph("Căn cứ:")
          tree.legalChain(paper.bases[basis])
        }
      } else if paper.isUnconcluded(result, group: group) {
        isEmpty = false
        tree.paragraph("**\(paper.duty)**: chưa kết luận (người đứng đầu chưa được xếp loại).")
      }
    }
    if isEmpty { tree.paragraph("Không có.") }
  }
}

/// What the pages of the agencies of one set have in common.
struct SetLayout {
  let set: CriteriaSet
  /// Codes and names, escaped once for all pages.
  let codes: [RichText]
  let names: [RichText]
  let rowsByCode: [String: Int]
  /// The rows at or below each field, in tree order, by the field's place among the fields.
  let rowsOfField: [[Int]]

  init(_ set: CriteriaSet) {
    self.set = set
    codes = set.rows.map { RichText($0.code) }
    names = set.rows.map { RichText($0.name) }
    rowsByCode = Dictionary(
      set.rows.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    rowsOfField = set.fields.map { field in Self.rows(below: field, in: set) }
  }

  private static func rows(below row: Int, in set: CriteriaSet) -> [Int] {
    [row] + set.rows[row].children.flatMap { rows(below: $0, in: set) }
  }
}
