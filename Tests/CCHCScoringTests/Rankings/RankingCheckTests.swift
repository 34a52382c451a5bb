import CCHCFiles
import CCHCPublished
import TestSupport
import Testing

@Suite("Published rankings")
struct RankingCheckTests {
  @Test("a slip is reported with its row and column, in whole sentences", arguments: PrintedRanking.broken)
  func reportsSlips(_ table: PrintedRanking) {
    let checked = CheckedRanking(table.text)
    #expect(checked.lines == table.lines, "\(checked.messages)")
    for problem in checked.problems.items { #expect(problem.leftover == nil, "\(problem.words)") }
    expectChecks(checked, table)
  }

  @Test("what rounding, ties, blocs or the layout explain is no slip", arguments: PrintedRanking.sound)
  func acceptsSound(_ table: PrintedRanking) {
    let checked = CheckedRanking(table.text)
    #expect(checked.lines == [], "\(checked.messages)")
    #expect(checked.checks.count == 1)
    expectChecks(checked, table)
  }

  private func expectChecks(_ checked: CheckedRanking, _ table: PrintedRanking) {
    for (kind, rows) in table.checked {
      #expect(checked.checks.first?.checked[kind] == rows, "\(kind)")
    }
  }

  @Test("every code has a table that produces it")
  func coversCodes() {
    let produced = Set(
      PrintedRanking.broken.flatMap(\.lines).compactMap { $0.split(separator: " ").dropFirst().first }.map(
        String.init))
    #expect(Set(ProblemCode.rankingCodes.map(\.id)) == produced)
  }

  @Test("a workbook is read as the table that it shows", arguments: CellTyping.allCases)
  func readsWorkbooks(_ typing: CellTyping) throws {
    let table =
      "Cơ quan;Điểm;Điểm tối đa;Chỉ số;Xếp hạng\nA;9,5;10;95,00%;1\nB;9,0;10;90,00%;2\nC;8,1;10;82,00%;3\n"
    let checked = CheckedRanking(workbook(csv: table, sheet: "Phụ lục", typing: typing), file: "bang.xlsx")
    #expect(checked.lines == ["error ranking-index bang.xlsx:4:Chỉ số"])
    let place = try #require(checked.problems.items.first?.place)
    #expect(place.sheet == "Phụ lục" && place.cell == "D4")
    #expect(checked.checks.map(\.rowCount) == [3] && checked.checks.map(\.sheet) == ["Phụ lục"])
  }

  @Test("headings are known in either language, in any case, form of letters and encoding")
  func readsEncodings() {
    let table = "XẾP HẠNG;CƠ QUAN;ĐIỂM\n1;A;9\n2;B;8\n2;C;7\n"
    let decomposed = table.replacing("Ế", with: "E\u{302}\u{301}")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in table.replacing(";", with: "\t").utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let english = "rank,agency,points\n1,A,9\n2,B,8\n2,C,7"
    for bytes in [Array(table.utf8), Array(decomposed.utf8), Array(english.utf8), wide] {
      #expect(CheckedRanking(bytes).problems.items.map(\.code.id) == ["ranking-tie"])
    }
    let other = CheckedRanking(Array("Cơ quan;Điểm\n".utf8) + [0xFF, 0x80, 10])
    #expect(other.problems.items.map(\.code.id) == ["file-encoding"])
  }

  @Test(
    "the rankings that the shipped rounds publish contradict nothing",
    arguments: ["2023-cchc-mau", "2024-cchc-mau", "2025-cchc-xa-mau", "2026-dvc-766"])
  func acceptsOwn(round: String) throws {
    let project = try CommittedProject()
    let checked = CheckedRanking(try readFile(project.path("reports/\(round)/cong-bo/ranking.csv")))
    #expect(!checked.problems.hasErrors, "\(checked.messages)")
    #expect(checked.checks.first?.checked[.ranks] ?? 0 > 5)
  }

  @Test("one change of one figure is always found, and a table of anything never ends the program")
  func findsAnyChange() throws {
    var random = SeededGenerator("random rankings")
    for number in 0..<repetitions(30) {
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), table \(number)")
      var table = RandomRanking(&random)
      #expect(CheckedRanking(table.text).lines == [], note)
      let (row, column) = table.spoil(&random)
      let checked = CheckedRanking(table.text)
      #expect(
        checked.problems.hasErrors,
        "CCHC_SEED=\(runSeed), table \(number), row \(row), column \(column)\n\(table.text)")
      var bytes = Array(table.text.utf8)
      for _ in 0..<random.number(1...30) {
        let place = random.number(0...(bytes.count - 1))
        switch random.number(0...2) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(random.number(0...255))
        default:
          bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.number(0...40))], at: place)
        }
      }
      _ = CheckedRanking(bytes)
    }
  }
}

/// A ranking without a slip, by rows of name, two fields, points, maximum, index and rank.
private struct RandomRanking {
  var rows: [[String]]

  init(_ random: inout SeededGenerator) {
    let count = random.number(5...40)
    var agencies = (0..<count).map { number -> (name: String, fields: [Int], max: Int) in
      ("Sở \(number)", [random.number(0...3_000), random.number(0...6_000)], 100 - 5 * random.number(0...2))
    }
    let index = { (agency: (name: String, fields: [Int], max: Int)) in
      // Hundredths of points over the maximum, in hundredths of a percent, halves up.
      (agency.fields.reduce(0, +) * 200 + agency.max) / (2 * agency.max)
    }
    agencies.sort { index($0) > index($1) }
    var rank = 0
    rows = agencies.enumerated().map { place, agency in
      if place == 0 || index(agencies[place - 1]) != index(agency) { rank = place + 1 }
      let figures = agency.fields + [agency.fields.reduce(0, +)]
      return ["\(place + 1)", agency.name] + figures.map(Self.shown)
        + ["\(agency.max)", Self.shown(index(agency)), "\(rank)"]
    }
  }

  private static func shown(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Changes one figure by more than any rounding does, and tells which.
  mutating func spoil(_ random: inout SeededGenerator) -> (row: Int, column: Int) {
    let (row, column) = (random.number(0...(rows.count - 1)), random.number(2...6))
    if column == 5 {
      rows[row][column] = "\((Int(rows[row][column]) ?? 0) + 7)"
    } else {
      let hundredths = Int(rows[row][column].filter { $0 != "," }) ?? 0
      rows[row][column] = Self.shown(hundredths + random.number(3...400))
    }
    return (row, column)
  }

  var text: String {
    "STT;Tên cơ quan;1. Chỉ đạo;2. Thể chế;Tổng điểm;Điểm tối đa;Chỉ số (%);Xếp hạng\n"
      + rows.map { $0.joined(separator: ";") + "\n" }.joined()
  }
}
