import CCHCTally
import TestSupport
import Testing

@testable import CCHCCriteria
@testable import CCHCCycle
@testable import CCHCDrafting
@testable import CCHCFiles
@testable import CCHCPublished
@testable import CCHCScoring

/// A slip in the tables or lists of a tally, and the problem that must be reported.
struct BrokenTally: Sendable, CustomTestStringConvertible {
  let line: String
  let files: [String: String]
  /// nil where loading the round reports the problem.
  let rows: String?

  init(_ line: String, _ files: [String: String] = [:], rows: String? = nil) {
    (self.line, self.files, self.rows) = (line, files, rows)
  }

  var testDescription: String { line }

  private static let good = "A,05/01/2023,,trực tuyến,,,,\n"
  private static func counts(_ row: String) -> [String: String] {
    ["set/tally.csv": "criterion,input,condition\n\(row)\n"]
  }
  private static func columns(_ row: String) -> [String: String] {
    ["set/case_columns.csv": TallyLab.columns + "\n\(row)\n"]
  }

  static let all: [BrokenTally] = [
    BrokenTally("error case-agency-column criteria/bo/case_columns.csv:9:type", columns("x,agency,Y")),
    BrokenTally(
      "error case-agency-column criteria/bo/case_columns.csv:-:-",
      ["set/case_columns.csv": "name,type,headings\nx,count,Y\n"]),
    BrokenTally("error inputs-invalid criteria/bo/case_columns.csv:9:type", columns("x,dat,Y")),
    BrokenTally("error inputs-invalid criteria/bo/case_columns.csv:9:type", columns("index,date,Y")),
    BrokenTally("error row-conflict criteria/bo/case_columns.csv:9:name", columns("hen,date,Y")),
    BrokenTally("error tally-input-unfit criteria/bo/tally.csv:2:input", counts("1.2,k,always")),
    BrokenTally("error input-unknown criteria/bo/tally.csv:2:input", counts("1.2,z,always")),
    BrokenTally("error criterion-unknown criteria/bo/tally.csv:2:criterion", counts("1.3,z,always")),
    BrokenTally("error criterion-not-leaf criteria/bo/tally.csv:2:criterion", counts("1,z,always")),
    BrokenTally(
      "error tally-one-condition criteria/bo/tally.csv:2:condition", counts("1.1,a,always; always")),
    BrokenTally(
      "error rule-name-unknown criteria/bo/tally.csv:2:condition", counts("1.1,a,het > 2023-01-01")),
    BrokenTally("error rule-type criteria/bo/tally.csv:2:condition", counts("1.1,a,hen > 1")),
    BrokenTally("error table-without-rows criteria/bo/tally.csv:-:-", counts("")),
    BrokenTally("error row-conflict criteria/bo/tally.csv:3:-", counts("1.1,a,always\n1.1,a,so")),
    BrokenTally(
      "error case-written-twice case_agencies.csv:3:written",
      ["case_agencies.csv": "written,agency\nH1,A\nh1,B\n"], rows: good),
    BrokenTally(
      "error agency-unknown case_agencies.csv:2:agency", ["case_agencies.csv": "written,agency\nH1,Z\n"],
      rows: good),
    BrokenTally("error case-agency-unknown x.csv:2:Đơn vị", rows: "Z,05/01/2023,,trực tuyến\n"),
    BrokenTally("error case-value-invalid x.csv:2:Kênh", rows: "A,05/01/2023,,trực\n"),
    BrokenTally("error cell-required x.csv:2:Kênh", rows: "A,05/01/2023\n"),
    BrokenTally(
      "error case-condition-fault x.csv:2:-", counts("1.1,a,1 / phi > 0"),
      rows: "A,05/01/2023,,trực tuyến,,0\n"),
    BrokenTally(
      "error number-marks-mixed x.csv:3:-",
      rows: "A,05/01/2023,,trực tuyến,,0.5\nA,05/01/2023,,trực tuyến,,\"0,5\"\n"),
    BrokenTally("error quote-open x.csv:3:-", rows: good + "\"A\n"),
    BrokenTally(
      "error case-row-too-long x.csv:3:-", rows: good + "A,\(String(repeating: "x", count: 1 << 20))\n"),
    BrokenTally("warning tally-without-cases agencies.csv:3:agency", rows: good),
    BrokenTally(
      "error tally-filed external/vp.csv:2:-",
      ["external/vp.csv": "agency,criterion,input,value\nA,1.1,a,7\nA,1.1,b,0\n"], rows: good),
    BrokenTally(
      "error tally-locked self/tally.csv:-:-",
      ["submissions.csv": "agency,status,date,document,sha256\nA,received,2024-01-01,BC 1,00\n"], rows: good),
    BrokenTally(
      "error tally-foreign self/tally.csv:2:-",
      ["self/tally.csv": "agency,criterion,input,value\nA,1.2,k,2023-01-01\n"], rows: good),
  ]
}

