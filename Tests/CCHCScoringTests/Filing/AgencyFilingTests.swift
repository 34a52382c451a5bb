import CCHCScoring
import TestSupport
import Testing

@Suite("What an agency's filing lacks")
struct AgencyFilingTests {
  private func filing(_ rows: String, leaf: [String: String] = [:]) throws -> LeafFiling {
    let round = SmallRound(
      inputs: "a[count]: Tổng; b[count]: Đúng hạn; c[count?]: Khác", rule: "b/a * full",
      leaf: ["checks": "b <= a", "zero_denominator": "zero"].merging(leaf) { $1 },
      ["self/A.csv": "criterion,input,value,document,note\n" + rows])
    return try #require(AgencyFiling(round.scored().round, agency: 0).leaves.first)
  }

  @Test(
    "Figures: missing, wrong, failing a check; an optional one may be empty",
    arguments: [
      ("1.1,a,10,,\n1.1,b,8,,\n", [FilingFault]()), ("", [.missing([0, 1])]),
      ("1.1,a,10,,\n", [.missing([1])]), ("1.1,a,10,,\n1.1,b,,,\n", [.missing([1])]),
      ("1.1,a,1.000,,\n1.1,b,8,,\n", [.invalid([0])]), ("1.1,a,10,,\n1.1,b,11,,\n", [.check(0)]),
      ("1.1,a,10,,\n1.1,b,8,,\n1.1,z,1,,\n", [.unknownInput]),
    ])
  func findsFaults(rows: String, faults: [FilingFault]) throws {
    #expect(try filing(rows).faults == faults)
  }

  @Test(
    "Documents by the leaf's policy",
    arguments: [
      ("required", "", "", [FilingFault.undocumented]), ("required", "KH 1", "", []),
      ("required", "", "Lý do", [.undocumented]), ("required_or_explained", "", "", [.unexplained]),
      ("required_or_explained", "", "Lý do", []), ("optional", "", "", []),
    ])
  func asksDocuments(policy: String, document: String, note: String, faults: [FilingFault]) throws {
    let rows = "1.1,a,10,\(document),\(note)\n1.1,b,8,,\n"
    #expect(try filing(rows, leaf: ["document": policy]).faults == faults)
  }

  @Test("A request not to be assessed is complete, and told")
  func keepsRequests() throws {
    let filing = try filing("1.1,a,không áp dụng,,\n", leaf: ["document": "required"])
    #expect(filing.isRequested)
    #expect(filing.isComplete)
  }

  @Test("Exempt, monitored, survey and external leaves are not the agency's to file")
  func leavesOut() throws {
    let rows = [
      Row("1", max: "6"), Row("1.1", max: "2", inputs: "a", rule: "a"),
      Row("1.2", max: "2", inputs: "a", rule: "a", ["method": "external"]),
      Row("1.3", max: "1", inputs: "n", rule: "n", ["method": "survey"]),
      Row("1.4", max: "1", inputs: "a", rule: "a"),
      Row("1.5", max: "", inputs: "a", rule: "", ["kind": "monitored"]),
    ]
    let round = try SmallRound(rows, ["exemptions.csv": exempted(("A", "1.4"))]).scored().round
    #expect(AgencyFiling(round, agency: 0).leaves.map(\.leaf) == [0])
  }
}

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
    ] as [([String: String], ProgressState)])
  func findsState(files: [String: String], state: ProgressState) throws {
    let round = SmallRound(leaf: ["zero_denominator": "zero"], files)
    #expect(try round.scored().results.progress(of: 0).state == state)
  }
}
