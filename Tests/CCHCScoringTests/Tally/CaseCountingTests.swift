import TestSupport
import Testing

@testable import CCHCDrafting
@testable import CCHCFiles
@testable import CCHCForms
@testable import CCHCPublished
@testable import CCHCScoring
@testable import CCHCTables
@testable import CCHCTally

@Suite("Counting case files")
struct CaseCountingTests {
  @Test("Case files are counted by agency and condition; what is left out is counted apart")
  func counts() throws {
    let outcome = try TallyLab().count(
      """
      A,05/01/2023,05/01/2023,trực tuyến,không,0,x-1,
      h1,06/01/2023 08:00,2023-01-07T09:30:00,Trực Tiếp,có,10,,
      Sở An,5/1/2023,2/1/2023,TRỰC TUYẾN,,"0,6",,"ghi chú, có dấu phẩy"
      ,,,,,,,
      # ghi chú,,
      B,05/01/2023,,trực tuyến
      H9,không phải ngày,,,,,,
      "sở bình",05/01/2023,01/01/2023,"trực tuyến",0,-1,X-1,"hai
      dòng"
      """)
    #expect(outcome.of(0) == [3, 2, 1, 2])
    #expect(outcome.of(1) == [2, 1, 2, 1])
    #expect(outcome.of(2) == [0, 0, 0, 0])
    #expect(outcome.lines == ["warning tally-without-cases agencies.csv:4:agency"])
    #expect(outcome.counts.leftOut == [1, 0])
    #expect(outcome.counts.files.map(\.rows) == [6])
    #expect(outcome.counts.caseFiles == [3, 2, 0])
  }

