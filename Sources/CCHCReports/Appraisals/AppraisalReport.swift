package import CCHCScoring
package import CCHCTables

/// Writes the report on the appraisal of a round, for the council and its standing member.
package struct AppraisalReport {
  private let results: Results
  private let round: Round
  private let summary: AppraisalSummary
  private let names: [String: String]

  /// How many corrections and criteria are listed.
  private static let most = 20

  package init(_ results: Results) {
    self.results = results
    round = results.round
    summary = results.appraisalSummary()
    names = results.round.memberNames
  }

  private func name(_ member: String?) -> String {
    guard let member else { return "chưa phân công" }
    return names[member] ?? (member == "standing" ? "Cơ quan thường trực, Hội đồng" : member)
  }

  // MARK: Terminal

  /// What a person reads first: the work left, by member.
  package func text(_ wording: Wording) -> String {
    var text = "\(round.settings.name)\n\n"
    for load in summary.workloads {
      text +=
        "  \(load.member ?? "–"): "
        + wording(
          "\(load.done)/\(load.due) lượt đã thẩm định, \(load.changed) lượt điều chỉnh",
          "\(load.done) of \(load.due) leaves appraised, \(load.changed) corrected") + "\n"
    }
    let (all, requests) = (summary.corrections.count, summary.requests.count)
    let cut = summary.corrections.count { $0.change < 0 }
    return text + "\n"
      + wording(
        "\(all) lượt điều chỉnh (\(cut) giảm, \(all - cut) tăng); \(requests) đề nghị không đánh giá chưa quyết định.",
        "\(all) corrections (\(cut) down, \(all - cut) up); \(requests) requests not to be assessed are undecided."
      )
      + "\n"
  }

  // MARK: Markdown

  package func markdown() -> [UInt8] {
    var markdown = Markdown()
    markdown.documentHead(round.settings)
    markdown.heading(1, "BÁO CÁO KẾT QUẢ THẨM ĐỊNH NĂM \(round.settings.yearText)")
    markdown.paragraph("*\(round.settings.name)*")
    writeWorkload(&markdown)
    markdown.heading(2, "2. Chênh lệch giữa tự chấm và thẩm định")
    for group in results.groups where !group.agencies.isEmpty {
      if results.groups.count > 1 { markdown.heading(3, "\(round.groupTitle(group.group))") }
      writeFields(group, &markdown)
    }
    writeCorrections(&markdown)
    writeOverclaims(&markdown)
    writeOpen(&markdown)
    return markdown.bytes
  }

  private func writeWorkload(_ markdown: inout Markdown) {
    markdown.heading(2, "1. Khối lượng thẩm định")
    guard !summary.workloads.isEmpty else {
      return markdown.paragraph("Không có lượt tự chấm nào phải thẩm định.")
    }
    let columns = [
      MarkdownColumn("Thành viên", width: 40), MarkdownColumn("Phải thẩm định", width: 14, .right),
      MarkdownColumn("Đã thẩm định", width: 14, .right), MarkdownColumn("Còn lại", width: 12, .right),
      MarkdownColumn("Đã điều chỉnh", width: 14, .right),
    ]
    markdown.table(columns) { rows in
      for load in summary.workloads {
        rows.cell(name(load.member))
        rows.cell(load.due)
        rows.cell(load.done)
        rows.cell(load.due - load.done)
        rows.cell(load.changed)
        rows.endRow()
      }
    }
    markdown.paragraph("Tính theo lượt tự chấm: một tiêu chí tự chấm của một cơ quan là một lượt.")
  }

  /// Self against appraised points, agencies by fields.
  private func writeFields(_ group: GroupResult, _ markdown: inout Markdown) {
    let set = round.groups[group.group].set
    let corrections = results.corrections(in: group)
    guard corrections.total.leaves > 0 else { return markdown.paragraph("Chưa có lượt nào được thẩm định.") }
    let columns = [
      MarkdownColumn("Cơ quan", width: 40), MarkdownColumn("Điểm tự chấm", width: 14, .right),
      MarkdownColumn("Sau thẩm định", width: 14, .right), MarkdownColumn("Chênh lệch", width: 12, .right),
      MarkdownColumn("Tăng", width: 8, .right), MarkdownColumn("Giảm", width: 8, .right),
    ]
    func line(_ title: MarkdownText, _ correction: Correction, _ rows: inout MarkdownRows) {
      rows.cell(title)
      rows.cell(set.settings.pointsText(correction.own))
      rows.cell(set.settings.pointsText(correction.final))
      rows.cell(set.settings.differenceText(correction.difference))
      rows.cell(correction.raised)
      rows.cell(correction.lowered)
      rows.endRow()
    }
    markdown.table(columns) { rows in
      for (place, correction) in corrections.agencies.enumerated() {
        line("\(round.agencies[group.agencies[place].agency].name)", correction, &rows)
      }
      for (field, correction) in zip(set.fields, corrections.fields) where correction.leaves > 0 {
        line("**Lĩnh vực \(set.rows[field].code). \(set.rows[field].fieldTitle)**", correction, &rows)
      }
      line("**Cộng**", corrections.total, &rows)
    }
  }

  private func writeCorrections(_ markdown: inout Markdown) {
    markdown.heading(2, "3. Các điều chỉnh lớn nhất")
    guard !summary.corrections.isEmpty else { return markdown.paragraph("Không có điều chỉnh nào.") }
    let columns = [
      MarkdownColumn("Cơ quan", width: 18), MarkdownColumn("Tiêu chí", width: 24),
      MarkdownColumn("Đã nộp", width: 9, .right), MarkdownColumn("Đạt được", width: 9, .right),
      MarkdownColumn("Chênh lệch", width: 9, .right), MarkdownColumn("Lý do", width: 31),
    ]
    let shown = summary.corrections.prefix(Self.most)
    markdown.paragraph(
      "\(countText(shown.count)) trong \(countText(summary.corrections.count)) lượt điều chỉnh:")
    markdown.table(columns) { rows in
      for dispute in shown {
        let set = round.set(of: dispute.agency)
        rows.cell(round.agencies[dispute.agency].name)
        let row = set.rows[set.leaves[dispute.leaf].row]
        rows.cell("\(row.code). \(row.name)" as MarkdownText)
        rows.cell(set.settings.pointsText(dispute.filed))
        rows.cell(set.settings.pointsText(dispute.final))
        rows.cell(set.settings.differenceText(Int128(dispute.change)))
        rows.cell(reasons(dispute))
        rows.endRow()
      }
    }
  }

  private func reasons(_ dispute: Dispute) -> String {
    let texts = round.evidence.texts
    return round.evidence.appraisals.filter {
      $0.agency == dispute.agency && $0.leaf == dispute.leaf && $0.decision.changes
    }.map { "Lần \($0.round), \(name(texts[$0.appraiser])): \(texts[$0.reason])" }.joined(separator: "; ")
  }

  private func writeOverclaims(_ markdown: inout Markdown) {
    markdown.heading(2, "4. Tiêu chí tự chấm cao hơn kết quả thẩm định nhiều nhất")
    guard !summary.overclaimed.isEmpty else { return markdown.paragraph("Không có.") }
    let columns = [
      MarkdownColumn("Mã", width: 8), MarkdownColumn("Tiêu chí", width: 58),
      MarkdownColumn("Số cơ quan bị giảm", width: 16, .right),
      MarkdownColumn("Tổng điểm giảm", width: 16, .right),
    ]
    markdown.table(columns) { rows in
      for entry in summary.overclaimed.prefix(Self.most) {
        let set = round.groups[entry.group].set
        let row = set.rows[set.leaves[entry.leaf].row]
        rows.cell(row.code)
        rows.cell(row.name)
        rows.cell(entry.agencies)
        rows.cell(set.settings.pointsText(entry.units))
        rows.endRow()
      }
    }
  }

  private func writeOpen(_ markdown: inout Markdown) {
    markdown.heading(2, "5. Việc còn lại")
    let open = summary.workloads.filter { !$0.open.isEmpty }
    if open.isEmpty { markdown.paragraph("Mọi lượt tự chấm đều đã được thẩm định.") }
    for load in open {
      markdown.paragraph("**\(name(load.member))** – \(countText(load.open.count)) lượt chưa thẩm định:")
      for line in lines(load.open) { markdown.item(line) }
    }
    guard !summary.requests.isEmpty else { return }
    markdown.paragraph("**Đề nghị không đánh giá chưa quyết định** (ghi vào exemptions.csv nếu chấp thuận):")
    for line in lines(summary.requests) { markdown.item(line) }
  }

  /// Leaves by agency, `Sở Tư pháp: 1.1.1, 1.1.2`.
  private func lines(_ entries: [Worklist.Entry]) -> [MarkdownText] {
    round.agencies.indices.compactMap { agency in
      let own = entries.filter { $0.agency == agency }
      guard !own.isEmpty else { return nil }
      let set = round.set(of: agency)
      let codes = own.map { set.rows[set.leaves[$0.leaf].row].code }.joined(separator: ", ")
      return "\(round.agencies[agency].name): \(codes)"
    }
  }

  // MARK: CSV

  /// Every leaf whose points an appraisal changed or which the agency explained.
  package func csv(_ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    for heading in [
      "mã cơ quan", "mã tiêu chí", "đã nộp", "điểm đạt được", "chênh lệch", "giải trình", "lý do",
    ] {
      csv.text(heading)
    }
    csv.endRow()
    for dispute in results.disputes() {
      let set = round.set(of: dispute.agency)
      let decimals = set.settings.pointDecimals
      csv.text(round.agencies[dispute.agency].code)
      csv.text(set.rows[set.leaves[dispute.leaf].row].code)
      csv.number(Int128(dispute.filed), decimals: decimals)
      csv.number(Int128(dispute.final), decimals: decimals)
      csv.number(Int128(dispute.change), decimals: decimals)
      csv.text(dispute.explanations.map { "Lần \($0.round): \($0.text)" }.joined(separator: " | "))
      csv.text(reasons(dispute))
      csv.endRow()
    }
    return csv.bytes
  }
}
