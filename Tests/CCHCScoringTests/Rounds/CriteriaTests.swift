import CCHCBooks
import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Criteria tables")
struct CriteriaTests {
  private func load(_ rows: [Row], settings: String = "") throws -> SetLoader.Outcome {
    let folder = try TemporaryFolder()
    var round = SmallRound(rows)
    round.files["set/set.csv", default: ""] += settings
    try round.write(to: folder)
    return SetLoader.load(folder.path("criteria/bo"), code: "bo", makesStamps: true)
  }

  @Test("Rows without children are leaves on any level; a field may be one")
  func findsLeaves() throws {
    let outcome = try load([
      Row("1", max: "3"), Row("1.1", max: "1", inputs: "a", rule: "a"), Row("1.2", max: "2"),
      Row("1.2.1", max: "2", inputs: "a", rule: "a"), Row("2", max: "4", inputs: "a", rule: "a"),
      Row("3b", max: "1"),
      Row("3b.x1", max: "1", inputs: "a", rule: "a"),
    ])
    #expect(outcome.problems.items.isEmpty)
    #expect(outcome.set.leaves.map { outcome.set.rows[$0.row].code } == ["1.1", "1.2.1", "2", "3b.x1"])
    #expect(outcome.set.fields.map { outcome.set.rows[$0].code } == ["1", "2", "3b"])
    #expect(outcome.set.rows.map(\.level) == [1, 2, 2, 3, 1, 1, 2])
    #expect(outcome.stamps.map(\.file) == ["criteria/bo/set.csv", "criteria/bo/criteria.csv"])
    #expect(outcome.stamps.allSatisfy { $0.sha256.utf8.count == 64 })
  }

  @Test("A parent may stand below its children")
  func takesAnyOrder() throws {
    let outcome = try load([Row("1.1", max: "1", inputs: "a", rule: "a"), Row("1", max: "1")])
    #expect(outcome.problems.items.isEmpty)
    #expect(outcome.set.fields == [1])
    #expect(outcome.set.leaves(under: 1) == [0])
  }

