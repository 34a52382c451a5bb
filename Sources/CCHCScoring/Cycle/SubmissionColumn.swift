import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of submissions.csv: the register of receipts.
package enum SubmissionColumn: Int, DeclaredColumn {
  case agency, status, date, document, sha256, until, reason

  package static let schema = TableSchema(
    "submissions.csv", columns,
    title: Bilingual(
      "sổ tiếp nhận, mỗi việc một dòng; dòng cuối của một cơ quan là tình trạng của cơ quan đó",
      "the register of receipts: a log, the last row of an agency is its state"),
    stamp: .scores)

  package var column: Column {
    switch self {
    case .agency: .agency.required
    case .status: Column("status", "trạng thái", .word(Words.submissions)).required
    case .date: .date.also("ngày nhận").also("received").required
    case .document: .document.headed("số văn bản")
    case .sha256:
      .sha256.meaning(vi: "của bảng tự chấm khi nhận", en: "of the self table when it was received")
    case .until: .until.headed("bổ sung trước hết ngày")
    case .reason: .reason
    }
  }
}
