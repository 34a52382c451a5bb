import CCHCCycle
import CCHCExact
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Following up obligations")
struct FollowUpTests {
  private static let rules = csv([
    ["id", "condition", "duty", "deadline", "recipient", "legal_basis", "report"],
    ["kd-1", "percent(\"1\") < 75%", "Báo cáo", "04-01", "N", "CT 1, mục 3", "kiem-diem"],
    ["kd-2", "head_rating = \"HTNV\"", "Báo cáo", "03-31", "N", "CT 1, mục 3", "kiem-diem"],
    ["dp", "always", "Đăng ký", "+10", "N", "CT 1, mục 3", "đột phá"],
  ])

  /// A round of the agencies A, which is weak, and B; other files are added.
  private func scored(_ others: [String: String] = [:]) throws -> Scored {
    var files = [
      "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n", "self/A.csv": filed("a=10; b=5"),
      "self/B.csv": filed("a=10; b=10"), "set/obligations.csv": Self.rules,
      "head_ratings.csv": "agency,rating\nA,HTNV\nB,HTTNV\n",
      "publication.csv": "key,value\nannounced,2024-03-20\n",
    ]
    files.merge(others) { $1 }
    var round = SmallRound(files)
    round.files["set/set.csv", default: ""] += "head_ratings,HTXSNV; HTTNV; HTNV; KHTNV\n"
    return try round.scored()
  }

  /// Every duty as `agency ids received state days`.
  private func lines(_ scored: Scored, on text: String) throws -> [String] {
    FollowUp(scored.results, on: try day(text)).duties.map { duty in
      let parts = [
        scored.round.agencies[duty.agency].code, duty.ids.joined(separator: "+"),
        duty.received?.isoText ?? "-", duty.state.word, duty.state.days.map { String($0) } ?? "-",
      ]
      return parts.joined(separator: " ")
    }
  }

  @Test("One paper with several reasons is one line, due by the earliest deadline")
  func joinsReasons() throws {
    let scored = try scored()
    #expect(
      try lines(scored, on: "2024-03-28") == [
        "A kd-1+kd-2 - ahead 2", "B dp - ahead 1", "A dp - ahead 1",
      ])
    let paper = try #require(FollowUp(scored.results, on: day("2024-03-28")).duties.first)
    #expect(paper.reasons.count == 2)
    #expect(paper.bases == ["CT 1, mục 3"])
    #expect(paper.deadline?.isoText == "2024-03-31")
  }

  @Test(
    "A receipt of any of its obligations settles the paper, the earliest one counts",
    arguments: [
      ("A,kd-1,2024-03-30\n", "A kd-1+kd-2 2024-03-30 in time -"),
      ("A,kd-2,2024-03-31\n", "A kd-1+kd-2 2024-03-31 late 1"),
      ("A,kd-1,2024-04-05\nA,kd-2,2024-04-02\n", "A kd-1+kd-2 2024-04-02 late 3"),
      // Not yet received on 10 April.
      ("A,kd-1,2024-04-11\n", "A kd-1+kd-2 - overdue 11"),
      // Of another agency, which owes nothing.
      ("B,kd-1,2024-03-30\n", "A kd-1+kd-2 - overdue 11"),
    ])
  func settlesPaper(rows: String, line: String) throws {
    let scored = try scored(["followup.csv": "agency,obligation,received\n" + rows])
    #expect(try lines(scored, on: "2024-04-10").first == line)
  }

  @Test(
    "Registering breakthrough work settles its paper, and so does a receipt; the earlier one counts",
    arguments: [
      ("", "2024-03-25", "A dp 2024-03-25 in time -"), ("", "2024-03-30", "A dp 2024-03-30 late 1"),
      ("A,dp,2024-03-28\n", "2024-04-02", "A dp 2024-03-28 in time -"),
      ("A,dp,2024-04-03\n", "2024-03-29", "A dp 2024-03-29 in time -"),
      ("A,dp,2024-04-03\n", "", "A dp 2024-04-03 late 5"), ("", "", "A dp - overdue 12"),
      ("", "2024-04-11", "A dp - overdue 12"),
    ])
  func settlesBreakthrough(rows: String, registered: String, line: String) throws {
    let scored = try scored([
      "followup.csv": "agency,obligation,received\n" + rows,
      "breakthrough.csv": "agency,work,registered\nA,Việc,\(registered)\n",
    ])
    #expect(try lines(scored, on: "2024-04-10").last == line)
  }

  @Test("Obligations entered by hand run along with their own basis and their own receipts")
  func followsOrders() throws {
    let scored = try scored([
      "orders.csv":
        "agency,id,duty,deadline,legal_basis,reason\nB,vu-1,Kiểm điểm,2024-03-01,CĐ 968,Chậm\nA,vu-2,Họp,2024-05-01,CĐ 968,\n",
      "followup.csv": "agency,obligation,received\nB,vu-1,2024-03-02\n",
    ])
    #expect(
      try lines(scored, on: "2024-03-28").suffix(2) == ["B vu-1 2024-03-02 late 2", "A vu-2 - ahead 33"])
    let followUp = FollowUp(scored.results, on: try day("2024-03-28"))
    #expect(followUp.duties(of: nil).map(\.reasons) == [["Chậm"], []])
    #expect(followUp.duties(of: nil).map(\.bases) == [["CĐ 968"], ["CĐ 968"]])
    #expect(followUp.counts(of: nil).owed == 2)
    #expect(followUp.counts(of: 0).owed == 1)
    #expect(followUp.outstanding.count == 4)
    #expect(scored.errors == [])
  }

  @Test("Without an announcement a deadline that counts from it is missing, and any day may be asked about")
  func lacksDeadline() throws {
    let scored = try scored(["publication.csv": "key,value\n"])
    #expect(try lines(scored, on: "2024-01-01").suffix(2) == ["B dp - open -", "A dp - open -"])
    #expect(FollowUp.problems(of: scored.round, on: try day("2024-01-01")).items.isEmpty)
  }

  @Test("What waits for the rating of a head is told apart from what is owed")
  func tellsUnconcluded() throws {
    let scored = try scored(["head_ratings.csv": "agency,rating\nA,HTNV\n"])
    let followUp = FollowUp(scored.results, on: try day("2024-03-28"))
    #expect(followUp.unconcluded.map { scored.round.agencies[$0.agency].code } == ["B"])
    #expect(followUp.counts(of: 0).owed == 1)
  }

  @Test("Obligations are expected until the round is closed")
  func expectsUntilClosed() throws {
    #expect(FollowUp(try scored().results, on: try day("2024-03-28")).isExpected)
    let closed = try scored(["closing.csv": "version,date,sha256\n1,2024-03-10,x\n"])
    #expect(!FollowUp(closed.results, on: try day("2024-03-28")).isExpected)
  }

  @Test(
    "A day before the announcement is refused",
    arguments: [("2024-03-19", true), ("2024-03-20", false), ("2024-03-21", false)])
  func refusesEarlyDay(text: String, isRefused: Bool) throws {
    let problems = FollowUp.problems(of: try scored().round, on: try day(text))
    #expect(problems.hasErrors == isRefused)
    for problem in problems.items {
      #expect(problem.line == "error followup-before-announcement publication.csv:-:-")
      #expect(problem.leftover == nil)
      #expect(problem.message(in: .vietnamese).contains("19/3/2024"))
    }
  }
}
