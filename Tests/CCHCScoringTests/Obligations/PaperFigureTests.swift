import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Figures of the papers")
struct PaperFigureTests {
  @Test(
    "A field counts as weak below 75 % by its exact value, shown with as many decimals as tell",
    arguments: [
      ("7.5", [String]()), ("7.4", ["1 74.00"]), ("7.4999", ["1 74.999"]), ("0", ["1 0.00"]),
    ])
  func findsShortfalls(points: String, wanted: [String]) throws {
    var round = SmallRound(
      [Row("1", max: "10", inputs: "x", rule: "x"), Row("9", max: "5", kind: "bonus")]
        + [Row("9.1", max: "5", inputs: "y", rule: "y")],
      ["self/A.csv": "criterion,input,value\n1,x,\(points)\n9.1,y,0\n"])
    round.files["set/set.csv", default: ""] += "point_decimals,4\n"
    let scored = try round.scored()
    let set = scored.round.groups[0].set
    let found = scored.results[agency: try scored.agency().agency].shortfalls.map {
      "\(set.rows[set.fields[$0.field]].code) \(decimalText($0.percent, decimals: $0.decimals))"
    }
    #expect(found == wanted)
  }

  @Test(
    "Lost points stand by field, survey and external leaves and penalties with them, bonus fields without")
  func findsLosses() throws {
    let rows = [
      Row("1", max: "20"), Row("1.1", max: "10", inputs: "a", rule: "a"),
      Row("1.2", max: "5", inputs: "n", rule: "2", ["method": "survey"]),
      Row("1.3", max: "5", inputs: "x", rule: "x", ["method": "external"]), Row("2", max: "10"),
      Row("2.1", max: "10", inputs: "a", rule: "a"), Row("3", max: "3", kind: "penalty"),
      Row("3.1", max: "3", inputs: "p", rule: "p"), Row("4", max: "3", kind: "bonus"),
      Row("4.1", max: "3", inputs: "q", rule: "q"),
    ]
    let files = [
      "self/A.csv": "criterion,input,value\n1.1,a,7\n2.1,a,10\n3.1,p,1.5\n4.1,q,0\n",
      "survey/x.csv": "agency,criterion,answer,count\nA,1.2,n,3\n",
      "external/x.csv": "agency,criterion,input,value\nA,1.3,x,5\n",
    ]
    let scored = try SmallRound(rows, files).scored()
    let set = scored.round.groups[0].set
    let found = scored.results[agency: 0].fieldLosses.map { loss in
      let items = loss.items.map { "\(set.rows[set.leaves[$0.leaf].row].code) \($0.units)" }
      return "\(set.rows[set.fields[loss.field]].code): \(items.joined(separator: ", ")) = \(loss.units)"
    }
    #expect(found == ["1: 1.1 300, 1.2 300 = 600", "2:  = 0", "3: 3.1 150 = 150"])
  }

  @Test("A notice shows each leaf as its round left it, and only what was appraised of external leaves")
  func givesNotices() throws {
    let rows = [
      Row("1", max: "30"), Row("1.1", max: "10", inputs: "a", rule: "a"),
      Row("1.2", max: "5", inputs: "b", rule: "b"),
      Row("1.3", max: "5", inputs: "x", rule: "x", ["method": "external"]),
      Row("1.4", max: "5", inputs: "x", rule: "x", ["method": "external"]),
      Row("1.5", max: "5", inputs: "n", rule: "2", ["method": "survey"]),
    ]
    let files = [
      "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
      "self/A.csv": "criterion,input,value\n1.1,a,7\n1.2,b,3\n",
      "external/x.csv": "agency,criterion,input,value\nA,1.3,x,5\nA,1.4,x,4\n",
      "appraisal/x.csv": appraised(
        "A,1.1,1,a,6,,Lý do,", "A,1.1,3,,,8,Lý do,", "A,1.3,3,x,2,,Lý do,", "A,1.2,1,,,,,"),
    ]
    let results = try SmallRound(rows, files).scored().results
    let set = results.round.groups[0].set
    func text(_ points: Int64?) -> String { points.map { decimalText(Int128($0), decimals: 2) } ?? "-" }
    let found = Notice.all(in: results).map { notice in
      let leaves = notice.leaves.map { leaf in
        let code = set.rows[set.leaves[leaf.leaf].row].code
        return "\(code) \(text(leaf.filed))→\(text(leaf.appraised))\(leaf.isChanged ? "*" : "")"
      }
      return "\(notice.agency) lần \(notice.round): \(leaves.joined(separator: ", "))"
    }
    #expect(
      found == [
        "0 lần 1: 1.1 7.00→6.00*, 1.2 3.00→3.00",
        "0 lần 3: 1.1 7.00→8.00*, 1.2 3.00→3.00, 1.3 5.00→2.00*",
      ])
    #expect(Notice.all(in: results).first?.changed.first?.difference == -100)
  }
}
