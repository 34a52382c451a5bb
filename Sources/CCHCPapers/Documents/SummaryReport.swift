import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes noi-bo/report.md: the report on a round that the issuer signs and sends to its superior.
package struct SummaryReport {
  let results: Results
  let round: Round
  let papers: [DutyPaper]

  /// The report on a scored round.
  package static func document(_ results: Results) -> DocumentTree {
    let report = SummaryReport(results)
    var tree = DocumentTree()
    tree.documentHead(report.round.settings)
    tree.title("BÁO CÁO")
    report.writeTitle(&tree)
    tree.provisionalNotice(results)
    report.writePreparation(&tree)
    report.writeOutcome(&tree)
    report.writeAssessment(&tree)
    report.writeDuties(&tree)
    tree.signature(report.round)
    report.writeAnnexes(&tree)
    return tree
  }

  private init(_ results: Results) {
    self.results = results
    round = results.round
    papers = DutyPaper.papers(of: results.round)
  }

  /// The groups that have agencies.
  var groups: [GroupResult] { results.groups.filter { !$0.agencies.isEmpty } }

  /// The set of a group.
  func set(of group: GroupResult) -> CriteriaSet { round.groups[group.group].set }

  /// Names the group of what follows, where the round has more than one.
  func groupHeading(_ group: GroupResult, _ tree: inout DocumentTree) {
    guard groups.count > 1 else { return }
    tree.heading(4, "\(round.groupTitle(group.group))")
  }

  private func writeTitle(_ tree: inout DocumentTree) {
    tree.subject("Kết quả đánh giá, xếp hạng các cơ quan năm \(round.settings.yearText)")
    if !round.settings.name.isEmpty { tree.byline("*\(round.settings.name)*") }
  }

  // MARK: I. Công tác triển khai

  private func writePreparation(_ tree: inout DocumentTree) {
    tree.heading(2, "I. Công tác triển khai")
    tree.heading(3, "1. Phạm vi và căn cứ")
    writeScope(&tree)
    writeSets(&tree)
    if !results.isProvisional { tree.publication(round.publication) }
    tree.closedVersion(results)
    tree.sourceAndNote(round.settings)
    tree.heading(3, "2. Số liệu và thẩm định")
    tree.paragraph(
      "Một tiêu chí của một cơ quan được tính là một lượt chấm. Tình hình cung cấp số liệu và thẩm định như sau:"
    )
    for group in groups {
      groupHeading(group, &tree)
      writeFiling(group, &tree)
      writeGaps(group, &tree)
    }
  }

  private func writeScope(_ tree: inout DocumentTree) {
    let agencies = groups.flatMap(\.agencies)
    let blocs = groups.reduce(0) { $0 + $1.blocs(in: round).count }
    let ranked = agencies.count { $0.rank != nil }
    var text: RichText = """
      Kỳ đánh giá năm \(round.settings.yearText) thực hiện đối với \(countText(agencies.count)) cơ quan, đơn vị, \
      địa phương (sau đây gọi chung là cơ quan), gồm \(countText(groups.count)) nhóm, \(countText(blocs)) khối.
      """
    text += " Có \(countText(ranked)) cơ quan được xếp hạng"
    let unranked = agencies.filter { $0.rank == nil }.map { RichText(round.agencies[$0.agency].name) }
    if !unranked.isEmpty {
      text += "; \(countText(unranked.count)) cơ quan được chấm điểm nhưng không xếp hạng"
      if unranked.count <= 5 { text += " (\(RichText.joined(unranked, ", ")))" }
    }
    text += "."
    tree.paragraph(text)
  }

  private func writeSets(_ tree: inout DocumentTree) {
    tree.paragraph("Bộ tiêu chí áp dụng:")
    let columns = [
      TableColumn("Nhóm", width: 10), TableColumn("Bộ tiêu chí", width: 50),
      TableColumn("Số cơ quan", width: 10, .right), TableColumn("Số lĩnh vực", width: 10, .right),
      TableColumn("Số tiêu chí chấm điểm", width: 12, .right),
      TableColumn("Điểm tối đa", width: 10, .right),
    ]
    tree.table(columns) { rows in
      for group in groups {
        let set = set(of: group)
        let scored = set.leaves.filter { set.rows[$0.row].fieldKind == .scored && !$0.isMonitored }
        rows.cell(round.groups[group.group].code)
        rows.cell(set.settings.name)
        rows.cell(group.agencies.count)
        rows.cell(set.fields.count)
        rows.cell(set.leaves.count { !$0.isMonitored })
        rows.cell(set.settings.maximumText(scored.reduce(0) { $0 + Int128($1.maxUnits) }))
        rows.endRow()
      }
    }
    var seen: Swift.Set<String> = []
    for group in groups {
      let basis = set(of: group).settings.legalBasis
      guard seen.insert(basis).inserted else { continue }
      tree.paragraph(
        groups.count > 1 ? "Căn cứ của \(round.groupTitle(group.group).insideSentence):" : "Căn cứ:")
      tree.legalChain(basis)
    }
  }

  private func writeFiling(_ group: GroupResult, _ tree: inout DocumentTree) {
    let columns = [
      TableColumn("Nguồn số liệu", width: 34), TableColumn("Số lượt chấm", width: 14, .right),
      TableColumn("Đã cung cấp số liệu", width: 14, .right),
      TableColumn("Chưa cung cấp số liệu", width: 14, .right),
      TableColumn("Đã thẩm định", width: 14, .right),
    ]
    let filings = results[group: group.group].filings
    tree.table(columns) { rows in
      for filing in filings {
        rows.cell(filing.method.vietnamese)
        rows.cell(filing.due)
        rows.cell(filing.filed)
        rows.cell(filing.due - filing.filed)
        if filing.method == .survey { rows.cell(noFigure) } else { rows.cell(filing.appraised) }
        rows.endRow()
      }
    }
    if let own = filings.first(where: { $0.method == .own }) {
      var text: RichText =
        "Đã thẩm định \(countText(own.appraised))/\(countText(own.due)) lượt tự chấm."
      let rounds = results[group: group.group].appraisalCounts
      if rounds.count > 1 {
        let parts = rounds.map { "lần \($0.round): \(countText($0.count)) lượt" }.joined(separator: "; ")
        text += " Số lượt chấm được thẩm định theo từng lần (kể cả số liệu cơ quan khác): \(parts)."
      }
      if filings.contains(where: { $0.method == .survey }) {
        text += " Kết quả điều tra xã hội học không qua thẩm định."
      }
      tree.paragraph(text)
    }
    let exempt = results[group: group.group].statusCounts[.exempt] ?? 0
    if exempt > 0 {
      tree.paragraph("Ngoài số trên, có \(countText(exempt)) lượt chấm không đánh giá (xem Phụ lục).")
    }
  }

  // MARK: Missing and doubtful cells

  /// The statuses that cost points for want of figures or documents, in the order of their columns.
  private static let gaps: [LeafStatus] = [.missing, .invalid, .requested, .undocumented]

  private func writeGaps(_ group: GroupResult, _ tree: inout DocumentTree) {
    let counts = results[group: group.group].statusCounts
    let gaps = Self.gaps.filter { (counts[$0] ?? 0) > 0 }
    guard !gaps.isEmpty else {
      return tree.paragraph(
        "Mọi lượt chấm đều có số liệu hợp lệ và đủ tài liệu kiểm chứng theo yêu cầu của bộ tiêu chí.")
    }
    let total = gaps.reduce(0) { $0 + (counts[$1] ?? 0) }
    let parts = gaps.map { "\(countText(counts[$0] ?? 0)) lượt \($0.vietnamese)" }.joined(separator: "; ")
    tree.paragraph(
      "Có \(countText(total)) lượt chấm được 0 điểm do chưa đủ căn cứ chấm điểm, gồm: \(parts).")
    var columns = [TableColumn("Cơ quan", width: 36)]
    for gap in gaps { columns.append(TableColumn("Tiêu chí \(gap.vietnamese)", width: 20)) }
    let rowLimit = 50
    var written = 0
    var left = 0
    tree.table(columns) { rows in
      for result in group.agencies {
        let codes = gapCodes(result, group, gaps)
        guard codes.contains(where: { !$0.isEmpty }) else { continue }
        guard written < rowLimit else {
          left += 1
          continue
        }
        written += 1
        rows.cell(round.agencies[result.agency].name)
        for list in codes { rows.cell(shortened(list)) }
        rows.endRow()
      }
    }
    if left > 0 { tree.paragraph("Và \(countText(left)) cơ quan khác, xem tệp scores.csv.") }
  }

  /// The codes of an agency's leaves by status.
  private func gapCodes(_ result: AgencyResult, _ group: GroupResult, _ gaps: [LeafStatus]) -> [[String]] {
    let set = set(of: group)
    var codes = gaps.map { _ in [String]() }
    for (number, leaf) in set.leaves.enumerated() {
      let status = results[agency: result.agency][leaf: number].score.status
      if let place = gaps.firstIndex(of: status) { codes[place].append(set.rows[leaf.row].code) }
    }
    return codes
  }

  private func shortened(_ codes: [String]) -> String {
    guard !codes.isEmpty else { return noFigure }
    let limit = 8
    let shown = codes.prefix(limit).joined(separator: ", ")
    return codes.count > limit ? "\(shown) và \(countText(codes.count - limit)) tiêu chí khác" : shown
  }
}
