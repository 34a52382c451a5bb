import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Ranking")
struct RankingTests {
  /// A round of two fields of 10 points; each agency's points by its code, and further cells of agencies.csv.
  private func scored(
    _ agencies: [(code: String, points: String)], settings: String = "", cells: [String: String] = [:],
    second: [String: String] = [:],
    exempt: [(String, String)] = []
  ) throws -> Scored {
    let rows = [
      Row("1", max: "1000"), Row("1.1", max: "1000", inputs: "x", rule: "x"),
      Row("2", max: "10", kind: "bonus"),
      Row("2.1", max: "10", inputs: "x", rule: "x"), Row("3", max: "10", kind: "bonus"),
      Row("3.1", max: "10", inputs: "x", rule: "x"),
    ]
    var figures = "agency,criterion,input,value\n"
    var table = "agency,name,group,bloc,ranked\n"
    for agency in agencies {
      table += "\(agency.code),Tên \(agency.code),so,\(cells[agency.code] ?? ",")\n"
      let ties = (second[agency.code] ?? "0 0").split(separator: " ")
      // What the bonus fields give is taken off the first, so that the index stays.
      figures +=
        "\(agency.code),1.1,x,\(agency.points)\n\(agency.code),2.1,x,\(ties[0])\n\(agency.code),3.1,x,\(ties[1])\n"
    }
    var files = ["agencies.csv": table, "self/x.csv": figures]
    if !exempt.isEmpty { files["exemptions.csv"] = exempted(exempt) }
    var round = SmallRound(rows, files)
    round.files["set/set.csv", default: ""] += settings
    return try round.scored()
  }

  private func exempted(_ rows: [(String, String)]) -> String {
    csv([["agency", "criterion", "reason", "decided_by"]] + rows.map { [$0.0, $0.1, "x", "y"] })
  }

