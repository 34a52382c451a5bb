import CCHCFiles
package import CCHCTables

/// The columns of cases.csv: worked examples that `check` runs.
package enum WorkedCaseColumn: Int, DeclaredColumn {
  case criterion, inputs, points, source

  package static let schema = TableSchema(
    "cases.csv", columns,
    title: Bilingual("ví dụ tính, `cchc check` chạy", "worked examples that `cchc check` runs"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .criterion: .criterion.required
    case .inputs: .inputs.required.meaning(vi: "viết `a=100; b=80`", en: "`a=100; b=80`")
    case .points:
      .points.required.meaning(vi: "hoặc `không đánh giá`", en: "or `exempt`")
    case .source: .source
    }
  }
}
