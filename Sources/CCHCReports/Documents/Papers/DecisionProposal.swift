package import CCHCScoring
package import CCHCTables

/// Writes noi-bo/to-trinh.md: the issuer asks the chairman to approve and announce the results.
package struct DecisionProposal {
  private let results: Results
  private let round: Round
  private let settings: RoundSettings

  /// The proposal on a scored round, dated on a day.
  package static func bytes(_ results: Results, on day: Day) -> [UInt8] {
    var markdown = Markdown()
    DecisionProposal(results: results, round: results.round, settings: results.round.settings)
      .write(&markdown, day)
    return markdown.bytes
  }

  private func write(_ markdown: inout Markdown, _ day: Day) {
    markdown.head(PaperHead(settings, kind: "TTr", day: day))
    markdown.title(
      "TỜ TRÌNH",
      "Về việc phê duyệt và công bố kết quả đánh giá, xác định Chỉ số cải cách hành chính năm \(settings.yearText)"
    )
    markdown.provisionalMark(results)
    markdown.paragraph("Kính gửi: \(settings.chairman).")
    markdown.bases(round.setBases)
    markdown.paragraph(
      """
      \(round.issuerName) kính trình \(settings.chairman) xem xét, phê duyệt và công bố kết quả đánh giá, xác định Chỉ \
      số cải cách hành chính (CCHC) năm \(settings.yearText), như sau:
      """)
    markdown.heading(2, "I. Quá trình thực hiện")
    writeCourse(&markdown)
    markdown.heading(2, "II. Kết quả")
    for group in results.groups where !group.agencies.isEmpty { writeOutcome(group, &markdown) }
    markdown.heading(2, "III. Nội dung trình")
    writeRequest(&markdown)
    markdown.issuerSignature(
      settings, to: ["- Như trên;", "- Thành viên Hội đồng đánh giá, xác định Chỉ số CCHC;"])
  }

  // MARK: I. Quá trình thực hiện

  private func writeCourse(_ markdown: inout Markdown) {
    let stages = round.calendar.stages
    if stages.isEmpty {
      markdown.paragraph("Thời gian thực hiện từng giai đoạn: ……")
    } else {
      let columns = [
        MarkdownColumn("Giai đoạn", width: 40), MarkdownColumn("Từ ngày", width: 30, .center),
        MarkdownColumn("Đến hết ngày", width: 30, .center),
      ]
      markdown.table(columns) { rows in
        for stage in stages {
          rows.cell(stage.kind.vietnamese)
          rows.cell(stage.from?.documentText ?? noFigure)
          rows.cell(stage.until?.documentText ?? noFigure)
          rows.endRow()
        }
      }
    }
    var counts: [Int: Int] = [:]
    for group in results.groups {
      for entry in results.appraisalCounts(in: group) { counts[entry.round, default: 0] += entry.count }
    }
    let appraised = counts.sorted { $0.key < $1.key }.map {
      "lần \($0.key): \(countText($0.value)) lượt chấm"
    }
    markdown.item(
      appraised.isEmpty
        ? "Thẩm định: chưa có lượt chấm nào được thẩm định."
        : "Thẩm định: \(appraised.joined(separator: "; ")).")
    markdown.item(
      round.explanations.isEmpty
        ? "Giải trình: không có giải trình nào của các cơ quan."
        : "Giải trình: \(countText(round.explanations.count)) nội dung giải trình của \(countText(Set(round.explanations.map(\.agency)).count)) cơ quan đã được xem xét."
    )
    markdown.item("Họp Hội đồng: ngày ……, Biên bản số …… kèm theo.")
  }

  // MARK: II. Kết quả

  private func writeOutcome(_ group: GroupResult, _ markdown: inout Markdown) {
    let set = round.groups[group.group].set
    if results.groups.count > 1 { markdown.heading(3, "\(round.groupTitle(group.group))") }
    let names = AgencyNames(results, group)
    if let spread = group.indexSpread(of: group.agencies.indices, rounding: set.settings.rounding) {
      markdown.paragraph(
        """
        Có \(countText(group.agencies.count)) cơ quan được đánh giá. Chỉ số trung bình \
        \(set.settings.percentText(spread.mean)); cao nhất: \(names.list(spread.atHighest)) \
        (\(set.settings.percentText(spread.highest))); thấp nhất: \(names.list(spread.atLowest)) \
        (\(set.settings.percentText(spread.lowest))).
        """)
      FewAnswersNote.write(
        (spread.atHighest + spread.atLowest).map { group.agencies[$0] }, of: results, into: &markdown)
    } else {
      markdown.paragraph("Không có cơ quan nào có chỉ số.")
    }
    let bands = group.bandCounts(of: group.agencies.indices, in: set)
    if !bands.isEmpty {
      let list = bands.map { "\($0.label): \(countText($0.count))" }.joined(separator: "; ")
      markdown.paragraph("Xếp loại (số cơ quan): \(list).")
    }
  }

  // MARK: III. Nội dung trình

  private func writeRequest(_ markdown: inout Markdown) {
    markdown.paragraph("\(round.issuerName) kính trình \(settings.chairman):")
    markdown.paragraph(
      "1. Phê duyệt và công bố kết quả đánh giá, xác định Chỉ số CCHC năm \(settings.yearText) theo dự thảo Quyết định và Phụ lục kèm theo."
    )
    markdown.paragraph(
      """
      2. Giao \(round.issuerName) theo dõi, đôn đốc các cơ quan thực hiện nghĩa vụ sau công bố kết quả và tổng hợp, báo \
      cáo \(settings.chairman).
      """)
    markdown.paragraph(
      "Hồ sơ kèm theo: dự thảo Quyết định và Phụ lục; Biên bản họp Hội đồng; Báo cáo kết quả đánh giá.")
    markdown.paragraph("\(round.issuerName) kính trình \(settings.chairman) xem xét, quyết định./.")
  }
}
