import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of map.csv: agencies merged or renamed since the round before.
package enum AgencyChangeColumn: Int, DeclaredColumn {
  case old, new

  package static let schema = TableSchema(
    "map.csv", columns,
    title: Bilingual(
      "cơ quan sáp nhập, đổi tên so với kỳ trước", "agencies merged or renamed since the round before"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .old: Column("old", "mã cũ", .code).required.key
    case .new:
      Column("new", "mã mới", .code).required.meaning(
        vi: "nhiều cơ quan cũ có thể chung một mã mới", en: "several old agencies may have one new one")
    }
  }
}
