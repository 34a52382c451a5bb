/// The codes that a table may name, and what spreadsheets make of them.
struct KnownCodes {
  /// In the order in which one of them is suggested.
  let listed: [String]
  private let places: [String: Int]
  let changed: ChangedCodes

  init(_ codes: [String]) {
    listed = codes
    places = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    changed = ChangedCodes(codes)
  }

  /// The place of a code, in a set that of its row; nil where there is none.
  func place(of code: String) -> Int? { places[code] }

  func contains(_ code: String) -> Bool { places[code] != nil }

  init(_ set: CriteriaSet) { self.init(set.rows.map(\.code)) }
}
