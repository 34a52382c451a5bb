import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of appraisal/*.csv: what the council decides; a worklist that is filled in is such a table.
package enum AppraisalColumn: Int, DeclaredColumn {
  case agency, criterion, round, input, value, points, reason, appraiser, criterionName

  package static let schema = TableSchema(
    "appraisal/*.csv", columns, title: Bilingual("kết quả thẩm định", "what the council decides"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .criterion: .criterion.required.key
    case .round:
      .round.required.key.meaning(
        vi: "trống thì dòng chưa có hiệu lực; chỉ ghi lần là đồng ý",
        en: "a row without it is not yet one; with nothing else it agrees")
    case .input: .input.key
    case .value:
      .value.meaning(vi: "số liệu đúng, thay số đã nộp", en: "the figure that replaces the filed one")
    case .points:
      .points.headed("điểm thẩm định").meaning(
        vi: "thay cho điểm tính theo số liệu", en: "instead of the points that the figures give")
    case .reason: .reason.meaning(vi: "bắt buộc khi thay đổi", en: "needed where something changes")
    case .appraiser: .appraiser
    case .criterionName: .criterionName
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = [value, points, reason, appraiser].map(\.rawValue)
  static let row = RowColumns(agency: agency, criterion: criterion, criterionName: criterionName)
}
