package import CCHCScoring
package import CCHCTables

/// Writes the report on the appraisal of a round, for the council and its standing member.
package struct AppraisalReport {
  private let results: Results
  private let round: Round
  private let summary: AppraisalSummary

  /// How many corrections and criteria are listed.
  private static let most = 20

  package init(_ results: Results) {
    self.results = results
    round = results.round
    summary = results.appraisalSummary()
  }

  private func name(_ member: String?) -> String {
    member.map(round.memberName) ?? "chưa phân công"
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
      writeDifferences(group, &markdown)
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

  /// Self against appraised points, by agency, by field, and by both.
  private func writeDifferences(_ group: GroupResult, _ markdown: inout Markdown) {
    let set = round.groups[group.group].set
    let corrections = results.corrections(in: group)
    guard corrections.total.leaves > 0 else { return markdown.paragraph("Chưa có lượt nào được thẩm định.") }
    markdown.paragraph("Tính trên các lượt tự chấm đã thẩm định. Theo cơ quan:")
    let names = group.agencies.map { MarkdownText(round.agencies[$0.agency].name) }
    write("Cơ quan", Array(zip(names, corrections.agencies)), corrections.total, set.settings, &markdown)
    markdown.paragraph("Theo lĩnh vực:")
    let fields = zip(set.fields, corrections.fields).compactMap { field, correction in
      let title: MarkdownText = "\(set.rows[field].code). \(set.rows[field].fieldTitle)"
      return correction.leaves > 0 ? (title, correction) : nil
    }
    write("Lĩnh vực", fields, corrections.total, set.settings, &markdown)
    writeCells(corrections, names, set, &markdown)
  }

  private func write(
    _ heading: MarkdownText, _ lines: [(title: MarkdownText, correction: Correction)], _ total: Correction,
    _ settings: SetSettings, _ markdown: inout Markdown
  ) {
    let columns = [
      MarkdownColumn(heading, width: 40), MarkdownColumn("Điểm tự chấm", width: 14, .right),
      MarkdownColumn("Sau thẩm định", width: 14, .right), MarkdownColumn("Chênh lệch", width: 12, .right),
      MarkdownColumn("Số lượt tăng", width: 8, .right), MarkdownColumn("Số lượt giảm", width: 8, .right),
    ]
    markdown.table(columns) { rows in
      for (title, correction) in lines + [("**Cộng**", total)] {
        rows.cell(title)
        rows.cell(settings.pointsText(correction.own))
        rows.cell(settings.pointsText(correction.final))
        rows.cell(settings.differenceText(correction.difference))
        rows.cell(correction.raised)
        rows.cell(correction.lowered)
        rows.endRow()
      }
    }
  }

  /// The differences of each agency by field; agencies and fields without any are left out.
  private func writeCells(
    _ corrections: GroupCorrections, _ names: [MarkdownText], _ set: CriteriaSet, _ markdown: inout Markdown
  ) {
    func isCorrected(_ correction: Correction) -> Bool { correction.raised + correction.lowered > 0 }
    let fields = set.fields.indices.filter { isCorrected(corrections.fields[$0]) }
    let agencies = names.indices.filter { isCorrected(corrections.agencies[$0]) }
    guard !fields.isEmpty else { return }
    markdown.paragraph(
      "Chênh lệch của từng cơ quan theo lĩnh vực (ghi theo mã; để trống là không điều chỉnh):")
    var columns = [MarkdownColumn("Cơ quan", width: 36)]
    for field in fields {
      columns.append(MarkdownColumn(MarkdownText(set.rows[set.fields[field]].code), width: 9, .right))
    }
    markdown.table(columns) { rows in
      for place in agencies {
        rows.cell(names[place])
        for field in fields {
          let cell = corrections.cells[place][field]
          rows.cell(isCorrected(cell) ? set.settings.differenceText(cell.difference) : "")
        }
        rows.endRow()
      }
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
      """
      \(countText(shown.count)) trong \(countText(summary.corrections.count)) lượt điều chỉnh, kể cả số liệu do cơ quan \
      khác cung cấp:
      """)
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
    if shown.contains(where: \.isPenalty) {
      markdown.paragraph("Ở lĩnh vực điểm trừ, chênh lệch ghi số âm là bị trừ thêm điểm.")
    }
  }

  private func reasons(_ dispute: Dispute) -> String {
    let texts = round.evidence.texts
    return round.evidence.appraisals.filter {
      $0.agency == dispute.agency && $0.leaf == dispute.leaf && $0.decision.changes
    }.map { "Lần \($0.round)\(who(texts[$0.appraiser])): \(texts[$0.reason])" }.joined(separator: "; ")
  }

  private func who(_ member: String) -> String { member.isEmpty ? "" : ", \(name(member))" }

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
