import CCHCTables
import Foundation
import Testing

@Suite("Documents as Markdown and as Word files")
struct KindsTests {
  private static let round = "evidence/2023-cchc-mau"

  /// Each command that writes documents, one of its documents, and whether it writes tables too.
  static let commands: [(words: [String], document: String, hasTables: Bool)] = [
    (["appraisal", round], "noi-bo/tham-dinh", true), (["survey", round], "cong-bo/dieu-tra", true),
    (["status", round], "noi-bo/tinh-hinh", true),
    (["documents", round, "--field", "3"], "noi-bo/tai-lieu-3", true),
    (["dispute", round, "SYT", "4.1"], "noi-bo/phieu-giai-trinh/SYT-4.1", false),
    (["papers", round, "--on", "11/3/2024"], "noi-bo/to-trinh", false),
    (["followup", round, "--on", "5/4/2024"], "co-quan/SXD/bao-cao-kiem-diem", true),
    (["compare", round, "evidence/2024-cchc-mau"], "noi-bo/so-sanh-2023-cchc-mau", true),
    (["score", "evidence/2026-dvc-766"], "cong-bo/ranking", true),
  ]

  /// The files that a call writes, by what tells their kind; a Word file is a zip archive.
  private func kinds(_ words: [String], _ document: String) throws -> Set<String> {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Program.run(words + ["-o", folder.path])
    #expect(run.code == 0, "\(words): \(run.messages)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let kinds = Set(names.map { URL(fileURLWithPath: $0).pathExtension }.filter { !$0.isEmpty })
    for (kind, begin) in [("md", nil), ("docx", "PK\u{3}\u{4}")] {
      let bytes = try? Data(contentsOf: folder.appendingPathComponent("\(document).\(kind)"))
      #expect((bytes != nil) == kinds.contains(kind), "\(words)")
      if let bytes, let begin { #expect(bytes.prefix(4) == Data(begin.utf8), "\(words)") }
    }
    return kinds
  }

  @Test("both are written unless a call asks for one alone", arguments: commands)
  func asked(_ words: [String], _ document: String, _ hasTables: Bool) throws {
    let all = try kinds(words, document)
    #expect(all.isSuperset(of: ["md", "docx"]))
    #expect(all.contains("csv") == hasTables)
    #expect(try kinds(words + ["--only", "md"], document) == ["md"])
    #expect(try kinds(words + ["--only=docx"], document) == ["docx"])
    if hasTables { #expect(try kinds(words + ["--only", "docx,csv"], document) == ["docx", "csv"]) }
  }

  @Test("a kind that a command does not write ends with 2 and names those that it does")
  func unknown() throws {
    for (words, wrong, hint) in [
      (["papers", Self.round, "--on", "11/3/2024"], "csv", "viết docx"),
      (["status", Self.round], "doc", "Có phải “docx”?"),
      (["appraisal", Self.round], ",", "docx, md"),
    ] {
      let run = try Program.run(words + ["--only", wrong, "-o", "/nonexistent"])
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.messages.contains(hint), "\(run.messages)")
    }
  }

  @Test("slips are written in both kinds too, or in the one that is asked for")
  func slips() throws {
    let project = try SmallProject()
    #expect(
      try project.run(
        "new", "evidence/2025-thu", "--criteria", "so=bo", "--agencies", "co-quan.csv", "--year", "2025"
      ).code == 0)
    let slip = "reports/2025-thu/co-quan/STP/phieu-yeu-cau-bo-sung"
    let call = [
      "check", "evidence/2025-thu", "--agency", "STP", "--slip", "--on", "2026-01-20", "--until",
      "2026-01-25",
    ]
    _ = try Program.run(call + ["--only", "docx"], in: project.folder)
    #expect(project.text(slip + ".md") == nil)
    #expect(project.text(slip + ".docx")?.hasPrefix("PK") == true)
    let run = try Program.run(call, in: project.folder)
    #expect(project.text(slip + ".md") != nil)
    #expect(run.messages.contains("phieu-yeu-cau-bo-sung.docx, .md"), "\(run.messages)")
    let alone = try project.run("check", "evidence/2025-thu", "--only", "md")
    #expect(alone.code == 2 && alone.messages.contains("--only cần --slip"))
    try project.fill("STP", in: "evidence/2025-thu", ["1.1 a": "10", "1.1 b": "9", "1.2 s": "kịp thời"])
    let received = try project.run(
      "receive", "evidence/2025-thu", "STP", "--on", "2026-01-26", "--document", "Số 1", "--only", "docx")
    #expect(received.code == 0, "\(received.messages)")
    #expect(received.output.contains("phieu-tiep-nhan.docx\n"))
    #expect(project.text("reports/2025-thu/co-quan/STP/phieu-tiep-nhan.md") == nil)
  }

  @Test("the page of an agency that left the round goes in both kinds")
  func leaving() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = folder.appendingPathComponent("co-quan")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    for name in ["CU.md", "CU.docx", "CU.txt"] {
      try Data("x".utf8).write(to: pages.appendingPathComponent(name))
    }
    #expect(
      try Program.run(["score", "evidence/2026-dvc-766", "-o", folder.path, "--only", "md"]).code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: pages.path)
    #expect(names.contains("CU.txt") && !names.contains("CU.md") && !names.contains("CU.docx"))
  }
}
