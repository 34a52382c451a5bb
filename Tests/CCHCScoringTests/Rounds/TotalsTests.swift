import CCHCCriteria
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Points, maxima and indices")
struct TotalsTests {
  private func round(_ values: [String: String], _ files: [String: String] = [:], settings: String = "")
    -> SmallRound
  {
    let rows = [
      Row("1", max: "6"), Row("1.1", max: "2", inputs: "x[signed]", rule: "x", ["min_points": "-2"]),
      Row("1.2", max: "4", inputs: "x[signed]", rule: "x"), Row("2", max: "4", inputs: "x", rule: "x"),
      Row("3", max: "5", kind: "bonus"), Row("3.1", max: "5", inputs: "x", rule: "x"),
      Row("4", max: "3", kind: "penalty"),
      Row("4.1", max: "3", inputs: "x", rule: "x"),
    ]
    let all = ["1.1": "2", "1.2": "4", "2": "4", "3.1": "0", "4.1": "0"].merging(values) { $1 }
    let figures = all.sorted { $0.key < $1.key }.map { "A,\($0.key),x,\($0.value)\n" }.joined()
    var round = SmallRound(
      rows, ["self/x.csv": "agency,criterion,input,value\n" + figures].merging(files) { $1 })
    round.files["set/set.csv", default: ""] += settings
    return round
  }

  @Test(
    "Bonus fields add points and penalty fields take them; only scored fields make the maximum",
    arguments: [
      ([:], "10.00/10 100.00 1"), (["3.1": "2.5"], "12.50/10 125.00 1"), (["4.1": "3"], "7.00/10 70.00 1"),
      (["3.1": "1", "4.1": "2"], "9.00/10 90.00 1"),
      (["1.1": "-2", "1.2": "0", "2": "0", "4.1": "3"], "-5.00/10 -50.00 1"),
      (["1.1": "-2", "1.2": "-9"], "2.00/10 20.00 1"),
      (["1.1": "0.005", "1.2": "0.005", "2": "0"], "0.02/10 0.20 1"),
    ])
  func adds(_ values: [String: String], _ wanted: String) throws {
    #expect(try round(values).scored().line() == wanted)
  }

  @Test("Points are sums of rounded leaves, percentages are rounded from exact shares")
  func roundsOnce() throws {
    // Leaves of 1/3 each print 0.33 and add up to 0.99 of 3.
    let rows = [Row("1", max: "3")] + (1...3).map { Row("1.\($0)", max: "1", inputs: "x", rule: "1/3 * x") }
    let figures = (1...3).map { "A,1.\($0),x,1\n" }.joined()
    let scored = try SmallRound(rows, ["self/x.csv": "agency,criterion,input,value\n" + figures]).scored()
    #expect(try scored.line() == "0.99/3 33.00 1")
    let index = try #require(try scored.agency().index)
    #expect(exactText(index) == "0.33")
  }

  @Test(
    "What is published is rounded to index_decimals by rounding",
    arguments: [
      ("0", "half_up", "67"), ("1", "half_up", "66.7"), ("4", "half_up", "66.6667"), ("2", "down", "66.66"),
      ("2", "half_even", "66.67"),
    ])
  func roundsIndex(_ decimals: String, _ mode: String, _ wanted: String) throws {
    let settings = "index_decimals,\(decimals)\nrounding,\(mode)\n"
    let scored = try SmallRound(
      max: "3", rule: "2 + 0 * (a + b)", settings: settings, ["self/A.csv": filed("a=1; b=1")]
    ).scored()
    #expect(try scored.line() == "2.00/3 \(wanted) 1")
  }

  @Test("The percent of a field is null where its maximum is 0")
  func nullsEmptyField() throws {
    let scored = try round([:], ["exemptions.csv": exempted(("A", "1"), ("A", "3"))]).scored()
    let shares = try scored.agency().fields.map { $0.share.map { exactText($0) } }
    #expect(shares == [nil, "1", nil, "0"])
    #expect(try scored.line() == "4.00/4 100.00 1")
  }

  @Test("A maximum of 0 means no index, no rank and no band, and is reported")
  func reportsNoMaximum() throws {
    let files = [
      "exemptions.csv": exempted(("A", "1"), ("A", "2")), "set/bands.csv": "label,condition\nTốt,else\n",
    ]
    let scored = try round(["3.1": "2"], files).scored()
    #expect(try scored.line() == "2.00/0 - -")
    #expect(try scored.agency().band == nil)
    #expect(scored.problems.contains("warning agency-without-maximum agencies.csv:2:agency"))
  }

  @Test("Three columns are kept apart: self, each appraisal, final")
  func keepsColumns() throws {
    let files = ["appraisal/1.csv": appraised("A,1.2,1,,,3,x,", "A,1.2,2,,,3.5,x,", "A,2,1,,,1,x,")]
    let scored = try round([:], files).scored()
    #expect(try scored.leaf("1.2") == "scored 4.00|3.00,3.50|3.50")
    #expect(try scored.leaf("2") == "scored 4.00|1.00|1.00")
    #expect(try scored.line() == "6.50/10 65.00 1")
    let own = try #require(try scored.agency().index)
    #expect(exactText(own) == "0.65")
    let totals = scored.results[agency: 0].totals { $0.own }
    #expect(totals.map { decimalText($0.points, decimals: 2) }.first == "6.00")
  }

  @Test("Outputs are provisional while errors stand or self leaves await an appraisal, counted per member")
  func marksProvisional() throws {
    let files = ["council.csv": "criterion,appraiser\n1,SNV\n2,STC\n"]
    let waiting = try round([:], files).scored().results
    #expect(waiting.isProvisional)
    #expect(
      waiting.unappraised.map { "\($0.member ?? "-") \($0.count)" } == ["- 2", "SNV 2", "STC 1"].sorted())
    let rows = ["1.1,SNV", "1.2,SNV", "2,STC", "3.1,X", "4.1,X"].map { piece in
      let parts = piece.split(separator: ",")
      return "A,\(parts[0]),1,,,,,\(parts[1])"
    }
    let done = try round(
      [:], files.merging(["appraisal/1.csv": appraised(rows.joined(separator: "\n"))]) { $1 }
    ).scored().results
    #expect(!done.isProvisional)
    let exempt = try round([:], ["exemptions.csv": exempted(("A", "1"), ("*", "2"), ("A", "3"), ("A", "4"))])
      .scored()
    #expect(exempt.results.unappraised.isEmpty)
  }
}
