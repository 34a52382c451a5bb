import Foundation
import Testing

@Suite("cchc papers and followup")
struct PapersTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let round = "evidence/2023-cchc-mau"

  /// Runs a command on a shipped round; the output folder goes when the test ends.
  private func run(_ words: String..., folder: URL) throws -> Program.Run {
    try Program.run(words + ["-o", folder.path], in: Self.project)
  }

  private func temporaryFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
  }

  @Test("a wrong call ends with 2 and says what is missing", arguments: ["papers", "followup"])
  func wrongCalls(command: String) throws {
    for (words, hint) in [
      ([command], "thiếu thư mục kỳ đánh giá"), ([command, Self.round], "--on NGÀY"),
      ([command, Self.round, "--on"], "cần một giá trị"),
      ([command, Self.round, "--on", "31/2/2024"], "không nhận “31/2/2024”; viết 15/01/2024"),
      ([command, Self.round, "--on", "2024-4-1"], "không nhận “2024-4-1”"),
      ([command, Self.round, "x", "--on", "2024-04-01"], "thừa “x”"),
      ([command, "evidence/2023-cchc-ma", "--on", "2024-04-01"], "Có phải “2023-cchc-mau”?"),
    ] {
      let run = try Program.run(words, in: Self.project)
      #expect(run.code == 2, "\(words)")
      #expect(run.output.isEmpty)
      #expect(run.messages.contains(hint), "\(run.messages)")
    }
  }

  @Test("both commands write their papers and name them")
  func writes() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let papers = try run("papers", Self.round, "--on", "12/3/2024", folder: folder)
    #expect(papers.code == 0, "\(papers.messages)")
    #expect(papers.output.contains("  cong-bo/quyet-dinh-cong-bo.docx, .md"))
    let followed = try run("followup", Self.round, "--on", "2030-01-01", "--json", folder: folder)
    #expect(followed.code == 0, "\(followed.messages)")
    let object = try JSONSerialization.jsonObject(with: Data(followed.output.utf8)) as? [String: Any]
    #expect((object?["duties"] as? [Any])?.isEmpty == false)
    for name in ["noi-bo/to-trinh.md", "noi-bo/theo-doi.csv", "noi-bo/bao-cao-tong-hop.md"] {
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path), "\(name)")
    }
  }

  @Test("a day before the announcement: exit 1, the remedy, and nothing written")
  func refusesEarlyDay() throws {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try run("followup", Self.round, "--on", "01/3/2023", folder: folder)
    #expect(run.code == 1)
    #expect(run.messages.contains("publication.csv: lỗi [followup-before-announcement]"))
    #expect(run.messages.hasSuffix("Chưa ghi gì.\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
