import CCHCFiles
package import CCHCTables

/// The columns of tally.csv: what is counted in lists of case files.
package enum TallyColumn: Int, DeclaredColumn {
  case criterion, input, condition

  package static let schema = TableSchema(
    "tally.csv", columns,
    title: Bilingual(
      "số liệu đếm từ danh sách hồ sơ, xem [dem-ho-so.md](dem-ho-so.md)",
      "what is counted in lists of case files (section 16)"))

  package var column: Column {
    switch self {
    case .criterion: .criterion.required.key
    case .input: .input.required.key
    case .condition:
      .condition.required.meaning(
        vi: "trên các cột của danh sách; số liệu là số hồ sơ thỏa điều kiện",
        en: "over the columns of the lists; the figure is the number of case files that meet it")
    }
  }
}
