import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCOffice
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
    summary = AppraisalSummary(results)
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

  // MARK: Document

  package func document() -> DocumentTree {
    var tree = DocumentTree()
    tree.documentHead(round.settings)
    tree.title("BÁO CÁO KẾT QUẢ THẨM ĐỊNH NĂM \(round.settings.yearText)")
    tree.byline("*\(round.settings.name)*")
    writeWorkload(&tree)
    tree.part()
    tree.heading(2, "2. Chênh lệch giữa tự chấm và thẩm định")
    for group in results.groups where !group.agencies.isEmpty {
      if results.groups.count > 1 { tree.heading(3, "\(round.groupTitle(group.group))") }
      writeDifferences(group, &tree)
    }
    writeCorrections(&tree)
    writeOverclaims(&tree)
    writeOpen(&tree)
    return tree
  }

  private func writeWorkload(_ tree: inout DocumentTree) {
    tree.heading(2, "1. Khối lượng thẩm định")
    guard !summary.workloads.isEmpty else {
      return tree.paragraph("Không có lượt tự chấm nào phải thẩm định.")
    }
    let columns = [
      TableColumn("Thành viên", width: 40), TableColumn("Phải thẩm định", width: 14, .right),
      TableColumn("Đã thẩm định", width: 14, .right), TableColumn("Còn lại", width: 12, .right),
      TableColumn("Đã điều chỉnh", width: 14, .right),
    ]
    tree.table(columns) { rows in
      for load in summary.workloads {
        rows.cell(name(load.member))
        rows.cell(load.due)
        rows.cell(load.done)
        rows.cell(load.due - load.done)
        rows.cell(load.changed)
        rows.endRow()
      }
    }
    tree.paragraph("Tính theo lượt tự chấm: một tiêu chí tự chấm của một cơ quan là một lượt.")
  }

  /// Self against appraised points, by agency, by field, and by both.
  private func writeDifferences(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = round.groups[group.group].set
    let corrections = results[group: group.group].corrections
    guard corrections.total.leaves > 0 else { return tree.paragraph("Chưa có lượt nào được thẩm định.") }
    tree.paragraph("Tính trên các lượt tự chấm đã thẩm định. Theo cơ quan:")
    let names = group.agencies.map { RichText(round.agencies[$0.agency].name) }
    write("Cơ quan", Array(zip(names, corrections.agencies)), corrections.total, set.settings, &tree)
    tree.paragraph("Theo lĩnh vực:")
    let fields = zip(set.fields, corrections.fields).compactMap { field, correction in
      let title: RichText = "\(set.rows[field].code). \(set.rows[field].fieldTitle)"
      return correction.leaves > 0 ? (title, correction) : nil
    }
    write("Lĩnh vực", fields, corrections.total, set.settings, &tree)
    writeCells(corrections, names, set, &tree)
  }

  private func write(
    _ heading: RichText, _ lines: [(title: RichText, correction: Correction)], _ total: Correction,
    _ settings: SetSettings, _ tree: inout DocumentTree
  ) {
    let columns = [
      TableColumn(heading, width: 40), TableColumn("Điểm tự chấm", width: 14, .right),
      TableColumn("Sau thẩm định", width: 14, .right), TableColumn("Chênh lệch", width: 12, .right),
      TableColumn("Số lượt tăng", width: 8, .right), TableColumn("Số lượt giảm", width: 8, .right),
    ]
    tree.table(columns) { rows in
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
    _ corrections: GroupCorrections, _ names: [RichText], _ set: CriteriaSet, _ tree: inout DocumentTree
  ) {
    func isCorrected(_ correction: Correction) -> Bool { correction.raised + correction.lowered > 0 }
    let fields = set.fields.indices.filter { isCorrected(corrections.fields[$0]) }
    let agencies = names.indices.filter { isCorrected(corrections.agencies[$0]) }
    guard !fields.isEmpty else { return }
    tree.paragraph(
      "Chênh lệch của từng cơ quan theo lĩnh vực (ghi theo mã; để trống là không điều chỉnh):")
    var columns = [TableColumn("Cơ quan", width: 36)]
    for field in fields {
      columns.append(TableColumn(RichText(set.rows[set.fields[field]].code), width: 9, .right))
    }
    tree.table(columns) { rows in
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

  private func writeCorrections(_ tree: inout DocumentTree) {
    tree.part()
    tree.heading(2, "3. Các điều chỉnh lớn nhất")
    guard !summary.corrections.isEmpty else { return tree.paragraph("Không có điều chỉnh nào.") }
    let columns = [
      TableColumn("Cơ quan", width: 18), TableColumn("Tiêu chí", width: 24),
      TableColumn("Đã nộp", width: 9, .right), TableColumn("Đạt được", width: 9, .right),
      TableColumn("Chênh lệch", width: 9, .right), TableColumn("Lý do", width: 31),
    ]
    let shown = summary.corrections.prefix(Self.most)
    tree.paragraph(
      """
      \(countText(shown.count)) trong \(countText(summary.corrections.count)) lượt điều chỉnh, kể cả số liệu do cơ quan \
      khác cung cấp:
      """)
    tree.table(columns) { rows in
      for dispute in shown {
        let set = round[agency: dispute.agency].set
        rows.cell(round.agencies[dispute.agency].name)
        let row = set.rows[set.leaves[dispute.leaf].row]
        rows.cell("\(row.code). \(row.name)" as RichText)
        rows.cell(set.settings.pointsText(dispute.filed))
        rows.cell(set.settings.pointsText(dispute.final))
        rows.cell(set.settings.differenceText(Int128(dispute.change)))
        rows.cell(reasons(dispute))
        rows.endRow()
      }
    }
    if shown.contains(where: \.isPenalty) {
      tree.paragraph("Ở lĩnh vực điểm trừ, chênh lệch ghi số âm là bị trừ thêm điểm.")
    }
  }

  private func reasons(_ dispute: Dispute) -> String {
    let texts = round.evidence.texts
    return round[agency: dispute.agency][leaf: dispute.leaf].appraisals.filter {
      $0.decision.changes
    }.map { "Lần \($0.round)\(who(texts[$0.appraiser])): \(texts[$0.reason])" }.joined(separator: "; ")
  }

  private func who(_ member: String) -> String { member.isEmpty ? "" : ", \(name(member))" }

  private func writeOverclaims(_ tree: inout DocumentTree) {
    tree.heading(2, "4. Tiêu chí tự chấm cao hơn kết quả thẩm định nhiều nhất")
    guard !summary.overclaimed.isEmpty else { return tree.paragraph("Không có.") }
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Tiêu chí", width: 58),
      TableColumn("Số cơ quan bị giảm", width: 16, .right),
      TableColumn("Tổng điểm giảm", width: 16, .right),
    ]
    tree.table(columns) { rows in
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

  private func writeOpen(_ tree: inout DocumentTree) {
    tree.heading(2, "5. Việc còn lại")
    let open = summary.workloads.filter { !$0.open.isEmpty }
    if open.isEmpty { tree.paragraph("Mọi lượt tự chấm đều đã được thẩm định.") }
    for load in open {
      tree.paragraph("**\(name(load.member))** – \(countText(load.open.count)) lượt chưa thẩm định:")
      for line in lines(load.open) { tree.item(line) }
    }
    guard !summary.requests.isEmpty else { return }
    tree.paragraph("**Đề nghị không đánh giá chưa quyết định** (ghi vào exemptions.csv nếu chấp thuận):")
    for line in lines(summary.requests) { tree.item(line) }
  }

  /// Leaves by agency, `Sở Tư pháp: 1.1.1, 1.1.2`.
  private func lines(_ entries: [Worklist.Entry]) -> [RichText] {
    let byAgency = ByAgency(entries, agencies: round.agencies.count, agency: \.agency)
    return round.agencies.indices.compactMap { agency in
      let own = byAgency[agency]
      guard !own.isEmpty else { return nil }
      let set = round[agency: agency].set
      let codes = own.map { set.rows[set.leaves[$0.leaf].row].code }.joined(separator: ", ")
      return "\(round.agencies[agency].name): \(codes)"
    }
  }

  // MARK: CSV

  /// Every leaf whose points an appraisal changed or which the agency explained.
  package func csv(_ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    csv.row([
      Column.agency.vietnamese, Column.criterion.vietnamese, "đã nộp", Column.final.vietnamese, "chênh lệch",
      "giải trình", Column.reason.vietnamese,
    ])
    for dispute in Dispute.all(in: results) {
      let set = round[agency: dispute.agency].set
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
