import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Hostile rounds")
struct HostileRoundTests {
  private static let names = [
    "agencies.csv", "round.csv", "set/set.csv", "set/criteria.csv", "set/bands.csv", "set/obligations.csv",
    "set/cases.csv", "self/A.csv",
    "external/x.csv", "survey/x.csv", "appraisal/1.csv", "exemptions.csv", "council.csv", "head_ratings.csv",
    "publication.csv", "followup.csv",
  ]

  @Test("An empty file is a problem in each place", arguments: names)
  func survivesEmptyFile(_ name: String) throws {
    let scored = try BrokenInput.sound.with([name: ""]).scored()
    let file = name.hasPrefix("set/") ? "criteria/bo/" + name.dropFirst(4) : name
    #expect(scored.problems.contains("error file-empty \(file):1:-"))
  }

  @Test("A binary file is a problem in each place", arguments: names)
  func survivesBinaryFile(_ name: String) throws {
    let scored = try BrokenInput.sound.scored { folder in
      try folder.write((0...255).map { UInt8($0) } + [0, 0, 0xFF], to: SmallRound.path(name))
    }
    #expect(scored.problems.contains { $0.hasPrefix("error file-encoding") })
  }

  @Test("A quote that is never closed is a problem in each place", arguments: names)
  func survivesOpenQuote(_ name: String) throws {
    let text = try #require(BrokenInput.sound.files[name] ?? Self.headers[name])
    let scored = try BrokenInput.sound.with([name: text + "\"x,y\n"]).scored()
    #expect(scored.problems.contains { $0.hasPrefix("error quote-open") })
  }

  @Test("A header alone is read; only criteria and agencies need a row", arguments: names)
  func survivesHeaderOnly(_ name: String) throws {
    let text = try #require(BrokenInput.sound.files[name] ?? Self.headers[name])
    let header = String(text.prefix { $0 != "\n" }) + "\n"
    let scored = try BrokenInput.sound.with([name: header]).scored()
    let needsRow = name == "agencies.csv" || name == "set/criteria.csv"
    #expect(scored.codes.contains("table-without-rows") == needsRow)
    if !needsRow, !name.hasSuffix("round.csv"), name != "set/set.csv" { #expect(scored.errors == []) }
  }

  private static let headers = [
    "set/bands.csv": "label,condition\n", "set/cases.csv": "criterion,inputs,points\n",
    "external/x.csv": "agency,criterion,input,value\n",
    "survey/x.csv": "agency,criterion,answer\n", "appraisal/1.csv": "agency,criterion,round\n",
    "exemptions.csv": "agency,criterion,reason,decided_by\n",
    "council.csv": "criterion,appraiser\n", "head_ratings.csv": "agency,rating\n",
    "followup.csv": "agency,obligation,received\n",
  ]

  @Test(
    "Numbers beyond the limits of FORMATS are no numbers",
    arguments: [
      "1234567890123456789012345678901234567890", "-1234567890123456789012345678901234567890", "0.0000001",
      "999999999999999999999%",
      "1e400", "NaN", "0x7F", "９９", "1\u{0308}",
    ])
  func survivesHugeNumbers(_ text: String) throws {
    let scored = try BrokenInput.sound.with(["self/A.csv": filed("a=10; b=\(text)")]).scored()
    #expect(try scored.leaf() == "invalid 0.00||0.00")
    #expect(scored.errors == ["error value-invalid self/A.csv:3:value"])
  }

  @Test("The largest numbers of FORMATS are worked out, in every direction")
  func survivesLargestNumbers() throws {
    let files = ["self/A.csv": filed("a=0.000001; b=999999999999.999999")]
    for rule in ["b/a", "b*b", "b - a", "a/b", "b*b/a/a", "-b", "round(b, 6)"] {
      let scored = try SmallRound(rule: rule, leaf: ["zero_denominator": "zero", "min_points": "-10"], files)
        .scored()
      #expect(["10.00", "-10.00", "0.00"].contains(try scored.final()), "\(rule)")
      #expect(scored.errors == [])
    }
  }

  @Test("Points as large as a table can write them add up exactly")
  func survivesLargestPoints() throws {
    let largest = "999999999999"
    let rows = [
      Row("1", max: largest, inputs: "x", rule: "full"), Row("2", max: largest, inputs: "x", rule: "full"),
    ]
    var round = SmallRound(rows, ["self/A.csv": filed("x=1", leaf: "1") + "2,x,1\n"])
    round.files["set/set.csv", default: ""] += "point_decimals,4\nindex_decimals,4\n"
    #expect(try round.scored().line() == "1999999999998.0000/1999999999998 100.0000 1")
  }

  @Test("A set without leaves, or without anything, gives a problem and no index")
  func survivesEmptySet() throws {
    let monitored = [Row("1", max: "0"), Row("1.1", max: "", inputs: "", rule: "", ["kind": "monitored"])]
    let scored = try SmallRound(monitored).scored()
    #expect(scored.errors.contains("error set-without-leaves criteria/bo/criteria.csv:-:-"))
    #expect(try scored.line() == "0.00/0 - -")
    let empty = try SmallRound([]).scored()
    #expect(
      empty.codes.isSuperset(of: ["table-without-rows", "set-without-leaves", "agency-without-maximum"]))
  }

