import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport

/// A small round made at random, kept as rows so that they can be shuffled, split and renamed.
struct RandomRound {
  static let leaves = ["1.1", "1.2", "1.3", "1.4", "2.1", "3"]
  static let codes = ["A", "B", "C", "D"]

  var random: SeededGenerator
  var rows: [Row] = []
  var agencies: [[String]] = []
  var own: [[String]] = []
  var external: [[String]] = []
  var survey: [[String]] = []
  var appraisals: [[String]] = []
  var exemptions: [[String]] = []
  var settings = ""

  init(_ test: String) {
    random = SeededGenerator(test)
  }

  /// Makes a new round; the generator goes on.
  mutating func make() {
    let zero = random.pick(["zero", "full", "exempt", ""])
    rows = [
      Row("1", max: "16"),
      Row(
        "1.1", max: "5", inputs: "a; b", rule: "b/a >= 80%: full; else: b/a * full",
        ["zero_denominator": zero, "checks": "b <= a"]),
      Row(
        "1.2", max: "2", inputs: "v[yesno]; o[?]", rule: "v: full; empty(o): 0.5 * full; else: min(o, full)",
        ["document": "required"]),
      Row(
        "1.3", max: "4", inputs: "x", rule: "x * full",
        ["method": "external", "document": "required_or_explained"]),
      Row(
        "1.4", max: "5", inputs: "n1; n2; n3", rule: "(n1 + n2 * 50%) / (n1 + n2 + n3) * full",
        ["method": "survey", "zero_denominator": zero]),
      Row("2", max: "3", kind: random.pick(["bonus", "penalty"])),
      Row(
        "2.1", max: "3", inputs: "s[choice: một|hai|ba]",
        rule: "s = \"một\": 1/3 * full; s = \"hai\": full; else: -full", ["min_points": "-3"]),
      Row("3", max: "4", inputs: "d[date?]", rule: "full - (d - 2023-01-01) * 10% * full"),
    ]
    settings = random.pick([
      "", "ranking,dense\n", "rank_by,exact\n", "rounding,half_even\npoint_decimals,1\n", "tie_break,1 3\n",
    ])
    agencies = Self.codes.map {
      [$0, "Tên \($0)", "so", random.pick(["", "khối 1"]), random.pick(["", "không", "có"])]
    }
    (own, external, survey, appraisals, exemptions) = ([], [], [], [], [])
    for agency in Self.codes { file(agency) }
  }

  private mutating func file(_ agency: String) {
    let numbers = ["0", "1", "3", "4", "7", "8", "10", "0.5", "80%", "x", "không áp dụng", "", "-1"]
    let proof = { (self: inout RandomRound) -> [String] in
      [self.random.pick(["", "CV 1"]), self.random.pick(["", "Giải trình"])]
    }
    for (leaf, input, values) in [
      ("1.1", "a", numbers), ("1.1", "b", numbers), ("1.2", "v", ["có", "không", "1", "sai", ""]),
      ("1.2", "o", numbers),
      ("2.1", "s", ["một", "HAI", "ba", "bốn"]),
      ("3", "d", ["1/1/2023", "2023-01-05", "", "31/2/2023", "9/1/2023"]),
    ] where !random.once(in: 6) {
      own.append([agency, leaf, input, random.pick(values)] + proof(&self))
    }
    if random.once(in: 8) { own.append([agency, "1.1", "khac", "1", "", ""]) }
    if !random.once(in: 4) { external.append([agency, "1.3", "x", random.pick(numbers)] + proof(&self)) }
    for _ in 0..<random.number(0...4) {
      survey.append([
        agency, "1.4", random.pick(["n1", "n2", "n3"]), random.pick(["0", "1", "5", "12", ""]),
      ])
    }
    for (leaf, inputs) in [("1.1", ["a", "b"]), ("1.3", ["x"]), ("2.1", []), ("3", ["d"])] {
      for round in 1...3 where random.once(in: 3) {
        switch random.number(0...3) {
        case 0: appraisals.append([agency, leaf, "\(round)", "", "", "", "", "X"])
        case 1:
          appraisals.append([
            agency, leaf, "\(round)", "", "", random.pick(["0", "1", "2.5", "9"]), "lý do", "X",
          ])
        default:
          for input in inputs where random.once(in: 2) {
            appraisals.append([
              agency, leaf, "\(round)", input, random.pick(numbers.filter { !$0.isEmpty }), "", "lý do", "X",
            ])
          }
        }
      }
    }
    if random.once(in: 3) {
      exemptions.append([agency, random.pick(Self.leaves + ["1", "2"]), "lý do", "CV"])
    }
  }

  /// The round with a single file for each table.
  var whole: SmallRound { round(of: tables) }

  /// The evidence as tables with a single file each.
  var tables: [RoundTable] {
    [
      RoundTable("agencies.csv", ["agency", "name", "group", "bloc", "ranked"], agencies),
      RoundTable("self/x.csv", Self.figureColumns, own),
      RoundTable("external/x.csv", Self.figureColumns, external),
      RoundTable("survey/x.csv", ["agency", "criterion", "answer", "count"], survey),
      RoundTable(
        "appraisal/x.csv",
        ["agency", "criterion", "round", "input", "value", "points", "reason", "appraiser"], appraisals),
      RoundTable("exemptions.csv", ["agency", "criterion", "reason", "decided_by"], exemptions),
    ]
  }

  private static let figureColumns = ["agency", "criterion", "input", "value", "document", "note"]

  /// The set and the settings, with the evidence in some tables.
  func round(of tables: [RoundTable]) -> SmallRound {
    var round = SmallRound(rows)
    round.files["set/set.csv", default: ""] += settings
    for table in tables { round.files[table.name] = table.text }
    return round
  }

  /// The same round with ten times the points everywhere and one decimal less: every score has the same digits.
  var tenfold: SmallRound {
    var copy = self
    func tenfold(_ text: String) -> String {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else { return text.isEmpty || text == "0" ? text : text + "0" }
      return parts[0] + parts[1].prefix(1) + (parts[1].count > 1 ? "." + parts[1].dropFirst() : "")
    }
    copy.rows = rows.map { row in
      var row = row
      for column in ["max_points", "min_points"] { row.cells[column] = row.cells[column].map(tenfold) }
      // The one input that is points itself.
      row.cells["rule"] = row.cells["rule"]?.replacing("min(o, full)", with: "min(o * 10, full)")
      return row
    }
    copy.appraisals = appraisals.map { row in
      var row = row
      row[5] = tenfold(row[5])
      return row
    }
    copy.settings =
      settings.contains("point_decimals")
      ? settings.replacing("point_decimals,1", with: "point_decimals,0") : settings + "point_decimals,1\n"
    return copy.whole
  }
}
