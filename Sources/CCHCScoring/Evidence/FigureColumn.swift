import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of self/*.csv and external/*.csv: figures.
package enum FigureColumn: Int, DeclaredColumn {
  case criterion, input, value, agency, criterionName, document, note, source, year

  /// What agencies file.
  package static let own = TableSchema(
    "self/*.csv", columns, title: Bilingual("số liệu cơ quan tự chấm", "what agencies file"),
    stamp: .scores)

  /// What the departments that own figures enter.
  package static let external = TableSchema(
    "external/*.csv", columns,
    title: Bilingual("số liệu do cơ quan khác nhập", "what the departments that own figures enter"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .criterion: .criterion.required.key
    case .input: .input.required.key
    case .value:
      .value.required.meaning(
        vi: "`không áp dụng` là đề nghị không đánh giá",
        en: "`not applicable` asks the council for an exemption")
    case .agency:
      .agency.key.meaning(
        vi: "bỏ được khi tệp tên `<mã cơ quan>.csv`",
        en: "may be left out where the file is named `<agency>.csv`")
    case .criterionName: .criterionName
    case .document:
      .document.meaning(
        vi: "một hoặc nhiều mã của `documents/`, ngăn bằng `;`, hoặc chữ",
        en: "one or several ids of `documents/`, separated by `;`, or a text")
    case .note: .note
    case .source: .source
    case .year: Column("year", "năm")
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = [value, criterionName, document, note, source, year].map(\.rawValue)
  /// Those of them besides the value.
  static let besides = [criterionName, document, note, source, year].map(\.rawValue)
  /// The columns that a proof is made of.
  static let proof = [document, note, source, year].map(\.rawValue)
  static let row = RowColumns(agency: agency, criterion: criterion, criterionName: criterionName)
}
