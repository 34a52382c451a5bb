import Foundation
import Testing

@Suite("A secret document")
struct SecretDocumentTests {
  private static let round = "evidence/2025-thu"
  /// Each cell of the row, and nothing that stands elsewhere by chance.
  private static let names = ["TLM-77", "4711/KH-MAT", "09/5/2025", "2025-05-09", "Ban Kín"]

  /// A round in which agency STP proves a leaf by a secret document, and people name it in free text, too.
  private func project() throws -> SmallProject {
    let project = try SmallProject()
    #expect(
      try project.run("new", Self.round, "--criteria", "so=bo", "--agencies", "co-quan.csv").code == 0)
    try project.fill("STP", in: Self.round, ["1.1 a": "10", "1.1 b": "8"])
    let table = try #require(project.text("\(Self.round)/self/STP.csv"))
    try project.write(
      table.replacingOccurrences(of: "BC 1", with: "\"TLM-77; KH 4711/KH-MAT\""),
      to: "\(Self.round)/self/STP.csv")
    try project.write(
      """
      mã,số ký hiệu,ngày,cơ quan ban hành,trích yếu,tệp,mã SHA-256,độ mật
      TLM-77,4711/KH-MAT,09/05/2025,Ban Kín,,,,Tối mật

      """, to: "\(Self.round)/documents/STP.csv")
    try project.write(
      """
      mã cơ quan,mã tiêu chí,lần thẩm định,điểm,lý do,cơ quan thẩm định
      STP,1.1,1,5,Đã xem 4711/KH-MAT tại cơ quan,SNV

      """, to: "\(Self.round)/appraisal/lan-1.csv")
    try project.write(
      """
      mã tiêu chí,lần thẩm định,nội dung giải trình,tài liệu kiểm chứng
      1.1,1,Xem lại tlm-77,TLM-77

      """, to: "\(Self.round)/explanations/STP.csv")
    return project
  }

  @Test("is named in noi-bo/ with its degree, and nowhere else, whatever is written")
  func staysInside() throws {
    let project = try project()
    let calls = [
      ["score", Self.round], ["documents", Self.round], ["status", Self.round], ["appraisal", Self.round],
      ["assign", Self.round], ["dispute", Self.round, "STP", "1.1"],
      ["papers", Self.round, "--on", "27/02/2026"], ["followup", Self.round, "--on", "27/02/2026"],
      ["receive", Self.round, "STP", "--on", "12/01/2026", "--document", "Số 15"],
      [
        "check", Self.round, "--agency", "STP", "--slip", "--on", "18/01/2026", "--until", "25/01/2026",
      ],
    ]
    for words in calls {
      let run = try Program.run(words, in: project.folder)
      #expect(run.code == 0, "\(words): \(run.messages)")
    }
    let files = try project.names(in: "reports/2025-thu").filter { $0.contains(".") }
    #expect(files.contains("co-quan/STP/phieu-yeu-cau-bo-sung.md"))
    #expect(files.contains("co-quan/STP/phieu-tiep-nhan.md"))
    #expect(files.contains("co-quan/STP/thong-bao-tham-dinh-lan-1.md"))
    for file in files where !file.hasPrefix("noi-bo/") {
      let text = try #require(project.text("reports/2025-thu/\(file)"))
      for name in Self.names {
        #expect(text.range(of: name, options: .caseInsensitive) == nil, "\(file) names \(name)")
      }
    }
    let page = try #require(project.text("reports/2025-thu/co-quan/STP.md"))
    #expect(page.contains("Xem lại tài liệu kiểm tra trực tiếp tại cơ quan"))
    let list = try #require(project.text("reports/2025-thu/noi-bo/tai-lieu.md"))
    #expect(list.contains("4711/KH-MAT"))
    #expect(list.contains("Tối mật: kiểm tra trực tiếp tại cơ quan"))
  }

  @Test("is not named on the terminal by explain and preview, but proves its leaf")
  func staysOffTheTerminal() throws {
    let project = try project()
    for name in ["appraisal", "explanations"] {
      try FileManager.default.removeItem(at: project.folder.appendingPathComponent("\(Self.round)/\(name)"))
    }
    for words in [["explain", "1.1"], ["explain", "1.1", "--json"], ["preview"]] {
      let run = try Program.run([words[0], Self.round, "STP"] + words.dropFirst(), in: project.folder)
      #expect(!run.output.contains("thiếu tài liệu"))
      for name in Self.names { #expect(!(run.output + run.messages).contains(name), "\(words): \(name)") }
      if words[0] == "explain" {
        #expect(run.output.contains("tài liệu kiểm tra trực tiếp tại cơ quan"))
      }
    }
  }
}
