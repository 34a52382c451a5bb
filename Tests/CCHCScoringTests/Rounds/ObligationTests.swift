import CCHCCriteria
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Testing

@Suite("Obligations")
struct ObligationTests {
  private func round(
    _ rules: [[String]], b: String = "800", announced: String = "2024-03-14",
    _ others: [String: String] = [:], settings: String = ""
  ) -> SmallRound {
    let rows = [["id", "condition", "duty", "deadline", "recipient", "report"]] + rules
    return SmallRound(
      settings: settings,
      [
        "self/A.csv": filed("a=1000; b=\(b)"), "set/obligations.csv": csv(rows),
        "publication.csv": announced.isEmpty ? "key,value\n" : "key,value\nannounced,\(announced)\n",
      ].merging(others) { $1 })
  }

  /// The ids that agency A owes, with their deadlines.
  private func owed(_ round: SmallRound) throws -> [String] {
    let scored = try round.scored()
    let agency = try scored.agency()
    return agency.obligations.map { duty in
      "\(scored.round[agency: agency.agency].set.obligations[duty.rule].id) \(duty.deadline?.isoText ?? "-")"
    }
  }

  @Test(
    "A duty is owed where its condition holds; deadlines are a day of the next year or days after the announcement",
    arguments: [
      ("always", "04-01", ["x 2024-04-01"]), ("index < 80%", "04-01", []),
      ("index <= 80%", "+30", ["x 2024-04-13"]), ("always", "12-31", ["x 2024-12-31"]),
      ("always", "02-29", ["x 2024-02-29"]), ("always", "+0", ["x 2024-03-14"]),
      ("always", "+366", ["x 2025-03-15"]),
    ])
  func owes(_ condition: String, _ deadline: String, _ wanted: [String]) throws {
    #expect(try owed(round([["x", condition, "Việc", deadline, "Nơi nhận", ""]])) == wanted)
  }

  @Test("Without an announcement a deadline that counts from it is null, a day of the year stays")
  func nullsDeadline() throws {
    let rules = [["x", "always", "Việc", "+30", "N", ""], ["y", "always", "Việc", "04-01", "N", ""]]
    #expect(try owed(round(rules, announced: "")) == ["x -", "y 2024-04-01"])
  }

  @Test("deadline:<obligation> in publication.csv stands in place of the set's")
  func overridesDeadline() throws {
    let rules = [["x", "always", "Việc", "+30", "N", ""], ["y", "always", "Việc", "04-01", "N", ""]]
    let publication = ["publication.csv": "key,value\nannounced,2024-03-14\ndeadline:x,15/5/2024\n"]
    #expect(try owed(round(rules, publication)) == ["x 2024-05-15", "y 2024-04-01"])
  }

