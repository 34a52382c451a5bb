import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCOffice
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Places in legal documents")
struct LegalCitationTests {
  @Test(
    "A cell of legal bases names documents and places in them",
    arguments: [
      ("CT 05", ["CT 05|"]), ("CT 05, mục 1, điểm a", ["CT 05|mục 1, điểm a"]),
      ("CT về A, B và C (bản sao), mục 3", ["CT về A, B và C (bản sao)|mục 3"]),
      ("CT 05, mục 2, điểm c, d", ["CT 05|mục 2, điểm c", "CT 05|mục 2, điểm d"]),
      (
        "CT 05, mục 1, điểm e và mục 2, điểm a, b",
        ["CT 05|mục 1, điểm e", "CT 05|mục 2, điểm a", "CT 05|mục 2, điểm b"]
      ), ("CT 05, mục 3 và mục 5", ["CT 05|mục 3", "CT 05|mục 5"]),
      ("CT 05, mục 3 và 5", ["CT 05|mục 3", "CT 05|mục 5"]),
      ("CT 05, mục 1 → NQ 76/NQ-CP; CĐ 968, mục 1", ["CT 05|mục 1", "NQ 76/NQ-CP|", "CĐ 968|mục 1"]),
      ("CT 05, mục 3, năm 2023", ["CT 05|mục 3, năm 2023"]), ("", []), (" ; → ", []),
    ])
  func reads(cell: String, wanted: [String]) {
    let found = LegalCitation.chains(cell).joined().joined().map { "\($0.document)|\($0.point)" }
    #expect(found == wanted)
  }

  private func rows(_ bases: [String]) -> [Row] {
    let codes = ["1", "1.1", "1.2", "2", "2.1"]
    return zip(codes, bases).map { code, basis in
      var row =
        code.contains(".")
        ? Row(code, max: code == "2.1" ? "10" : "5", inputs: "a", rule: "a") : Row(code, max: "10")
      row.cells["legal_basis"] = basis
      return row
    }
  }

  /// The points of the round's directives as `document|point|rows with their means|papers`.
  private func points(_ bases: [String], obligation: String) throws -> [String] {
    let obligations = csv([
      ["id", "condition", "duty", "deadline", "recipient", "legal_basis"],
      ["x", "always", "V", "04-01", "N", obligation],
    ])
    let files = [
      "agencies.csv": "agency,name,group\nA,Sở A,so\nB,Sở B,so\n",
      "self/A.csv": "criterion,input,value\n1.1,a,5\n1.2,a,1\n2.1,a,10\n",
      "self/B.csv": "criterion,input,value\n1.1,a,5\n1.2,a,2\n2.1,a,0\n", "set/obligations.csv": obligations,
    ]
    let results = try SmallRound(rows(bases), files).scored().results
    let set = results.round.groups[0].set
    return Directive.all(behind: DutyPaper.papers(of: results.round), in: results).flatMap { directive in
      directive.points.map { point in
        let shown = point.figures.map { figure in
          let mean = figure.spread.map { decimalText($0.mean, decimals: 2) } ?? "-"
          return "\(set.rows[figure.row].code) \(mean)"
        }
        return "\(directive.name)|\(point.name)|\(shown.joined(separator: ", "))|\(point.papers.count)"
      }
    }
  }

  @Test("Figures and duties stand with the points of the directive that obligations rest on")
  func gathersPoints() throws {
    let bases = ["CT 05, mục 2 → NQ 76", "CT 05, mục 2, điểm đ", "CT 05, mục 2", "CĐ 968", "CT 05, mục 10"]
    #expect(
      try points(bases, obligation: "CT 05, mục 3 → NQ 76") == [
        "CT 05|mục 2|1 65.00|0", "CT 05|mục 2, điểm đ|1.1 100.00|0", "CT 05|mục 3||1",
        "CT 05|mục 10|2.1 50.00|0",
      ])
  }

  @Test("Letters stand in the Vietnamese order, and a directive that no criterion names has its duties alone")
  func ordersPoints() throws {
    let bases = ["CT, mục 1, điểm e", "CT, mục 1, điểm đ", "CT, mục 1, điểm d", "", ""]
    #expect(
      try points(bases, obligation: "CT") == [
        "CT|||1", "CT|mục 1, điểm d|1.2 30.00|0", "CT|mục 1, điểm đ|1.1 100.00|0",
        "CT|mục 1, điểm e|1 65.00|0",
      ])
    #expect(try points(bases, obligation: "Luật") == ["Luật|||1"])
    #expect(try points(bases, obligation: "") == [])
  }
}
