import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of stages.csv: the calendar of a round.
package enum StageColumn: Int, DeclaredColumn {
  case stage, until, from

  package static let schema = TableSchema(
    "stages.csv", columns, title: Bilingual("lịch của kỳ", "the calendar of a round"), stamp: .scores)

  package var column: Column {
    switch self {
    case .stage: Column("stage", "giai đoạn").required.key
    case .until: .until.required.meaning(vi: "ngày cuối còn đúng hạn", en: "the last day that is in time")
    case .from:
      AgencyColumn.from.column.headed("từ ngày").meaning(
        vi: "trống là khi giai đoạn trước đã hết", en: "empty: when the stage before has ended")
    }
  }
}
