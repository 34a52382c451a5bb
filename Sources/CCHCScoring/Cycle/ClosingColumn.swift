import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of closing.csv: the versions of a round that are frozen.
package enum ClosingColumn: Int, DeclaredColumn {
  case version, date, sha256, reason

  package static let schema = TableSchema(
    "closing.csv", columns,
    title: Bilingual(
      "sổ khóa số liệu, `cchc close` ghi", "the register of frozen versions, written by `cchc close`"),
    stamp: .after)

  package var column: Column {
    switch self {
    case .version: Column("version", "phiên bản", .count).required.meaning(vi: "1, 2, 3 …", en: "1, 2, 3 …")
    case .date: .date.required
    case .sha256: .sha256.required.meaning(vi: "của tệp `SHA256SUMS`", en: "that of `SHA256SUMS`")
    case .reason:
      .reason.meaning(vi: "bắt buộc khi đính chính", en: "of a correction; needed from version 2 on")
    }
  }
}