@Suite("Problems of tallies")
struct TallyProblemTests {
  @Test(
    "A slip is reported with its file, row and column, in whole sentences of both languages",
    arguments: BrokenTally.all)
  func reports(_ broken: BrokenTally) throws {
    let lab = TallyLab(broken.files)
    let problems = try broken.rows.map { try lab.count($0).problems } ?? lab.loadingProblems()
    #expect(problems.map(\.line).contains(broken.line), "\(problems.map(\.line))")
    for problem in problems {
      #expect(problem.leftover == nil, "\(problem.code.id): \(problem.words)")
      #expect(problem.message(in: .vietnamese) != problem.message(in: .english))
    }
  }

  @Test("Slips of whole files")
  func reportsFiles() throws {
    func lines(_ lists: [String: String]) throws -> [String] {
      try TallyLab().count(lists.mapValues { Array($0.utf8) }).lines
    }
    let good = TallyLab.heading + "A,05/01/2023,,trực tuyến\n"
    #expect(try lines(["a.csv": good, "b.csv": good]) == ["error case-file-twice b.csv:-:-"])
    #expect(try lines(["a.csv": ""]) == ["error file-empty a.csv:1:-"])
    #expect(
      try lines(["a.csv": "Đơn vị,Hẹn,Trả,Kênh,Số hóa,Phí,Mã\n", "b.csv": good + "x"]) == [
        "error case-heading-missing a.csv:1:-"
      ])
    #expect(
      try lines(["a.csv": "Đơn vị,Hẹn trả,Due,Trả,Kênh,Số hóa,Phí,Mã\n"]).first
        == "error column-twice a.csv:1:Due")
    let outcome = try TallyLab().count(["a.csv": Array(good.utf8) + [0xFF, 10]])
    #expect(outcome.lines == ["error file-encoding a.csv:-:-"])
    #expect(!outcome.counts.isCounted)
  }

  @Test(
    "A packed list and a workbook are told by what they are",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip"), ([0x50, 0x4B, 3, 4, 10], "xlsx"), ([0xD0, 0xCF, 0x11, 0xE0], "xls"),
    ] as [([UInt8], String)])
  func otherKinds(_ bytes: [UInt8], _ word: String) throws {
    for size in [1, 2, 1 << 20] {
      let outcome = try TallyLab().count(["a": bytes + [0, 1, 2]], pieceSize: max(size, 4))
      #expect(outcome.lines == ["error case-file-kind a:-:-"])
      #expect(outcome.problems.first?.message(in: .vietnamese).contains(word) == true)
      #expect(outcome.problems.first?.leftover == nil)
    }
  }

  @Test("No code is left without a slip that produces it")
  func coversEveryCode() {
    let produced = Set(BrokenTally.all.map { String($0.line.split(separator: " ")[1]) })
    let known = Set(ProblemCode.tallyCodes.map(\.id))
    #expect(known.subtracting(produced) == ["case-heading-missing", "case-file-twice", "case-file-kind"])
    for code in ProblemCode.tallyCodes {
      #expect(code.vietnamese.hasSuffix(".") && code.english.hasSuffix("."), "\(code.id)")
    }
  }
}