  @Test("Folders that are not there, or are files, are problems and failures")
  func survivesMissingFolders() throws {
    let folder = try TemporaryFolder()
    let nothing = Scored(round: folder.path("khong-co"), criteria: folder.path("criteria"))
    #expect(nothing.errors == ["error file-missing round.csv:-:-", "error file-missing agencies.csv:-:-"])
    #expect(nothing.outcome.failures.count == 2)
    try folder.write("x", to: "tep")
    let file = Scored(round: folder.path("tep"), criteria: folder.path("tep"))
    #expect(file.errors.first == "error file-unreadable round.csv:-:-")
    #expect(!file.outcome.failures.isEmpty)
    let set = try BrokenInput.sound.with(["round.csv": "key,value\nname,K\nyear,2023\ncriteria:so,boo\n"])
      .scored()
    #expect(try set.problem("set-missing").suggestion == "bo")
    #expect(set.outcome.failures.isEmpty)
  }

  @Test("A folder in a file's place is a problem", arguments: ["agencies.csv", "self/A.csv"])
  func reportsFolderAsFile(_ name: String) throws {
    var round = BrokenInput.sound
    round.files[name] = nil
    let scored = try round.scored { try $0.makeFolder("evidence/ky/" + name) }
    #expect(scored.problems.contains { $0.contains(name) && $0.contains("file-") }, "\(scored.problems)")
  }

  @Test("Two thousand rows of slips are all reported")
  func survivesManySlips() throws {
    let rows = String(repeating: "1.1,c,1\n", count: 2_000)
    let scored = try BrokenInput.sound.with(["self/A.csv": "criterion,input,value\n" + rows]).scored()
    #expect(scored.errors.count == 2_000)
    #expect(scored.errors.last == "error input-unknown self/A.csv:2001:input")
  }

  @Test("Suggestions end with the two hundredth problem, though each row has a list of its own")
  func limitsSuggestions() throws {
    let rows = String(repeating: "AB,1.1,a,1\n", count: 300)
    let scored = try BrokenInput.sound.with(["external/x.csv": "agency,criterion,input,value\n" + rows])
      .scored()
    let slips = scored.results.problems.items.filter { $0.code.id == "agency-unknown" }
    #expect(slips.count == 300)
    #expect(slips.count { $0.suggestion == "A" } == 200)
  }

  @Test("Whoever leads into a circle of successors is told, whoever stands in one of parents")
  func findsCircles() throws {
    let agencies =
      "agency,name,group,parent,to,successor\nA,Sở A,so,,,\n"
      + ["B,b,so,C,2023-06-30,C", "C,c,so,D,2023-06-30,D", "D,d,so,C,2023-06-30,C", "E,e,so,B,2023-06-30,A"]
      .joined(separator: "\n")
    let scored = try BrokenInput.sound.with(["agencies.csv": agencies]).scored()
    #expect(
      scored.errors.filter { $0.contains("circle") }.sorted() == [
        "error agency-successor-circle agencies.csv:3:agency",
        "error agency-successor-circle agencies.csv:4:agency",
        "error agency-successor-circle agencies.csv:5:agency", "error parent-circle agencies.csv:4:agency",
        "error parent-circle agencies.csv:5:agency",
      ])
  }

  @Test("Rounds cut or spoilt at random never end otherwise than with results")
  func survivesSpoiltRounds() throws {
    var source = RandomRound("spoilt rounds")
    let junk = [
      "\"", ",", ";", "\n", "\r", "\u{0}", "'=", "#", "\u{FEFF}", "không áp dụng", "-", "1/0", "😀", "1.1",
      "A",
    ]
    for number in 0..<repetitions(60) {
      source.make()
      var round = source.whole
      let name = source.random.pick(round.files.keys.sorted())
      var text = Array(try #require(round.files[name]))
      for _ in 0...source.random.number(0...3) {
        let place = source.random.number(0...text.count)
        if source.random.once(in: 2) {
          text.insert(contentsOf: source.random.pick(junk), at: place)
        } else {
          text = Array(text.prefix(place))
        }
      }
      round.files[name] = String(text)
      let results = try round.scored().results
      #expect(
        results.scores.count == results.round.evidence.marks.count,
        "CCHC_SEED=\(runSeed), round \(number), \(name)")
      for problem in results.problems.items { #expect(problem.leftover == nil, "\(problem.code.id)") }
    }
  }
}
