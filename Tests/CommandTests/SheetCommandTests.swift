import Foundation
import TestSupport
import Testing

/// A project whose round 2024 is made of workbooks.
private func workbookProject() throws -> SmallProject {
  let project = try SmallProject()
  let made = try project.run(
    "new", "evidence/2024", "--criteria", "so=bo", "--agencies", "co-quan.csv", "--xlsx")
  #expect(made.code == 0, "\(made.messages)")
  return project
}

extension SmallProject {
  fileprivate func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  fileprivate func write(_ bytes: [UInt8], to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Changes the cells of a workbook's first sheet.
  fileprivate func change(_ name: String, _ change: (inout [[String]]) -> Void) throws {
    var cells = try sheetCells(try bytes(name))
    change(&cells)
    try write(workbook(cells: cells), to: name)
  }

  /// Fills values into self/<agency>.xlsx by criterion and input.
  fileprivate func fillSheet(_ agency: String, _ values: [String: String]) throws {
    try change("evidence/2024/self/\(agency).xlsx") { cells in
      for row in cells.indices where cells[row].count > 2 {
        guard let value = values["\(cells[row][0]) \(cells[row][2])"] else { continue }
        while cells[row].count < 7 { cells[row].append("") }
        (cells[row][5], cells[row][6]) = (value, "BC 1")
      }
    }
  }
}

@Suite("Commands over workbooks")
struct SheetCommandTests {
  private let values = ["1.1 a": "12", "1.1 b": "10", "1.2 s": "kịp thời"]

  @Test("a round of workbooks is made, filled, received, appraised and scored")
  func wholeYear() throws {
    let project = try workbookProject()
    let names = try project.names(in: "evidence/2024").filter { $0.contains(".") }
    #expect(names.contains("self/STP.xlsx") && names.filter { $0.hasSuffix(".csv") } == ["agencies.csv"])
    for agency in ["SNV", "STP"] { try project.fillSheet(agency, values) }
    let preview = try project.run("preview", "evidence/2024", "STP")
    #expect(preview.code == 0 && preview.output.contains("18,33"), "\(preview.output)")
    let received = try project.run(
      "receive", "evidence/2024", "STP", "--on", "5/1/2025", "--document", "Số 1")
    #expect(received.code == 0, "\(received.messages)")
    let slip = try #require(project.text("reports/2024/co-quan/STP/phieu-tiep-nhan.md"))
    #expect(slip.contains("self/STP.xlsx"))
    #expect(try project.run("check", "evidence/2024").code == 0)

    #expect(try project.run("assign", "evidence/2024").code == 0)
    let list = "reports/2024/noi-bo/tham-dinh/SNV.xlsx"
    let heading = try #require(try sheetCells(try project.bytes(list)).first { $0.contains("lần thẩm định") })
    let (round, name) = (
      try #require(heading.firstIndex(of: "lần thẩm định")),
      try #require(heading.firstIndex(of: "tên tiêu chí"))
    )
    try project.change(list) { cells in
      for row in cells.indices where cells[row].count > name && cells[row][name].hasPrefix("Hồ sơ") {
        cells[row][round] = "1"
      }
    }
    let again = try project.run("assign", "evidence/2024")
    #expect(again.code == 2 && again.messages.contains("SNV.xlsx"), "\(again.messages)")
    try project.write(try project.bytes(list), to: "evidence/2024/appraisal/SNV.xlsx")
    let appraised = try project.run("appraisal", "evidence/2024")
    #expect(appraised.code == 0, "\(appraised.messages)")
    #expect(appraised.output.contains("SNV: 1/2"), "\(appraised.output)")

    // The received table is locked as a workbook, too.
    try project.fillSheet("STP", ["1.1 b": "11"])
    let changed = try project.run("check", "evidence/2024")
    #expect(changed.code == 1 && changed.output.contains("self/STP.xlsx: lỗi [submission-changed]"))
  }

  @Test("a worklist with a changed code is answered with the code that it was")
  func checksNames() throws {
    let project = try workbookProject()
    try project.fillSheet("STP", values)
    #expect(try project.run("assign", "evidence/2024", "--only", "xlsx").code == 0)
    #expect(project.text("reports/2024/noi-bo/tham-dinh/SNV.csv") == nil)
    let list = "reports/2024/noi-bo/tham-dinh/SNV.xlsx"
    try project.change(list) { cells in
      for row in cells.indices where cells[row].first == "1.1" {
        cells[row][0] = "1.2"
        cells[row][13...] = ["1"]
      }
    }
    try project.write(try project.bytes(list), to: "evidence/2024/appraisal/SNV.xlsx")
    let run = try project.run("check", "evidence/2024")
    #expect(run.code == 1 && run.output.contains("[criterion-code-changed]"), "\(run.output)")
    #expect(run.output.contains("appraisal/SNV.xlsx, trang tính “Trang tính1”, ô A3, cột “mã tiêu chí”"))
  }

  @Test("a register that is a workbook is read, but no row is added to it")
  func keepsRegister() throws {
    let project = try workbookProject()
    try project.fillSheet("STP", values)
    let register = [
      ["mã cơ quan", "trạng thái", "ngày", "lý do", "bổ sung trước hết ngày"],
      ["STP", "trả lại", "2025-01-05", "x", "2025-01-09"],
    ]
    try project.write(workbook(cells: register), to: "evidence/2024/submissions.xlsx")
    let run = try project.run("receive", "evidence/2024", "STP", "--on", "6/1/2025", "--document", "Số 1")
    #expect(run.code == 1 && run.messages.contains("[register-workbook]"), "\(run.messages)")
    #expect(project.text("evidence/2024/submissions.csv") == nil)
  }

