import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring
import TestSupport
import Testing

/// A small annex and what its rows become: code, points and name of each.
struct Annex: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let rows: [String]
  /// `code place` of every problem.
  let problems: [String]

  init(_ name: String, _ text: String, _ rows: [String], _ problems: [String] = []) {
    (testDescription, self.text, self.rows, self.problems) = (name, text, rows, problems)
  }

  static func draft(_ text: String, sheet: String? = nil) throws -> DraftReader.Outcome {
    try DraftReader.draft(AnnexWorkbook.bytes(text), file: "pl.xlsx", sheet: sheet)
  }

  static let head = "STT|Tiêu chí|Điểm tối đa|Cách đánh giá\n"
}

@Suite("The table of an annex")
struct AnnexTests {
  static let shapes: [Annex] = [
    Annex(
      "Roman fields, decimals that begin anew",
      Annex.head + "I|A|#2\n1|B|#2\n1.1|C|#1\n1.2|D|#1\nII|E|#1\n1|F|#1",
      ["1 2 A", "1.1 2 B", "1.1.1 1 C", "1.1.2 1 D", "2 1 E", "2.1 1 F"]),
    Annex(
      "decimals only, with points at their ends", Annex.head + "1.|A|#2\n1.1.|B|#2\n1.1.1.|C|#2\n2.|D|#1",
      ["1 2 A", "1.1 2 B", "1.1.1 2 C", "2 1 D"]),
    Annex(
      "numbers of fields inside", Annex.head + "I|A|#2\nI.1|B|#2\nI.1.1|C|#2\nII|D|#1\nII.1|E|#1",
      ["1 2 A", "1.1 2 B", "1.1.1 2 C", "2 1 D", "2.1 1 E"]),
    Annex(
      "letters above Roman numerals", Annex.head + "A|X|#2\nI|A|#2\n1|B|#2\nB|Y|#1\nI|C|#1",
      ["1 2 X", "1.1 2 A", "1.1.1 2 B", "2 1 Y", "2.1 1 C"]),
    Annex(
      "a), b) with points that add up are criteria", Annex.head + "1|A|#2\n1.1|B|#2\na)|C|#1,5\nb)|D|#0.5",
      ["1 2 A", "1.1 2 B", "1.1.1 1.5 C", "1.1.2 0.5 D"]),
    Annex(
      "a), b) of which the best is the maximum are tiers",
      Annex.head + "1|A|#2\n1.1|B|#2\na)|Đạt|#2\nb)|Không đạt|#0",
      ["1 2 A", "1.1 2 B"]),
    Annex(
      "no column of numbers",
      "Nội dung đánh giá|Thang điểm\nI. Chỉ đạo|2\n1. Kế hoạch|2\n1.1. Ban hành|2\n- Đạt|2\n- Không đạt|0",
      ["1 2 Chỉ đạo", "1.1 2 Kế hoạch", "1.1.1 2 Ban hành"]),
    Annex(
      "a field's name over two columns", Annex.head + "I. Chỉ đạo|>|#1\n1|B|#1",
      ["1 1 Chỉ đạo", "1.1 1 B"]),
    Annex(
      "fields called so", Annex.head + "Lĩnh vực 1|Chỉ đạo|#1\n1.1|B|#1\nLĩnh vực 2|Thể chế|#1\n2.1|C|#1",
      ["1 1 Chỉ đạo", "1.1 1 B", "2 1 Thể chế", "2.1 1 C"]),
    Annex(
      "a header of two rows", "TT|Tiêu chí|Điểm|>|Ghi chú\n^|^|Tự chấm|Tối đa|^\n1|A||2 điểm\n1.1|B||2,00",
      ["1 2 A", "1.1 2 B"]),
    Annex(
      "a total, a note and bonus points without a number",
      Annex.head + "1|A|#1\n|Điểm thưởng|#2\n|TỔNG CỘNG|#1\nGhi chú: x|>|>|>", ["1 1 A", "2 2 Điểm thưởng"]),
    Annex(
      "the spreadsheet made 1.1 of 1.10",
      Annex.head + "1|A|#10\n" + (1...9).map { "1.\($0)|X|#1" }.joined(separator: "\n") + "\n#1.1|Y|#1",
      ["1 10 A"] + (1...9).map { "1.\($0) 1 X" } + ["1.10 1 Y"], ["annex-number-changed A12"]),
    Annex(
      "sums that do not agree are told, not mended",
      Annex.head + "1|A|#3\n1.1|B|#1\n1.2|C|#1\n|Tổng cộng|#100",
      ["1 3 A", "1.1 1 B", "1.2 1 C"], ["annex-sum-of-children C2", "annex-total C5"]),
    Annex(
      "a total that counts the bonus", Annex.head + "1|A|#3\n2|Điểm thưởng|#2\n3|Điểm trừ|-2\n|Tổng cộng|#5",
      ["1 3 A", "2 2 Điểm thưởng", "3 2 Điểm trừ"], ["annex-maximum-negative C4"]),
    Annex("a number twice", Annex.head + "1|A|#1\n1|B|#1", ["1 1 A", "2 1 B"], ["annex-number-twice A3"]),
    Annex("a number left out", Annex.head + "1|A|#1\n3|B|#1", ["1 1 A", "3 1 B"], ["annex-number-gap A3"]),
    Annex(
      "a number that is none", Annex.head + "1|A|#1\nx?|B|#1", ["1 1 A", "2 1 B"], ["annex-number-unread A3"]),
    Annex("points that are none", Annex.head + "1|A|1-2", ["1 – A"], ["annex-maximum-invalid C2"]),
    Annex("no points", Annex.head + "1|A|", ["1 – A"], ["annex-maximum-missing B2"]),
    Annex(
      "an error in a cell", Annex.head + "1|A|#REF!", ["1 – A"],
      ["annex-cell-error C2", "annex-maximum-missing B2"]),
    Annex("a header and nothing", Annex.head + "|chữ|", [], ["annex-without-rows A2"]),
    Annex("no header", "Công văn|Số 1\nKính gửi|Sở Nội vụ", [], ["annex-header-missing -"]),
    Annex("an empty sheet", "", [], ["annex-header-missing -"]),
    Annex(
      "a merged cell over the header", "Tiêu chí, điểm tối đa|>|>\n1|A|#1", [], ["annex-header-missing -"]),
    Annex(
      "more rows than any decision has", Annex.head + (1...5_002).map { "x|y\($0)" }.joined(separator: "\n"),
      [],
      ["annex-too-long A5002", "annex-without-rows A2"]),
  ]

