import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of agencies.csv: who is scored.
package enum AgencyColumn: Int, DeclaredColumn {
  case agency, name, group, bloc, parent, ranked, from, to, successor

  package static let schema = TableSchema(
    "agencies.csv", columns, title: Bilingual("các cơ quan được đánh giá", "who is scored"),
    isRequired: true, stamp: .scores)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .name: .name.required
    case .group: .group.required
    case .bloc:
      .bloc.meaning(
        vi: "hạng tính trong từng khối; mặc định là nhóm",
        en: "ranks are given inside a bloc; default the group")
    case .parent:
      Column("parent", "cơ quan cấp trên", .code).meaning(
        vi: "mã cơ quan, hoặc chữ bất kỳ", en: "the code of an agency, or free text")
    case .ranked:
      Column("ranked", "tham gia xếp hạng", .word(Words.yesNo)).meaning(vi: "mặc định có", en: "default yes")
    case .from:
      Column("from", "hoạt động từ ngày", .date).meaning(
        vi: "ngày đầu của cơ quan; trống là từ trước năm đánh giá",
        en: "first day of the agency; empty: before the year")
    case .to:
      Column("to", "đến ngày", .date).meaning(
        vi: "ngày cuối của cơ quan; trống là còn hoạt động", en: "last day of the agency; empty: it goes on")
    case .successor:
      .successor.meaning(
        vi: "một cơ quan nhận công việc; phải có “đến ngày”",
        en: "the one agency that takes over its work; needs `to`")
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = allCases.filter { $0 != .agency }.map(\.rawValue)
}
