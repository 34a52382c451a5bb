import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of followup.csv: what agencies owed and sent.
package enum FollowUpColumn: Int, DeclaredColumn {
  case agency, obligation, received, document

  package static let schema = TableSchema(
    "followup.csv", columns,
    title: Bilingual("theo dõi nghĩa vụ sau công bố", "what agencies owed and sent"), stamp: .after)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .obligation:
      .obligation.required.key.meaning(
        vi: "của bộ tiêu chí hoặc của `orders.csv`", en: "of the set, or of `orders.csv`")
    case .received: .received.required
    case .document: .document
    }
  }
}
