package import CCHCScoring
import CCHCTables

/// Writes noi-bo/dot-pha.md: the breakthrough work that agencies registered, and who has not registered any.
package struct BreakthroughReport {
  private let results: Results
  private let round: Round
  private let followUp: FollowUp
  /// Work that was registered by the day, and work without a day of registration.
  private let works: [Breakthrough]

  /// The summary of a scored round on the day of the follow-up.
  package static func bytes(_ results: Results, _ followUp: FollowUp) -> [UInt8] {
    var markdown = Markdown()
    let works = results.round.breakthroughs.filter { $0.registered.map { $0 <= followUp.day } ?? true }
    BreakthroughReport(results: results, round: results.round, followUp: followUp, works: works)
      .write(&markdown)
    return markdown.bytes
  }

  private func write(_ markdown: inout Markdown) {
    let settings = round.settings
    markdown.head(PaperHead(settings, kind: "BC", day: followUp.day))
    markdown.title(
      "TỔNG HỢP",
      "Đăng ký công việc đột phá, sáng tạo và giải pháp thực hiện nhằm nâng cao Chỉ số cải cách hành chính (năm đánh giá \(settings.yearText))"
    )
    markdown.provisionalMark(results)
    markdown.expectedMark(round)
    markdown.paragraph("Tính đến hết ngày \(followUp.day.documentText).")
    markdown.heading(2, "1. Tình hình đăng ký")
    writeState(&markdown)
    markdown.heading(2, "2. Danh mục công việc")
    writeWorks(&markdown)
    markdown.paragraph("Trên đây là tổng hợp đăng ký công việc đột phá, sáng tạo và giải pháp thực hiện./.")
    markdown.issuerSignature(settings, to: ["- \(settings.chairman) (để báo cáo);"])
  }

  // MARK: 1. Tình hình đăng ký

  private func writeState(_ markdown: inout Markdown) {
    let places = followUp.papers.indices.filter { followUp.papers[$0].isBreakthrough }
    guard !places.isEmpty else {
      let registered = Set(works.filter { $0.registered != nil }.map(\.agency)).count
      return markdown.paragraph(
        """
        Bộ tiêu chí không có nghĩa vụ đăng ký công việc đột phá (nghĩa vụ có cột “báo cáo” ghi “đột phá”). Có \
        \(countText(registered)) cơ quan đã đăng ký.
        """)
    }
    for place in places {
      let counts = followUp.counts(of: place)
      guard counts.owed > 0 else {
        markdown.paragraph("Không có cơ quan nào phải đăng ký.")
        continue
      }
      markdown.paragraph("\(countText(counts.owed)) cơ quan phải đăng ký: \(counts.sentence).")
      let missing = followUp.duties(of: place).filter { !$0.state.isReceived }
      guard !missing.isEmpty else {
        markdown.paragraph("Tất cả các cơ quan đã đăng ký.")
        continue
      }
      markdown.paragraph("Cơ quan chưa đăng ký:")
      for duty in missing {
        markdown.item("\(round.agencies[duty.agency].name): \(duty.state.vietnamese) (\(duty.deadlineText)).")
      }
    }
  }

  // MARK: 2. Danh mục công việc

  private func writeWorks(_ markdown: inout Markdown) {
    guard !works.isEmpty else {
      return markdown.paragraph("Chưa có công việc nào trong breakthrough.csv.")
    }
    markdown.paragraph(
      "Có \(countText(works.count)) công việc của \(countText(Set(works.map(\.agency)).count)) cơ quan:")
    let columns = [
      MarkdownColumn("TT", width: 4, .center), MarkdownColumn("Cơ quan", width: 12),
      MarkdownColumn("Công việc", width: 17), MarkdownColumn("Giải pháp thực hiện", width: 17),
      MarkdownColumn("Lĩnh vực", width: 12), MarkdownColumn("Người chịu trách nhiệm", width: 9),
      MarkdownColumn("Thời hạn", width: 9), MarkdownColumn("Dự kiến tăng điểm", width: 7, .right),
      MarkdownColumn("Kết quả cuối năm", width: 12), MarkdownColumn("Ngày đăng ký", width: 9),
    ]
    markdown.table(columns) { rows in
      for (number, work) in works.enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[work.agency].name)
        cells(work, &rows)
        rows.endRow()
      }
    }
  }

  private func cells(_ work: Breakthrough, _ rows: inout MarkdownRows) {
    let set = round.set(of: work.agency)
    rows.cell(work.work)
    rows.cell(work.solution.isEmpty ? noFigure : work.solution)
    rows.cell(work.field.map { "\(set.rows[$0].code). \(set.rows[$0].name)" } ?? noFigure)
    rows.cell(work.responsible.isEmpty ? noFigure : work.responsible)
    rows.cell(work.deadline?.documentText ?? noFigure)
    rows.cell(
      work.expected.map { decimalText(Int128($0.units), decimals: $0.scale, mark: ",") } ?? noFigure)
    rows.cell(work.result.isEmpty ? "chưa có" : work.result)
    rows.cell(work.registered?.documentText ?? "chưa đăng ký")
  }
}
