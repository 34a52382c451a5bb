import CCHCFiles
import Foundation
import TestSupport
import Testing

@Suite("cchc draft-set")
struct DraftSetTests {
  private static let fixtures = Program.project.appendingPathComponent("Tests/Fixtures/draft")

  /// A folder with the workbook of the sample annex.
  private func folder() throws -> TemporaryFolder {
    let text = try String(contentsOf: Self.fixtures.appendingPathComponent("phu-luc.txt"), encoding: .utf8)
    let folder = try TemporaryFolder()
    try folder.write(AnnexWorkbook.bytes(text), to: "phu-luc.xlsx")
    return folder
  }

  private func run(_ words: [String], in folder: TemporaryFolder) throws -> Program.Run {
    try Program.run(["draft-set"] + words, in: URL(fileURLWithPath: folder.path))
  }

  @Test("the sample annex gives the committed draft, byte by byte; RECORD=1 writes it anew and fails")
  func draftsSample() throws {
    let folder = try folder()
    let run = try run(["phu-luc.xlsx", "-o", "bo/cchc-mau"], in: folder)
    // The annex's total does not agree with its fields.
    #expect(run.code == 1, "\(run.messages)")
    #expect(
      run.messages.contains(
        "[annex-total] Dòng tổng ghi 17 điểm nhưng các lĩnh vực tính điểm cộng lại là 16,5."))
    #expect(run.messages.contains("trang tính “Phụ lục I”, ô C37"))
    #expect(run.output.contains("Công thức đề xuất, cần soát: 11. Còn phải viết: 2."))
    for name in ["set.csv", "criteria.csv", "de-xuat.md"] {
      let golden = Self.fixtures.appendingPathComponent(name)
      let found = try #require(folder.text("bo/cchc-mau/\(name)"))
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try Data(found.utf8).write(to: golden)
        Issue.record("\(name) was written anew")
      }
      let isSame = try Data(found.utf8) == Data(contentsOf: golden)
      #expect(isSame, "\(name) differs")
    }
  }

  @Test("check runs on a draft and asks for the rules still to write; the others pass")
  func checksDraft() throws {
    let folder = try folder()
    _ = try run(["phu-luc.xlsx", "-o", "bo/cchc-mau"], in: folder)
    let check = try Program.run(["check", folder.path("bo/cchc-mau")])
    #expect(check.code == 1)
    let errors = check.output.split(separator: "\n").filter { $0.contains(": lỗi ") }
    #expect(errors.count == 2)
    #expect(errors.allSatisfy { $0.contains("[rule-missing]") })
  }

  @Test("nothing is overwritten, and what cannot be read ends with 2")
  func refuses() throws {
    let folder = try folder()
    try folder.write("x", to: "day/criteria.csv")
    try folder.write("STT,Tiêu chí\n", to: "a.xlsx")
    try folder.makeFolder("trong")
    for (words, hint) in [
      (["phu-luc.xlsx", "-o", "day"], "không ghi đè"), (["phu-luc.xlsx", "-o", "Bộ một"], "tên thư mục"),
      (["a.xlsx", "-o", "x"], "không phải là bảng tính"), (["khong-co.xlsx", "-o", "x"], "không có tệp"),
      (["phu-luc.xlsx", "-o", "x", "--sheet", "Hai"], "không có trang tính “Hai”"),
      (["phu-luc.xlsx"], "thiếu"),
    ] {
      let run = try run(words, in: folder)
      #expect(run.code == 2, "\(words)")
      #expect(run.messages.contains(hint), "\(run.messages)")
    }
    #expect(folder.text("day/criteria.csv") == "x")
    #expect(try run(["phu-luc.xlsx", "-o", "trong"], in: folder).code == 1)
    #expect(folder.text("trong/criteria.csv") != nil)
    #expect(try folder.names() == ["a.xlsx", "day", "phu-luc.xlsx", "trong"])
  }

  @Test("a workbook without such a table ends with 1, says what was looked for, and writes nothing")
  func findsNoTable() throws {
    let folder = try TemporaryFolder()
    try folder.write(AnnexWorkbook.bytes("Công văn|Số 1", sheet: "Bìa"), to: "a.xlsx")
    let run = try run(["a.xlsx", "-o", "x", "--lang", "en"], in: folder)
    #expect(run.code == 1)
    #expect(run.messages.contains("There is no table of criteria (looked at “Bìa”)"))
    #expect(try folder.names() == ["a.xlsx"])
  }

  @Test("problems come as JSON where a program asks")
  func json() throws {
    let folder = try folder()
    let run = try run(["phu-luc.xlsx", "-o", "x", "--json"], in: folder)
    let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(list.map { $0["code"] as? String } == ["annex-total"])
  }
}
