import CCHCFiles

/// Which agency of a round a person means.
package enum AgencyMatch: Equatable, Sendable {
  /// The index of the agency.
  case one(Int)
  /// The indices of all agencies that may be meant.
  case several([Int])
  /// No agency has such a code or name; the nearest code, where there is one.
  case none(suggestion: String?)
}

extension [Agency] {
  /// Finds an agency by its code or its full name.
  ///
  /// The first of these ways that finds any decides: the code exactly; the code in any case; the name in any case and
  /// with any spaces; the same without accents. `Sở Y tế`, `so y te` and `syt` all find SYT.
  ///
  /// - Complexity: O(*n*), where *n* is the number of agencies.
  package func match(_ text: String) -> AgencyMatch {
    if let exact = firstIndex(where: { $0.code == text }) { return .one(exact) }
    let ways: [(Agency) -> Bool] = [
      { [folded = text.folded] in $0.code.folded == folded },
      { [name = Self.nameKey(text)] in Self.nameKey($0.name) == name },
      { [name = Self.nameKey(text.unaccented)] in Self.nameKey($0.name.unaccented) == name },
    ]
    for isMeant in ways {
      let found = indices.filter { isMeant(self[$0]) }
      if let only = found.first { return found.count == 1 ? .one(only) : .several(found) }
    }
    return .none(suggestion: nearest(to: text, among: lazy.map(\.code)))
  }

  /// A name in lower case without spaces.
  private static func nameKey(_ name: String) -> String { name.folded.filter { !$0.isWhitespace } }
}
