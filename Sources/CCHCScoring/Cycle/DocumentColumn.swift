import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of documents/*.csv: documents that prove figures.
package enum DocumentColumn: Int, DeclaredColumn {
  case id, agency, number, date, issuer, summary, file, sha256, secrecy

  package static let schema = TableSchema(
    "documents/*.csv", columns,
    title: Bilingual("danh mục tài liệu kiểm chứng", "documents that prove figures"), stamp: .scores)

  package var column: Column {
    switch self {
    case .id: .id.required.key
    case .agency:
      .agency.key.meaning(
        vi: "bỏ được khi tệp tên `<mã cơ quan>.csv`",
        en: "may be left out where the file is named `<agency>.csv`")
    case .number: Column("number", "số ký hiệu")
    case .date: .date
    case .issuer: Column("issuer", "cơ quan ban hành")
    case .summary: Column("summary", "trích yếu")
    case .file: Column("file", "tệp").meaning(vi: "trong thư mục `documents/`", en: "below `documents/`")
    case .sha256: .sha256
    case .secrecy: Column("secrecy", "độ mật", .word(Words.secrecies))
    }
  }

  /// The columns whose words tell a repetition from a conflict.
  static let content = [number, date, issuer, summary, file, sha256, secrecy].map(\.rawValue)
}
