import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally

extension BrokenInput {
  /// A slip for each code of the rule language.
  static let rules: [BrokenInput] = [
    rule("rule-too-long", "a" + String(repeating: " + a", count: 1_000)),
    rule("rule-too-deep", String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)),
    rule("rule-symbol", "b/a ≥ 80%: 1; else: 0"), rule("rule-letter", "tổng"),
    rule("rule-text-open", "s = \"x: 1"),
    rule("rule-number", "12a"), rule("rule-date", "10-5"), rule("rule-unexpected", "a +"),
    rule("rule-comma", "0,5 * a"),
    rule("rule-name-unknown", "c"), rule("rule-name-elsewhere", "index"),
    rule("rule-condition-alone", "a > b"), rule("rule-else-missing", "a > b: 1; 2"),
    rule("rule-label-unknown", "s = \"z\": 1; else: 0"),
    rule("rule-type", "s + 1"),
    rule("rule-else-not-last", "else: 1; v: 2"), rule("rule-unreachable", "a > 1: 1; a > 2: 2; else: 0"),
    rule("rule-never-holds", "a > 2 and a < 1: 1; else: 0", severity: "warning"),
    rule("rule-step-above-maximum", "v: 11; else: 0"),
    rule("rule-without-else", "a > 1: 1", severity: "warning"),
    rule("rule-division-unsaid", "b/a", severity: "warning", zero: ""),
    rule("rule-empty-not-optional", "empty(a): 1; else: 0"),
    BrokenInput(
      "error rule-row-unknown criteria/bo/bands.csv:2:condition",
      ["set/bands.csv": csv([["label", "condition"], ["Tốt", "percent(\"1.2\") > 50%"], ["Kém", "else"]])]),
    BrokenInput(
      "error rule-letter criteria/bo/criteria.csv:3:checks",
      SmallRound(leaf: ["checks": "b ~ a", "zero_denominator": "zero"])),
  ]

  private static let leaf = Row("1.1", max: "10", inputs: "a", rule: "a")

  /// A slip for each code of criteria sets.
  static let sets: [BrokenInput] = [
    BrokenInput(
      "error code-invalid agencies.csv:2:agency", ["agencies.csv": "agency,name,group\n../x,a,so\n"]),
    BrokenInput(
      "error code-invalid round.csv:4:value", ["round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,..\n"]),
    rows(
      "criterion-code-invalid", 3, "code",
      [Row("1", max: "10"), Row("1.a-b", max: "10", inputs: "a", rule: "a")]),
    BrokenInput(
      "error code-case agencies.csv:3:agency", ["agencies.csv": "agency,name,group\nA,a,so\na,b,so\n"]),
    BrokenInput("error setting-invalid criteria/bo/set.csv:4:value", SmallRound(settings: "rounding,up\n")),
    rows(
      "criterion-orphan", 4, "code",
      [Row("1", max: "10"), leaf, Row("2.1", max: "10", inputs: "a", rule: "a")]),
    rows(
      "criterion-lookalike", 4, "code",
      [Row("1", max: "20"), leaf, Row("1.10", max: "10", inputs: "a", rule: "a")], severity: "warning"),
    rows("points-missing", 2, "max_points", [Row("1", max: ""), leaf]),
    rows(
      "points-invalid", 3, "max_points",
      [Row("1", max: "10"), Row("1.1", max: "9.999", inputs: "a", rule: "a")]),
    rows("points-invalid", 2, "max_points", [Row("1", max: "-10"), leaf]),
    rows(
      "minimum-invalid", 3, "min_points",
      [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "a", ["min_points": "11"])]),
    rows(
      "minimum-invalid", 3, "min_points",
      [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "a", ["min_points": "0.001"])]),
    rows("sum-of-children", 2, "max_points", [Row("1", max: "11"), leaf]),
    rows("parent-with-rule", 2, "rule", [Row("1", max: "10", inputs: "", rule: "1"), leaf]),
    rows(
      "parent-cell-unused", 2, "document",
      [Row("1", max: "10", inputs: "", rule: "", ["document": "required"]), leaf], severity: "warning"),
    rows("parent-with-rule", 2, "inputs", [Row("1", max: "10", inputs: "a", rule: ""), leaf]),
    rows(
      "monitored-with-rule", 4, "rule",
      [Row("1", max: "10"), leaf, Row("1.2", max: "", inputs: "a", rule: "a", ["kind": "monitored"])]),
    rows(
      "kind-misplaced", 3, "kind",
      [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "a", ["kind": "bonus"])]),
    rows("kind-misplaced", 2, "kind", [Row("1", max: "10", kind: "monitored"), leaf]),
    rows(
      "kind-misplaced", 3, "kind",
      [
        Row("1", max: "10"), Row("1.1", max: "10", kind: "scored"),
        Row("1.1.1", max: "10", inputs: "a", rule: "a"),
      ]),
    rows("rule-missing", 3, "rule", [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a", rule: "")]),
    rows(
      "inputs-invalid", 3, "inputs",
      [Row("1", max: "10"), Row("1.1", max: "10", inputs: "a[kiểu]: x", rule: "1")]),
    BrokenInput(
      "error set-without-leaves criteria/bo/criteria.csv:-:-",
      SmallRound([Row("1", max: "0"), Row("1.1", max: "", inputs: "", rule: "", ["kind": "monitored"])])),
    BrokenInput(
      "warning share-compared-as-percent criteria/bo/bands.csv:2:condition",
      ["set/bands.csv": csv([["label", "condition"], ["Tốt", "index >= 80"], ["Kém", "else"]])]),
    BrokenInput(
      "error band-without-else criteria/bo/bands.csv:2:condition",
      ["set/bands.csv": "label,condition\nTốt,index > 50%\n"]),
    BrokenInput(
      "error band-else-not-last criteria/bo/bands.csv:3:condition",
      ["set/bands.csv": "label,condition\nTốt,else\nKém,index > 50%\n"]),
    BrokenInput(
      "error deadline-invalid criteria/bo/obligations.csv:2:deadline",
      ["set/obligations.csv": "id,condition,duty,deadline,recipient\nx,always,V,31/4,N\n"]),
    BrokenInput("error criterion-unknown self/A.csv:2:criterion", ["self/A.csv": filed("a=1", leaf: "1.2")]),
    BrokenInput(
      "error criterion-unknown criteria/bo/cases.csv:2:criterion",
      ["set/cases.csv": "criterion,inputs,points\n1.2,a=1,1\n"]),
    BrokenInput("error criterion-not-leaf self/A.csv:2:criterion", ["self/A.csv": filed("a=1", leaf: "1")]),
    BrokenInput(
      "error criterion-not-leaf criteria/bo/cases.csv:2:criterion",
      ["set/cases.csv": "criterion,inputs,points\n1,a=1,1\n"]),
    BrokenInput(
      "error case-figures criteria/bo/cases.csv:2:inputs",
      ["set/cases.csv": "criterion,inputs,points\n1.1,a=1; a=2,1\n"]),
    BrokenInput(
      "error number-invalid criteria/bo/cases.csv:2:points",
      ["set/cases.csv": "criterion,inputs,points\n1.1,a=1,một\n"]),
  ]
}
