import Foundation
import Testing

@Suite("What the council keeps to itself")
struct CouncilPrivacyTests {
  private static let round = "evidence/2025-thu"
  private static let note = "hỏi lại kế toán trưởng"
  /// How the member who appraises is named.
  private static let member = ["TTX", "Tổ thẩm tra X"]

  /// A round in which the member TTX filled in its worklist, with a note on every row, and the council decided.
  private func project() throws -> SmallProject {
    let project = try SmallProject()
    #expect(
      try project.run("new", Self.round, "--criteria", "so=bo", "--agencies", "co-quan.csv").code == 0)
    try project.write(
      "mã tiêu chí,cơ quan thẩm định,tên,cơ quan thay thế\n1,TTX,Tổ thẩm tra X,\n2,TTX,Tổ thẩm tra X,\n",
      to: "\(Self.round)/council.csv")
    for agency in ["SNV", "STP"] {
      try project.fill(agency, in: Self.round, ["1.1 a": "20", "1.1 b": "19", "1.2 s": "kịp thời"])
    }
    #expect(try project.run("assign", Self.round).code == 0)
    let list = try #require(project.text("reports/2025-thu/noi-bo/tham-dinh/TTX.csv"))
    var rows: [String] = []
    for line in list.components(separatedBy: "\r\n") where !line.isEmpty {
      // The last seven cells: round, input, value, points, reason, appraiser, internal note.
      let isRow = line.hasSuffix(";;;;;;TTX;")
      let filled = line.hasPrefix("1.1;") && line.contains("Sở Tư pháp") ? "1;b;15;;Loại bốn hồ sơ" : "1;;;;"
      rows.append(isRow ? line.dropLast(";;;;;TTX;".count) + filled + ";TTX;" + Self.note : line)
    }
    #expect(rows.count { $0.hasSuffix(Self.note) } == 6)
    try project.write(rows.joined(separator: "\r\n") + "\r\n", to: "\(Self.round)/appraisal/TTX.csv")
    try project.write(
      """
      mã cơ quan,mã tiêu chí,lần thẩm định,mã số liệu,giá trị,lý do,cơ quan thẩm định,# ghi chú nội bộ
      STP,1.1,2,b,17,Chấp nhận một phần,hội đồng,\(Self.note)

      """, to: "\(Self.round)/appraisal/lan-2.csv")
    try project.write(
      "mã tiêu chí,lần thẩm định,nội dung giải trình,ngày nhận,# ghi chú nội bộ\n1.1,1,Hồ sơ có tạm dừng,05/02/2026,\(Self.note)\n",
      to: "\(Self.round)/explanations/STP.csv")
    return project
  }

  @Test("an internal note reaches no file and no terminal; who appraised reaches no agency")
  func staysInside() throws {
    let project = try project()
    let calls = [
      ["score", Self.round], ["status", Self.round], ["appraisal", Self.round],
      ["assign", Self.round, "--round", "2"], ["assign", Self.round, "--round", "3"],
      ["dispute", Self.round, "STP", "1.1"], ["explain", Self.round, "STP", "1.1"],
      ["explain", Self.round, "STP", "1.1", "--json"], ["preview", Self.round, "STP"],
      ["papers", Self.round, "--on", "27/02/2026"], ["followup", Self.round, "--on", "27/02/2026"],
    ]
    try FileManager.default.removeItem(at: project.folder.appendingPathComponent("reports"))
    for words in calls {
      let run = try Program.run(words, in: project.folder)
      #expect(run.code == 0, "\(words): \(run.messages)")
      #expect(!(run.output + run.messages).contains(Self.note), "\(words)")
    }
    let files = try project.names(in: "reports/2025-thu").filter { $0.contains(".") }
    #expect(files.contains("co-quan/STP/thong-bao-tham-dinh-lan-1.md"))
    for file in files {
      let text = try #require(project.text("reports/2025-thu/\(file)"))
      #expect(!text.contains(Self.note), "\(file)")
      guard file.hasPrefix("co-quan/") else { continue }
      for name in Self.member { #expect(!text.contains(name), "\(file) names \(name)") }
    }
  }

  @Test("an agency's page tells its answer, and the points before and after")
  func tellsAnswers() throws {
    let project = try project()
    #expect(try project.run("score", Self.round).code == 0)
    let page = try #require(project.text("reports/2025-thu/co-quan/STP.md"))
    #expect(page.contains("| 1.1 | 1 | Hồ sơ có tạm dừng | 05/02/2026 | 7,50 | 8,50 |"))
    #expect(project.text("reports/2025-thu/co-quan/SNV.md")?.contains("tạm dừng") == false)
  }

  @Test("the sheet names who decided in words, the case that held and the exact ratio")
  func writesSheet() throws {
    let project = try project()
    let rules = try #require(project.text("criteria/bo/criteria.csv"))
    try project.write(
      rules.replacingOccurrences(
        of: "b/a * full,0 điểm", with: "\"b/a >= 95%: full; b/a >= 1/3: b/a * full; else: 0\",0 điểm"),
      to: "criteria/bo/criteria.csv")
    try project.fill("STP", in: Self.round, ["1.1 a": "21"])
    #expect(try project.run("dispute", Self.round, "STP", "1.1").code == 0)
    let sheet = try #require(project.text("reports/2025-thu/noi-bo/phieu-giai-trinh/STP-1.1.md"))
    for part in [
      "Tổ thẩm tra X: sửa b thành 15 – Loại bốn hồ sơ", "Hội đồng: sửa b thành 17 – Chấp nhận một phần",
      "b / a = 5/7 ≈ 0,714286; trường hợp b/a >= 1/3; giá trị ≈ 7,142857", "nhận ngày 05/02/2026",
    ] {
      #expect(sheet.contains(part), "\(part) in \(sheet)")
    }
    #expect(!sheet.contains("hội đồng:"))
    #expect(!sheet.contains("như trên"))
  }

  @Test("points that nobody worked out are not said to be as above")
  func leavesWorkEmpty() throws {
    let project = try project()
    try project.write(
      """
      mã cơ quan,mã tiêu chí,lần thẩm định,điểm,lý do,cơ quan thẩm định
      STP,1.2,2,5,Chậm một phần,thường trực
      STP,1.2,3,6,Chấp nhận giải trình,hội đồng

      """, to: "\(Self.round)/appraisal/lan-3.csv")
    #expect(try project.run("dispute", Self.round, "STP", "1.2").code == 0)
    let sheet = try #require(project.text("reports/2025-thu/noi-bo/phieu-giai-trinh/STP-1.2.md"))
    #expect(sheet.contains("Cơ quan thường trực: cho 5,00 điểm – Chậm một phần |  | 5,00 |"))
    #expect(sheet.contains("Hội đồng: cho 6,00 điểm – Chấp nhận giải trình |  | 6,00 |"))
  }

  @Test("leaves without a member are told of even where nobody gets a list, and so are errors in the tables")
  func tellsUnassigned() throws {
    let project = try SmallProject()
    try project.write("mã cơ quan,tên,nhóm\nSNV,Sở Nội vụ,so\n", to: "co-quan.csv")
    #expect(
      try project.run("new", Self.round, "--criteria", "so=bo", "--agencies", "co-quan.csv").code == 0)
    try project.write(
      "mã tiêu chí,cơ quan thẩm định,tên,cơ quan thay thế\n1,SNV,Sở Nội vụ,\n2,SNV,Sở Nội vụ,SNV\n",
      to: "\(Self.round)/council.csv")
    let run = try project.run("assign", Self.round)
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.output.contains("3 lượt là của chính thành viên"))
    #expect(!run.output.contains("Không có lượt nào"))
    try project.write(
      "mã tiêu chí,mã số liệu,giá trị\n1.1,a,mười\n1.1,b,1\n", to: "\(Self.round)/self/SNV.csv")
    for words in [["assign"], ["appraisal"], ["dispute", "SNV", "1.1"]] {
      let run = try Program.run([words[0], Self.round] + words.dropFirst(), in: project.folder)
      #expect(run.code == 1)
      #expect(run.messages.contains("1 lỗi"), "\(words): \(run.messages)")
    }
  }
}
