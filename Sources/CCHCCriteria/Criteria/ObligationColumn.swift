import CCHCFiles
package import CCHCTables

/// The columns of obligations.csv: who owes what after publication.
package enum ObligationColumn: Int, DeclaredColumn {
  case id, condition, duty, deadline, recipient, legalBasis, report

  package static let schema = TableSchema(
    "obligations.csv", columns,
    title: Bilingual("nghĩa vụ sau công bố", "who owes what after publication"), stamp: .scores)

  package var column: Column {
    switch self {
    case .id: .id.required.key
    case .condition:
      .condition.required.meaning(
        vi: "trên kết quả, xem [cong-thuc.md](cong-thuc.md#2-viết-công-thức)",
        en: "on results, see [cong-thuc.md](cong-thuc.md#2-viết-công-thức)")
    case .duty: .duty.required
    case .deadline:
      .deadline.required.meaning(
        vi:
          "`04-01`: ngày 01/4 của năm sau năm đánh giá; `+30`: 30 ngày sau công bố. Đó là ngày đầu tiên bị coi là muộn",
        en:
          "`04-01`: 1 April of the year after the assessed one; `+30`: 30 days after the announcement. It is the first day that is too late"
      )
    case .recipient: .recipient.required
    case .legalBasis: .legalBasis
    case .report:
      .report.meaning(
        vi: "các nghĩa vụ của một cơ quan cùng từ này gộp thành một báo cáo nhiều lý do",
        en: "obligations of one agency with the same word are one paper with several reasons")
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = allCases.filter { $0 != .id }.map(\.rawValue)
}
