import Foundation
import Testing

@Suite("cchc receive, unlock and close")
struct ReceiptTests {
  private static let round = "evidence/2025-thu"
  private static let stages = "giai đoạn;từ ngày;đến hết ngày\ntự chấm;02/01/2026;15/01/2026\n"

  /// A new round in which the stage of self-scoring is set.
  private func project() throws -> SmallProject {
    let project = try SmallProject()
    #expect(
      try project.run("new", Self.round, "--criteria", "so=bo", "--agencies", "co-quan.csv").code == 0)
    try project.write(Self.stages, to: "\(Self.round)/stages.csv")
    try project.fill("STP", in: Self.round, ["1.1 a": "10", "1.1 b": "8"])
    return project
  }

  private func receive(_ project: SmallProject, _ day: String) throws -> Program.Run {
    try project.run("receive", Self.round, "STP", "--on", day, "--document", "Số 15/BC-STP")
  }

  @Test("a receipt locks the table and leaves a slip; unlocking lets it change; each step is in the register")
  func receives() throws {
    let project = try project()
    let first = try receive(project, "18/01/2026")
    #expect(first.code == 0, "\(first.messages)")
    #expect(first.output.contains("nộp muộn 03 ngày. Có số liệu: 1/2 tiêu chí tự chấm."))
    let slip = try #require(project.text("reports/2025-thu/co-quan/STP/phieu-tiep-nhan.md"))
    for part in [
      "# PHIẾU TIẾP NHẬN", "Sở Tư pháp (STP)", "Số 15/BC-STP", "| Ngày nhận | 18/01/2026 |",
      "nộp muộn 03 ngày",
      "Đã có số liệu của 01/02 tiêu chí tự chấm.", "Chưa có số liệu: 01 tiêu chí.",
    ] { #expect(slip.contains(part), "\(part)") }
    #expect(!slip.contains("SNV"))
    #expect(try project.run("check", Self.round).code == 0)

    try project.fill("STP", in: Self.round, ["1.2 s": "kịp thời"])
    let changed = try project.run("check", Self.round)
    #expect(changed.code == 1)
    #expect(changed.output.contains("[submission-changed]"))
    let again = try receive(project, "19/01/2026")
    #expect(again.code == 1)
    #expect(again.messages.contains("[submission-order]"))

    let unlocked = try project.run(
      "unlock", Self.round, "STP", "--on", "2026-01-19", "--reason", "Thiếu; kế hoạch")
    #expect(unlocked.code == 0)
    #expect(try project.run("check", Self.round).code == 0)
    #expect(try receive(project, "20/01/2026").code == 0)
    let second = try #require(project.text("reports/2025-thu/co-quan/STP/phieu-tiep-nhan.md"))
    #expect(second.contains("nộp muộn 03 ngày (tính theo lần nhận ngày 18/01/2026)"))
    #expect(second.contains("| 19/01/2026 | đã mở khóa | – | Thiếu; kế hoạch |"))
    let register = try #require(project.text("\(Self.round)/submissions.csv"))
    #expect(
      register.components(separatedBy: "\r\n").map { $0.prefix(26) }.dropFirst() == [
        "STP;đã nhận;2026-01-18;Số ", "STP;đã mở khóa;2026-01-19;", "STP;đã nhận;2026-01-20;Số ", "",
      ])
  }

  @Test("what must not be registered is refused and nothing is written")
  func refuses() throws {
    let project = try project()
    let before = try project.names()
    let early = try receive(project, "01/01/2026")
    #expect(early.code == 1)
    #expect(early.messages.contains("[receipt-before-stage]"))
    let closed = try project.run("unlock", Self.round, "STP", "--on", "5/1/2026", "--reason", "x")
    #expect(closed.code == 1)
    #expect(closed.messages.contains("[submission-order]"))
    try FileManager.default.removeItem(
      at: project.folder.appendingPathComponent("\(Self.round)/self/SNV.csv"))
    let missing = try project.run("receive", Self.round, "SNV", "--on", "5/1/2026", "--document", "1")
    #expect(missing.code == 2)
    #expect(missing.messages.contains("self/SNV.csv"))
    #expect(try project.names() == before.filter { !$0.hasSuffix("self/SNV.csv") })
  }

  @Test("a register in the form of a spreadsheet keeps its form")
  func keepsForm() throws {
    let project = try project()
    let text = "\u{FEFF}ngày nhận\tmã cơ quan\ttrạng thái\tsố văn bản\tmã SHA-256\t# người nhận\r\n"
    let file = project.folder.appendingPathComponent("\(Self.round)/submissions.csv")
    try Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).write(to: file)
    #expect(try receive(project, "10/01/2026").code == 0)
    let after = try #require(String(bytes: try Data(contentsOf: file), encoding: .utf16))
    #expect(after.contains("\t# người nhận\r\n2026-01-10\tSTP\tđã nhận\tSố 15/BC-STP\t"))
    #expect(try project.run("check", Self.round).code == 0)
  }

  @Test(
    "a wrong call ends with 2 and what to write",
    arguments: [
      (["receive", round, "STX", "--on", "5/1/2026", "--document", "1"], "Có phải “STP”?"),
      (["receive", round, "STP", "--on", "31/02/2026", "--document", "1"], "31/02/2026"),
      (["receive", round, "STP", "--document", "1"], "thiếu --on"),
      (["receive", round, "STP", "--on", "5/1/2026"], "thiếu --document"),
      (["receive", round, "STP", "--on", "5/1/2026", "--document", " "], "“--document” cần một giá trị"),
      (["receive", round], "thiếu mã cơ quan"), (["receive", round, "STP", "SNV"], "thừa “SNV”"),
      (["unlock", round, "STP", "--on", "5/1/2026"], "thiếu --reason"),
      (["unlock", round], "thiếu mã cơ quan"),
      (["unlock", round, "STP", "--on", "hôm nay", "--reason", "x"], "hôm nay"),
      (["close", round], "thiếu --on"),
      (["close"], "thiếu thư mục"),
      (["close", "evidence/2025-thy", "--on", "5/1/2026"], "Có phải “2025-thu”?"),
    ])
  func wrongCalls(words: [String], hint: String) throws {
    let project = try project()
    let run = try Program.run(words, in: project.folder)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains(hint), "\(run.messages)")
    #expect(project.text("\(Self.round)/submissions.csv") == nil)
  }

  @Test("closing freezes what the scores come from; a correction stands beside it; both can be scored again")
  func closes() throws {
    let project = try project()
    let waiting = try project.run("close", Self.round, "--on", "10/3/2026")
    #expect(waiting.code == 1)
    #expect(waiting.messages.contains("[closing-waits]"))
    #expect(project.text("\(Self.round)/closing.csv") == nil)

    try project.write(
      "agency,criterion,round,appraiser\nSTP,1.1,1,SNV\nSTP,1.2,1,SNV\nSNV,1.1,1,council\nSNV,1.2,1,council\n",
      to: "\(Self.round)/appraisal/lan-1.csv")
    let closed = try project.run("close", Self.round, "--on", "10/3/2026")
    #expect(closed.code == 0, "\(closed.messages)")
    #expect(try project.run("check", Self.round).code == 0)
    #expect(try project.run("score", Self.round).code == 0)
    let ranking = try #require(project.text("reports/2025-thu/cong-bo/ranking.md"))
    #expect(ranking.contains("Kết quả đã khóa sổ ngày 10/3/2026, phiên bản 1."))
    let copy = "\(Self.round)/closed/1/evidence/2025-thu"
    let copied = try project.run("check", copy)
    #expect(copied.code == 0)
    #expect(!copied.output.contains("file-unknown"))
    #expect(try project.run("score", copy, "-o", "mot", "--only", "csv").code == 0)
    let scores = try #require(project.text("mot/noi-bo/scores.csv"))
    #expect(scores == project.text("reports/2025-thu/noi-bo/scores.csv"))

    let same = try project.run("close", Self.round, "--on", "2/4/2026", "--reason", "x")
    #expect(same.code == 1)
    #expect(same.messages.contains("[closing-unchanged]"))
    try project.write(Self.stages + "\n", to: "\(Self.round)/stages.csv")
    let changed = try project.run("check", Self.round)
    #expect(changed.code == 1)
    #expect(changed.output.contains("stages.csv: lỗi [closed-changed]"))
    let unsaid = try project.run("close", Self.round, "--on", "2/4/2026")
    #expect(unsaid.code == 2)
    #expect(unsaid.messages.contains("thiếu --reason"))
    #expect(try project.run("close", Self.round, "--on", "2/4/2026", "--reason", "Sửa lịch.").code == 0)
    #expect(try project.run("score", Self.round).code == 0)
    let report = try #require(project.text("reports/2025-thu/noi-bo/report.md"))
    #expect(report.contains("Kết quả đã khóa sổ ngày 02/4/2026, phiên bản 2 (đính chính: Sửa lịch)."))
    #expect(try project.run("score", copy, "-o", "hai", "--only", "csv").code == 0)
    #expect(project.text("hai/noi-bo/scores.csv") == scores)
    #expect(try project.names(in: Self.round).filter { $0.contains(".cchc-part-") } == [])
    #expect(
      try project.run("unlock", Self.round, "STP", "--on", "5/4/2026", "--reason", "x").code == 1,
      "nothing was received")
  }
}
