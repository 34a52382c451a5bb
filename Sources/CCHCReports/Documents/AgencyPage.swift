package import CCHCScoring
import CCHCTables

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
  package func bytes(_ result: AgencyResult) -> [UInt8] {
    var markdown = Markdown()
    let group = round.agencies[result.agency].group
    let leaves = AgencyLeaves(results, layouts[group], agency: result.agency)
    writeSummary(result, &markdown)
    writeFields(result, &markdown)
    leaves.writeLosses(&markdown)
    leaves.writeAll(&markdown)
    leaves.writeAppraisals(&markdown)
    AgencyExplanations(results: results, agency: result.agency).write(&markdown)
    writeExemptions(result, layouts[group], &markdown)
    writeDuties(result, group: group, &markdown)
    return markdown.bytes
  }

  // MARK: Summary and fields

  private func writeSummary(_ result: AgencyResult, _ markdown: inout Markdown) {
    let agency = round.agencies[result.agency]
    let set = round.groups[agency.group].set
    let settings = set.settings
    markdown.heading(1, "KẾT QUẢ ĐÁNH GIÁ NĂM \(round.settings.yearText): \(agency.name)")
    if !round.settings.name.isEmpty { markdown.paragraph("*\(round.settings.name)*") }
    markdown.provisionalMark(results)
    if !results.isProvisional { markdown.publication(round.publication) }
    let ranked = blocSizes[agency.group][agency.bloc] ?? 0
    let rank = result.rank.map { "\(groupedText($0))/\(groupedText(ranked))" }
    markdown.table([MarkdownColumn("Nội dung", width: 30), MarkdownColumn("Kết quả", width: 70)]) { rows in
      func line(_ label: MarkdownText, _ value: String) {
        rows.cell(label)
        rows.cell(value)
        rows.endRow()
      }
      line("Bộ tiêu chí", settings.name)
      line("Khối", round.blocTitle(agency.bloc, group: agency.group))
      line("Điểm đạt được", settings.pointsText(result.points) + "/" + settings.maximumText(result.max))
      rows.cell("Chỉ số")
      let mark = results.shortSurveys(of: result.agency).isEmpty ? "" : FewAnswersNote.mark
      rows.cell("\(settings.percentText(result.publishedIndex))\(mark)" as MarkdownText)
      rows.endRow()
      line("Hạng trong khối", rank ?? "không xếp hạng")
      if !set.bands.isEmpty { line("Xếp loại", result.band ?? noFigure) }
    }
    if let warning = FewAnswersNote.sentence(result.agency, of: results) { markdown.paragraph(warning) }
    if !settings.legalBasis.isEmpty {
      markdown.paragraph("Căn cứ của bộ tiêu chí:")
      markdown.legalChain(settings.legalBasis)
    }
    markdown.sourceAndNote(round.settings)
  }

  private func writeFields(_ result: AgencyResult, _ markdown: inout Markdown) {
    let set = round.groups[round.agencies[result.agency].group].set
    markdown.heading(2, "1. Kết quả theo lĩnh vực")
    let columns = [
      MarkdownColumn("Mã", width: 8), MarkdownColumn("Lĩnh vực", width: 50),
      MarkdownColumn("Điểm đạt được", width: 14, .right), MarkdownColumn("Điểm tối đa", width: 14, .right),
      MarkdownColumn("Chỉ số thành phần", width: 14, .right),
    ]
    markdown.table(columns) { rows in
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

  private func writeExemptions(_ result: AgencyResult, _ layout: SetLayout, _ markdown: inout Markdown) {
    let places =
      (exemptions[result.agency] ?? [])
      + exemptionsOfAll.filter {
        layout.rowsByCode[round.exemptions[$0].criterion] != nil
      }
    markdown.heading(2, "5. Tiêu chí không đánh giá")
    writeExemptByRule(result, layout, &markdown)
    guard !places.isEmpty else {
      return markdown.paragraph("Không có tiêu chí nào không đánh giá theo quyết định.")
    }
    markdown.paragraph("Theo quyết định:")
    let columns = [
      MarkdownColumn("Tiêu chí, lĩnh vực", width: 35), MarkdownColumn("Lý do", width: 30),
      MarkdownColumn("Văn bản quyết định", width: 35),
    ]
    markdown.table(columns) { rows in
      for place in places.sorted() {
        let exemption = round.exemptions[place]
        let name = layout.rowsByCode[exemption.criterion].map { layout.set.rows[$0].name } ?? ""
        rows.cell("\(exemption.criterion). \(name)" as MarkdownText)
        rows.cell(exemption.reason)
        rows.cell(exemption.decidedBy)
        rows.endRow()
      }
    }
  }

  /// Leaves that the set itself exempts where a division by 0 is met.
  private func writeExemptByRule(_ result: AgencyResult, _ layout: SetLayout, _ markdown: inout Markdown) {
    let first = round.agencies[result.agency].firstLeaf
    let codes = layout.set.leaves.indices.filter { leaf in
      results.scores[first + leaf].status == .exempt && !round.evidence.marks[first + leaf].contains(.exempt)
    }.map { layout.codes[layout.set.leaves[$0].row] }
    guard !codes.isEmpty else { return }
    markdown.paragraph(
      "Do bộ tiêu chí quy định khi mẫu số bằng 0: tiêu chí \(MarkdownText.joined(codes, ", ")).")
  }

  private func writeDuties(_ result: AgencyResult, group: Int, _ markdown: inout Markdown) {
    let isExpected = round.closing == nil && !papers.isEmpty
    let mark: MarkdownText = isExpected ? " (dự kiến)" : ""
    markdown.heading(2, "6. Nghĩa vụ sau khi có kết quả\(mark)")
    if isExpected {
      markdown.paragraph("Kỳ đánh giá chưa khóa sổ; các nghĩa vụ nêu dưới đây là dự kiến.")
    }
    var isEmpty = true
    for paper in papers {
      if let debt = paper.debt(result, group: group) {
        isEmpty = false
        markdown.paragraph("**\(paper.duty)**")
        markdown.item("Lý do: \(debt.reasonText).")
        markdown.item("Thời hạn: \(debt.deadlineText).")
        markdown.item("Nơi nhận: \(debt.recipientText).")
        for basis in debt.bases {
          markdown.paragraph("Căn cứ:")
          markdown.legalChain(paper.bases[basis])
        }
      } else if paper.isUnconcluded(result, group: group) {
        isEmpty = false
        markdown.paragraph("**\(paper.duty)**: chưa kết luận (người đứng đầu chưa được xếp loại).")
      }
    }
    if isEmpty { markdown.paragraph("Không có.") }
  }
}

/// What the pages of the agencies of one set have in common.
struct SetLayout {
  let set: CriteriaSet
  /// Codes and names, escaped once for all pages.
  let codes: [MarkdownText]
  let names: [MarkdownText]
  let rowsByCode: [String: Int]
  /// The rows at or below each field, in tree order, by the field's place among the fields.
  let rowsOfField: [[Int]]

  init(_ set: CriteriaSet) {
    self.set = set
    codes = set.rows.map { MarkdownText($0.code) }
    names = set.rows.map { MarkdownText($0.name) }
    rowsByCode = Dictionary(
      set.rows.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    rowsOfField = set.fields.map { field in Self.rows(below: field, in: set) }
  }

  private static func rows(below row: Int, in set: CriteriaSet) -> [Int] {
    [row] + set.rows[row].children.flatMap { rows(below: $0, in: set) }
  }
}
