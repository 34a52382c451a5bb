import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of survey/*.csv: counts of answers, which add up.
package enum SurveyColumn: Int, DeclaredColumn {
  case agency, criterion, answer, count, respondentGroup, criterionName

  package static let schema: TableSchema = {
    var schema = TableSchema(
      "survey/*.csv", columns,
      title: Bilingual(
        "kết quả điều tra; không có khóa, số phiếu cộng lại", "answers; there is no key, counts add up"),
      stamp: .scores)
    schema.refusal = TableSchema.Refusal(.surveyPersonalColumn, namesPerson)
    return schema
  }()

  package var column: Column {
    switch self {
    case .agency: .agency.required
    case .criterion: .criterion.required
    case .answer:
      .answer.required.meaning(vi: "mã số liệu của tiêu chí, như `n1`", en: "an input of the leaf, as `n1`")
    case .count: .count.meaning(vi: "mặc định 1", en: "default 1")
    case .respondentGroup: .respondentGroup
    case .criterionName: .criterionName
    }
  }
}
