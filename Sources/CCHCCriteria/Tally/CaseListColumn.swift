import CCHCFiles
package import CCHCTables

/// The columns of case_columns.csv: the columns of lists of case files.
package enum CaseListColumn: Int, DeclaredColumn {
  case name, type, headings

  package static let schema = TableSchema(
    "case_columns.csv", columns,
    title: Bilingual(
      "các cột của danh sách hồ sơ, xem [dem-ho-so.md](dem-ho-so.md)",
      "the columns of lists of case files (section 16)"))

  package var column: Column {
    switch self {
    case .name:
      .name.required.key.meaning(vi: "tên dùng trong điều kiện", en: "the name that conditions use")
    case .type:
      Column("type", "kiểu").required.meaning(
        vi:
          "`cơ quan`, `ngày`, `số đếm`, `số có dấu`, `có/không`, `lựa chọn: a|b`, `chữ`; `?` ở cuối khi được để trống",
        en:
          "`agency`, `date`, `count`, `signed`, `yesno`, `choice: a|b`, `text`; `?` behind it where cells may be empty"
      )
    case .headings:
      Column("headings", "tiêu đề").required.meaning(
        vi: "tiêu đề của cột trong các danh sách, ngăn bằng `;`",
        en: "under which lists have the column, separated by `;`")
    }
  }
}
