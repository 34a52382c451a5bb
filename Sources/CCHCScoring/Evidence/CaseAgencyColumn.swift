import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of case_agencies.csv: how lists of case files write the agencies.
package enum CaseAgencyColumn: Int, DeclaredColumn {
  case written, agency, note

  package static let schema = TableSchema(
    "case_agencies.csv", columns,
    title: Bilingual(
      "danh sách hồ sơ ghi cơ quan thế nào, xem [dem-ho-so.md](dem-ho-so.md)",
      "how lists of case files write the agencies (section 16)"))

  package var column: Column {
    switch self {
    case .written:
      Column("written", "cách ghi").required.key.meaning(
        vi: "không phân biệt chữ hoa, chữ thường", en: "whatever its case")
    case .agency:
      .agency.required.meaning(vi: "trống là bỏ qua hồ sơ đó", en: "empty: its case files are left out")
    case .note: .note
    }
  }
}
