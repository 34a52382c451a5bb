import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of so-tiep-nhan.csv: what became of each returned file.
package enum InboxColumn: Int, DeclaredColumn {
  case file, sha256, date, agency, outcome, checkCode, errors, slip

  package static let schema = TableSchema(
    "so-tiep-nhan.csv", columns,
    title: Bilingual(
      "sổ của thư mục nhận bài, `cchc inbox` ghi", "the log of an inbox, written by `cchc inbox`"))

  package var column: Column {
    switch self {
    case .file: Column("file", "tệp").required
    case .sha256: .sha256.required
    case .date: .date
    case .agency: .agency
    case .outcome:
      Column("outcome", "kết quả").meaning(
        vi: "đã nhận, không thay đổi, trả lại", en: "đã nhận, không thay đổi, trả lại")
    case .checkCode: Column("check_code", "mã đối chiếu")
    case .errors: Column("errors", "số lỗi", .count)
    case .slip: Column("slip", "phiếu")
    }
  }
}
