import CCHCFiles
import TestSupport
import Testing

@Suite("Days late, by the register of receipts")
struct LateDaysTests {
  private static let digest = String(repeating: "0", count: 64)

  /// The points of a leaf that loses one for each day late, with rows of the register.
  private func points(_ rows: [String], stages: String = "self,2024-01-15") throws -> String {
    let register = "agency,status,date,document,sha256,until,reason\n" + rows.map { $0 + "\n" }.joined()
    var files = ["self/A.csv": filed("a=1"), "stages.csv": "stage,until\n\(stages)\n"]
    if !rows.isEmpty { files["submissions.csv"] = register }
    return try SmallRound(inputs: "a", rule: "full - late_days", files).scored().final()
  }

  private static func received(_ day: String) -> String { "A,received,\(day),Số 1,\(digest),," }

  @Test("Without a receipt, without a stage, and on the last day nothing is late")
  func inTime() throws {
    #expect(try points([]) == "10.00")
    #expect(try points([Self.received("2024-01-15")]) == "10.00")
    #expect(try points([Self.received("2024-02-15")], stages: "công bố,2024-03-01") == "10.00")
    let round = SmallRound(inputs: "a", rule: "full - late_days", ["self/A.csv": filed("a=1")])
    #expect(try round.scored().final() == "10.00")
  }

  @Test("A receipt after the last day is late by whole days")
  func late() throws { #expect(try points([Self.received("2024-01-18")]) == "7.00") }

  @Test("An unlocked table was received already: the first receipt counts")
  func unlocked() throws {
    let rows = [
      Self.received("2024-01-16"), "A,unlocked,2024-01-17,,,,Nhầm", Self.received("2024-01-20"),
    ]
    #expect(try points(rows) == "9.00")
  }

  @Test("A return moves the last day, never to an earlier one, and the receipt after it counts")
  func returned() throws {
    func rows(until: String, again: String) -> [String] {
      [Self.received("2024-01-10"), "A,returned,2024-01-12,,,\(until),Thiếu", Self.received(again)]
    }
    #expect(try points(rows(until: "2024-01-20", again: "2024-01-20")) == "10.00")
    #expect(try points(rows(until: "2024-01-20", again: "2024-01-22")) == "8.00")
    #expect(try points(rows(until: "2024-01-13", again: "2024-01-15")) == "10.00")
    #expect(try points(Array(rows(until: "2024-01-13", again: "").dropLast())) == "10.00")
  }

  @Test("A received table is locked until it is unlocked or returned")
  func locks() throws {
    let folder = try temporaryRound()
    func errors(_ rows: [String]) throws -> [String] {
      try folder.write(
        "agency,status,date,document,sha256,until,reason\n" + rows.joined(separator: "\n") + "\n",
        to: "evidence/ky/submissions.csv")
      return Scored(round: folder.path("evidence/ky"), criteria: folder.path("criteria")).errors
    }
    let received = Self.received("2024-01-10")
    #expect(try errors([received]) == ["error submission-changed self/A.csv:-:-"])
    #expect(try errors([received, "A,unlocked,2024-01-11,,,,x"]) == [])
    #expect(try errors([received, "A,returned,2024-01-11,,,2024-01-20,x"]) == [])
  }
}
