import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes noi-bo/bien-ban-hop-hoi-dong.md: the minutes of the council's meeting, prepared as far as the tables go.
package struct CouncilMinutes {
  private let results: Results
  private let round: Round
  private let disputes: [Dispute]
  /// The appraisal rounds of the disputed leaves.
  private let numbers: [Int]

  /// The most columns of appraisal rounds that the table takes.
  private static let roundColumns = 3

  /// The minutes of a scored round.
  package static func document(_ results: Results) -> DocumentTree {
    var tree = DocumentTree()
    CouncilMinutes(results).write(&tree)
    return tree
  }

  private init(_ results: Results) {
    self.results = results
    round = results.round
    disputes = Dispute.all(in: results)
    let all = Set(disputes.flatMap { $0.rounds.map(\.round) }).sorted()
    numbers = Array(all.suffix(Self.roundColumns))
  }

  private func write(_ tree: inout DocumentTree) {
    let settings = round.settings
    tree.head(
      PaperHead(
        superior: settings.superior, issuer: "HỘI ĐỒNG ĐÁNH GIÁ, XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH",
        number: "……/BB-HĐ", place: settings.place, isDated: false))
    tree.title(
      "BIÊN BẢN",
      "Họp Hội đồng đánh giá, xác định Chỉ số cải cách hành chính năm \(settings.yearText)")
    tree.provisionalMark(results)
    tree.paragraph("Thời gian bắt đầu: …… giờ ……, ngày …… tháng …… năm ……")
    tree.paragraph("Địa điểm: ……")
    writeAttendants(&tree)
    tree.heading(2, "I. Nội dung")
    writeReport(&tree)
    writeDisputes(&tree)
    writeRequests(&tree)
    tree.heading(2, "II. Kết luận của Chủ tọa")
    tree.paragraph(
      "1. Hội đồng thống nhất điểm của các tiêu chí nêu trên theo cột “Quyết định”, trừ các nội dung sau: ……")
    tree.paragraph(
      """
      2. Giao \(round.issuerName) hoàn thiện kết quả, trình \(settings.chairman) xem xét, phê duyệt và công bố Chỉ số cải \
      cách hành chính năm \(settings.yearText).
      """)
    tree.paragraph("3. Nội dung khác: ……")
    tree.paragraph(
      "Cuộc họp kết thúc vào …… giờ ……, ngày …… tháng …… năm ……; biên bản đã được đọc lại cho các thành viên dự họp cùng nghe và thống nhất./."
    )
    let note: RichText = "*(Chữ ký)*"
    tree.signature(
      Signature(
        left: Signatory(titles: ["**THƯ KÝ**"], note: note, name: "……"),
        recipients: ["- Thành viên Hội đồng;", "- Lưu: VT, hồ sơ."],
        right: Signatory(titles: ["**CHỦ TỌA**"], note: note, name: "……")))
  }

  private func writeAttendants(_ tree: inout DocumentTree) {
    tree.paragraph("Chủ tọa: ông (bà) ……, chức vụ: ……")
    tree.paragraph("Thư ký: ông (bà) ……, chức vụ: ……")
    tree.paragraph("Thành phần tham dự:")
    var names: [String] = []
    for row in round.councilRows {
      let name = row.name.isEmpty ? row.appraiser : row.name
      if !names.contains(name) { names.append(name) }
    }
    for name in names { tree.item("Đại diện \(name): ông (bà) ……, chức vụ: ……") }
    tree.item("Đại biểu khác: ……")
    let total = names.isEmpty ? "……" : countText(names.count)
    tree.paragraph("Có mặt: ……/\(total) thành viên. Vắng mặt: ……, lý do: ……")
  }

  // MARK: I. Nội dung

  private func writeReport(_ tree: inout DocumentTree) {
    tree.heading(3, "1. Cơ quan thường trực báo cáo kết quả thẩm định")
    let agencies = results.groups.reduce(0) { $0 + $1.agencies.count }
    var text: RichText = "Kỳ đánh giá có \(countText(agencies)) cơ quan."
    for group in results.groups where !group.agencies.isEmpty {
      let total = results[group: group.group].corrections.total
      let settings = round.groups[group.group].set.settings
      let scope: RichText =
        results.groups.count > 1 ? " \(round.groupTitle(group.group)):" : ""
      guard total.leaves > 0 else {
        text += "\(scope) Chưa có lượt tự chấm nào được thẩm định."
        continue
      }
      text +=
        """
        \(scope) Đã thẩm định \(countText(total.leaves)) lượt tự chấm; \(quantityText(total.lowered, "lượt")) giảm điểm, \
        \(quantityText(total.raised, "lượt")) tăng điểm; tổng điểm tự chấm \(settings.pointsText(total.own)), sau thẩm định \
        \(settings.pointsText(total.final)).
        """
    }
    let waiting = results.unappraised.reduce(0) { $0 + $1.count }
    if waiting > 0 { text += " Còn \(countText(waiting)) lượt tự chấm chưa thẩm định." }
    tree.paragraph(text)
  }

  private func writeDisputes(_ tree: inout DocumentTree) {
    tree.part()
    tree.heading(3, "2. Xem xét các tiêu chí được điều chỉnh hoặc có giải trình")
    guard !disputes.isEmpty else {
      return tree.paragraph("Không có tiêu chí nào được điều chỉnh điểm hoặc có giải trình.")
    }
    let explained = disputes.count { !$0.explanations.isEmpty }
    tree.paragraph(
      """
      Có \(countText(disputes.count)) lượt chấm được điều chỉnh hoặc có giải trình, trong đó \
      \(quantityText(explained, "lượt")) có giải trình của cơ quan:
      """)
    var columns = [
      TableColumn("TT", width: 4, .center), TableColumn("Cơ quan", width: 13),
      TableColumn("Tiêu chí (điểm tối đa)", width: 19), TableColumn("Tự chấm", width: 7, .right),
    ]
    for number in numbers { columns.append(TableColumn("Lần \(number)", width: 7, .right)) }
    columns += [
      TableColumn("Ý kiến thẩm định và giải trình", width: 30),
      TableColumn("Quyết định", width: 8, .right),
      TableColumn("Biểu quyết (tán thành/có mặt)", width: 9, .center),
    ]
    tree.table(columns) { rows in
      var reasons: (agency: Int, texts: AppraisalReasons)?
      for (number, dispute) in disputes.enumerated() {
        let texts =
          reasons.flatMap { $0.agency == dispute.agency ? $0.texts : nil }
          ?? AppraisalReasons(round[agency: dispute.agency])
        reasons = (dispute.agency, texts)
        rows.cell(number + 1)
        disputeCells(dispute, texts, &rows)
        rows.cell("……/……" as RichText)
        rows.endRow()
      }
    }
  }

  private func disputeCells(_ dispute: Dispute, _ reasons: AppraisalReasons, _ rows: inout TableRows) {
    let set = round[agency: dispute.agency].set
    let leaf = set.leaves[dispute.leaf]
    let row = set.rows[leaf.row]
    rows.cell(round.agencies[dispute.agency].name)
    rows.cell(
      "\(row.code). \(row.name) (\(set.settings.maximumText(Int128(leaf.maxUnits))))" as RichText)
    rows.cell(set.settings.pointsText(dispute.filed))
    for number in numbers {
      rows.cell(set.settings.pointsText(dispute.rounds.first { $0.round == number }?.points))
    }
    rows.cell(discussion(dispute, reasons))
    rows.cell(set.settings.pointsText(dispute.final))
  }

  /// What each appraisal said and the agency answered, in the order of rounds.
  private func discussion(_ dispute: Dispute, _ reasons: AppraisalReasons) -> RichText {
    var pieces: [RichText] = []
    let rounds = Set(dispute.rounds.map(\.round)).union(dispute.explanations.map(\.round)).sorted()
    for number in rounds {
      if let text = reasons.text(leaf: dispute.leaf, round: number) {
        pieces.append("Lần \(number): \(text)")
      }
      for explanation in dispute.explanations where explanation.round == number {
        pieces.append("Giải trình lần \(number): \(explanation.text)")
      }
    }
    return pieces.isEmpty ? RichText(noFigure) : .joined(pieces, "; ")
  }

  /// Leaves of which agencies ask not to be assessed, and nobody has decided.
  private func writeRequests(_ tree: inout DocumentTree) {
    tree.part()
    tree.heading(3, "3. Xem xét đề nghị không đánh giá")
    var requests: [(agency: Int, row: Criterion)] = []
    for agency in round.agencies.indices {
      for leaf in results[agency: agency].leaves where leaf.score.status == .requested {
        requests.append((agency, leaf.criterion))
      }
    }
    guard !requests.isEmpty else {
      return tree.paragraph("Không còn đề nghị không đánh giá nào chưa quyết định.")
    }
    let columns = [
      TableColumn("TT", width: 5, .center), TableColumn("Cơ quan", width: 25),
      TableColumn("Tiêu chí", width: 40), TableColumn("Quyết định của Hội đồng", width: 18),
      TableColumn("Biểu quyết (tán thành/có mặt)", width: 12, .center),
    ]
    tree.table(columns) { rows in
      for (number, request) in requests.enumerated() {
        rows.cell(number + 1)
        rows.cell(round.agencies[request.agency].name)
        rows.cell("\(request.row.code). \(request.row.name)" as RichText)
        rows.cell("……" as RichText)
        rows.cell("……/……" as RichText)
        rows.endRow()
      }
    }
  }
}
