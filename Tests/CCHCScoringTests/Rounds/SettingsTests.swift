import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import Testing

@Suite("Key-value tables")
struct SettingsTests {
  private func settings(_ rows: String) throws -> Scored {
    try SmallRound(settings: rows, ["self/A.csv": filed("a=1; b=1")]).scored()
  }

  @Test("Defaults stand where a key is absent or its value empty")
  func usesDefaults() throws {
    for rows in [
      "", "point_decimals,\nindex_decimals,\nrounding,\nranking,\nrank_by,\ntie_break,\nhead_ratings,\n",
    ] {
      let found = try settings(rows).round.groups[0].set.settings
      #expect(found.pointDecimals == 2)
      #expect(found.indexDecimals == 2)
      #expect(found.rounding == .halfUp)
      #expect(!found.isDense && !found.ranksByExactIndex)
      #expect(found.tieBreak.isEmpty)
      #expect(found.headRatings.map(\.full.spelling).first == "Hoàn thành xuất sắc nhiệm vụ")
      #expect(
        found.headRatings.flatMap(\.abbreviations).map(\.spelling) == ["HTXSNV", "HTTNV", "HTNV", "KHTNV"])
    }
  }

  @Test("Keys and words ignore case")
  func ignoresCase() throws {
    let found = try settings("Rounding,HALF_EVEN\nRANKING,Dense\nrank_by,Exact\n").round.groups[0].set
      .settings
    #expect(found.rounding == .halfEven)
    #expect(found.isDense && found.ranksByExactIndex)
  }

  @Test(
    "A value that cannot be used is an error in its cell, and the default stands",
    arguments: [
      "point_decimals,5", "point_decimals,-1", "point_decimals,hai", "point_decimals,+2",
      "point_decimals,2.0", "index_decimals,9",
      "index_decimals,+0", "rounding,up", "ranking,olympic", "rank_by,points", "tie_break,9", "tie_break,1.1",
      "head_ratings,;", "head_ratings,Tốt; Tốt",
    ])
  func reportsValue(_ row: String) throws {
    let scored = try settings(row + "\n")
    #expect(scored.errors == ["error setting-invalid criteria/bo/set.csv:4:value"])
    #expect(try scored.line() == "10.00/10 100.00 1")
  }

  @Test("Unknown, missing and repeated keys")
  func reportsKeys() throws {
    let scored = try settings("roundng,down\nname,Khác\nlegal_basis,Quyết định thử\n,x\n")
    #expect(
      scored.problems.filter { $0.contains("set.csv") } == [
        "error key-unknown criteria/bo/set.csv:4:key", "error row-conflict criteria/bo/set.csv:5:-",
        "warning row-repeated criteria/bo/set.csv:6:-",
        "error cell-required criteria/bo/set.csv:7:key",
      ])
    #expect(try scored.problem("key-unknown").suggestion == "rounding")
    let empty = try SmallRound([
      "set/set.csv": "khóa,giá trị\nname,\n", "round.csv": "key,value\ncriteria:so,bo\n",
    ]).scored()
    #expect(
      empty.errors == [
        "error key-missing round.csv:-:-", "error key-missing round.csv:-:-",
        "error key-missing criteria/bo/set.csv:-:-",
        "error key-missing criteria/bo/set.csv:-:-",
      ])
  }

  @Test(
    "The assessed year is four digits from 1901 to 2199",
    arguments: ["1900", "2200", "23", "+2023", "2023.0", "hai", "02023", "-2023"])
  func reportsYear(_ year: String) throws {
    let scored = try SmallRound(["round.csv": "key,value\nname,K\nyear,\(year)\ncriteria:so,bo\n"]).scored()
    #expect(scored.errors == ["error year-invalid round.csv:3:value"])
  }

  @Test("The keys of a round")
  func readsRound() throws {
    let keys = ["superior", "issuer", "place", "symbol", "signer_title", "signer", "note", "source"]
    let table =
      "key,value\nname,Kỳ\nyear,2199\ncriteria:so,bo\n" + keys.map { "\($0),\($0) nào đó\n" }.joined()
    let scored = try SmallRound(["round.csv": table]).scored()
    let found = scored.round.settings
    #expect(found.year == 2199)
    let texts = [
      found.superior, found.issuer, found.place, found.symbol, found.signerTitle, found.signer, found.note,
      found.source,
    ]
    #expect(texts == keys.map { "\($0) nào đó" })
    #expect(scored.errors.isEmpty)
  }

  @Test(
    "The set of a group must be there, the group used, the codes fit for file names",
    arguments: [
      (
        "criteria:so,khong-co",
        ["error set-missing round.csv:4:value"]
      ),
      (
        "criteria:so,../bo",
        ["error code-invalid round.csv:4:value", "error group-without-set agencies.csv:2:group"]
      ),
      (
        "criteria:so,CON",
        ["error code-invalid round.csv:4:value", "error group-without-set agencies.csv:2:group"]
      ),
      (
        "criteria:,bo",
        ["error code-invalid round.csv:4:value", "error group-without-set agencies.csv:2:group"]
      ),
      ("criteria:so,", ["error group-without-set agencies.csv:2:group"]),
      ("note,", ["error group-without-set agencies.csv:2:group"]),
      ("criteria:so,bo\ncriteria:huyen,bo", ["warning group-unused round.csv:-:-"]),
      ("criteria:so,bo\ncriteria:sở,bo", ["error code-invalid round.csv:5:value"]),
    ])
  func reportsSets(_ row: String, _ wanted: [String]) throws {
    let scored = try SmallRound([
      "round.csv": "key,value\nname,K\nyear,2023\n\(row)\n", "self/A.csv": filed("a=1; b=1"),
    ]).scored()
    #expect(
      scored.problems.filter {
        !$0.contains("rule-division-unsaid") && !$0.contains("agency-unsaid") && !$0.contains("self/")
      } == wanted)
  }

  @Test("Group codes and set codes name files: two that differ in case only are an error")
  func reportsGroupsInCase() throws {
    let groups = try SmallRound([
      "round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,bo\ncriteria:SO,bo\n",
      "agencies.csv": "agency,name,group\nA,a,so\nB,b,SO\n",
    ]).scored()
    #expect(groups.codes.contains("code-case"))
    let small = SmallRound([
      "round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,bo\ncriteria:xa,BO\n",
      "agencies.csv": "agency,name,group\nA,a,so\nB,b,xa\n",
    ])
    let copies = ["set.csv", "criteria.csv"].map {
      ("criteria/BO/\($0)", small.files["set/\($0)", default: ""])
    }
    let sets = try small.with(Dictionary(uniqueKeysWithValues: copies)).scored()
    #expect(sets.codes.contains("code-case"))
  }
}
