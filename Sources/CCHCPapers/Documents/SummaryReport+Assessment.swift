import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCScoring

// II.4 Chênh lệch, and III. Đánh giá chung
extension SummaryReport {
  /// How many agencies and criteria are named before the rest is only counted.
  private static let listLimit = 10

  // MARK: Chênh lệch tự chấm – thẩm định

  /// How self scores differ from what appraisal left of them.
  func writeCorrections(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = set(of: group)
    guard set.leaves.contains(where: { $0.method == .own && !$0.isMonitored }) else {
      return tree.paragraph("Bộ tiêu chí không có tiêu chí tự chấm.")
    }
    let corrections = results[group: group.group].corrections
    let total = corrections.total
    guard total.leaves > 0 else { return tree.paragraph("Chưa có lượt tự chấm nào được thẩm định.") }
    let changed = total.raised + total.lowered
    let settings = set.settings
    tree.paragraph(
      """
      Trong \(countText(total.leaves)) lượt tự chấm đã thẩm định, \(quantityText(changed, "lượt")) được điều chỉnh \
      điểm (\(quantityText(total.lowered, "lượt giảm")), \(quantityText(total.raised, "lượt tăng"))). Tổng điểm tự chấm của \
      các lượt đã thẩm định là \(settings.pointsText(total.own)) điểm, sau thẩm định là \(settings.pointsText(total.final)) điểm, chênh lệch \
      \(settings.differenceText(total.difference)) điểm.
      """)
    guard changed > 0 else { return }
    writeAgencies(corrections, group, &tree)
    tree.paragraph("Chênh lệch theo lĩnh vực:")
    tree.table(columns("Lĩnh vực")) { rows in
      for (field, correction) in zip(set.fields, corrections.fields) where correction.leaves > 0 {
        rows.cell("\(set.rows[field].code). \(set.rows[field].fieldTitle)" as RichText)
        cells(correction, settings, &rows)
      }
    }
  }

  private func writeAgencies(
    _ corrections: GroupCorrections, _ group: GroupResult, _ tree: inout DocumentTree
  ) {
    let list = corrections.agencies
    let largest = list.indices.filter { list[$0].raised + list[$0].lowered > 0 }.sorted {
      (list[$1].difference.magnitude, $0) < (list[$0].difference.magnitude, $1)
    }
    let names = AgencyNames(results, group)
    let shown = largest.prefix(Self.listLimit)
    tree.paragraph(
      largest.count > shown.count
        ? "\(countText(shown.count)) trong \(countText(largest.count)) cơ quan được điều chỉnh có chênh lệch lớn nhất:"
        : "Có \(countText(largest.count)) cơ quan được điều chỉnh, chênh lệch lớn nhất xếp trước:")
    tree.table(columns("Cơ quan")) { rows in
      for place in shown {
        rows.cell(names.name(place))
        cells(list[place], set(of: group).settings, &rows)
      }
    }
  }

  private func columns(_ first: RichText) -> [TableColumn] {
    [
      TableColumn(first, width: 40), TableColumn("Điểm tự chấm", width: 12, .right),
      TableColumn("Điểm sau thẩm định", width: 12, .right),
      TableColumn("Chênh lệch", width: 12, .right),
      TableColumn("Số lượt tăng", width: 10, .right), TableColumn("Số lượt giảm", width: 10, .right),
    ]
  }

  private func cells(_ correction: Correction, _ settings: SetSettings, _ rows: inout TableRows) {
    rows.cell(settings.pointsText(correction.own))
    rows.cell(settings.pointsText(correction.final))
    rows.cell(settings.differenceText(correction.difference))
    rows.cell(correction.raised)
    rows.cell(correction.lowered)
    rows.endRow()
  }

  // MARK: III. Đánh giá chung

  /// The criteria on which most points were lost.
  func writeAssessment(_ tree: inout DocumentTree) {
    tree.heading(2, "III. Đánh giá chung")
    for group in groups {
      groupHeading(group, &tree)
      writeLosses(group, &tree)
    }
  }

  private func writeLosses(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = set(of: group)
    let losses = results[group: group.group].losses
    guard let first = losses.first else {
      return tree.paragraph("Không có tiêu chí nào bị trừ điểm.")
    }
    let row = set.rows[set.leaves[first.leaf].row]
    tree.paragraph(
      """
      Điểm bị trừ của một tiêu chí là điểm tối đa trừ điểm đạt được; không tính điểm thưởng, điểm trừ và các tiêu chí \
      không đánh giá. Có \(countText(losses.count)) tiêu chí có cơ quan bị trừ điểm. Tiêu chí bị trừ nhiều nhất là \
      \(row.code) “\(row.name)”: \(countText(first.losers))/\(countText(first.assessed)) cơ quan bị trừ, tổng cộng \
      \(set.settings.pointsText(first.units)) điểm.
      """)
    let shown = losses.prefix(Self.listLimit)
    let everywhere = losses.count { $0.losers == $0.assessed }
    if everywhere > 0 {
      tree.paragraph("Có \(countText(everywhere)) tiêu chí mà mọi cơ quan được đánh giá đều bị trừ điểm.")
    }
    let share = Rational(shown.reduce(0) { $0 + $1.units }, over: losses.reduce(0) { $0 + $1.units })
    tree.paragraph(
      """
      \(countText(shown.count)) tiêu chí bị trừ nhiều điểm nhất dưới đây chiếm \(set.settings.percentText(of: share)) \
      tổng số điểm bị trừ:
      """)
    let columns = [
      TableColumn("TT", width: 5, .center), TableColumn("Mã", width: 8),
      TableColumn("Tiêu chí", width: 45), TableColumn("Điểm tối đa", width: 11, .right),
      TableColumn("Tổng điểm bị trừ", width: 13, .right),
      TableColumn("Số cơ quan bị trừ điểm", width: 18, .right),
    ]
    tree.table(columns) { rows in
      for (number, loss) in shown.enumerated() {
        let leaf = set.leaves[loss.leaf]
        rows.cell(number + 1)
        rows.cell(set.rows[leaf.row].code)
        rows.cell(set.rows[leaf.row].name)
        rows.cell(set.settings.maximumText(Int128(leaf.maxUnits)))
        rows.cell(set.settings.pointsText(loss.units))
        rows.cell("\(groupedText(loss.losers))/\(groupedText(loss.assessed))")
        rows.endRow()
      }
    }
  }
}
