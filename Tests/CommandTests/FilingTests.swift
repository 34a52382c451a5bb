import Foundation
import Testing

@Suite("cchc check --agency, status and documents")
struct FilingTests {
  private static let round = "evidence/2025-thu"
  private static let slip = "reports/2025-thu/co-quan/STP/phieu-yeu-cau-bo-sung.md"

  /// A new round in which agency STP has filed one of its two leaves.
  private func project() throws -> SmallProject {
    let project = try SmallProject()
    #expect(
      try project.run("new", Self.round, "--criteria", "so=bo", "--agencies", "co-quan.csv").code == 0)
    let stages = "giai đoạn;từ ngày;đến hết ngày\ntự chấm;02/01/2026;15/01/2026\n"
    try project.write(stages, to: "\(Self.round)/stages.csv")
    try project.fill("STP", in: Self.round, ["1.1 a": "10", "1.1 b": "8"])
    return project
  }

  private func check(_ project: SmallProject, _ words: String...) throws -> Program.Run {
    try Program.run(["check", Self.round, "--agency", "STP"] + words, in: project.folder)
  }

  private func returns(_ project: SmallProject) throws -> Program.Run {
    try check(project, "--slip", "--on", "18/01/2026", "--until", "25/01/2026")
  }

  @Test("what is missing is no error; figures that cannot be read are")
  func tellsFaults() throws {
    let project = try project()
    let missing = try check(project)
    #expect(missing.code == 0)
    #expect(
      missing.output == """
        Sở Tư pháp (STP): 1/2 tiêu chí tự chấm đã đủ

        1.2 Kế hoạch; ban hành
          - chưa có số liệu s (Tình trạng)
            → s: viết một trong: kịp thời | chậm

        """)
    let english = try check(project, "--lang", "en")
    #expect(english.output.contains("no figure s (Tình trạng)"))
    let json = try check(project, "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["complete"] as? Int == 1)
    #expect((object["leaves"] as? [[String: Any]])?.count == 2)

    try project.fill("STP", in: Self.round, ["1.2 s": "sớm"])
    let wrong = try check(project)
    #expect(wrong.code == 1)
    #expect(wrong.output.contains("s (Tình trạng): giá trị không đúng kiểu (dòng "))
  }

  @Test("a slip before the receipt changes no register; after it the table is returned and may be changed")
  func returnsTable() throws {
    let project = try project()
    #expect(try returns(project).code == 0)
    #expect(project.text("\(Self.round)/submissions.csv") == nil)
    let page = try #require(project.text(Self.slip))
    for part in [
      "# PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ TỰ CHẤM ĐIỂM", "Kính gửi: Sở Tư pháp", "ngày 18/01/2026",
      "*ngày 18 tháng 01 năm 2026*", "hết ngày 25/01/2026",
      "| 1 | 1.2 | Kế hoạch; ban hành | Chưa có số liệu s (Tình trạng). |",
      "không có thì được 0 điểm", "| s: viết một trong: kịp thời \\| chậm.", "- Như trên;",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("SNV"))

    #expect(
      try project.run("receive", Self.round, "STP", "--on", "12/01/2026", "--document", "Số 15").code == 0)
    #expect(try returns(project).code == 0)
    let register = try #require(project.text("\(Self.round)/submissions.csv"))
    #expect(register.contains("STP;trả lại;2026-01-18;;;2026-01-25;"))
    try project.fill("STP", in: Self.round, ["1.2 s": "kịp thời"])
    #expect(try project.run("check", Self.round).code == 0)

    // All is there now: nothing more is sent back.
    let done = try returns(project)
    #expect(done.code == 1)
    #expect(done.messages.contains("hồ sơ đã đủ"))
    #expect(project.text(Self.slip) == page)
    #expect(project.text("\(Self.round)/submissions.csv") == register)
  }

  @Test("a return that the register does not allow writes nothing")
  func refusesReturn() throws {
    let project = try project()
    #expect(
      try project.run("receive", Self.round, "STP", "--on", "20/01/2026", "--document", "Số 15").code == 0)
    let register = project.text("\(Self.round)/submissions.csv")
    let run = try returns(project)
    #expect(run.code == 1)
    #expect(run.messages.contains("[submission-backward]"))
    #expect(project.text(Self.slip) == nil)
    #expect(project.text("\(Self.round)/submissions.csv") == register)
  }

  @Test(
    "wrong calls write nothing",
    arguments: [
      (["--slip", "--on", "18/01/2026"], "--until"), (["--slip", "--until", "18/01/2026"], "--on"),
      (["--slip", "--on", "18/01/2026", "--until", "17/01/2026"], "--until"),
      (["--slip", "--on", "31/02/2026", "--until", "17/03/2026"], "--on"),
      (["--until", "17/03/2026"], "--until cần --slip"),
    ])
  func refusesCalls(words: [String], hint: String) throws {
    let project = try project()
    let run = try Program.run(["check", Self.round, "--agency", "STP"] + words, in: project.folder)
    #expect(run.code == 2)
    #expect(run.messages.contains(hint), "\(run.messages)")
    #expect(project.text(Self.slip) == nil)
    let unknown = try project.run("check", Self.round, "--agency", "STPP")
    #expect(unknown.code == 2)
    #expect(unknown.messages.contains("Có phải “STP”?"))
    #expect(try project.run("check", Self.round, "--slip").code == 2)
  }

  @Test("status follows an agency through the year, in all forms")
  func showsStatus() throws {
    let project = try project()
    let first = try project.run("status", Self.round, "--on", "18/01/2026")
    #expect(first.code == 0)
    for part in [
      "Ngày 18/01/2026 không thuộc giai đoạn nào", "  SNV  Chưa nộp, quá hạn 3 ngày",
      "  STP  Đang hoàn thiện 1/2, quá hạn 3 ngày", "2 cơ quan: 1 chưa nộp, 1 đang hoàn thiện.",
    ] { #expect(first.output.contains(part), "\(part)\n\(first.output)") }
    #expect(
      try project.run("receive", Self.round, "STP", "--on", "18/01/2026", "--document", "Số 15").code == 0)
    let late = try project.run("status", Self.round)
    #expect(late.output.contains("Đã khóa, nộp muộn 3 ngày"))
    #expect(late.output.contains("1 nộp muộn"))
    let table = try #require(project.text("reports/2025-thu/noi-bo/tinh-hinh.csv"))
    #expect(table.contains("STP;Sở Tư pháp;Khối một;\"Đã khóa, nộp muộn 3 ngày\";1;2;2026-01-18;3\r\n"))
    let page = try #require(project.text("reports/2025-thu/noi-bo/tinh-hinh.md"))
    #expect(page.contains("| Sở Tư pháp | 1/2 | 18/01/2026 | 3 | Đã khóa, nộp muộn 3 ngày |"))
    let json = try project.run("status", Self.round, "--json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(list.map { $0["state"] as? String } == ["not_filed", "late"])
  }

  @Test("documents: one list for all fields or one, with gaps and files to be looked at again")
  func listsDocuments() throws {
    let project = try project()
    try project.write(
      """
      mã,số ký hiệu,ngày,cơ quan ban hành,trích yếu,tệp,mã SHA-256,độ mật
      TL-01,14/KH-STP,18/01/2025,Sở Tư pháp,Kế hoạch năm 2025,STP/a.txt,00,

      """, to: "\(Self.round)/documents/STP.csv")
    try project.write("x", to: "\(Self.round)/documents/STP/a.txt")
    let table = try #require(project.text("\(Self.round)/self/STP.csv"))
    try project.write(table.replacingOccurrences(of: "BC 1", with: "TL-01"), to: "\(Self.round)/self/STP.csv")
    let run = try project.run("documents", Self.round, "--field", "1")
    #expect(run.code == 1)
    #expect(run.messages.contains("[document-digest-differs]"))
    #expect(run.output.contains("1 tệp tài liệu phải xem lại."))
    let page = try #require(project.text("reports/2025-thu/noi-bo/tai-lieu-1.md"))
    for part in [
      "| TL-01 | Sở Tư pháp | 14/KH-STP | 18/01/2025 | Sở Tư pháp | Kế hoạch năm 2025 | STP/a.txt |",
      "| Sở Nội vụ | 1 | 1.1 |", "Tệp không còn như khi đăng ký",
    ] { #expect(page.contains(part), "\(part)\n\(page)") }
    let rows = try #require(project.text("reports/2025-thu/noi-bo/tai-lieu-1.csv"))
    #expect(rows.contains(";tệp không còn như khi đăng ký\r\n"))
    #expect(rows.contains("so;1;1.1;SNV;;;;;;;;;thiếu tài liệu kiểm chứng\r\n"))
    // Scoring does not read the files.
    #expect(try project.run("score", Self.round).code == 0)
    let explained = try project.run("explain", Self.round, "STP", "1.1")
    #expect(
      explained.output.contains(
        "Tài liệu: Kế hoạch số 14/KH-STP ngày 18/01/2025 của Sở Tư pháp (Kế hoạch năm 2025)"))
    let wrong = try project.run("documents", Self.round, "--field", "9")
    #expect(wrong.code == 2)
  }
}
