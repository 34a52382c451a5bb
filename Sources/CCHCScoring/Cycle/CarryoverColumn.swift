import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of carryover.csv: counts that pass to a successor.
package enum CarryoverColumn: Int, DeclaredColumn {
  case agency, successor, criterion, decidedBy

  package static let schema = TableSchema(
    "carryover.csv", columns,
    title: Bilingual("số đếm chuyển sang cơ quan kế thừa", "counts that pass to a successor"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .agency:
      .agency.required.key.meaning(vi: "cơ quan đã kết thúc hoạt động", en: "the agency that ended")
    case .successor: .successor.required
    case .criterion:
      .criterion.required.key.meaning(
        vi: "có thể là tiêu chí cha; `*` là mọi tiêu chí", en: "a leaf, a parent, or `*` for all")
    case .decidedBy: .decidedBy.required
    }
  }
}