  @Test("Words of each column in English and Vietnamese, ignoring case")
  func readsWords() throws {
    let outcome = try load([
      Row("1", max: "5", kind: "Tính điểm"),
      Row(
        "1.1", max: "5", inputs: "a", rule: "a",
        ["method": "TỰ CHẤM", "document": "Bắt buộc hoặc giải trình", "zero_denominator": "Điểm tối đa"]),
      Row("1.2", max: "", inputs: "", rule: "", ["kind": "theo dõi"]),
      Row("2", max: "5", kind: "điểm thưởng"),
      Row("2.1", max: "5", inputs: "a", rule: "a", ["method": "Điều tra XHH"]),
      Row("3", max: "5", kind: "ĐIỂM TRỪ"),
      Row(
        "3.1", max: "5", inputs: "a", rule: "a",
        ["method": "số liệu cơ quan khác", "document": "không bắt buộc"]),
    ])
    #expect(outcome.problems.items.isEmpty)
    #expect(outcome.set.leaves.map(\.method) == [.own, .own, .survey, .external])
    #expect(outcome.set.leaves.map(\.isMonitored) == [false, true, false, false])
    #expect(outcome.set.leaves.map(\.documents) == [.requiredOrExplained, .optional, .optional, .optional])
    #expect(outcome.set.leaves[0].zeroDenominator == .full)
    #expect(
      outcome.set.rows.map(\.fieldKind) == [.scored, .scored, .scored, .bonus, .bonus, .penalty, .penalty])
  }

  @Test(
    "A word that is none is an error with the nearest one",
    arguments: [
      ("method", "selff", "self"), ("document", "bat buoc", "bắt buộc"), ("zero_denominator", "ful", "full"),
      ("kind", "theo doi", "theo dõi"),
    ])
  func reportsWord(_ column: String, _ word: String, _ nearest: String) throws {
    let outcome = try load([Row("1", max: "5"), Row("1.1", max: "5", inputs: "a", rule: "a", [column: word])])
    #expect(outcome.problems.items.map(\.line) == ["error word-unknown criteria/bo/criteria.csv:3:\(column)"])
    #expect(outcome.problems.items.first?.suggestion == nearest)
  }

  @Test("Declarations of inputs: names, types, optional ones, labels")
  func readsInputs() throws {
    let cell =
      "a: Tổng: số hồ sơ; b[count?] : Đúng hạn ;c[?]; d_1[signed]:;e[yesno?]: E; f[date]: F; g[choice: kịp thời | Chậm]: G; h[choice?: x]: H;"
    let inputs = try load([Row("1", max: "5"), Row("1.1", max: "5", inputs: cell, rule: "1")]).set.leaves[0]
      .inputs
    #expect(inputs.map(\.name) == ["a", "b", "c", "d_1", "e", "f", "g", "h"])
    let types: [InputType] = [
      .number, .count, .number, .signed, .yesNo, .day, .choice([Label("kịp thời"), Label("chậm")]),
      .choice([Label("x")]),
    ]
    #expect(inputs.map(\.type) == types)
    #expect(inputs.map(\.isOptional) == [false, true, true, false, true, false, false, true])
    #expect(inputs.map(\.label) == ["Tổng: số hồ sơ", "Đúng hạn", "", "", "E", "F", "G", "H"])
  }

  @Test(
    "Declarations that cannot be read",
    arguments: [
      "tổng: x", "1a: x", "a b: x", "a-b", "a[count: x", "a[choice]: x", "a[choice: ]: x",
      "a[choice: x|x]: y", "a[choice: x|X]: y",
      "a[choice: x||y]: z", "a[choice: x|không áp dụng]: y", "a[number]: x", "a[count: 3]: x", "a]: x",
      "a[count] x: y", "a; a", "[count]: x", ": x",
      "a[choice: x|Not applicable]: y", "a[]: x",
    ])
  func refusesInputs(_ cell: String) throws {
    let problems = try load([Row("1", max: "5"), Row("1.1", max: "5", inputs: cell, rule: "1")]).problems
      .items
    #expect(problems.map(\.line) == ["error inputs-invalid criteria/bo/criteria.csv:3:inputs"])
  }

  @Test(
    "Maximum points: decimals of the set, comma or point",
    arguments: [
      ("2", "0.25", true), ("2", "0,25", true), ("1", "0.25", false), ("0", "3", true), ("0", "3.0", true),
      ("4", "0.0001", true), ("3", "0.0001", false),
    ])
  func checksDecimals(_ decimals: String, _ points: String, _ fits: Bool) throws {
    let rows = [Row("1", max: points), Row("1.1", max: points, inputs: "a", rule: "a")]
    let outcome = try load(rows, settings: "point_decimals,\(decimals)\n")
    #expect(outcome.problems.items.map(\.code.id) == (fits ? [] : ["points-invalid", "points-invalid"]))
  }

  @Test("A parent's maximum is the exact sum of its children's, monitored ones aside")
  func checksSums() throws {
    let rows = [
      Row("1", max: "0.3"), Row("1.1", max: "0.1", inputs: "a", rule: "a"),
      Row("1.2", max: "0.2", inputs: "a", rule: "a"),
      Row("1.3", max: "", inputs: "", rule: "", ["kind": "monitored"]),
    ]
    #expect(try load(rows).problems.items.isEmpty)
    var wrong = rows
    wrong[0] = Row("1", max: "0.31")
    let problem = try #require(try load(wrong).problems.items.first)
    #expect(problem.words == ["1", "0,31", "0,3"])
  }

  @Test("Two rows with one code: an exact repetition is a warning, anything else an error")
  func reportsCodes() throws {
    let leaf = Row("1.1", max: "5", inputs: "a", rule: "a")
    let outcome = try load([Row("1", max: "5"), leaf, leaf, Row("1.1", max: "5", inputs: "a", rule: "2")])
    #expect(
      outcome.problems.items.map(\.line) == [
        "warning row-repeated criteria/bo/criteria.csv:4:code",
        "error row-conflict criteria/bo/criteria.csv:5:code",
      ])
    #expect(outcome.set.leaves.count == 1)
  }

  @Test(
    "Codes of criteria are parts of ASCII letters and digits",
    arguments: [
      ("1", true), ("A1.b2", true), ("1.", false), (".1", false), ("1..2", false), ("1-2", false),
      ("1_2", false), ("đ1", false), ("1 2", false), ("１", false),
    ])
  func checksCodes(_ code: String, _ fits: Bool) throws {
    let outcome = try load([Row("A1", max: "5"), Row(code, max: "5", inputs: "a", rule: "a")])
    #expect(outcome.problems.items.contains { $0.code.id == "criterion-code-invalid" } == !fits)
  }

  @Test("x.1 beside x.10 is a warning, x.1 beside x.11 or y.10 is not")
  func warnsOfLookalikes() throws {
    func lookalikes(_ codes: [String]) throws -> [[String]] {
      let rows =
        ["x", "y"].map { Row($0, max: "0") } + codes.map { Row($0, max: "0", inputs: "a", rule: "a") }
      return try load(rows).problems.items.filter { $0.code.id == "criterion-lookalike" }.map(\.words)
    }
    #expect(try lookalikes(["x.1", "x.10"]) == [["x.1", "x.10"]])
    #expect(try lookalikes(["x.10", "x.1"]) == [["x.1", "x.10"]])
    #expect(try lookalikes(["x.1", "x.11", "y.10", "x.20", "x.0"]) == [])
    #expect(
      try lookalikes(["x.1", "x.10", "x.100"]) == [["x.1", "x.10"], ["x.10", "x.100"], ["x.1", "x.100"]])
  }

  @Test("cases.csv: figures by name, points or the word exempt")
  func readsCases() throws {
    let folder = try TemporaryFolder()
    let cases =
      "criterion,inputs,points,source\n1.1,a=10; b = 8,8,nguồn\n1.1,a=0,exempt,\n1.1,a=0,không đánh giá,\n1.1,,-1.5,\n"
    try SmallRound(["set/cases.csv": cases]).write(to: folder)
    let outcome = SetLoader.load(folder.path("criteria/bo"), code: "bo", makesStamps: false)
    #expect(!outcome.problems.hasErrors)
    #expect(outcome.set.cases.map(\.figures) == [["10", "8"], ["0", nil], ["0", nil], [nil, nil]])
    #expect(outcome.set.cases.map { $0.points?.units } == [8, nil, nil, -15])
    #expect(outcome.set.cases.first?.source == "nguồn")
  }
}
