package import CCHCExact

/// How a duty stands on a day; a deadline is the first day that is too late.
package enum DutyState: Sendable, Equatable {
  /// Not handed in, and in time for so many days more; 0 on the last good day.
  case ahead(days: Int)
  /// Not handed in, so many days after the last good day.
  case overdue(days: Int)
  /// Not handed in, and there is no deadline.
  case open
  case inTime
  /// Handed in so many days after the last good day.
  case late(days: Int)
  /// Handed in, and there is no deadline.
  case receivedWithoutDeadline

  /// The state of a duty.
  ///
  /// - Parameters:
  ///   - deadline: the first day that is too late; nil where there is none.
  ///   - received: the day of receipt; one after the day that is asked about does not count yet.
  ///   - day: the day that is asked about.
  package init(deadline: Day?, received: Day?, on day: Day) {
    let known = received.flatMap { $0 <= day ? $0 : nil }
    guard let deadline else {
      self = known == nil ? .open : .receivedWithoutDeadline
      return
    }
    // Whole days after the last good day, negative before it.
    let distance = (known ?? day).number - (deadline.number - 1)
    switch (known == nil, distance > 0) {
    case (true, true): self = .overdue(days: distance)
    case (true, false): self = .ahead(days: -distance)
    case (false, true): self = .late(days: distance)
    case (false, false): self = .inTime
    }
  }

  /// Whether it is handed in.
  package var isReceived: Bool {
    switch self {
    case .inTime, .late, .receivedWithoutDeadline: true
    case .ahead, .overdue, .open: false
    }
  }

  /// The state in one word for machines.
  package var word: String {
    switch self {
    case .ahead: "ahead"
    case .overdue: "overdue"
    case .open: "open"
    case .inTime: "in time"
    case .late: "late"
    case .receivedWithoutDeadline: "received"
    }
  }

  /// The days that it is late, overdue or has left; nil where there are none to count.
  package var days: Int? {
    switch self {
    case .ahead(let days), .overdue(let days), .late(let days): days
    case .open, .inTime, .receivedWithoutDeadline: nil
    }
  }
}

/// How many duties are in each state.
package struct DutyCounts: Sendable, Equatable {
  package private(set) var owed = 0
  package private(set) var inTime = 0
  package private(set) var late = 0
  package private(set) var receivedWithoutDeadline = 0
  package private(set) var ahead = 0
  package private(set) var overdue = 0
  package private(set) var open = 0

  /// Counts some states.
  package init(_ states: some Sequence<DutyState>) {
    for state in states {
      owed += 1
      switch state {
      case .ahead: ahead += 1
      case .overdue: overdue += 1
      case .open: open += 1
      case .inTime: inTime += 1
      case .late: late += 1
      case .receivedWithoutDeadline: receivedWithoutDeadline += 1
      }
    }
  }

  /// Duties that are handed in, in time or not.
  package var received: Int { inTime + late + receivedWithoutDeadline }
  /// Duties that are still owed.
  package var outstanding: Int { ahead + overdue + open }
}
