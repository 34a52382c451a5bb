import CCHCCycle
import Foundation
import Testing

@Suite("Worklists, the appraisal report and dispute sheets")
struct AppraisalTests {
  /// A project with a filled round of two agencies, in which SNV appraises field 1 and STP takes its place.
  private func filledRound() throws -> SmallProject {
    let project = try SmallProject()
    #expect(
      try project.run("new", "evidence/2024", "--criteria", "so=bo", "--agencies", "co-quan.csv").code == 0)
    try project.write(
      "mã tiêu chí,cơ quan thẩm định,tên,cơ quan thay thế\n1,SNV,Sở Nội vụ,STP\n2,VP,Văn phòng,\n",
      to: "evidence/2024/council.csv")
    for (agency, values) in [("SNV", ("12", "10")), ("STP", ("20", "19"))] {
      try project.fill(
        agency, in: "evidence/2024", ["1.1 a": values.0, "1.1 b": values.1, "1.2 s": "kịp thời"])
    }
    return project
  }

  /// The heading and the rows of a table, without the comments between them.
  private func rows(_ text: String?) throws -> [[String]] {
    let lines = try #require(text).split(separator: "\r\n").filter { !$0.hasPrefix("\"#") }
    return lines.map { line in
      // A `;` inside quotes belongs to its cell.
      var isQuoted = false
      return line.split(omittingEmptySubsequences: false) { character in
        if character == "\"" { isQuoted.toggle() }
        return character == ";" && !isQuoted
      }.map(String.init)
    }
  }

  @Test(
    "a member's own leaves go to its substitute; an untouched worklist appraises nothing, a filled one all")
  func worklistsAreAppraisals() throws {
    let project = try filledRound()
    #expect(try project.run("assign", "evidence/2024").code == 0)
    let own = try rows(project.text("reports/2024/noi-bo/tham-dinh/SNV.csv"))
    let substitute = try rows(project.text("reports/2024/noi-bo/tham-dinh/STP.csv"))
    let agency = try #require(own.first?.firstIndex(of: "mã cơ quan"))
    #expect(own.dropFirst().allSatisfy { $0[agency] == "STP" })
    #expect(substitute.dropFirst().allSatisfy { $0[agency] == "SNV" })
    #expect(own.count == 3)

    for member in ["SNV", "STP"] {
      let table = try #require(project.text("reports/2024/noi-bo/tham-dinh/\(member).csv"))
      try project.write(table, to: "evidence/2024/appraisal/\(member).csv")
    }
    let untouched = try project.run("score", "evidence/2024")
    #expect(untouched.code == 0)
    #expect(untouched.output.contains("chưa thẩm định"))

    let place = try #require(own.first?.firstIndex(of: "lần thẩm định"))
    let note = try #require(own.first?.firstIndex { $0.hasPrefix("# ghi chú nội bộ") })
    for (member, table) in [("SNV", own), ("STP", substitute)] {
      let filled = table.enumerated().map { number, cells -> String in
        var cells = cells
        if number > 0 { (cells[place], cells[note]) = ("1", "chỉ nội bộ xem") }
        return cells.joined(separator: ";")
      }
      try project.write(
        filled.joined(separator: "\r\n") + "\r\n", to: "evidence/2024/appraisal/\(member).csv")
    }
    let agreed = try project.run("score", "evidence/2024")
    #expect(agreed.code == 0)
    #expect(!agreed.output.contains("chưa thẩm định"))
    #expect(try project.run("appraisal", "evidence/2024").output.contains("SNV: 2/2"))
    for name in try project.names(in: "reports") where name.hasSuffix(".md") || name.hasSuffix(".json") {
      #expect(project.text("reports/\(name)")?.contains("chỉ nội bộ xem") == false, "\(name)")
    }
  }

  @Test("a worklist that a member has filled in is never written over")
  func keepsFilledWorklists() throws {
    let project = try filledRound()
    #expect(try project.run("assign", "evidence/2024").code == 0)
    #expect(try project.run("assign", "evidence/2024").code == 0)
    let name = "reports/2024/noi-bo/tham-dinh/SNV.csv"
    let filled = try #require(project.text(name)).replacingOccurrences(of: ";;;;;;SNV;", with: ";1;;;;;SNV;")
    try project.write(filled, to: name)
    let run = try project.run("assign", "evidence/2024")
    #expect(run.code == 2)
    #expect(run.messages.contains("đã được điền"), "\(run.messages)")
    #expect(project.text(name) == filled)
  }

  @Test("the second round lists what the first one changed or an agency explained")
  func listsContested() throws {
    let project = try filledRound()
    try project.write(
      """
      mã cơ quan,mã tiêu chí,lần thẩm định,mã số liệu,giá trị,điểm thẩm định,lý do,cơ quan thẩm định
      STP,1.1,1,b,15,,Loại bốn hồ sơ,SNV
      STP,1.2,1,,,,,SNV
      SNV,1.1,1,,,,,STP

      """, to: "evidence/2024/appraisal/lan-1.csv")
    try project.write(
      "mã tiêu chí,lần thẩm định,nội dung giải trình\n1.1,1,Hồ sơ có tạm dừng\n",
      to: "evidence/2024/explanations/STP.csv")
    let run = try project.run("assign", "evidence/2024", "--round", "2")
    #expect(run.output.contains("SNV: 1 lượt"))
    let table = try rows(project.text("reports/2024/noi-bo/tham-dinh/SNV-lan-2.csv"))
    #expect(table.count == 2)
    #expect(table[1].contains { $0.contains("Hồ sơ có tạm dừng") })
    let sheet = try project.run("dispute", "evidence/2024", "STP", "1.1")
    #expect(sheet.code == 0)
    let page = try #require(project.text("reports/2024/noi-bo/phieu-giai-trinh/STP-1.1.md"))
    for part in ["Loại bốn hồ sơ", "Hồ sơ có tạm dừng", "9,50", "7,50", "giá trị = 7,5"] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(try project.run("score", "evidence/2024").code == 0)
    let own = try #require(project.text("reports/2024/co-quan/STP.md"))
    #expect(own.contains("Hồ sơ có tạm dừng"))
    #expect(project.text("reports/2024/co-quan/SNV.md")?.contains("Hồ sơ có tạm dừng") == false)
  }

  @Test(
    "wrong calls end with 2",
    arguments: [
      (["assign", "evidence/2024", "--round", "không"], "--round"),
      (["dispute", "evidence/2024", "STP"], "mã tiêu chí"),
      (["dispute", "evidence/2024", "STP", "1"], "không phải là tiêu chí lá"),
      (["dispute", "evidence/2024", "STB", "1.1"], "Có phải “STP”?"),
      (["check", "evidence/2024", "--slip"], "--agency"),
      (["check", "evidence/2024", "--agency", "STP", "--slip"], "--on"),
      (["documents", "evidence/2024", "--field", "7"], "--field"),
      (["status", "evidence/2024", "--on", "31/02/2024"], "--on"),
    ])
  func wrongCalls(words: [String], hint: String) throws {
    let project = try filledRound()
    let run = try Program.run(words, in: project.folder)
    #expect(run.code == 2)
    #expect(run.messages.contains(hint), "\(run.messages)")
  }

  @Test("a slip sends a received table back, and the agency may complete it")
  func returnsFiling() throws {
    let project = try filledRound()
    try project.write(
      "giai đoạn,từ ngày,đến hết ngày\ntự chấm,2025-01-02,2025-01-15\n", to: "evidence/2024/stages.csv")
    try project.fill("STP", in: "evidence/2024", ["1.2 s": ""])
    let receive = ["receive", "evidence/2024", "STP", "--on", "2025-01-10", "--document", "Số 1/BC-STP"]
    #expect(try Program.run(receive, in: project.folder).code == 0)
    let slip = [
      "check", "evidence/2024", "--agency", "STP", "--slip", "--on", "2025-01-12", "--until", "2025-01-20",
    ]
    let run = try Program.run(slip, in: project.folder)
    #expect(run.code == 0, "\(run.messages)")
    let page = try #require(project.text("reports/2024/co-quan/STP/phieu-yeu-cau-bo-sung.md"))
    #expect(page.contains("chậm nhất hết ngày 20/01/2025"))
    #expect(page.contains("1.2"))
    #expect(try project.run("status", "evidence/2024").output.contains("Trả lại"))
    try project.fill("STP", in: "evidence/2024", ["1.2 s": "kịp thời"])
    #expect(try project.run("check", "evidence/2024").code == 0)
    let again = try Program.run(slip, in: project.folder)
    #expect(again.code == 1)
    #expect(again.messages.contains("hồ sơ đã đủ"))
  }
}