  @Test("numbers of all kinds become codes; what cannot be right is told with its cell", arguments: shapes)
  func reads(_ annex: Annex) throws {
    let outcome = try Annex.draft(annex.text)
    let rows = outcome.set?.rows.map { row in
      "\(row.code) \(row.maximum.map { exactText(Rational($0)) } ?? "–") \(row.name)"
    }
    #expect(rows ?? [] == annex.rows)
    let told = outcome.problems.items.map { problem in
      "\(problem.code.id) \(problem.place.cell ?? "-")"
    }
    #expect(told == annex.problems)
    for problem in outcome.problems.items {
      #expect(!problem.message(in: .vietnamese).contains("{"))
      #expect(problem.message(in: .vietnamese) != problem.message(in: .english))
    }
  }

  @Test("every problem code of drafting has an annex that produces it")
  func coversCodes() {
    let produced = Set(Self.shapes.flatMap(\.problems).map { String($0.split(separator: " ")[0]) })
    #expect(Set(ProblemCode.draftCodes.map(\.id)).subtracting(produced) == [])
  }

  @Test("tiers in rows, in lines, beside and below a criterion are its sentences")
  func gathersTiers() throws {
    func words(_ rows: String) throws -> String? {
      try Annex.draft(Annex.head + rows).set?.leaves.first?.words
    }
    let three = "Đạt tốt: 2; Đạt: 1; Không đạt: 0"
    #expect(try words("1|A|#2|Đạt tốt: 2\\nĐạt: 1\\nKhông đạt: 0") == three)
    #expect(try words("1|A\\n- Đạt tốt: 2\\n- Đạt: 1\\n- Không đạt: 0|#2") == three)
    #expect(try words("1|A|#2\n|Đạt tốt|2\n|Đạt|1\n|Không đạt|0") == three)
    #expect(try words("1|A|#2\n-|Đạt tốt: 2|\n-|Đạt: 1|\n-|Không đạt: 0|") == three)
    #expect(try words("1|A|#2|Đạt tốt\n|||\n^|^|#1|Đạt\n^|^|#0|Không đạt") == three)
    #expect(try words("1|A|#2|Đạt tốt: 2;\n^|^|^|Đạt: 1;\n^|^|^|Không đạt: 0") == three)
  }

  @Test("a survey is one where the annex says so, and gets no rule of another kind")
  func findsSurveys() throws {
    let head = "STT|Tiêu chí|Điểm tối đa|Cách đánh giá|Ghi chú\n"
    let rows =
      "1|A|#1|Đạt: 1; không đạt: 0|ĐTXHH\n2|B|#1|Qua điều tra xã hội học|\n3|Phối hợp điều tra xã hội học|#1|Đạt: 1; không đạt: 0|"
    let leaves = try #require(try Annex.draft(head + rows).set?.leaves)
    #expect(leaves.map(\.method) == [.survey, .survey, .own])
    #expect(leaves.map { (try? $0.outcome?.get()) == nil } == [true, true, false])
  }

  @Test("the first sheet with such a header is read, or the one that is named")
  func choosesSheet() throws {
    let bytes = AnnexWorkbook.bytes([
      ("Bìa", "Quyết định|Số 1"), ("PL1", Annex.head + "1|A|#1"), ("PL2", Annex.head + "1|B|#1"),
    ])
    func name(_ sheet: String?) throws -> String? {
      try DraftReader.draft(bytes, file: "x.xlsx", sheet: sheet).set?.rows.first?.name
    }
    #expect(try name(nil) == "A")
    #expect(try name("pl2") == "B")
    #expect(try name("Bìa") == nil)
    #expect(throws: WorkbookFault.self) { try name("PL3") }
  }

  @Test("set.csv's title and decision stand above the table, or are left to be written")
  func readsTitle() throws {
    let titled = "BẢNG TIÊU CHÍ CCHC|>\nCỦA CÁC XÃ|>\n(Kèm theo Quyết định số 5/QĐ-UBND)|>\n"
    let set = try #require(try Annex.draft(titled + Annex.head + "1|A|#1").set)
    #expect(set.name == "Bảng tiêu chí CCHC của các xã")
    #expect(set.legalBasis == "Quyết định số 5/QĐ-UBND")
    let bare = try #require(try Annex.draft(Annex.head + "1|A|#1").set)
    #expect(bare.name.isEmpty && bare.legalBasis.isEmpty)
  }

  @Test("a workbook that is none is refused")
  func refusesOthers() {
    for bytes in [[], Array("STT;Tiêu chí;Điểm tối đa".utf8), [UInt8](repeating: 0, count: 5_000)] {
      #expect(throws: WorkbookFault.self) { try DraftReader.draft(bytes, file: "x") }
    }
  }
}
