package import CCHCCriteria
package import CCHCDocuments
import CCHCScoring

/// Says how a set's points, indices and ranks come about.
package struct MethodNotes {
  private let set: CriteriaSet

  package init(_ set: CriteriaSet) { self.set = set }

  /// How points and percentages are rounded.
  package var rounding: RichText {
    let settings = set.settings
    return """
      Điểm của từng tiêu chí lấy \(settings.pointDecimals) chữ số thập phân; chỉ số và chỉ số thành phần công bố với \
      \(settings.indexDecimals) chữ số thập phân; \(settings.rounding.vietnamese). Điểm của lĩnh vực là tổng điểm đã \
      làm tròn của các tiêu chí.
      """
  }

  /// What the index is.
  package var index: RichText {
    var text: RichText =
      "Chỉ số bằng tổng điểm đạt được chia cho tổng điểm tối đa được áp dụng, tính theo tỷ lệ phần trăm. "
    text += "Tiêu chí không đánh giá thì không tính vào cả điểm đạt được và điểm tối đa."
    let kinds = Swift.Set(set.fields.map { set.rows[$0].fieldKind })
    if kinds.contains(.bonus) { text += " Điểm thưởng được cộng vào tổng điểm, không tính vào điểm tối đa." }
    if kinds.contains(.penalty) { text += " Điểm trừ được trừ vào tổng điểm, không tính vào điểm tối đa." }
    return text
  }

  /// How agencies are ranked and what becomes of ties.
  package var ranking: RichText {
    let settings = set.settings
    var text: RichText = "Các cơ quan được xếp hạng trong từng khối, theo chỉ số "
    text += settings.ranksByExactIndex ? "có giá trị chính xác, chưa làm tròn." : "đã làm tròn như công bố."
    let ties = settings.tieBreak.map { row -> RichText in "“\(set.rows[row].name)”" }
    if !ties.isEmpty {
      text += " Khi bằng chỉ số, xét lần lượt chỉ số thành phần \(RichText.joined(ties, ", "))."
    }
    text += ties.isEmpty ? " Các cơ quan bằng chỉ số thì đồng hạng; " : " Nếu vẫn bằng nhau thì đồng hạng; "
    text +=
      settings.isDense
      ? "hạng kế tiếp tính liền (1, 2, 2, 3)." : "hạng kế tiếp tính cách số cơ quan đồng hạng (1, 2, 2, 4)."
    return text
  }

  /// What the agencies without a rank are.
  package var unranked: RichText {
    "Cơ quan không tham gia xếp hạng hoặc không có chỉ số được ghi sau cùng, cột Hạng ghi “–”."
  }

  /// On which values conditions are decided.
  package var conditions: RichText {
    "Điều kiện xếp loại và điều kiện phát sinh nghĩa vụ được xét trên giá trị chính xác, trước khi làm tròn."
  }
}
