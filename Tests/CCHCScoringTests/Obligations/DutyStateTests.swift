import CCHCCycle
import CCHCExact
import Testing

@Suite("The state of a duty on a day")
struct DutyStateTests {
  /// A deadline of 1 April is the first day that is too late.
  struct Case: Sendable {
    let deadline: String?
    let received: String?
    let day: String
    let state: DutyState
  }

  private static let cases = [
    Case(deadline: "2024-04-01", received: "2024-03-31", day: "2024-06-01", state: .inTime),
    Case(deadline: "2024-04-01", received: "2024-04-01", day: "2024-06-01", state: .late(days: 1)),
    Case(deadline: "2024-04-01", received: "2024-04-30", day: "2024-06-01", state: .late(days: 30)),
    Case(deadline: "2024-04-01", received: "2023-01-01", day: "2024-06-01", state: .inTime),
    Case(deadline: "2024-04-01", received: nil, day: "2024-03-30", state: .ahead(days: 1)),
    Case(deadline: "2024-04-01", received: nil, day: "2024-03-31", state: .ahead(days: 0)),
    Case(deadline: "2024-04-01", received: nil, day: "2024-04-01", state: .overdue(days: 1)),
    Case(deadline: "2024-04-01", received: nil, day: "2025-04-01", state: .overdue(days: 366)),
    Case(deadline: "2024-03-01", received: nil, day: "2024-02-28", state: .ahead(days: 1)),
    // What is received after the day is not known on it.
    Case(deadline: "2024-04-01", received: "2024-04-05", day: "2024-04-03", state: .overdue(days: 3)),
    Case(deadline: "2024-04-01", received: "2024-03-20", day: "2024-03-19", state: .ahead(days: 12)),
    Case(deadline: "2024-04-01", received: "2024-03-20", day: "2024-03-20", state: .inTime),
    Case(deadline: nil, received: nil, day: "2024-03-20", state: .open),
    Case(deadline: nil, received: "2024-03-20", day: "2024-03-20", state: .receivedWithoutDeadline),
    Case(deadline: nil, received: "2024-03-21", day: "2024-03-20", state: .open),
  ]

  @Test("Days count from the last good day", arguments: cases)
  func states(_ input: Case) throws {
    let state = DutyState(
      deadline: try input.deadline.map(day), received: try input.received.map(day), on: try day(input.day))
    #expect(state == input.state)
  }

  @Test("Counts add up to what is owed")
  func counts() {
    let states: [DutyState] = [
      .inTime, .late(days: 1), .ahead(days: 0), .overdue(days: 2), .open, .receivedWithoutDeadline, .inTime,
    ]
    let counts = DutyCounts(states)
    #expect(counts.owed == 7)
    #expect(counts.received == 4)
    #expect(counts.outstanding == 3)
    #expect([counts.inTime, counts.late, counts.ahead, counts.overdue, counts.open] == [2, 1, 1, 1, 1])
  }
}

/// A day from `2024-04-01`.
func day(_ text: String) throws -> Day {
  let day = parseDay(Array(text.utf8).span)
  return try #require(day)
}
