import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of council.csv: who appraises what.
package enum CouncilColumn: Int, DeclaredColumn {
  case criterion, appraiser, name, substitute

  package static let schema = TableSchema(
    "council.csv", columns,
    title: Bilingual(
      "phân công thẩm định, thay cho cột của bộ tiêu chí",
      "who appraises what, instead of the set's appraisers"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .criterion:
      .criterion.required.key.meaning(
        vi: "có hiệu lực với mọi dòng bên dưới", en: "the row and all below it")
    case .appraiser:
      .appraiser.required.meaning(
        vi: "mã thành viên; `hội đồng`, `thường trực`", en: "code of a member; `council`, `standing`")
    case .name: .name
    case .substitute:
      Column("substitute", "cơ quan thay thế", .code).meaning(
        vi: "thẩm định thay khi thành viên là cơ quan được đánh giá",
        en: "appraises instead of a member that is the agency itself")
    }
  }
}
