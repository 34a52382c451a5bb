import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("The summary of what appraisal did")
struct AppraisalSummaryTests {
  /// Corrections as `A 1.1 -3.00`.
  private func corrections(_ scored: Scored) -> [String] {
    AppraisalSummary(scored.results).corrections.map { dispute in
      let set = scored.round[agency: dispute.agency].set
      let change = decimalText(Int128(dispute.change), decimals: set.settings.pointDecimals)
      return
        "\(scored.round.agencies[dispute.agency].code) \(set.rows[set.leaves[dispute.leaf].row].code) \(change)"
    }
  }

  /// Over-claimed criteria as `1.1 3.00 by 1`.
  private func overclaimed(_ scored: Scored) -> [String] {
    AppraisalSummary(scored.results).overclaimed.map { entry in
      let set = scored.round.groups[entry.group].set
      let units = decimalText(entry.units, decimals: set.settings.pointDecimals)
      return "\(set.rows[set.leaves[entry.leaf].row].code) \(units) by \(entry.agencies)"
    }
  }

  @Test("The largest corrections stand first, then those of equal size in the order of agencies")
  func ordersCorrections() throws {
    let scored = try SmallRound([
      Row("1", max: "20"), Row("1.1", max: "10", inputs: "a; b", rule: "b/a * full"),
      Row("1.2", max: "10", inputs: "a; b", rule: "b/a * full"),
    ]).with([
      "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
      "self/A.csv": filed("a=10; b=8") + "1.2,a,10\n1.2,b,8\n", "self/B.csv": filed("a=10; b=8"),
      "appraisal/1.csv": appraised("B,1.1,1,b,5,,x,", "A,1.1,1,b,7,,x,", "A,1.2,1,,,10,x,"),
    ]).scored()
    #expect(corrections(scored) == ["B 1.1 -3.00", "A 1.2 2.00", "A 1.1 -1.00"])
    #expect(overclaimed(scored) == ["1.1 4.00 by 2"])
  }

  @Test("Points that appraisal adds in a field of penalties are taken away from the agency")
  func turnsPenalties() throws {
    let scored = try SmallRound([
      Row("1", max: "10"), Row("1.1", max: "10", inputs: "a; b", rule: "b/a * full"),
      Row("2", max: "5", kind: "penalty"), Row("2.1", max: "3", inputs: "n[count]", rule: "n"),
      Row("2.2", max: "2", inputs: "n[count]", rule: "n"),
    ]).with([
      "self/A.csv": filed("a=10; b=8") + "2.1,n,0\n2.2,n,2\n",
      "appraisal/1.csv": appraised("A,2.1,1,n,3,,Ba lần vi phạm,", "A,2.2,1,n,1,,Một lần,"),
    ]).scored()
    #expect(corrections(scored) == ["A 2.1 -3.00", "A 2.2 1.00"])
    #expect(overclaimed(scored) == ["2.1 3.00 by 1"])
  }

  @Test("A corrected figure of another department is a correction, and no over-claim of the agency")
  func partsExternal() throws {
    let scored = try SmallRound(
      inputs: "x", rule: "x * full", leaf: ["method": "external"],
      [
        "external/x.csv": "agency,criterion,input,value\nA,1.1,x,0.8\n",
        "appraisal/1.csv": appraised("A,1.1,1,x,0.5,,x,"),
      ]
    ).scored()
    #expect(corrections(scored) == ["A 1.1 -3.00"])
    #expect(overclaimed(scored).isEmpty)
    #expect(AppraisalSummary(scored.results).workloads.isEmpty)
  }

  @Test("Points lost for want of a document, which nobody appraised, are no correction")
  func leavesOutUndocumented() throws {
    let scored = try SmallRound(
      leaf: ["document": "required"],
      [
        "self/A.csv": filed("a=10; b=8"),
        "explanations/A.csv": "criterion,round,text\n1.1,1,Tài liệu gửi sau\n",
      ]
    ).scored()
    #expect(try scored.leaf() == "undocumented 8.00||0.00")
    #expect(scored.codes.contains("explanation-round"))
    #expect(corrections(scored).isEmpty)
  }

  @Test("Leaves of the standing member and those that only it may decide are one row of work")
  func mergesStanding() throws {
    let scored = try SmallRound([
      Row("1", max: "20"), Row("1.1", max: "10", inputs: "a; b", rule: "b/a * full"),
      Row("1.2", max: "10", inputs: "a; b", rule: "b/a * full"),
    ]).with([
      "council.csv": "criterion,appraiser\n1.1,A\n1.2,thường trực\n",
      "self/A.csv": filed("a=10; b=8") + "1.2,a,10\n1.2,b,8\n",
      "appraisal/1.csv": appraised("A,1.2,1,,,,,standing"),
    ]).scored()
    let loads = AppraisalSummary(scored.results).workloads
    #expect(loads.map { "\($0.done)/\($0.due) \($0.changed)" } == ["1/2 0"])
  }

  /// What the summary says and what the results hold of the same round.
  private func expectSums(_ results: Results, _ note: String) {
    let summary = AppraisalSummary(results)
    for group in results.groups {
      let set = results.round.groups[group.group].set
      let corrections = results[group: group.group].corrections
      let own = summary.corrections.filter { dispute in
        results.round.agencies[dispute.agency].group == group.group
          && results[agency: dispute.agency][leaf: dispute.leaf].score.own != nil
      }
      #expect(own.reduce(Int128(0)) { $0 + Int128($1.change) } == corrections.total.difference, "\(note)")
      #expect(own.count { $0.change < 0 } == corrections.total.lowered, "\(note)")
      #expect(own.count { $0.change > 0 } == corrections.total.raised, "\(note)")
      let cut = own.filter { $0.change < 0 && set.leaves[$0.leaf].method == .own }
      let claims = summary.overclaimed.filter { $0.group == group.group }
      #expect(claims.reduce(0) { $0 + $1.agencies } >= cut.count, "\(note)")
      for (place, cells) in corrections.cells.enumerated() {
        #expect(
          cells.reduce(Int128(0)) { $0 + $1.difference } == corrections.agencies[place].difference, "\(note)")
      }
      for field in set.fields.indices {
        #expect(
          corrections.cells.reduce(Int128(0)) { $0 + $1[field].difference }
            == corrections.fields[field].difference, "\(note)")
      }
    }
    let done = results.round.agencies.indices.reduce(0) { count, agency in
      let leaves = results.round[agency: agency].set.leaves
      return count
        + leaves.indices.count {
          leaves[$0].method == .own && results[agency: agency][leaf: $0].score.isAppraised
        }
    }
    #expect(summary.workloads.reduce(0) { $0 + $1.done } == done, "\(note)")
    let waiting = results.unappraised.reduce(0) { $0 + $1.count }
    #expect(summary.workloads.reduce(0) { $0 + $1.open.count } >= waiting, "\(note)")
  }

  @Test("What it lists sums up to the results of random rounds and of the shipped ones")
  func sumsUp() throws {
    var source = RandomRound("appraisal summaries")
    for number in 0..<repetitions(60) {
      source.make()
      expectSums(try source.whole.scored().results, "CCHC_SEED=\(runSeed), round \(number)")
    }
    for round in ["2023-cchc-mau", "2024-cchc-mau", "2025-cchc-xa-mau"] {
      expectSums(Repository.scored(round).results, round)
    }
  }
}
