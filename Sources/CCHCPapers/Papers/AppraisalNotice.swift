import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
package import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes co-quan/<agency>/thong-bao-tham-dinh-lan-<k>.md: what an appraisal round made of an agency's self score.
package struct AppraisalNotice {
  private let results: Results
  private let round: Round
  private let notice: Notice
  private let set: CriteriaSet
  private let settings: SetSettings
  private let reasons: AppraisalReasons

  /// The notice to an agency.
  ///
  /// - Parameters:
  ///   - results: the scored round.
  ///   - notice: one of `Notice.all(in:)`.
  ///   - day: the day of the paper; nil leaves it open, as for a round that is past.
  /// - Returns: the document.
  package static func document(_ results: Results, _ notice: Notice, on day: Day?) -> DocumentTree {
    var tree = DocumentTree()
    AppraisalNotice(results, notice).write(&tree, day)
    return tree
  }

  private init(_ results: Results, _ notice: Notice) {
    self.results = results
    self.notice = notice
    round = results.round
    set = results.round[agency: notice.agency].set
    settings = results.round[agency: notice.agency].set.settings
    reasons = AppraisalReasons(results.round[agency: notice.agency])
  }

  private var name: String { round.agencies[notice.agency].name }
  private var year: String { round.settings.yearText }

  private func write(_ tree: inout DocumentTree, _ day: Day?) {
    tree.head(PaperHead(round.settings, kind: "TB", day: day))
    tree.title(
      "THÔNG BÁO",
      "Kết quả thẩm định lần \(notice.round) hồ sơ tự chấm điểm Chỉ số cải cách hành chính năm \(year) của \(name)"
    )
    tree.provisionalMark(results)
    tree.addressee("Kính gửi: \(name).")
    tree.paragraph(
      """
      \(round.issuerName) thông báo kết quả thẩm định lần \(notice.round) của Hội đồng đánh giá, xác định Chỉ số cải \
      cách hành chính đối với hồ sơ tự chấm điểm năm \(year) của \(name) như sau:
      """)
    tree.heading(2, "1. Kết quả chung")
    writeGeneral(&tree)
    tree.heading(2, "2. Tiêu chí được điều chỉnh")
    writeChanges(&tree)
    tree.heading(2, "3. Giải trình")
    writeRequest(&tree)
    tree.issuerSignature(
      round.settings,
      to: ["- \(name);", "- Hội đồng đánh giá, xác định Chỉ số CCHC (để báo cáo);"], isForOne: true)
    tree.annex("Phụ lục", "Kết quả thẩm định lần \(notice.round) của từng tiêu chí")
    writeAll(&tree)
  }

  private func writeGeneral(_ tree: inout DocumentTree) {
    let appraised = notice.leaves.filter { $0.appraised != nil }
    let filed = appraised.reduce(Int128(0)) { $0 + Int128($1.filed ?? 0) }
    let after = appraised.reduce(Int128(0)) { $0 + Int128($1.appraised ?? 0) }
    tree.paragraph(
      """
      Đã thẩm định \(countText(appraised.count))/\(countText(notice.leaves.count)) tiêu chí. Đối với các tiêu chí đã \
      thẩm định: tự chấm \(settings.pointsText(filed)) điểm; sau thẩm định lần \(notice.round) là \
      \(settings.pointsText(after)) điểm; chênh lệch \(settings.differenceText(after - filed)) điểm.
      """)
    tree.paragraph(
      "Điểm qua điều tra xã hội học và theo số liệu do cơ quan khác cung cấp, nếu không qua thẩm định, không nêu trong Thông báo này."
    )
  }

  private func writeChanges(_ tree: inout DocumentTree) {
    let changed = notice.changed
    guard !changed.isEmpty else {
      return tree.paragraph("Không có tiêu chí nào được điều chỉnh số liệu hoặc điểm.")
    }
    tree.paragraph(
      "Có \(countText(changed.count)) tiêu chí được điều chỉnh số liệu hoặc điểm so với hồ sơ đã nộp:")
    let columns = [
      TableColumn("Mã", width: 7), TableColumn("Tiêu chí", width: 26),
      TableColumn("Tự chấm", width: 9, .right),
      TableColumn("Sau thẩm định lần \(notice.round)", width: 11, .right),
      TableColumn("Chênh lệch", width: 10, .right),
      TableColumn("Nội dung và lý do điều chỉnh", width: 37),
    ]
    tree.table(columns) { rows in
      for leaf in changed {
        let row = set.rows[set.leaves[leaf.leaf].row]
        rows.cell(row.code)
        rows.cell(row.name)
        figures(leaf, &rows)
        rows.cell(reasons.text(leaf: leaf.leaf, upTo: notice.round) ?? RichText(noFigure))
        rows.endRow()
      }
    }
  }

  private func figures(_ leaf: NoticedLeaf, _ rows: inout TableRows) {
    rows.cell(settings.pointsText(leaf.filed))
    rows.cell(leaf.appraised == nil ? "chưa thẩm định" : settings.pointsText(leaf.appraised))
    rows.cell(leaf.difference.map { settings.differenceText(Int128($0)) } ?? noFigure)
  }

  private func writeRequest(_ tree: inout DocumentTree) {
    let until = round.calendar[.explanation(notice.round)]?.until
    tree.paragraph(
      """
      Trường hợp có kiến nghị về điểm, \(name) gửi văn bản giải trình từng tiêu chí kèm tài liệu kiểm chứng về \
      \(round.issuerName) chậm nhất đến hết \(Day.phrase(until)) để tổng hợp, báo cáo Hội đồng xem xét, quyết định.
      """)
    tree.paragraph("\(round.issuerName) thông báo để \(name) biết, thực hiện./.")
  }

  private func writeAll(_ tree: inout DocumentTree) {
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Tiêu chí", width: 50),
      TableColumn("Điểm tối đa", width: 10, .right), TableColumn("Tự chấm", width: 10, .right),
      TableColumn("Sau thẩm định lần \(notice.round)", width: 12, .right),
      TableColumn("Chênh lệch", width: 10, .right),
    ]
    tree.table(columns) { rows in
      var field = -1
      for leaf in notice.leaves {
        let declared = set.leaves[leaf.leaf]
        let owner = set.field(of: declared.row)
        if owner != field { fieldRow(owner, &rows) }
        field = owner
        rows.cell(set.rows[declared.row].code)
        rows.cell(set.rows[declared.row].name)
        rows.cell(settings.maximumText(Int128(declared.maxUnits)))
        figures(leaf, &rows)
        rows.endRow()
      }
    }
  }

  private func fieldRow(_ field: Int, _ rows: inout TableRows) {
    rows.cell("**\(set.rows[field].code)**" as RichText)
    rows.wideCell("**\(set.rows[field].fieldTitle)**")
    rows.endRow()
  }
}
