import CCHCFiles
import Foundation
import Testing

@Suite("Agencies named by code or name")
struct AgencyNameTests {
  private static let round = "evidence/2025-thu"

  private func project() throws -> SmallProject {
    let project = try SmallProject()
    try project.write(
      """
      mã cơ quan,tên,nhóm,khối
      SNV,Sở Nội vụ,so,Khối một
      STP,Sở Tư pháp,so,Khối một
      X1,Xã Tân Thành,so,Khối hai
      X2,Xã Tân Thạnh,so,Khối hai

      """, to: "co-quan.csv")
    let made = try project.run("new", Self.round, "--criteria", "so=bo", "--agencies", "co-quan.csv")
    #expect(made.code == 0, "\(made.messages)")
    try project.fill("STP", in: Self.round, ["1.1 a": "10", "1.1 b": "8", "1.2 s": "kịp thời"])
    return project
  }

  @Test("every command takes a code in any case and a name, with accents or without")
  func allCommands() throws {
    let project = try project()
    for words in [
      ["preview", Self.round], ["explain", Self.round], ["check", Self.round, "--agency"],
      ["form", Self.round, "-o", "bieu-mau", "--agency"],
    ] {
      let byCode = try Program.run(words + ["STP"], in: project.folder)
      #expect(byCode.code == 0, "\(byCode.messages)")
      for name in ["stp", "Sở Tư pháp", "sở tư  pháp", "so tu phap"] {
        let run = try Program.run(words + [name], in: project.folder)
        #expect(run.code == 0 && run.output == byCode.output, "\(words) \(name): \(run.messages)")
      }
    }
    #expect(try project.names(in: "bieu-mau") == ["STP.xlsx"])
    let dispute = try project.run("dispute", Self.round, "so tu phap", "1.1")
    #expect(dispute.output.contains("phieu-giai-trinh/STP-1.1"))
    let received = try project.run(
      "receive", Self.round, "so tu phap", "--on", "2026-01-12", "--document", "Số 1")
    #expect(received.code == 0 && received.output.contains("Sở Tư pháp (STP)"), "\(received.messages)")
    let unlocked = try project.run("unlock", Self.round, "stp", "--on", "2026-01-13", "--reason", "x")
    #expect(unlocked.code == 0, "\(unlocked.messages)")
    let rows = try #require(project.text("\(Self.round)/submissions.csv")).components(separatedBy: "\r\n")
    #expect(rows.dropFirst().filter { !$0.isEmpty }.allSatisfy { $0.hasPrefix("STP;") })
    let complete = try project.run(
      "check", Self.round, "--agency", "stp", "--slip", "--on", "2026-01-14", "--until", "2026-01-20")
    #expect(complete.messages.contains("STP: hồ sơ đã đủ"), "\(complete.messages)")
  }

  @Test("a name of several agencies ends with 2 and lists them; an unknown one with the nearest code")
  func refuses() throws {
    let project = try project()
    for command in ["preview", "explain"] {
      let several = try project.run(command, Self.round, "xa tan thanh")
      #expect(several.code == 2 && several.output.isEmpty)
      #expect(several.messages.contains("có thể là X1 (Xã Tân Thành), X2 (Xã Tân Thạnh); ghi mã cơ quan."))
      let unknown = try project.run(command, Self.round, "STB")
      #expect(unknown.code == 2 && unknown.messages.contains("Có phải “STP”?"))
    }
    #expect(try project.run("preview", Self.round, "xã tân thạnh").output.contains("Xã Tân Thạnh"))
  }
}
