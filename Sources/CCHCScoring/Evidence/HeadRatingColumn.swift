import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of head_ratings.csv: how the heads of agencies are rated.
package enum HeadRatingColumn: Int, DeclaredColumn {
  case agency, rating, document

  package static let schema = TableSchema(
    "head_ratings.csv", columns,
    title: Bilingual("xếp loại người đứng đầu", "how the heads of agencies are rated"), stamp: .after)

  package var column: Column {
    switch self {
    case .agency: .agency.required.key
    case .rating:
      .rating.required.meaning(
        vi: "một mức của bộ tiêu chí hoặc chữ viết tắt", en: "a rating of the set, or its abbreviation")
    case .document: .document
    }
  }
}
