import CCHCCriteria
package import CCHCDocuments
package import CCHCExact
package import CCHCScoring

/// Writes noi-bo/to-trinh.md: the issuer asks the chairman to approve and announce the results.
package struct DecisionProposal {
  private let results: Results
  private let round: Round
  private let settings: RoundSettings

  /// The proposal on a scored round, dated on a day.
  package static func document(_ results: Results, on day: Day) -> DocumentTree {
    var tree = DocumentTree()
    DecisionProposal(results: results, round: results.round, settings: results.round.settings)
      .write(&tree, day)
    return tree
  }

  private func write(_ tree: inout DocumentTree, _ day: Day) {
    tree.head(PaperHead(settings, kind: "TTr", day: day))
    tree.title(
      "TỜ TRÌNH",
      "Về việc phê duyệt và công bố kết quả đánh giá, xác định Chỉ số cải cách hành chính năm \(settings.yearText)"
    )
    tree.provisionalMark(results)
    tree.addressee("Kính gửi: \(settings.chairman).")
    tree.bases(round.setBases)
    tree.paragraph(
      """
      \(round.issuerName) kính trình \(settings.chairman) xem xét, phê duyệt và công bố kết quả đánh giá, xác định Chỉ \
      số cải cách hành chính (CCHC) năm \(settings.yearText), như sau:
      """)
    tree.heading(2, "I. Quá trình thực hiện")
    writeCourse(&tree)
    tree.heading(2, "II. Kết quả")
    for group in results.groups where !group.agencies.isEmpty { writeOutcome(group, &tree) }
    tree.heading(2, "III. Nội dung trình")
    writeRequest(&tree)
    tree.issuerSignature(
      settings, to: ["- Như trên;", "- Thành viên Hội đồng đánh giá, xác định Chỉ số CCHC;"])
  }

  // MARK: I. Quá trình thực hiện

  private func writeCourse(_ tree: inout DocumentTree) {
    let stages = round.calendar.stages
    if stages.isEmpty {
      tree.paragraph("Thời gian thực hiện từng giai đoạn: ……")
    } else {
      let columns = [
        TableColumn("Giai đoạn", width: 40), TableColumn("Từ ngày", width: 30, .center),
        TableColumn("Đến hết ngày", width: 30, .center),
      ]
      tree.table(columns) { rows in
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
      for entry in results[group: group.group].appraisalCounts {
        counts[entry.round, default: 0] += entry.count
      }
    }
    let appraised = counts.sorted { $0.key < $1.key }.map {
      "lần \($0.key): \(countText($0.value)) lượt chấm"
    }
    tree.item(
      appraised.isEmpty
        ? "Thẩm định: chưa có lượt chấm nào được thẩm định."
        : "Thẩm định: \(appraised.joined(separator: "; ")).")
    tree.item(
      round.explanations.isEmpty
        ? "Giải trình: không có giải trình nào của các cơ quan."
        : "Giải trình: \(countText(round.explanations.count)) nội dung giải trình của \(countText(Set(round.explanations.map(\.agency)).count)) cơ quan đã được xem xét."
    )
    tree.item("Họp Hội đồng: ngày ……, Biên bản số …… kèm theo.")
  }

  // MARK: II. Kết quả

  private func writeOutcome(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = round.groups[group.group].set
    if results.groups.count > 1 { tree.heading(3, "\(round.groupTitle(group.group))") }
    let names = AgencyNames(results, group)
    if let spread = group.indexSpread(of: group.agencies.indices, rounding: set.settings.rounding) {
      tree.paragraph(
        """
        Có \(countText(group.agencies.count)) cơ quan được đánh giá. Chỉ số trung bình \
        \(set.settings.percentText(spread.mean)); cao nhất: \(names.list(spread.atHighest)) \
        (\(set.settings.percentText(spread.highest))); thấp nhất: \(names.list(spread.atLowest)) \
        (\(set.settings.percentText(spread.lowest))).
        """)
      FewAnswersNote.write(
        (spread.atHighest + spread.atLowest).map { group.agencies[$0] }, of: results, into: &tree)
    } else {
      tree.paragraph("Không có cơ quan nào có chỉ số.")
    }
    let bands = group.bandCounts(of: group.agencies.indices, in: set)
    if !bands.isEmpty {
      let list = bands.map { "\($0.label): \(countText($0.count))" }.joined(separator: "; ")
      tree.paragraph("Xếp loại (số cơ quan): \(list).")
    }
  }

  // MARK: III. Nội dung trình

  private func writeRequest(_ tree: inout DocumentTree) {
    tree.paragraph("\(round.issuerName) kính trình \(settings.chairman):")
    tree.paragraph(
      "1. Phê duyệt và công bố kết quả đánh giá, xác định Chỉ số CCHC năm \(settings.yearText) theo dự thảo Quyết định và Phụ lục kèm theo."
    )
    tree.paragraph(
      """
      2. Giao \(round.issuerName) theo dõi, đôn đốc các cơ quan thực hiện nghĩa vụ sau công bố kết quả và tổng hợp, báo \
      cáo \(settings.chairman).
      """)
    tree.paragraph(
      "Hồ sơ kèm theo: dự thảo Quyết định và Phụ lục; Biên bản họp Hội đồng; Báo cáo kết quả đánh giá.")
    tree.paragraph("\(round.issuerName) kính trình \(settings.chairman) xem xét, quyết định./.")
  }
}
