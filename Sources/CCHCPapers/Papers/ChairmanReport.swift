import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes noi-bo/bao-cao-tong-hop.md: duties after the announcement and the directive carried out, for the chairman.
package struct ChairmanReport {
  let results: Results
  let followUp: FollowUp
  let round: Round

  /// The report on a scored round, as it stands on the day of the follow-up.
  package static func document(_ results: Results, _ followUp: FollowUp) -> DocumentTree {
    var tree = DocumentTree()
    ChairmanReport(results: results, followUp: followUp, round: results.round).write(&tree)
    return tree
  }

  /// The groups that have agencies.
  var groups: [GroupResult] { results.groups.filter { !$0.agencies.isEmpty } }

  private func write(_ tree: inout DocumentTree) {
    let settings = round.settings
    tree.head(PaperHead(settings, kind: "BC", day: followUp.day))
    tree.title(
      "BÁO CÁO",
      "Tổng hợp kết quả Chỉ số cải cách hành chính năm \(settings.yearText), việc thực hiện nghĩa vụ sau công bố và tình hình thực hiện Chỉ thị"
    )
    tree.provisionalMark(results)
    tree.expectedMark(round)
    tree.addressee("Kính gửi: \(settings.chairman).")
    tree.paragraph(
      "\(round.issuerName) báo cáo \(settings.chairman), số liệu tính đến hết ngày \(followUp.day.documentText), như sau:"
    )
    tree.heading(2, "I. Kết quả Chỉ số cải cách hành chính")
    writeOutcome(&tree)
    tree.heading(2, "II. Thực hiện nghĩa vụ sau công bố kết quả")
    writeDuties(&tree)
    tree.heading(2, "III. Tình hình thực hiện Chỉ thị")
    writeDirectives(&tree)
    tree.heading(2, "IV. Đánh giá chung và kiến nghị")
    tree.item("Ưu điểm: ……")
    tree.item("Hạn chế, nguyên nhân: ……")
    tree.item("Kiến nghị, đề xuất: ……")
    tree.paragraph("\(round.issuerName) kính báo cáo \(settings.chairman)./.")
    tree.issuerSignature(
      settings, to: ["- Như trên;", "- Văn phòng \(settings.superiorName) (để phối hợp);"])
  }

  // MARK: I. Kết quả

  private func writeOutcome(_ tree: inout DocumentTree) {
    if !results.isProvisional { tree.publication(round.publication) }
    for group in groups {
      let set = round.groups[group.group].set
      let scope: RichText = groups.count > 1 ? "\(round.groupTitle(group.group)): " : ""
      guard let spread = group.indexSpread(of: group.agencies.indices, rounding: set.settings.rounding) else {
        tree.paragraph("\(scope)không có cơ quan nào có chỉ số.")
        continue
      }
      let names = AgencyNames(results, group)
      let bands = group.bandCounts(of: group.agencies.indices, in: set).filter { $0.count > 0 }
      let list = bands.map { "\(countText($0.count)) \($0.label)" }.joined(separator: ", ")
      let banded: RichText = bands.isEmpty ? "" : " Xếp loại: \(list)."
      tree.paragraph(
        """
        \(scope)\(countText(group.agencies.count)) cơ quan được đánh giá; chỉ số trung bình \
        \(set.settings.percentText(spread.mean)), cao nhất \(set.settings.percentText(spread.highest)) \
        (\(names.list(spread.atHighest))), thấp nhất \(set.settings.percentText(spread.lowest)) \
        (\(names.list(spread.atLowest))).\(banded)
        """)
      FewAnswersNote.write(
        (spread.atHighest + spread.atLowest).map { group.agencies[$0] }, of: results, into: &tree)
    }
    tree.paragraph("Kết quả chi tiết nêu tại Báo cáo kết quả đánh giá, xếp hạng gửi kèm.")
  }

  // MARK: II. Nghĩa vụ

  private func writeDuties(_ tree: inout DocumentTree) {
    guard !followUp.duties.isEmpty || !followUp.papers.isEmpty else {
      return tree.paragraph("Không có nghĩa vụ nào phát sinh theo kết quả hoặc được giao riêng.")
    }
    for (place, paper) in followUp.papers.enumerated() {
      tree.heading(3, "\(place + 1). \(paper.duty)")
      write(followUp.duties(of: place), followUp.counts(of: place), &tree)
      let waiting = followUp.unconcluded.filter { $0.paper == place }
      if !waiting.isEmpty {
        tree.paragraph(
          "Chưa kết luận đối với \(countText(waiting.count)) cơ quan do người đứng đầu chưa được xếp loại.")
      }
      if paper.isBreakthrough { writeWorks(&tree) }
    }
    guard !round.orders.isEmpty else { return }
    tree.heading(3, "\(followUp.papers.count + 1). Nghĩa vụ được giao riêng")
    write(followUp.duties(of: nil), followUp.counts(of: nil), &tree)
  }

  /// Counts of some duties, and who is late with them.
  private func write(_ duties: [FollowedDuty], _ counts: DutyCounts, _ tree: inout DocumentTree) {
    guard counts.owed > 0 else { return tree.paragraph("Không có cơ quan nào phải thực hiện.") }
    let share = "\(countText(counts.received))/\(countText(counts.owed))"
    tree.paragraph("Đã thực hiện \(share): \(counts.sentence).")
    let named = duties.filter { duty in
      switch duty.state {
      case .late, .overdue, .open: true
      case .ahead, .inTime, .receivedWithoutDeadline: false
      }
    }
    for duty in named {
      tree.item(
        "\(round.agencies[duty.agency].name): \(duty.duty.insideSentence), \(duty.state.vietnamese).")
    }
  }

  private func writeWorks(_ tree: inout DocumentTree) {
    let works = round.breakthroughs.filter { $0.registered.map { $0 <= followUp.day } ?? false }
    guard !works.isEmpty else { return }
    let done = works.count { !$0.result.isEmpty }
    tree.paragraph(
      """
      Số công việc đã đăng ký: \(countText(works.count)), trong đó \(countText(done)) đã có kết quả cuối năm (chi tiết tại \
      Tổng hợp đăng ký công việc đột phá gửi kèm).
      """)
  }
}