  @Test("Wrong rows are placed, with what to write; each counts under its first reason")
  func wrongRows() throws {
    let outcome = try TallyLab().count(
      """
      A,05/01/2023,,trực tuyến,,,,
      Sở Am,05/01/2023,,trực tuyến,,,,
      ,05/01/2023,,trực tuyến,,,,
      A,31/02/2023,,trực tuyến,,,,
      A,,,trực tuyến,,,,
      A,05/01/2023,,trực tuyen,,,,
      A,05/01/2023,,trực tuyến,,"1,2,3",,
      A,05/01/2023,,trực tuyến,,,,,thừa
      A,05/01/2023,,"trực tuyến"x,,,,
      A,32/01/2023,32/01/2023,trực tuyến,,,,
      """)
    #expect(
      outcome.lines.filter { $0.hasPrefix("error") } == [
        "error case-agency-unknown x.csv:3:Đơn vị", "error cell-required x.csv:4:Đơn vị",
        "error case-value-invalid x.csv:5:Hẹn trả", "error cell-required x.csv:6:Hẹn trả",
        "error case-value-invalid x.csv:7:Kênh", "error case-value-invalid x.csv:8:Phí",
        "error cell-beyond-header x.csv:9:-", "error quote-misplaced x.csv:10:-",
        "error case-value-invalid x.csv:11:Hẹn trả",
      ])
    #expect(outcome.problems[0].suggestion == "Sở An")
    #expect(outcome.problems[4].suggestion == "trực tuyến")
    #expect(outcome.of(0)[0] == 1)
    #expect(outcome.counts.rejectedCount == 9)
    #expect(
      outcome.counts.rejected.map { "\($0.code.id) \($0.count)" } == [
        "case-agency-unknown 1", "case-value-invalid 4", "cell-beyond-header 1", "cell-required 2",
        "quote-misplaced 1",
      ])
  }

  @Test("Of many wrong rows the first hundred are placed, in the order of files and rows")
  func manyWrongRows() throws {
    let rows = (0..<500).map { "N\($0),05/01/2023\n" }.joined()
    let lists = [
      "b.csv": TallyLab.heading + rows, "a.csv": TallyLab.heading + rows.prefix(16 * 30) + "A,x\n",
    ]
    for (jobs, size) in [(1, 1 << 20), (3, 100), (2, 999)] {
      let outcome = try TallyLab().count(
        lists.mapValues { Array($0.utf8) }, jobs: jobs, pieceSize: size, isReversed: jobs == 2)
      let wrong = outcome.problems.filter { $0.severity == .error }
      #expect(wrong.count == 100)
      #expect(wrong.first?.place == Place("a.csv", row: 2, column: "Đơn vị"))
      #expect(wrong.last?.place.file == "b.csv")
      #expect(outcome.counts.rejectedCount == outcome.counts.files.reduce(0) { $0 + $1.rejected })
      #expect(outcome.counts.rejectedCount > 500)
    }
  }

  @Test("Rows of a list that turns out not to be text are not placed: others are in their stead")
  func wrongRowsOfUnreadable() throws {
    let rows = (0..<120).map { "N\($0),05/01/2023\n" }.joined()
    let outcome = try TallyLab().count(
      [
        "a.csv": Array((TallyLab.heading + rows).utf8) + [0xFF, 10],
        "b.csv": Array((TallyLab.heading + rows).utf8),
      ],
      jobs: 2, pieceSize: 200)
    #expect(outcome.counts.placedCount == 100)
    #expect(outcome.problems.first?.place == Place("b.csv", row: 2, column: "Đơn vị"))
    #expect(outcome.lines.last == "error file-encoding a.csv:-:-")
    #expect(!outcome.counts.isCounted)
  }

  @Test("A division by 0, and a figure beyond the exact range, reject their rows")
  func conditionFaults() throws {
    let lab = TallyLab([
      "set/tally.csv": "criterion,input,condition\n1.1,a,hen > 2023-01-01 and 1 / phi > 0\n1.1,b,always\n"
    ])
    let outcome = try lab.count(
      "A,05/01/2023,,trực tuyến,,2,,\nA,05/01/2023,,trực tuyến,,0,,\nA,01/01/2023,,trực tuyến,,0,,\nA,05/01/2023,,,,,,\n"
    )
    #expect(outcome.of(0) == [1, 3])
    #expect(outcome.lines.first == "error case-condition-fault x.csv:3:-")
  }

  @Test("Random lists: any number of threads, any pieces, any order give what row by row gives")
  func randomLists() throws {
    var random = SeededGenerator("random case lists")
    for _ in 0..<repetitions(12) {
      var lists: [String: [UInt8]] = [:]
      for name in ["a.csv", "b.csv"].prefix(random.number(1...2)) {
        let rows = (0..<random.number(0...60)).map { _ in Self.row(&random) }
        let end = random.pick(["\n", "\r\n"])
        lists[name] = Array(
          (([TallyLab.heading.dropLast().description] + rows).joined(separator: end) + end).utf8)
      }
      let wanted = try TallyLab().count(lists)
      for (jobs, size) in [(1, 7), (2, 64), (2, 300), (4, 1000)] {
        let given = try TallyLab().count(lists, jobs: jobs, pieceSize: size, isReversed: size == 64)
        #expect(given.counts.counts == wanted.counts.counts, "CCHC_SEED=\(runSeed)")
        #expect(given.problems == wanted.problems, "CCHC_SEED=\(runSeed)")
        #expect(given.counts.files.map(\.sha256) == wanted.counts.files.map(\.sha256))
        #expect(given.tables == wanted.tables)
      }
      // Without a program every row is read exactly.
      let exact = try TallyLab([
        "set/tally.csv": TallyLab.counts + "\n1.2,d2,\"round(phi, 0) = 1\"\n",
        "set/criteria.csv": try #require(TallyLab().files["set/criteria.csv"]).replacing(
          "d: Mã;", with: "d: Mã; d2: Tròn;"),
      ]).count(lists, jobs: 2, pieceSize: 500)
      #expect(exact.counts.plan.program?.outcomes == nil)
      for agency in 0..<3 {
        #expect(Array(exact.of(agency).prefix(4)) == wanted.of(agency), "CCHC_SEED=\(runSeed)")
      }
      #expect(exact.counts.problems.items == wanted.counts.problems.items, "CCHC_SEED=\(runSeed)")
    }
  }

  /// A row whose cells are mostly right.
  private static func row(_ random: inout SeededGenerator) -> String {
    func quoted(_ text: String) -> String { "\"\(text)\"" }
    var cells = [
      random.pick(["A", "B", "C", "Sở An", "sở bình", "H1", "H9", "A", "B"]),
      random.pick(["05/01/2023", "2023-01-06", "7/1/2023", "08/01/2023 10:00"]),
      random.pick(["", "01/01/2023", "06/01/2023", "2023-01-08"]),
      random.pick(["trực tuyến", "Trực tiếp", "TRỰC TUYẾN", " trực tiếp "]),
      random.pick(["", "có", "không", "1", "0", "Có"]),
      random.pick(["", "0", "1", "-1", "0,5", "0,51", "123456789", "1234567890", "80%"]),
      random.pick(["", "x-1", "X-1", "y", "dài hơn mười sáu byte một chút"]),
      random.pick(["", "z", "\"a,b\"", "\"c\nd\""]),
    ]
    for place in cells.indices where !cells[place].hasPrefix("\"") {
      if cells[place].contains(",") || random.once(in: 12) { cells[place] = quoted(cells[place]) }
    }
    if random.once(in: 15) {
      cells[random.number(0...6)] = random.pick(["sai", "", "\"nói \"\"a\"\"\"", "'=x"])
    }
    if random.once(in: 20) { cells = Array(cells.prefix(random.number(0...7))) }
    if random.once(in: 25) { cells.append(random.pick(["", "thừa"])) }
    return cells.joined(separator: ",")
  }

  @Test("UTF-8 and UTF-16 lists of other delimiters and headings count alike")
  func encodings() throws {
    let text = "Trả;Unit;Kênh;Due;Số hóa;Phí;Mã\r\n;Sở An;trực tuyến;05/01/2023;có;1,5;x-1\r\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let outcome = try TallyLab().count(
      ["a.csv": [0xEF, 0xBB, 0xBF] + Array(text.utf8), "b.csv": wide], jobs: 2)
    #expect(outcome.of(0) == [2, 0, 0, 2])
    #expect(outcome.counts.rejectedCount == 0)
  }

  @Test("Agencies of another set and names of two agencies")
  func otherSets() throws {
    let lab = TallyLab([
      "agencies.csv": "agency,name,group\nA,Sở,so\nB,Sở,so\nC,Phòng,xa\n",
      "round.csv": "key,value\nname,Kỳ thử\nyear,2023\ncriteria:so,bo\ncriteria:xa,khac\n",
      "criteria/khac/set.csv": "key,value\nname,Bộ khác\nlegal_basis,Quyết định\n",
      "criteria/khac/criteria.csv": criteria([Row("1", max: "5", inputs: "a", rule: "a")]),
    ])
    let outcome = try lab.count("C,x\nPhòng,x\nSở,05/01/2023,,trực tiếp\nA,05/01/2023,,trực tiếp\n")
    #expect(outcome.counts.leftOut == [0, 2])
    #expect(outcome.lines.first == "error case-agency-unknown x.csv:4:Đơn vị")
    #expect(outcome.of(0)[0] == 1)
  }
}
