import CCHCExact

/// A day of the calendar, without a time or a time zone.
public struct CalendarDay: Sendable, Hashable {
  let base: Day

  init(_ base: Day) { self.base = base }

  /// Creates a day; nil where the calendar has none such.
  ///
  /// - Parameters:
  ///   - year: The year, 1901 to 2199.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month, from 1.
  public init?(year: Int, month: Int, day: Int) {
    guard let base = Day(year: year, month: month, day: day) else { return nil }
    self.base = base
  }

  /// The year.
  public var year: Int { base.components.year }

  /// The month, 1 to 12.
  public var month: Int { base.components.month }

  /// The day of the month, from 1.
  public var day: Int { base.components.day }
}

extension CalendarDay: Comparable {
  /// Whether one day is before another.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.base < right.base }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as `2023-04-01`.
  public var description: String { base.isoText }
}
