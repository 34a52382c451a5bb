/// The codes that a table may name, and what spreadsheets make of them.
package struct KnownCodes {
  /// In the order in which one of them is suggested.
  package let listed: [String]
  private let places: [String: Int]
  package let changed: ChangedCodes

  package init(_ codes: [String]) {
    listed = codes
    places = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    changed = ChangedCodes(codes)
  }

  /// The place of a code, in a set that of its row; nil where there is none.
  package func place(of code: String) -> Int? { places[code] }

  package func contains(_ code: String) -> Bool { places[code] != nil }

  package init(_ set: CriteriaSet) { self.init(set.rows.map(\.code)) }
}
