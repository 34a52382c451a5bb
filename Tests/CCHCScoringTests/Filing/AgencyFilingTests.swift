import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("What an agency's filing lacks")
struct AgencyFilingTests {
  private func filing(_ rows: String, leaf: [String: String] = [:]) throws -> LeafFiling {
    let round = SmallRound(
      inputs: "a[count]: Tổng; b[count]: Đúng hạn; c[count?]: Khác", rule: "b/a * full",
      leaf: ["checks": "b <= a", "zero_denominator": "zero"].merging(leaf) { $1 },
      ["self/A.csv": "criterion,input,value,document,note\n" + rows])
    return try #require(round.scored().round[agency: 0].filing.leaves.first)
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

  @Test("A cell that nearly names a registered document, once for all rows of the leaf")
  func findsUnknownDocuments() throws {
    let round = SmallRound(
      leaf: ["zero_denominator": "zero"],
      [
        "self/A.csv": "criterion,input,value,document\n1.1,a,10,TL-1; TL2\n1.1,b,8,TL2\n",
        "documents/A.csv": "id\nTL-1\nTL-2\n",
      ])
    let filing = try round.scored().round[agency: 0].filing
    #expect(filing.leaves.first?.faults == [.unknownDocument("TL2", nearest: "TL-2")])
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
    #expect(round[agency: 0].filing.leaves.map(\.leaf) == [0])
  }
}
