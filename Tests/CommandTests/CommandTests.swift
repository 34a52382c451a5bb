import CCHCFiles
import Foundation
import Testing

/// Runs the built program as its user would.
@Suite("The program")
struct CommandTests {
  private func run(_ words: [String]) throws -> Program.Run { try Program.run(words) }

  private func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)").path
  }

  @Test(
    "a wrong call ends with 2 and the nearest word",
    arguments: [
      (["scor", "x"], "Có phải “score”?"), (["score", "evidence/2026-dvc-76"], "Có phải “2026-dvc-766”?"),
      (["score", "evidence/2026-dvc-766", "--onyl", "csv"], "Có phải “--only”?"),
      (["score", "evidence/2026-dvc-766", "--only", "cvs"], "Có phải “csv”?"),
      (["score", "evidence/2026-dvc-766", "--locale"], "cần một giá trị"),
      (["explain", "evidence/2023-cchc-mau", "STNM"], "Có phải “STNMT”?"),
      (["explain", "evidence/2023-cchc-mau", "STNMT", "3.3.9"], "Có phải “3.3.1”?"), (["score"], "thiếu"),
      (["tally", "evidence/2025-mot-cua-mau"], "thiếu danh sách hồ sơ"),
      (["tally", "evidence/2025-mot-cua-mau", "x.csv", "--jobs", "0"], "“--jobs” không nhận “0”"),
      (["tally", "evidence/2025-mot-cua-mau", "x.csv", "--set", "mot-cua-2024"], "Có phải “mot-cua-2025”?"),
      (["tally", "evidence/2026-dvc-766", "x.csv"], "không bộ tiêu chí nào"),
      (["--lang", "en", "chek"], "Did you mean “check”?"),
    ])
  func wrongCalls(words: [String], hint: String) throws {
    let run = try run(words)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains(hint), "\(run.messages)")
  }

  @Test("the shipped rounds score cleanly")
  func scoresShippedRounds() throws {
    for round in ["2026-dvc-766", "2023-cchc-mau"] {
      let folder = temporaryFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let run = try run(["score", "evidence/\(round)", "-o", folder])
      #expect(run.code == 0)
      #expect(!run.output.contains("TẠM TÍNH"))
    }
  }

  @Test("CSV in Vietnamese form has semicolons, decimal commas and Vietnamese headings")
  func vietnameseTables() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(
      try run(["score", "evidence/2026-dvc-766", "-o", folder, "--locale", "vi", "--only", "csv"]).code == 0)
    let ranking = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/cong-bo/ranking.csv")), as: UTF8.self)
    #expect(
      ranking.hasPrefix(
        "\u{FEFF}hạng;mã cơ quan;tên;khối;điểm;điểm tối đa;chỉ số;xếp loại;1.chỉ số thành phần;"))
    #expect(ranking.contains("\r\n1;H20;Đồng Tháp;\"Các tỉnh, thành phố\";68,80;100;68,80;;"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/noi-bo/results.json"))
  }

  @Test("bad tables: exit 1, everything else computed, results marked provisional")
  func badTables() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/evidence", withIntermediateDirectories: true)
    try files.copyItem(atPath: Program.project.path + "/criteria", toPath: folder + "/criteria")
    try files.copyItem(
      atPath: Program.project.path + "/evidence/2023-cchc-mau", toPath: folder + "/evidence/2023-cchc-mau")
    let table = folder + "/evidence/2023-cchc-mau/self/STNMT.csv"
    let text = try String(contentsOfFile: table, encoding: .utf8).replacingOccurrences(
      of: ",11466,", with: ",11.466,")
    try text.write(toFile: table, atomically: true, encoding: .utf8)
    let run = try run(["score", folder + "/evidence/2023-cchc-mau"])
    #expect(run.code == 1)
    #expect(run.messages.contains("self/STNMT.csv, dòng 42, cột “giá trị”: lỗi [value-invalid]"))
    #expect(run.messages.contains("Có phải “11466”?"))
    #expect(run.output.contains("TẠM TÍNH"))
    #expect(run.output.contains("Sở Nội vụ (SNV)"))
    let report = try String(
      contentsOfFile: folder + "/reports/2023-cchc-mau/noi-bo/report.md", encoding: .utf8)
    #expect(report.contains("TẠM TÍNH"))
  }

  @Test("an output folder that cannot be written: exit 2, nothing half-written")
  func unwritableOutput() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A file stands where the second folder of the output must be made.
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/cong-bo"))
    let run = try run(["score", "evidence/2026-dvc-766", "-o", folder])
    #expect(run.code == 2)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == ["cong-bo"])
  }

  @Test("explain leads from a number to the row and the clause")
  func explains() throws {
    let run = try run(["explain", "evidence/2023-cchc-mau", "STNMT", "3.3.1"])
    #expect(run.code == 0)
    for part in [
      "self/STNMT.csv, dòng 42", "appraisal/lan-2.csv, dòng 19", "b / a = 1481/1638", "3,617/4",
      "CĐ 968/CĐ-TTg",
    ] { #expect(run.output.contains(part), "\(part)") }
    let tree = try self.run(["explain", "evidence/2023-cchc-mau", "STNMT", "--json"])
    #expect(try JSONSerialization.jsonObject(with: Data(tree.output.utf8)) is [String: Any])
  }

  @Test("preview works where only the agency's own file is there, and gives ranges, not verdicts")
  func previewsAlone() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = FileManager.default
    let round = folder + "/evidence/2023-cchc-mau"
    try files.createDirectory(atPath: round + "/self", withIntermediateDirectories: true)
    try files.copyItem(atPath: Program.project.path + "/criteria", toPath: folder + "/criteria")
    for name in ["round.csv", "agencies.csv", "self/STP.csv"] {
      try files.copyItem(
        atPath: Program.project.path + "/evidence/2023-cchc-mau/" + name, toPath: round + "/" + name)
    }
    let run = try run(["preview", round, "STP"])
    #expect(run.code == 0)
    #expect(run.output.contains("Điểm phần tự chấm / điểm tối đa phần tự chấm: "))
    #expect(run.output.contains("phụ thuộc số liệu còn thiếu"))
    #expect(!run.output.contains("Sở Nội vụ"))
    #expect(!run.messages.contains("STNMT"))
  }

  @Test("check --json lists problems for machines")
  func checkJSON() throws {
    let run = try run(["check", "evidence/2024-cchc-mau", "--json"])
    let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(list.contains { $0["code"] as? String == "leaf-requested" })
    #expect(run.code == 0)
  }
}
