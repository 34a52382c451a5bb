package import CCHCExact
import CCHCFiles

/// A part of the year that a leaf is about (`period` in criteria.csv), by month and day.
package struct LeafPeriod: Sendable, Equatable {
  let first: (month: Int, day: Int)
  let last: (month: Int, day: Int)

  package static func == (left: LeafPeriod, right: LeafPeriod) -> Bool {
    left.first == right.first && left.last == right.last
  }

  /// Reads `MM-DD..MM-DD`; nil where it is not a part of a year.
  init?(_ text: String) {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { String($0).trimmed }
    guard ends.count == 2, text.contains(".."), let first = Self.day(ends[0]), let last = Self.day(ends[1]),
      first <= last
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  private static func day(_ text: String) -> (month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]), Day(year: 2000, month: month, day: day) != nil
    else { return nil }
    return (month, day)
  }

  /// The days of the period in a year; 29 February of a year without one is 28 February.
  package func days(of year: Int) -> ClosedRange<Day>? {
    func date(_ part: (month: Int, day: Int)) -> Day? {
      Day(year: year, month: part.month, day: part.day) ?? Day(year: year, month: 2, day: 28)
    }
    guard let start = date(first), let end = date(last), start <= end else { return nil }
    return start...end
  }
}
