import CCHCFiles
package import CCHCTables

/// The columns of bands.csv: how results are classified; the first row that holds wins.
package enum BandColumn: Int, DeclaredColumn {
  case label, condition

  package static let schema = TableSchema(
    "bands.csv", columns,
    title: Bilingual(
      "xếp loại, dòng đầu tiên đúng thì được", "classification: the first row that holds wins"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .label: Column("label", "xếp loại").required
    case .condition:
      .condition.required.meaning(
        vi: "trên kết quả, xem [cong-thuc.md](cong-thuc.md#2-viết-công-thức); dòng cuối là `else`",
        en: "on results, see [cong-thuc.md](cong-thuc.md#2-viết-công-thức); the last row's is `else`")
    }
  }
}