@Suite("Rows that counts become")
struct TallyRowTests {
  private func rows(_ outcome: TallyLab.Outcome, _ name: String) -> [String] {
    let bytes = outcome.tables[name] ?? []
    return String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").dropFirst().map(
      String.init)
  }
  private static let good = "A,05/01/2023,,trực tuyến,,,,\n"

  @Test(
    "One row for each agency and input, with the list and its digest; a self row that needs a document has it"
  )
  func writesRows() throws {
    let outcome = try TallyLab().count(Self.good)
    let digest = sha256(Array((TallyLab.heading + Self.good).utf8))
    let source = "Đếm từ danh sách hồ sơ x.csv (SHA-256 \(digest))"
    let external = rows(outcome, "external/tally.csv")
    #expect(external.count == 6)
    #expect(external[0] == "A;1.1;Tiêu chí 1.1;a;1;;\(source)")
    let own = rows(outcome, "self/tally.csv")
    #expect(own.count == 6)
    #expect(own[0] == "A;1.2;Tiêu chí 1.2;c;1;\(source);\(source)")
    #expect(own[1] == "A;1.2;Tiêu chí 1.2;d;0;\(source);\(source)")
  }

  @Test("Many lists are named by the digest of their list")
  func manyLists() throws {
    let lists = Dictionary(
      uniqueKeysWithValues: (1...4).map {
        ("l\($0).csv", Array((TallyLab.heading + "#\($0)\n" + Self.good).utf8))
      })
    let outcome = try TallyLab().count(lists)
    let list = sha256(Array(outcome.counts.files.map(\.checksumLine).joined().utf8))
    #expect(
      rows(outcome, "external/tally.csv")[0].hasSuffix(
        ";4;;\"Đếm từ 4 danh sách hồ sơ, l1.csv đến l4.csv (SHA-256 của danh mục: \(list))\""))
  }

  @Test("What is filed stays: the same figure is left out, another one is told of; exempt leaves get none")
  func keepsFiled() throws {
    let lab = TallyLab([
      "external/vp.csv": "agency,criterion,input,value\nA,1.1,a,1\nA,1.1,b,\nB,1.1,b,3\n",
      "exemptions.csv": "agency,criterion,reason,decided_by\nC,1.1,x,QĐ 1\n",
    ])
    let outcome = try lab.count(Self.good)
    #expect(
      rows(outcome, "external/tally.csv").map { $0.prefix(3) + String($0.split(separator: ";")[3]) } == [
        "B;1a"
      ])
    #expect(outcome.rows?.agreeing == 1)
    #expect(
      outcome.lines.filter { $0.contains("tally-filed") } == [
        "error tally-filed external/vp.csv:3:-", "error tally-filed external/vp.csv:4:-",
      ])
  }

  @Test("Counting again replaces the rows, but not those of a received table")
  func countsAgain() throws {
    let header = "agency,criterion,input,value\n"
    let before = header + "A,1.2,c,9\nA,1.2,d,0\nB,1.2,c,9\nB,1.2,d,9\n"
    let lab = TallyLab([
      "self/tally.csv": before, "external/tally.csv": header + "A,1.1,a,5\nA,1.1,b,5\n",
      "submissions.csv": "agency,status,date,document,sha256\nA,received,2024-01-01,BC 1,00\n",
    ])
    let outcome = try lab.count(Self.good)
    let own = rows(outcome, "self/tally.csv").map { $0.split(separator: ";") }
    #expect(
      own.map { "\($0[0]) \($0[3]) \($0[4])" } == ["A c 9", "A d 0", "B c 0", "B d 0", "C c 0", "C d 0"])
    #expect(rows(outcome, "external/tally.csv")[0].hasPrefix("A;1.1;Tiêu chí 1.1;a;1;"))
    #expect(outcome.lines.filter { $0.hasPrefix("error") } == ["error tally-locked self/tally.csv:-:-"])
  }

  @Test("What an agency that ended carries over is not taken for a filed figure of its successor")
  func carriedFigures() throws {
    let lab = TallyLab([
      "agencies.csv":
        "agency,name,group,to,successor\nA,Sở An,so,,\nB,Sở Bình,so,2023-06-30,A\nC,Phòng,so,,\n",
      "carryover.csv": "agency,successor,criterion,decided_by\nB,A,1.1,QĐ 1\n",
      "external/vp.csv": "agency,criterion,input,value\nB,1.1,a,0\nB,1.1,b,0\n",
    ])
    let outcome = try lab.count(Self.good)
    #expect(rows(outcome, "external/tally.csv").map { String($0.prefix(1)) } == ["A", "A", "C", "C"])
    #expect(!outcome.lines.contains { $0.hasPrefix("error") })
  }
}
