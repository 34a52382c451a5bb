import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Where an agency stands")
struct AgencyProgressTests {
  private static let digest = "0000000000000000000000000000000000000000000000000000000000000000"
  private static let stages = "stage,from,until\nself,2024-01-02,2024-01-15\n"

  private static func register(_ rows: String...) -> [String: String] {
    [
      "stages.csv": stages,
      "submissions.csv": "agency,status,date,document,sha256,until,reason\n"
        + rows.map { "A,\($0)\n" }.joined(),
    ]
  }

  private static let full = filed("a=10; b=8")

  @Test(
    "By what is filed, received, appraised and explained",
    arguments: [
      ([:], .notFiled), (["self/A.csv": filed("a=10")], .inProgress), (["self/A.csv": full], .complete),
      (register("received,2024-01-15,CV,\(digest),,"), .locked),
      (register("received,2024-01-16,CV,\(digest),,"), .late),
      (register("received,2024-01-10,CV,\(digest),,", "returned,2024-01-11,,,2024-01-20,Thiếu"), .returned),
      (register("received,2024-01-10,CV,\(digest),,", "unlocked,2024-01-11,,,,Sửa"), .inProgress),
      (["self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,1,,,,,")], .appraised(1)),
      (["self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,1,,,9,Lý do,")], .appraised(1)),
      (["self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,")], .awaitsExplanation(1)),
      (
        [
          "self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,"),
          "explanations/A.csv": "criterion,round,text\n1.1,1,Giải trình\n",
        ], .explained(1)
      ),
      (
        [
          "self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,", "A,1.1,2,,,6,Lý do,"),
          "explanations/A.csv": "criterion,round,text\n1.1,1,Giải trình\n",
        ], .appraised(2)
      ),
      // A later round that takes leaves up unasked is done when it has appraised them.
      (
        [
          "self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,", "A,1.1,2,,,6,Lý do,"),
        ], .appraised(2)
      ),
      (
        ["self/A.csv": full, "appraisal/1.csv": appraised("A,1.1,2,,,5,Lý do,")], .awaitsExplanation(2)
      ),
      (["exemptions.csv": exempted(("A", "1.1"))], .complete),
    ] as [([String: String], ProgressState)])
  func findsState(files: [String: String], state: ProgressState) throws {
    let round = SmallRound(leaf: ["zero_denominator": "zero"], files)
    #expect(try AgencyProgress(round.scored().results[agency: 0]).state == state)
  }

  @Test(
    "The stage of explanation ends the wait for answers",
    arguments: [(nil, ProgressState.awaitsExplanation(1)), (20, .awaitsExplanation(1)), (21, .appraised(1))])
  func stopsWaiting(day: Int?, state: ProgressState) throws {
    let files = [
      "self/A.csv": Self.full, "appraisal/1.csv": appraised("A,1.1,1,,,5,Lý do,"),
      "stages.csv": "stage,until\ngiải trình,2024-02-20\n",
    ]
    let date = day.flatMap { Day(year: 2024, month: 2, day: $0) }
    let results = try SmallRound(leaf: ["zero_denominator": "zero"], files).scored().results
    #expect(AgencyProgress(results[agency: 0], on: date).state == state)
  }

  @Test("Days overdue count from the last day while nothing is received")
  func countsOverdue() throws {
    func overdue(_ files: [String: String]) throws -> [Int] {
      let results = try SmallRound(leaf: ["zero_denominator": "zero"], files).scored().results
      return [15, 18, 25].map {
        AgencyProgress(results[agency: 0], on: Day(year: 2024, month: 1, day: $0)).overdueDays
      }
    }
    #expect(try overdue(["stages.csv": Self.stages]) == [0, 3, 10])
    #expect(try overdue(Self.register("received,2024-01-20,CV,\(Self.digest),,")) == [0, 0, 0])
    let returned = Self.register(
      "received,2024-01-10,CV,\(Self.digest),,", "returned,2024-01-11,,,2024-01-20,Thiếu")
    #expect(try overdue(returned) == [0, 0, 5])
  }

  @Test("More points of a penalty are a cut")
  func tellsPenalties() throws {
    let rows = [
      Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "a"), Row("2", max: "5", kind: "penalty"),
      Row("2.1", max: "5", inputs: "p", rule: "p"),
    ]
    func state(_ points: String) throws -> ProgressState {
      let files = [
        "self/A.csv": "criterion,input,value\n1.1,a,5\n2.1,p,2\n",
        "appraisal/1.csv": appraised("A,1.1,1,,,,,", "A,2.1,1,,,\(points),Lý do,"),
      ]
      return try AgencyProgress(SmallRound(rows, files).scored().results[agency: 0]).state
    }
    #expect(try state("3") == .awaitsExplanation(1))
    #expect(try state("1") == .appraised(1))
  }

  @Test(
    "The stages of a day; one without a first day begins after the one before it",
    arguments: [
      ("2024-01-01", [StageKind]()), ("2024-01-15", [.own]), ("2024-01-16", [.appraisal(1)]),
      ("2024-01-20", [.appraisal(1)]), ("2024-01-21", [.explanation(1), .appraisal(2)]),
      ("2024-03-01", []),
    ])
  func findsStages(day: String, stages: [StageKind]) throws {
    let table = """
      stage,from,until
      self,2024-01-02,2024-01-15
      cutoff,,2023-12-31
      appraisal 1,,2024-01-20
      explanation,,2024-01-25
      appraisal 2,2024-01-21,2024-02-28

      """
    let calendar = try SmallRound(["stages.csv": table]).scored().round.calendar
    let parsed = parseDay(Array(day.utf8).span)
    let date = try #require(parsed)
    #expect(calendar.stages(on: date).map(\.stage.kind) == stages)
  }
}
