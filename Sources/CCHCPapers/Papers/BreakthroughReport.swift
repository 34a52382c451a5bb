import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes noi-bo/dot-pha.md: the breakthrough work that agencies registered, and who has not registered any.
package struct BreakthroughReport {
  private let results: Results
  private let round: Round
  private let followUp: FollowUp
  /// Work that was registered by the day, and work without a day of registration.
  private let works: [Breakthrough]

  /// The summary of a scored round on the day of the follow-up.
  package static func document(_ results: Results, _ followUp: FollowUp) -> DocumentTree {
    var tree = DocumentTree()
    let works = results.round.breakthroughs.filter { $0.registered.map { $0 <= followUp.day } ?? true }
    BreakthroughReport(results: results, round: results.round, followUp: followUp, works: works)
      .write(&tree)
    return tree
  }

  private func write(_ tree: inout DocumentTree) {
    let settings = round.settings
    tree.head(PaperHead(settings, kind: "BC", day: followUp.day))
    tree.title(
      "TỔNG HỢP",
      "Đăng ký công việc đột phá, sáng tạo và giải pháp thực hiện nhằm nâng cao Chỉ số cải cách hành chính (năm đánh giá \(settings.yearText))"
    )
    tree.provisionalMark(results)
    tree.expectedMark(round)
    tree.paragraph("Tính đến hết ngày \(followUp.day.documentText).")
    tree.heading(2, "1. Tình hình đăng ký")
    writeState(&tree)
    tree.heading(2, "2. Danh mục công việc")
    writeWorks(&tree)
    tree.paragraph("Trên đây là tổng hợp đăng ký công việc đột phá, sáng tạo và giải pháp thực hiện./.")
    tree.issuerSignature(settings, to: ["- \(settings.chairman) (để báo cáo);"])
  }

  // MARK: 1. Tình hình đăng ký

  private func writeState(_ tree: inout DocumentTree) {
    let places = followUp.papers.indices.filter { followUp.papers[$0].isBreakthrough }
    guard !places.isEmpty else {
      let registered = Set(works.filter { $0.registered != nil }.map(\.agency)).count
      return tree.paragraph(
        """
        Bộ tiêu chí không có nghĩa vụ đăng ký công việc đột phá (nghĩa vụ có cột “báo cáo” ghi “đột phá”). Có \
        \(countText(registered)) cơ quan đã đăng ký.
        """)
    }
    for place in places {
      let counts = followUp.counts(of: place)
      guard counts.owed > 0 else {
        tree.paragraph("Không có cơ quan nào phải đăng ký.")
        continue
      }
      tree.paragraph("\(countText(counts.owed)) cơ quan phải đăng ký: \(counts.sentence).")
      let missing = followUp.duties(of: place).filter { !$0.state.isReceived }
      guard !missing.isEmpty else {
        tree.paragraph("Tất cả các cơ quan đã đăng ký.")
        continue
      }
      tree.paragraph("Cơ quan chưa đăng ký:")
      for duty in missing {
        tree.item("\(round.agencies[duty.agency].name): \(duty.state.vietnamese) (\(duty.deadlineText)).")
      }
    }
  }

  // MARK: 2. Danh mục công việc

  private func writeWorks(_ tree: inout DocumentTree) {
    guard !works.isEmpty else {
      return tree.paragraph("Chưa có công việc nào trong breakthrough.csv.")
    }
    tree.paragraph(
      "Có \(countText(works.count)) công việc của \(countText(Set(works.map(\.agency)).count)) cơ quan:")
    let columns = [
      TableColumn("TT", width: 4, .center), TableColumn("Cơ quan", width: 12),
      TableColumn("Công việc", width: 17), TableColumn("Giải pháp thực hiện", width: 17),
      TableColumn("Lĩnh vực", width: 12), TableColumn("Người chịu trách nhiệm", width: 9),
      TableColumn("Thời hạn", width: 9), TableColumn("Dự kiến tăng điểm", width: 7, .right),
      TableColumn("Kết quả cuối năm", width: 12), TableColumn("Ngày đăng ký", width: 9),
    ]
    tree.table(columns) { rows in
      for (number, work) in works.enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[work.agency].name)
        cells(work, &rows)
        rows.endRow()
      }
    }
  }

  private func cells(_ work: Breakthrough, _ rows: inout TableRows) {
    let set = round[agency: work.agency].set
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
