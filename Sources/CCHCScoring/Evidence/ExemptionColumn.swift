import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of exemptions.csv: criteria that agencies are not assessed by.
package enum ExemptionColumn: Int, DeclaredColumn {
  case agency, criterion, reason, decidedBy

  package static let schema = TableSchema(
    "exemptions.csv", columns,
    title: Bilingual("tiêu chí không đánh giá", "criteria that agencies are not assessed by"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key.meaning(vi: "`*` là mọi cơ quan", en: "`*` is every agency")
    case .criterion:
      .criterion.required.key.meaning(vi: "có thể là tiêu chí cha", en: "a leaf, or a parent: all its leaves")
    case .reason: .reason.required
    case .decidedBy:
      .decidedBy.required.meaning(vi: "số, ngày văn bản", en: "number and date of the decision")
    }
  }
}
