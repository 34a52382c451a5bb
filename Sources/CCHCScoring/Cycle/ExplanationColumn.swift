import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of explanations/*.csv: the agencies' answers to appraisals.
package enum ExplanationColumn: Int, DeclaredColumn {
  case criterion, round, text, agency, criterionName, document, received

  package static let schema = TableSchema(
    "explanations/*.csv", columns,
    title: Bilingual("giải trình của cơ quan", "the agencies' answers to appraisals"), stamp: .scores)

  package var column: Column {
    switch self {
    case .criterion: .criterion.required.key
    case .round:
      .round.required.key.meaning(vi: "lần được giải trình", en: "the appraisal that is answered")
    case .text: Column("text", "nội dung giải trình").required
    case .agency:
      .agency.key.meaning(
        vi: "bỏ được khi tệp tên `<mã cơ quan>.csv`",
        en: "may be left out where the file is named `<agency>.csv`")
    case .criterionName: .criterionName
    case .document: .document
    case .received: .received
    }
  }
}