  @Test("a table in both forms is not received, and both files are named")
  func refusesTwins() throws {
    let project = try workbookProject()
    try project.write("criterion,input,value\n1.1,a,12\n", to: "evidence/2024/self/STP.csv")
    let run = try project.run("receive", "evidence/2024", "STP", "--on", "6/1/2025", "--document", "Số 1")
    #expect(run.code == 1 && run.messages.contains("self/STP.csv và self/STP.xlsx"), "\(run.messages)")
  }

  @Test(
    "another kind of spreadsheet in place of a table is told of, to the agency, too",
    arguments: ["STP.xls", "STP.xlsm", "STP.ods"])
  func tellsOtherKinds(_ name: String) throws {
    let project = try workbookProject()
    try project.write("x", to: "evidence/2024/self/\(name)")
    try project.write("x", to: "evidence/2024/self/~$STP.xlsx")
    for words in [["check", "evidence/2024"], ["check", "evidence/2024", "--agency", "STP"]] {
      let run = try Program.run(words, in: project.folder)
      #expect((run.output + run.messages).contains("self/\(name): cảnh báo [file-spreadsheet]"))
      #expect(!(run.output + run.messages).contains("~$"))
    }
  }

  @Test("closing freezes workbooks, and the frozen version can be scored")
  func freezes() throws {
    let project = try workbookProject()
    for agency in ["SNV", "STP"] { try project.fillSheet(agency, values) }
    try project.write(
      "agency,criterion,round,points,reason,appraiser\nSTP,1.1,1,,,council\nSTP,1.2,1,,,council\nSNV,1.1,1,,,council\nSNV,1.2,1,,,council\nSTP,2.2,1,0,x,council\nSNV,2.2,1,0,x,council\n",
      to: "evidence/2024/appraisal/lan-1.csv")
    let closed = try project.run("close", "evidence/2024", "--on", "10/3/2025")
    #expect(closed.code == 0, "\(closed.messages)")
    #expect(
      project.text("evidence/2024/closed/1/SHA256SUMS")?.contains("evidence/2024/self/STP.xlsx") ?? false)
    #expect(try project.run("check", "evidence/2024").code == 0)
    #expect(try project.run("score", "evidence/2024/closed/1/evidence/2024", "-o", "x").code == 0)
    try project.fillSheet("STP", ["1.1 b": "9"])
    let changed = try project.run("check", "evidence/2024")
    #expect(changed.code == 1 && changed.output.contains("self/STP.xlsx: lỗi [closed-changed]"))
  }

  @Test("problems for machines name sheet and cell")
  func tellsMachines() throws {
    let project = try workbookProject()
    try project.fillSheet("STP", ["1.1 a": "mười"])
    let run = try project.run("check", "evidence/2024", "--json")
    #expect(run.code == 1)
    #expect(
      run.output.contains("\"sheet\":\"Trang tính1\",\"cell\":\"F2\"")
        || run.output.contains("\"cell\": \"F2\""), "\(run.output)")
  }

  @Test("lists of the year are workbooks, too; a filled list of breakthrough work is never written over")
  func writesLists() throws {
    let project = try workbookProject()
    for agency in ["SNV", "STP"] { try project.fillSheet(agency, values) }
    #expect(try project.run("status", "evidence/2024").code == 0)
    #expect(try sheetCells(try project.bytes("reports/2024/noi-bo/tinh-hinh.xlsx"))[1][0] == "SNV")
    try project.write("key,value\nannounced,2025-03-14\n", to: "evidence/2024/publication.csv")
    let words = ["followup", "evidence/2024", "--on", "20/3/2025"]
    #expect(try Program.run(words, in: project.folder).code == 0)
    #expect(try Program.run(words, in: project.folder).code == 0)
    let list = "reports/2024/noi-bo/dot-pha.xlsx"
    try project.change(list) { $0.append(["STP", "", "Việc mới"]) }
    let kept = try Program.run(words, in: project.folder)
    #expect(kept.code == 2 && kept.messages.contains("dot-pha.xlsx"))
    #expect(try Program.run(words + ["--only", "md,csv"], in: project.folder).code == 0)
    try project.write(try project.bytes(list), to: "evidence/2024/breakthrough.xlsx")
    let read = try Program.run(words, in: project.folder)
    #expect(read.code == 0, "\(read.messages)")
    #expect(project.text("reports/2024/noi-bo/dot-pha.md")?.contains("Việc mới") ?? false)
  }

  @Test(
    "a hostile workbook is one clear problem of its file, in bounded time", .timeLimit(.minutes(5)),
    arguments: HostileWorkbook.all)
  func survives(_ hostile: HostileWorkbook) throws {
    let project = try workbookProject()
    try project.write(hostile.bytes, to: "evidence/2024/self/STP.xlsx")
    let run = try project.run("check", "evidence/2024")
    #expect(run.code == 1)
    #expect(run.output.contains("self/STP.xlsx: lỗi [\(hostile.code)]"), "\(run.output)")
  }
}