  @Test("A deadline that is not after the announcement is a warning, once an obligation")
  func warnsOfDeadline() throws {
    let rules = [
      ["x", "always", "Việc", "03-14", "N", ""], ["y", "always", "Việc", "03-15", "N", ""],
      ["z", "not always", "Việc", "+0", "N", ""],
    ]
    let scored = try round(rules).scored()
    #expect(
      scored.problems.filter { $0.contains("deadline") } == [
        "warning deadline-not-after-announcement criteria/bo/obligations.csv:2:-",
        "warning deadline-not-after-announcement criteria/bo/obligations.csv:4:-",
      ])
    #expect(
      try scored.problem("deadline-not-after-announcement").message(in: .vietnamese).contains("deadline:x"))
    let moved = try round(
      rules,
      ["publication.csv": "key,value\nannounced,2024-03-14\ndeadline:x,2024-03-15\ndeadline:z,2024-04-01\n"]
    ).scored()
    #expect(!moved.codes.contains("deadline-not-after-announcement"))
  }

  @Test("A day that the next year lacks is an error that names the remedy")
  func reportsMissingDay() throws {
    let round = round(
      [["x", "always", "Việc", "02-29", "N", ""]],
      ["round.csv": "key,value\nname,K\nyear,2024\ncriteria:so,bo\n"])
    #expect(try round.scored().errors == ["error deadline-no-day criteria/bo/obligations.csv:2:-"])
    #expect(try owed(round) == ["x -"])
  }

  @Test(
    "Deadlines that cannot be read",
    arguments: [
      "4-1", "04-31", "13-01", "00-10", "+", "+-1", "1/4", "04/01", "2024-04-01", "sau 30 ngày", "+4-01",
      "04-+1", "+1.5", "-4-01",
    ])
  func refusesDeadline(_ text: String) throws {
    let scored = try round([["x", "always", "Việc", text, "N", ""]]).scored()
    #expect(scored.errors == ["error deadline-invalid criteria/bo/obligations.csv:2:deadline"])
  }

  @Test(
    "Reasons are in Vietnamese, with decimal commas and as many decimals as show why the condition holds",
    arguments: [
      ("always", "800", "Áp dụng đối với mọi cơ quan"),
      ("index < 90%", "800", "Chỉ số CCHC đạt 80,00%, thấp hơn 90%"),
      ("90% > index", "800", "Chỉ số CCHC đạt 80,00%, thấp hơn 90%"),
      (
        "percent(\"1\") <= 80%", "800",
        "Chỉ số thành phần “Tiêu chí 1” đạt 80,00% (8,00/10 điểm), không quá 80%"
      ),
      (
        "percent(\"1.1\") < 12.5%", "100",
        "Chỉ số thành phần “Tiêu chí 1.1” đạt 10,00% (1,00/10 điểm), thấp hơn 12,5%"
      ),
      ("points(\"1\") >= 7.5", "800", "Điểm “Tiêu chí 1” đạt 8, không thấp hơn 7,5"),
      (
        "index < 90% and index > 10%", "800",
        "Chỉ số CCHC đạt 80,00%, thấp hơn 90% và Chỉ số CCHC đạt 80,00%, cao hơn 10%"
      ),
      ("index < 10% or index = 80%", "800", "Chỉ số CCHC đạt 80,00%, bằng 80%"),
      (
        "10% < index < 90%", "800",
        "Chỉ số CCHC đạt 80,00%, cao hơn 10% và Chỉ số CCHC đạt 80,00%, thấp hơn 90%"
      ),
    ])
  func givesReasons(_ condition: String, _ b: String, _ wanted: String) throws {
    let scored = try round([["x", condition, "Việc", "04-01", "N", ""]], b: b).scored()
    #expect(try scored.agency().obligations.map(\.reason.vietnamese) == [wanted])
  }

  @Test("74.996 % is shown with three decimals where it is below 75 %")
  func showsDecimals() throws {
    let obligations = csv([
      ["id", "condition", "duty", "deadline", "recipient"], ["x", "percent(\"1\") < 75%", "V", "04-01", "N"],
    ])
    var round = SmallRound(
      [Row("1", max: "25", inputs: "x", rule: "x")],
      ["self/A.csv": filed("x=18.749", leaf: "1"), "set/obligations.csv": obligations])
    round.files["set/set.csv", default: ""] += "point_decimals,3\n"
    let reason = try #require(try round.scored().agency().obligations.first?.reason.vietnamese)
    #expect(reason == "Chỉ số thành phần “Tiêu chí 1” đạt 74,996% (18,749/25 điểm), thấp hơn 75%")
    round.files["self/A.csv"] = filed("x=18.75", leaf: "1")
    #expect(try round.scored().agency().obligations.isEmpty)
  }

  @Test("Two thirds are shown with three decimals where they are below 66.67 %")
  func showsDecimalsOfFractions() throws {
    let obligations = csv([
      ["id", "condition", "duty", "deadline", "recipient"], ["x", "index < 66.67%", "V", "04-01", "N"],
    ])
    let files = ["self/A.csv": filed("x=2", leaf: "1"), "set/obligations.csv": obligations]
    let scored = try SmallRound([Row("1", max: "3", inputs: "x", rule: "x")], files).scored()
    #expect(
      try scored.agency().obligations.map(\.reason.vietnamese) == ["Chỉ số CCHC đạt 66,667%, thấp hơn 66,67%"]
    )
  }

  @Test("A null decides as an empty value does")
  func treatsNulls() throws {
    let rules = [
      ["x", "percent(\"1\") < 75%", "V", "04-01", "N", ""],
      ["y", "not (percent(\"1\") < 75%)", "V", "04-01", "N", ""],
      ["z", "1 / (points(\"1\") - points(\"1\")) > 0", "V", "04-01", "N", ""],
      ["w", "index < 1", "V", "04-01", "N", ""],
    ]
    #expect(try owed(round(rules, ["exemptions.csv": exempted(("A", "1"))])) == ["y 2024-04-01"])
    #expect(try owed(round(rules, b: "1000")) == ["y 2024-04-01"])
  }

  @Test("Rows need their cells; two rows with one id are a problem")
  func reportsRows() throws {
    let rows = [
      ["", "always", "V", "04-01", "N", ""], ["x", "", "V", "04-01", "N", ""],
      ["y", "always", "", "", "", ""], ["y", "always", "V", "04-01", "N", ""],
    ]
    let scored = try round(rows).scored()
    #expect(
      scored.errors == [
        "error cell-required criteria/bo/obligations.csv:2:id",
        "error cell-required criteria/bo/obligations.csv:3:condition",
        "error cell-required criteria/bo/obligations.csv:4:duty",
        "error cell-required criteria/bo/obligations.csv:4:deadline",
        "error cell-required criteria/bo/obligations.csv:4:recipient",
        "error row-conflict criteria/bo/obligations.csv:5:id",
      ])
  }
}
