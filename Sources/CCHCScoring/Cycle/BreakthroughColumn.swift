import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of breakthrough.csv: breakthrough work that agencies register.
package enum BreakthroughColumn: Int, DeclaredColumn {
  case agency, work, solution, field, responsible, deadline, expected, result, registered

  package static let schema = TableSchema(
    "breakthrough.csv", columns,
    title: Bilingual("việc đột phá", "breakthrough work that agencies register"), stamp: .after)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .work: Column("work", "công việc").required.key
    case .solution: Column("solution", "giải pháp thực hiện")
    case .field: Column("field", "lĩnh vực", .code).meaning(vi: "mã lĩnh vực", en: "a field code")
    case .responsible: Column("responsible", "người chịu trách nhiệm")
    case .deadline: Column("deadline", "thời hạn", .date)
    case .expected: Column("expected", "dự kiến tăng điểm", .number)
    case .result: Column("result", "kết quả cuối năm")
    case .registered:
      Column("registered", "ngày đăng ký", .date).meaning(
        vi: "có ngày thì nghĩa vụ đăng ký đột phá đã thực hiện",
        en: "settles the obligation to register breakthrough work")
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = allCases.filter { $0 != .agency && $0 != .work }.map(\.rawValue)
}
