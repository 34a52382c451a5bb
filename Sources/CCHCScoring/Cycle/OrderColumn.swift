import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of orders.csv: obligations entered by hand.
package enum OrderColumn: Int, DeclaredColumn {
  case agency, id, duty, deadline, legalBasis, recipient, reason

  package static let schema = TableSchema(
    "orders.csv", columns, title: Bilingual("nghĩa vụ nhập tay", "obligations entered by hand"),
    stamp: .after)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .id:
      .id.required.key.meaning(vi: "khác mã của bộ tiêu chí", en: "not an id of the set's obligations")
    case .duty: .duty.required
    case .deadline:
      Column("deadline", "thời hạn", .date).required.meaning(
        vi: "ngày đầu tiên bị coi là muộn", en: "the first day that is too late")
    case .legalBasis: .legalBasis.required
    case .recipient: .recipient
    case .reason: .reason
    }
  }
}
