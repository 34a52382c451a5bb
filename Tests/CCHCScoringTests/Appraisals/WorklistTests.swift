import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCForms
import CCHCOffice
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Worklists of the council's members")
struct WorklistTests {
  /// Three agencies, two of which sit on the council; 1.3 is external, 2.1 a survey, 2.2 only watched.
  private static let round = SmallRound(
    [
      Row("1", max: "30"),
      Row("1.1", max: "10", inputs: "a; b", rule: "b/a * full", ["zero_denominator": "exempt"]),
      Row("1.2", max: "10", inputs: "a; b", rule: "b/a * full", ["zero_denominator": "zero"]),
      Row("1.3", max: "10", inputs: "x", rule: "x * full", ["method": "external"]),
      Row("2", max: "10"), Row("2.1", max: "10", inputs: "n", rule: "n", ["method": "survey"]),
      Row("2.2", max: "", inputs: "m", rule: "", ["kind": "monitored"]),
    ],
    [
      "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\nC,Sở C,so\n",
      "council.csv": "criterion,appraiser,name,substitute\n1,B,Sở B,C\n",
      "self/A.csv": filed("a=10; b=8") + "1.2,a,10\n1.2,b,8\n",
      "self/B.csv": filed("a=10; b=8") + "1.2,a,10\n1.2,b,8\n",
      "self/C.csv": filed("a=10; b=8") + "1.2,a,10\n1.2,b,8\n",
      "external/x.csv": "agency,criterion,input,value\nA,1.3,x,0.5\nB,1.3,x,0.5\nC,1.3,x,0.5\n",
    ])

  private func shown(_ entries: [Worklist.Entry], _ round: Round) -> [String] {
    entries.map { entry in
      let set = round[agency: entry.agency].set
      return "\(round.agencies[entry.agency].code) \(set.rows[set.leaves[entry.leaf].row].code)"
    }
  }

  /// The lists as `B: A 1.1, C 1.1`, then those that no member may appraise after `-`.
  private func lines(_ files: [String: String] = [:], round number: Int = 1) throws -> [String] {
    let scored = try Self.round.with(files).scored()
    let worklists = Worklists(scored.results, round: number)
    let (lists, unassigned) = (worklists.lists, worklists.unassigned)
    var lines = lists.map { list in
      "\(list.member ?? "?"): " + shown(list.entries, scored.round).joined(separator: ", ")
    }
    if !unassigned.isEmpty { lines.append("-: " + shown(unassigned, scored.round).joined(separator: ", ")) }
    return lines
  }

  @Test("Leaves stand by criterion over all agencies; a member's own ones go to its substitute")
  func groupsByCriterion() throws {
    #expect(
      try lines() == [
        "B: A 1.1, C 1.1, A 1.2, C 1.2, A 1.3, C 1.3", "C: B 1.1, B 1.2, B 1.3",
      ])
  }

  @Test("Exempt leaves are left out; surveys and monitored leaves never stand in a list")
  func leavesOutExempt() throws {
    #expect(
      try lines(["exemptions.csv": exempted(("*", "1.2"), ("A", "1.3"))]) == [
        "B: A 1.1, C 1.1, C 1.3", "C: B 1.1, B 1.3",
      ])
  }

  @Test(
    "A member's own leaves are nobody's where it has no substitute, or is its own",
    arguments: ["", "B"])
  func leavesOwnUnassigned(substitute: String) throws {
    let council = "criterion,appraiser,name,substitute\n1,B,Sở B,\(substitute)\n"
    #expect(
      try lines(["council.csv": council]) == [
        "B: A 1.1, C 1.1, A 1.2, C 1.2, A 1.3, C 1.3", "-: B 1.1, B 1.2, B 1.3",
      ])
  }

  @Test("The standing member has one list, however its word is written")
  func spellsOneMember() throws {
    let council =
      "criterion,appraiser,name,substitute\n1.1,thường trực,,\n1.2,standing,,\n1.3,Thường trực,,\n"
    #expect(try lines(["council.csv": council]).count == 1)
  }

  @Test("Without a council every leaf stands in one list of no member")
  func listsUnnamedMember() throws {
    #expect(
      try lines(["council.csv": "criterion,appraiser\n"]) == [
        "?: A 1.1, B 1.1, C 1.1, A 1.2, B 1.2, C 1.2, A 1.3, B 1.3, C 1.3"
      ])
  }

  @Test("The second round lists what the first changed or an agency answered, and nothing agreed")
  func listsContested() throws {
    let files = [
      "appraisal/1.csv": appraised(
        "A,1.1,1,b,5,,x,B", "A,1.2,1,,,,,B", "C,1.2,1,,,,,B", "A,1.3,1,,,4,x,B", "C,1.1,1,,,,,B"),
      "explanations/C.csv": "criterion,round,text\n1.2,1,Vì sao\n",
    ]
    #expect(try lines(files, round: 2) == ["B: A 1.1, C 1.2, A 1.3"])
    #expect(try lines(files, round: 3).isEmpty)
  }

  @Test("A leaf that an appraisal left without points, or gave them, is listed as any other")
  func listsExemptByRule() throws {
    let cut = ["appraisal/1.csv": appraised("A,1.1,1,a,0,,x,B", "A,1.1,1,b,0,,x,B")]
    #expect(try lines(cut, round: 2) == ["B: A 1.1"])
    let given = [
      "self/A.csv": filed("a=0; b=0") + "1.2,a,10\n1.2,b,8\n",
      "appraisal/1.csv": appraised("A,1.1,1,,,4,x,B"),
    ]
    #expect(try lines(given, round: 2) == ["B: A 1.1"])
    let answered = [
      "self/A.csv": filed("a=0; b=0") + "1.2,a,10\n1.2,b,8\n", "appraisal/1.csv": appraised("A,1.1,1,,,,,B"),
      "explanations/A.csv": "criterion,round,text\n1.1,1,Có hồ sơ\n",
    ]
    #expect(try lines(answered, round: 2) == ["B: A 1.1"])
  }
}
