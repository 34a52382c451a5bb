import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of visits.csv: when agencies were visited.
package enum VisitColumn: Int, DeclaredColumn {
  case agency, date

  package static let schema = TableSchema(
    "visits.csv", columns, title: Bilingual("các đợt kiểm tra", "visits to agencies"), stamp: .after)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .date: .date.required
    }
  }
}

extension RoundLoader {
  /// Reads visits.csv; what cannot be read is reported.
  mutating func loadVisits() {
    guard let table = folder.table(VisitColumn.schema, &problems) else { return }
    let codes = Interner(round.agencies.map(\.code))
    var rows = table.rows()
    while rows.next(&problems) {
      _ = agency(rows, VisitColumn.agency, codes)
      _ = rows.day(VisitColumn.date, &problems)
    }
  }
}