  @Test(
    "Competition and dense ranks",
    arguments: [
      ("", ["A 1", "B 2", "C 2", "D 4"]), ("ranking,competition\n", ["A 1", "B 2", "C 2", "D 4"]),
      ("ranking,dense\n", ["A 1", "B 2", "C 2", "D 3"]),
    ])
  func ranks(_ settings: String, _ wanted: [String]) throws {
    #expect(
      try scored([("D", "1"), ("B", "5"), ("A", "9"), ("C", "5")], settings: settings).ranking == wanted)
  }

  @Test(
    "Published ranks share what prints alike, exact ones part it and say so",
    arguments: [
      ("", ["A 1", "B 1", "C 3"], []), ("rank_by,published\n", ["A 1", "B 1", "C 3"], []),
      ("rank_by,exact\n", ["A 1", "B 2", "C 3"], [0, 1]),
    ]
      as [(String, [String], Set<Int>)])
  func ranksByPublished(_ settings: String, _ wanted: [String], _ alike: Set<Int>) throws {
    // 90.004 % and 90.003 % both print as 90.00 %.
    let scored = try scored([("B", "900.03"), ("A", "900.04"), ("C", "100")], settings: settings)
    #expect(scored.ranking == wanted)
    #expect(scored.results.groups.first?.alikeInPrint == alike)
  }

  @Test(
    "Equal indices are parted by the tie-break fields in order, higher percent first; still equal ones share a rank"
  )
  func breaksTies() throws {
    let agencies = [("A", "500"), ("B", "498"), ("C", "495"), ("D", "495")]
    let second = ["A": "0 0", "B": "1 1", "C": "2 3", "D": "3 2"]
    func ranking(_ fields: String) throws -> [String] {
      try scored(agencies, settings: fields.isEmpty ? "" : "tie_break,\(fields)\n", second: second).ranking
    }
    #expect(try ranking("") == ["A 1", "B 1", "C 1", "D 1"])
    #expect(try ranking("2") == ["D 1", "C 2", "B 3", "A 4"])
    #expect(try ranking("3") == ["C 1", "D 2", "B 3", "A 4"])
    #expect(try ranking("3 2") == ["C 1", "D 2", "B 3", "A 4"])
    #expect(try ranking("1") == ["A 1", "B 2", "C 3", "D 3"])
    #expect(try ranking("1 2") == ["A 1", "B 2", "D 3", "C 4"])
  }

  @Test("A tie-break percent that does not exist comes last")
  func putsNullLast() throws {
    let scored = try scored(
      [("A", "500"), ("B", "500")], settings: "tie_break,2\n", second: ["A": "0 0", "B": "0 0"],
      exempt: [("A", "2")])
    #expect(scored.ranking == ["B 1", "A 2"])
  }

  @Test("The tie break is by published percents where ranks are")
  func breaksTiesByPublished() throws {
    let agencies = [("A", "499.99"), ("B", "499.99")]
    let second = ["A": "0.01 0", "B": "0.01 0"]
    #expect(try scored(agencies, settings: "tie_break,2\n", second: second).ranking == ["A 1", "B 1"])
  }

  @Test("Ranks are given inside a bloc; blocs and codes stand by their bytes, unranked agencies last")
  func ranksInBlocs() throws {
    let cells = [
      "A": "khối 2,", "B": "khối 1,", "C": "khối 1,không", "D": "khối 1,no", "E": "Z,yes", "F": "khối 1,",
      "a": "khối 1,",
    ]
    let scored = try scored(
      [("A", "1"), ("B", "2"), ("C", "9"), ("D", "9"), ("E", "1"), ("F", "3"), ("a", "2")].filter {
        $0.0 != "a"
      }, cells: cells)
    #expect(scored.ranking == ["E 1", "F 1", "B 2", "C -", "D -", "A 1"])
    #expect(scored.problems.allSatisfy { !$0.contains("error") })
  }

  @Test("An agency without an index has no rank and stands after the ranked ones, before the unranked")
  func placesWithoutIndex() throws {
    let cells = ["B": ",no", "C": ",no"]
    let scored = try scored(
      [("A", "0"), ("B", "9"), ("C", "9"), ("D", "5"), ("E", "3")], cells: cells,
      exempt: [("A", "1"), ("C", "1")])
    #expect(scored.ranking == ["D 1", "E 2", "A -", "B -", "C -"])
    #expect(scored.round.agencies.map(\.isRanked) == [true, false, false, true, true])
  }

  @Test("Ranks go below 0 as well, and a bloc of one has rank 1")
  func ranksNegative() throws {
    let rows = [
      Row("1", max: "10", inputs: "x", rule: "x"), Row("2", max: "5", kind: "penalty"),
      Row("2.1", max: "5", inputs: "x", rule: "x"),
    ]
    let figures = "agency,criterion,input,value\nA,1,x,0\nA,2.1,x,3\nB,1,x,0\nB,2.1,x,1\n"
    let scored = try SmallRound(
      rows, ["agencies.csv": "agency,name,group\nA,a,so\nB,b,so\n", "self/x.csv": figures]
    ).scored()
    #expect(try [scored.line("A"), scored.line("B")] == ["-3.00/10 -30.00 2", "-1.00/10 -10.00 1"])
  }

  @Test("Groups have sets, blocs and ranks of their own")
  func ranksGroups() throws {
    let one = SmallRound([Row("1", max: "10", inputs: "x", rule: "x")])
    let round = one.with([
      "criteria/hai/set.csv": "key,value\nname,Bộ hai\nlegal_basis,QĐ\n",
      "criteria/hai/criteria.csv": criteria([Row("1", max: "20", inputs: "x", rule: "x")]),
      "round.csv": "key,value\nname,Kỳ\nyear,2023\ncriteria:so,bo\ncriteria:huyen,hai\n",
      "agencies.csv": "agency,name,group\nA,a,so\nB,b,huyen\nC,c,huyen\n",
      "self/x.csv": "agency,criterion,input,value\nA,1,x,5\nB,1,x,5\nC,1,x,15\n",
    ])
    let scored = try round.scored()
    #expect(scored.ranking == ["C 1", "B 2", "A 1"])
    #expect(
      try [scored.line("A"), scored.line("B"), scored.line("C")] == [
        "5.00/10 50.00 1", "5.00/20 25.00 2", "15.00/20 75.00 1",
      ])
  }
}
