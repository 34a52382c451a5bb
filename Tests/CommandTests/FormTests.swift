import CCHCOffice
import Foundation
import TestSupport
import Testing

@Suite("Forms that score themselves, and their way back")
struct FormTests {
  /// A project with a round whose agencies have forms in the folder `bm`.
  private func project() throws -> SmallProject {
    let project = try SmallProject()
    #expect(
      try project.run(
        "new", "evidence/ky", "--year", "2025", "--criteria", "so=bo", "--agencies", "co-quan.csv"
      )
      .code == 0)
    try project.fill("STP", in: "evidence/ky", ["1.1 a": "8"])
    #expect(try project.run("form", "evidence/ky", "-o", "bm").code == 0)
    return project
  }

  private func bytes(_ project: SmallProject, _ name: String) throws -> [UInt8] {
    try #require(
      FileManager.default.contents(atPath: project.folder.appendingPathComponent(name).path).map { Array($0) }
    )
  }

  /// Fills a form and puts it where it comes back.
  private func fill(
    _ project: SmallProject, of agency: String = "STP", sheet: Int = 1, as name: String = "ve.xlsx",
    _ changes: [String: EditedCell]
  ) throws {
    let form = try edited(bytes(project, "bm/\(agency).xlsx"), sheet: sheet, changes)
    let place = project.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(form).write(to: place)
  }

  // Rows of the small set's form: 12 field, 13 leaf 1.1, 14 a, 15 b, 16 leaf 1.2, 17 s.

  @Test("a form holds what is filed, its points, and headings that a program finds")
  func formIsFilled() throws {
    let project = try project()
    let file = try WorkbookFile(bytes(project, "bm/STP.xlsx"))
    #expect(file.sheets.map(\.name) == ["Tự chấm điểm", "Hướng dẫn", "Cách chấm", "Tinh", "_tem"])
    #expect(file.sheets.map(\.visibility) == [.visible, .visible, .visible, .hidden, .veryHidden])
    let form = try file.read(named: "Tự chấm điểm")
    func text(_ cell: String) throws -> String { try form[#require(CellPosition(cell))]?.value.text ?? "" }
    #expect(
      try ["A11", "B11", "C11", "D11", "E11"].map(text) == [
        "Mã", "Tên", "Điểm tối đa", "Số liệu", "Điểm tự chấm",
      ])
    #expect(try text("A13") == "1.1" && text("D14") == "8" && text("D15") == "")
    #expect(try text("E13") == "0" && text("F13") == "Chưa đủ số liệu: 0 điểm" && text("F15") == "Chưa nhập")
    #expect(try text("G13") == "BC 1")
    #expect(form.formula(at: try #require(CellPosition("E13"))) != nil)
    #expect(try text("A9").hasPrefix("Chỉ số và xếp loại chưa xác định"))
  }

  @Test("a form holds its own agency's rows alone")
  func formIsPrivate() throws {
    let project = try project()
    let file = try WorkbookFile(bytes(project, "bm/SNV.xlsx"))
    for sheet in file.sheets {
      for cell in try file.read(sheet).cells { #expect(!cell.value.text.contains("Sở Tư pháp")) }
    }
  }

  @Test("a filled form becomes the self table, and scoring it equals scoring the same figures from CSV")
  func roundTrip() throws {
    let project = try project()
    try fill(
      project,
      ["D14": .number("8"), "D15": .number("7"), "D17": .text("kịp thời"), "H13": .text("Đã rà soát")])
    let taken = try project.run("import", "evidence/ky", "ve.xlsx")
    #expect(taken.code == 0, "\(taken.messages)")
    #expect(taken.output.contains("mã đối chiếu"))
    let table = try #require(project.text("evidence/ky/self/STP.csv"))
    #expect(table.contains("1.1;Hồ sơ đúng hạn;a;8;BC 1;Đã rà soát\r\n1.1;Hồ sơ đúng hạn;b;7;;"))
    #expect(table.contains(";s;kịp thời;"))
    #expect(try project.run("score", "evidence/ky", "--only", "csv").code == 0)
    let scores = try #require(project.text("reports/ky/noi-bo/scores.csv"))
    #expect(scores.contains("STP,1.1,scored,8.75"), "\(scores)")
    #expect(scores.contains("STP,1.2,scored,10.00"))
    // The same once more changes nothing.
    let again = try project.run("import", "evidence/ky", "ve.xlsx")
    #expect(again.code == 0 && again.output.contains("không có gì thay đổi"))
    #expect(project.text("evidence/ky/self/STP.csv") == table)
  }

  @Test("filed cells are replaced only when that is asked for, and then told one by one")
  func replacing() throws {
    let project = try project()
    let before = project.text("evidence/ky/self/STP.csv")
    try fill(project, ["D14": .number("9")])
    let refused = try project.run("import", "evidence/ky", "ve.xlsx")
    #expect(refused.code == 1)
    #expect(
      refused.messages.contains("[form-overwrites] Tiêu chí 1.1, số liệu a: đã nộp “8”, biểu mẫu ghi “9”"))
    #expect(project.text("evidence/ky/self/STP.csv") == before)
    let taken = try project.run("import", "evidence/ky", "ve.xlsx", "--replace")
    #expect(taken.code == 0 && taken.output.contains("1.1 số liệu a: “8” → “9”"))
  }

  @Test(
    "what cannot be taken is named with its cell, and nothing is written",
    arguments: [
      ("D14", EditedCell.number("-1"), "form-value", "D14"),
      ("D14", .number("1.5"), "form-value", "D14"),
      ("D14", .text("8"), "form-value", "D14"),
      ("D17", .text("muộn"), "form-value", "D17"),
      ("D14", .formula("5+3", "8"), "form-formula", "D14"),
      ("D14", .error("#DIV/0!"), "form-error-value", "#DIV/0!"),
      ("I13", .text("x"), "form-value", "I13"),
      ("C13", .number("100"), "form-locked-cell", "C13"),
      ("E13", .number("10"), "form-locked-cell", "E13"),
      ("A13", .text("1.9"), "form-locked-cell", "A13"),
    ])
  func wrongCells(cell: String, content: EditedCell, code: String, named: String) throws {
    let project = try project()
    let before = project.text("evidence/ky/self/STP.csv")
    try fill(project, [cell: content])
    let run = try project.run("import", "evidence/ky", "ve.xlsx", "--replace")
    #expect(run.code == 1)
    #expect(run.messages.contains("[\(code)]") && run.messages.contains(named), "\(run.messages)")
    #expect(project.text("evidence/ky/self/STP.csv") == before)
  }

  @Test(
    "hidden steps and the stamp are locked too",
    arguments: [
      (4, "B3", "form-locked-cell"), (5, "B2", "form-other-round"), (5, "B3", "form-other-agency"),
      (5, "B5", "form-other-set"), (5, "B1", "form-other-version"),
    ])
  func hiddenCells(sheet: Int, cell: String, code: String) throws {
    let project = try project()
    try fill(project, sheet: sheet, [cell: .text("khác")])
    let run = try project.run("import", "evidence/ky", "ve.xlsx", "--replace")
    #expect(run.code == 1 && run.messages.contains("[\(code)]"), "\(run.messages)")
  }

  @Test("a workbook that is no form is refused")
  func otherWorkbook() throws {
    let project = try project()
    let book = Workbook(title: "Khác")
    try Data(book.written()).write(to: project.folder.appendingPathComponent("khac.xlsx"))
    let run = try project.run("import", "evidence/ky", "khac.xlsx")
    #expect(run.code == 1 && run.messages.contains("[form-unstamped]"))
  }

  @Test("a set that changed since refuses the form; a changed fact only warns")
  func changedRound() throws {
    let project = try project()
    try fill(project, ["D15": .number("7")])
    try project.write(
      "mã cơ quan;mã tiêu chí;lý do;văn bản quyết định\r\nSTP;1.2;không phát sinh;QĐ 1\r\n",
      to: "evidence/ky/exemptions.csv")
    let warned = try project.run("import", "evidence/ky", "ve.xlsx")
    #expect(warned.code == 0 && warned.messages.contains("[form-facts]"), "\(warned.messages)")
    let set = try #require(project.text("criteria/bo/set.csv"))
    try project.write(
      set + "note,\n".replacingOccurrences(of: "note,", with: "index_decimals,1"), to: "criteria/bo/set.csv")
    let refused = try project.run("import", "evidence/ky", "ve.xlsx")
    #expect(refused.code == 1 && refused.messages.contains("[form-other-set]"), "\(refused.messages)")
  }

  @Test("a received table is locked against forms")
  func receivedTable() throws {
    let project = try project()
    #expect(
      try project.run("receive", "evidence/ky", "STP", "--on", "2026-01-05", "--document", "Số 1").code == 0)
    try fill(project, ["D15": .number("7")])
    let run = try project.run("import", "evidence/ky", "ve.xlsx", "--replace")
    #expect(run.code == 1 && run.messages.contains("[form-received]"))
  }

  @Test("a request not to be assessed goes back into the table; with every figure filled in it is refused")
  func request() throws {
    let project = try project()
    try fill(project, ["I16": .text("có")])
    #expect(try project.run("import", "evidence/ky", "ve.xlsx").code == 0)
    #expect(
      try #require(project.text("evidence/ky/self/STP.csv")).contains(
        "1.2;Kế hoạch; ban hành".isEmpty ? "" : ";s;không áp dụng;"))
    try fill(project, ["I16": .text("có"), "D17": .text("chậm")])
    let run = try project.run("import", "evidence/ky", "ve.xlsx", "--replace")
    #expect(run.code == 1 && run.messages.contains("[form-request-full]"))
  }

  @Test("rows that a form has no place for are not lost unknowingly")
  func droppedRows() throws {
    let project = try project()
    let table = try #require(project.text("evidence/ky/self/STP.csv"))
    try project.write(table + "1.1;Hồ sơ đúng hạn;z;;;5;;;\r\n", to: "evidence/ky/self/STP.csv")
    try fill(project, ["D15": .number("7")])
    let run = try project.run("import", "evidence/ky", "ve.xlsx")
    #expect(run.code == 1 && run.messages.contains("[form-drops-row]"), "\(run.messages)")
    try project.write(
      "mã cơ quan;mã tiêu chí;mã số liệu;giá trị\r\nSTP;1.1;b;3\r\n", to: "evidence/ky/self/chung.csv")
    let elsewhere = try project.run("import", "evidence/ky", "ve.xlsx", "--replace")
    #expect(
      elsewhere.code == 1 && elsewhere.messages.contains("[form-filed-elsewhere]"), "\(elsewhere.messages)")
  }

  @Test("verify names each cached value that is not the program's")
  func verifying() throws {
    let project = try project()
    #expect(try project.run("verify", "bm/STP.xlsx").code == 0)
    // Typed without computing: every cell that depends on it is out of date.
    try fill(project, ["D15": .number("7")])
    let run = try project.run("verify", "ve.xlsx")
    #expect(run.code == 1)
    #expect(
      run.messages.contains("[form-computed]") && run.messages.contains("Tự chấm điểm!E13"), "\(run.messages)"
    )
    #expect(try project.run("verify", "khong-co.xlsx").code == 2)
  }

  @Test(
    "forms of the sample rounds compute what the engine computes, carried counts included",
    arguments: [
      ("evidence/2023-cchc-mau", "STP"), ("evidence/2024-cchc-mau", "SNV"),
      ("evidence/2025-cchc-xa-mau", "X25"),
    ])
  func samples(round: String, agency: String) throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["form", round, "--agency", agency, "-o", folder.path]).code == 0)
    let check = try Program.run(["verify", folder.path("\(agency).xlsx"), "--round", round])
    #expect(check.code == 0, "\(check.messages)")
  }

  @Test("verify names a results.xlsx that was touched")
  func verifyingResults() throws {
    let project = try project()
    #expect(try project.run("score", "evidence/ky", "--only", "xlsx").code == 0)
    let name = "reports/ky/noi-bo/results.xlsx"
    #expect(try project.run("verify", name, "--round", "evidence/ky").code == 0)
    let touched = try edited(bytes(project, name), ["A1": .text("Khác")])
    try Data(touched).write(to: project.folder.appendingPathComponent("sua.xlsx"))
    let run = try project.run("verify", "sua.xlsx", "--round", "evidence/ky")
    #expect(run.code == 1 && run.messages.contains("A1"), "\(run.messages)")
  }

  @Test("one pass over a folder takes forms whatever their names, answers others, and changes nothing twice")
  func inbox() throws {
    let project = try project()
    try fill(project, as: "hop/stp (1).xlsx", ["D15": .number("7")])
    try fill(project, of: "SNV", as: "hop/Copy of SNV.xlsx", ["D14": .number("-4")])
    try project.write("khóa", to: "hop/~$stp.xlsx")
    try project.write("rác", to: "hop/Thumbs.db")
    try project.write("không phải zip", to: "hop/abc.xlsx")
    let words = ["inbox", "evidence/ky", "--in", "hop", "--out", "so", "--on", "2026-01-10"]
    let run = try Program.run(words, in: project.folder)
    #expect(run.code == 1)
    #expect(try #require(project.text("evidence/ky/self/STP.csv")).contains(";b;7;"))
    let log = try #require(project.text("so/so-tiep-nhan.csv"))
    #expect(log.contains("stp (1).xlsx") && log.contains(";STP;đã nhận;"))
    #expect(log.contains(";SNV;trả lại;") && !log.contains("Thumbs") && !log.contains("~$"))
    let slips = try project.names(in: "so/phieu")
    #expect(slips.count == 4 && slips[0].hasPrefix("SNV-") && slips[2].hasPrefix("khong-ro-"))
    let slip = try #require(project.text("so/phieu/\(slips[1])"))
    #expect(slip.contains("PHIẾU YÊU CẦU BỔ SUNG") && slip.contains("ô D14"))
    let state = try project.names().map { project.text($0) }
    let again = try Program.run(words, in: project.folder)
    #expect(again.code == 0 && again.output == "Không có tệp mới.\n")
    #expect(try project.names().map { project.text($0) } == state)
  }

  @Test("two different forms of one agency in one folder are both sent back")
  func rivals() throws {
    let project = try project()
    try fill(project, as: "hop/a.xlsx", ["D15": .number("7")])
    try fill(project, as: "hop/b.xlsx", ["D15": .number("6")])
    let run = try project.run("inbox", "evidence/ky", "--in", "hop", "--out", "so")
    #expect(run.code == 1 && run.messages.contains("[inbox-two-forms]"))
    #expect(!(try #require(project.text("evidence/ky/self/STP.csv")).contains(";b;7;")))
  }
}
