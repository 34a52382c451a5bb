import CCHCOffice
import CCHCOutputs
import CCHCScoring
import CCHCTables
import Foundation
import TestSupport
import Testing

/// A scored round with its reports, copied for every test from one that is made once.
private struct ScoredProject {
  let project: SmallProject
  static let reports = "reports/ky"

  init(score words: [String] = []) throws {
    project = try SmallProject()
    let made = try project.run(
      "new", "evidence/ky", "--year", "2025", "--criteria", "so=bo", "--agencies", "co-quan.csv")
    #expect(made.code == 0, "\(made.messages)")
    try project.fill("STP", in: "evidence/ky", ["1.1 a": "8", "1.1 b": "7", "1.2 s": "kịp thời"])
    try project.fill("SNV", in: "evidence/ky", ["1.1 a": "8", "1.1 b": "8", "1.2 s": "chậm"])
    let scored = try Program.run(["score", "evidence/ky"] + words, in: project.folder)
    #expect(scored.code == 0, "\(scored.messages)")
  }

  func verify(_ words: String...) throws -> Program.Run {
    try Program.run(["verify", Self.reports] + words, in: project.folder)
  }

  func file(_ name: String) -> String { "\(Self.reports)/\(name)" }

  func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: project.folder.appendingPathComponent(name)))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let place = project.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  func replace(_ old: String, by new: String, in name: String) throws {
    let text = try #require(project.text(name))
    #expect(text.contains(old), "\(name) holds \(old)")
    try project.write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: project.folder.appendingPathComponent(name))
  }

  /// Puts another text into a part of a zipped file, packed anew.
  func repack(_ name: String, part: String, _ change: (String) -> String) throws {
    let archive = try ZipArchive(bytes(name))
    var zip = ZipWriter()
    for other in archive.names {
      let content = try archive.part(other) ?? []
      let text = String(decoding: content, as: UTF8.self)
      zip.add(other, other == part ? Array(change(text).utf8) : content)
    }
    try write(zip.finish(), to: name)
  }
}

/// What somebody does to a folder of reports or to its inputs, and what `verify` must say.
private struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let expected: String
  var code: Int32 = 1
  let act: @Sendable (ScoredProject) throws -> Void

  init(
    _ description: String, says expected: String, code: Int32 = 1,
    _ act: @escaping @Sendable (ScoredProject) throws -> Void
  ) {
    (testDescription, self.expected, self.code, self.act) = (description, expected, code, act)
  }

  static let all: [Tampering] = [
    Tampering(
      "a figure in the published table",
      says: "cong-bo/ranking.csv, dòng 2: lỗi [report-line-differs] Dòng 2 khác kết quả tính lại: tệp ghi “"
    ) { try $0.replace("1,STP", by: "2,STP", in: $0.file("cong-bo/ranking.csv")) },
    Tampering(
      "a point in results.json", says: "noi-bo/results.json, dòng 14: lỗi [report-line-differs]"
    ) { try $0.replace("\"rank\": 1,", by: "\"rank\": 3,", in: $0.file("noi-bo/results.json")) },
    Tampering("a page cut short", says: "co-quan/STP.md, dòng 3: lỗi [report-ends-early]") {
      try $0.write(
        Array($0.bytes($0.file("co-quan/STP.md")).prefix { $0 != 10 }) + [10], to: $0.file("co-quan/STP.md"))
    },
    Tampering("a line added below", says: "[report-goes-on] Thừa từ dòng") {
      let name = $0.file("noi-bo/report.md")
      try $0.write($0.bytes(name) + Array("Thêm\n".utf8), to: name)
    },
    Tampering("other line ends", says: "noi-bo/scores.csv, dòng 1: lỗi [report-bytes-differ]") {
      let name = $0.file("noi-bo/scores.csv")
      try $0.write($0.bytes(name).filter { $0 != 13 }, to: name)
    },
    Tampering("other line ends and a figure", says: "noi-bo/scores.csv, dòng 2: lỗi [report-line-differs]") {
      let name = $0.file("noi-bo/scores.csv")
      try $0.replace("so,STP,1.1,scored,8.75", by: "so,STP,1.1,scored,9.75", in: name)
      try $0.write($0.bytes(name).filter { $0 != 13 }, to: name)
    },
    Tampering(
      "a word in a Word file", says: "cong-bo/ranking.docx: lỗi [report-text-differs] Đoạn văn thứ"
    ) {
      try $0.repack($0.file("cong-bo/ranking.docx"), part: "word/document.xml") {
        $0.replacingOccurrences(of: "Sở Tư pháp", with: "Sở Tài chính")
      }
    },
    Tampering(
      "a format in a Word file", says: "[report-part-differs] Chữ và số đúng nhưng phần “word/styles.xml”"
    ) {
      try $0.repack($0.file("cong-bo/ranking.docx"), part: "word/styles.xml") { $0 + " " }
    },
    Tampering("a cell of a workbook", says: "cong-bo/ranking.xlsx, trang tính “Xếp hạng”, ô ") {
      try $0.write(
        edited($0.bytes($0.file("cong-bo/ranking.xlsx")), sheet: 1, ["D8": .number("30")]),
        to: $0.file("cong-bo/ranking.xlsx"))
    },
    Tampering("a file that is no archive", says: "cong-bo/ranking.docx: lỗi [report-damaged]") {
      try $0.write(Array("x".utf8), to: $0.file("cong-bo/ranking.docx"))
    },
    Tampering("a missing page", says: "co-quan/SNV.md: lỗi [report-missing]") {
      try $0.remove($0.file("co-quan/SNV.md"))
    },
    Tampering(
      "a missing document of another command",
      says: "cong-bo/dieu-tra.md: lỗi [report-missing] Thiếu tệp này; “cchc survey” ghi"
    ) {
      #expect(try $0.project.run("survey", "evidence/ky").code == 0)
      try $0.remove($0.file("cong-bo/dieu-tra.md"))
    },
    Tampering(
      "a missing paper that bears a day",
      says: "noi-bo/to-trinh.docx: lỗi [report-missing] Thiếu tệp này; “cchc papers” ghi"
    ) {
      #expect(try $0.project.run("papers", "evidence/ky", "--on", "2026-01-06").code == 0)
      try $0.remove($0.file("noi-bo/to-trinh.docx"))
    },
    Tampering(
      "a list to be filled in that was moved to where it is used",
      says: "noi-bo/theo-doi: cảnh báo [report-unverified-day]", code: 0
    ) {
      #expect(try $0.project.run("followup", "evidence/ky", "--on", "2026-04-06").code == 0)
      try $0.remove($0.file("noi-bo/dot-pha.xlsx"))
    },
    Tampering("a page of nobody", says: "co-quan/CU.md: lỗi [report-unknown-file]") {
      try $0.project.write("# Trang cũ\n", to: $0.file("co-quan/CU.md"))
    },
    Tampering("results without their stamp", says: "noi-bo/results.json: lỗi [report-unstamped]") {
      try $0.remove($0.file("noi-bo/results.json"))
    },
    Tampering("results that are no JSON", says: "noi-bo/results.json: lỗi [report-unstamped]") {
      try $0.project.write("{\"round\": ", to: $0.file("noi-bo/results.json"))
    },
    Tampering("another program", says: "[report-other-version] Báo cáo do cchc phiên bản 0.0.1 lập") {
      let name = $0.file("noi-bo/results.json")
      let version = try #require(
        $0.project.run("--version").output.split(whereSeparator: \.isWhitespace).last)
      try $0.replace("\"version\": \"\(version)\"", by: "\"version\": \"0.0.1\"", in: name)
    },
    Tampering("a changed input", says: "self/STP.csv: lỗi [report-input-changed]") {
      try $0.project.fill("STP", in: "evidence/ky", ["1.1 b": "8"])
    },
    Tampering("an input that is gone", says: "self/STP.csv: lỗi [report-input-missing]") {
      try $0.remove("evidence/ky/self/STP.csv")
    },
    Tampering(
      "a rating after the scores",
      says:
        "head_ratings.csv: lỗi [report-input-added] Tệp đầu vào này chưa có khi lập báo cáo. Phụ thuộc vào tệp: xếp loại"
    ) {
      try $0.project.write(
        "mã cơ quan,xếp loại người đứng đầu\nSTP,HTTNV\n", to: "evidence/ky/head_ratings.csv")
    },
    Tampering("another criteria set", says: "criteria/bo/set.csv: lỗi [report-input-changed]") {
      try $0.replace("Bộ thử", by: "Bộ khác", in: "criteria/bo/set.csv")
    },
    Tampering(
      "the status of a day", says: "noi-bo/tinh-hinh: cảnh báo [report-unverified-day] Chưa kiểm tra",
      code: 0
    ) {
      let run = try $0.project.run("status", "evidence/ky", "--on", "2026-01-05")
      #expect(run.code == 0)
    },
    Tampering(
      "a slip of the day of a receipt",
      says: "co-quan/*/phieu-tiep-nhan: cảnh báo [report-unverified-slip] Chưa kiểm tra 1 tệp", code: 0
    ) { try $0.project.write("# Phiếu\n", to: $0.file("co-quan/STP/phieu-tiep-nhan.md")) },
    Tampering(
      "a worklist that is filled in", says: "noi-bo/tham-dinh/SNV.csv: cảnh báo [report-unverified-state]",
      code: 0
    ) {
      let run = try $0.project.run("assign", "evidence/ky", "--only", "csv")
      #expect(run.code == 0)
      let name = $0.file("noi-bo/tham-dinh/SNV.csv")
      let lines = try #require($0.project.text(name)).components(separatedBy: "\r\n")
      try $0.project.write(
        lines.map { $0.replacingOccurrences(of: ";;;;", with: ";1;;;") }.joined(separator: "\r\n"), to: name)
    },
    Tampering(
      "a comparison with a round that is gone",
      says: "[report-unverified-round] Chưa kiểm tra: không đọc được kỳ được so sánh “truoc”", code: 0
    ) { try $0.project.write("x", to: $0.file("noi-bo/so-sanh-truoc.md")) },
  ]
}

@Suite("Reports that are verified")
struct ReportFolderTests {
  @Test(
    "reports as they were made are right, in whatever kinds and with either decimal mark",
    arguments: [
      [], ["--only", "json,csv", "--locale", "vi"], ["--only", "json,xlsx,docx"], ["--only", "json,md"],
    ])
  func sound(words: [String]) throws {
    let run = try ScoredProject(score: words).verify()
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.messages == "")
    #expect(run.output.contains("Số liệu đầu vào: đúng như lúc lập báo cáo"))
  }

  @Test("what was changed, is missing or one too many is named", arguments: Tampering.all)
  fileprivate func tampered(_ tampering: Tampering) throws {
    let scored = try ScoredProject()
    try tampering.act(scored)
    let run = try scored.verify()
    #expect(run.code == tampering.code, "\(run.messages)")
    #expect(run.messages.contains(tampering.expected), "\(run.messages)")
    let english = try scored.verify("--lang", "en", "--json")
    #expect(english.code == tampering.code)
    let id = try #require(tampering.expected.split(separator: "[").last?.split(separator: "]").first)
    if tampering.expected.contains("[") { #expect(english.output.contains("\"code\": \"\(id)\"")) }
  }

  @Test("every code of a folder has a case that produces it")
  func coversCodes() throws {
    let produced = Tampering.all.map(\.expected).joined()
    // The two that go with the others: their tests stand below.
    let elsewhere: Set = ["report-other-round", "report-inputs-differ"]
    let page = try String(
      contentsOf: Program.project.appendingPathComponent("docs/error-codes.md"), encoding: .utf8)
    let ids = page.split(separator: "\n").filter { $0.hasPrefix("| `report-") }.map {
      $0.split(separator: "`")[1]
    }
    #expect(ids.count >= 18)
    for id in ids where !elsewhere.contains(String(id)) { #expect(produced.contains("[\(id)]"), "\(id)") }
  }

  @Test("changed inputs are told before all else, scores apart from what came after")
  func inputsFirst() throws {
    let scored = try ScoredProject()
    try scored.project.fill("STP", in: "evidence/ky", ["1.1 b": "8"])
    try scored.project.write(
      "mã cơ quan,xếp loại người đứng đầu\nSTP,HTTNV\n", to: "evidence/ky/head_ratings.csv")
    let run = try scored.verify()
    let lines = run.messages.split(separator: "\n")
    #expect(
      lines[0].contains("[report-inputs-differ]") && lines[0].contains("1 tệp tính điểm, 1 tệp sau chấm điểm")
    )
    #expect(lines[1].hasPrefix("self/STP.csv: lỗi [report-input-changed]"))
    #expect(lines[2].contains("không đụng tới điểm"))
    #expect(run.output.contains("đã khác 1 tệp tính điểm, 1 tệp sau chấm điểm"))
  }

  @Test("what came after alone leaves the table of scores right")
  func afterAlone() throws {
    let scored = try ScoredProject()
    try scored.project.write(
      "mã cơ quan,xếp loại người đứng đầu\nSTP,HTTNV\n", to: "evidence/ky/head_ratings.csv")
    let run = try scored.verify()
    #expect(run.code == 1 && run.messages.contains("0 tệp tính điểm, 1 tệp sau chấm điểm"))
    #expect(!run.messages.contains("noi-bo/scores.csv"))
  }

  @Test("another round is told; a folder that holds no reports is refused")
  func otherFolders() throws {
    let scored = try ScoredProject()
    #expect(
      try scored.project.run(
        "new", "evidence/khac", "--year", "2025", "--criteria", "so=bo", "--agencies", "co-quan.csv"
      ).code == 0)
    let other = try scored.verify("--round", "evidence/khac")
    #expect(
      other.code == 1
        && other.messages.contains("[report-other-round] Báo cáo của kỳ “ky”, không phải của kỳ “khac”"))
    let round = try scored.project.run("verify", "evidence/ky")
    #expect(round.code == 2 && round.messages.contains("nêu thư mục báo cáo của kỳ, như reports/ky"))
    #expect(try scored.project.run("verify", "criteria").code == 2)
    #expect(try scored.project.run("verify", "khong-co").code == 2)
  }

  @Test("papers of a day are right for that day, wrong for another, and named where somebody edited them")
  func dated() throws {
    let scored = try ScoredProject()
    #expect(try scored.project.run("status", "evidence/ky", "--on", "2026-01-05").code == 0)
    #expect(try scored.project.run("papers", "evidence/ky", "--on", "2026-01-06").code == 0)
    let unknown = try scored.verify()
    #expect(unknown.code == 0 && unknown.output.contains("Chưa kiểm tra được"))
    let known = try scored.verify("--on", "05/01/2026", "--on", "06/01/2026")
    #expect(known.code == 0 && known.messages == "", "\(known.messages)")
    #expect(!known.output.contains("Chưa kiểm tra được"))
    let other = try scored.verify("--on", "06/01/2026")
    #expect(
      other.code == 1
        && other.messages.contains("tệp ghi “Tính đến ngày 05/01/2026.”, phải là “Tính đến ngày 06/01/2026.”")
    )
    try scored.replace("2026", by: "2027", in: scored.file("noi-bo/to-trinh.md"))
    #expect(try scored.verify().code == 0)
    let edited = try scored.verify("--on", "05/01/2026", "--on", "06/01/2026")
    #expect(edited.code == 1 && edited.messages.contains("noi-bo/to-trinh.md, dòng"))
    #expect(try scored.verify("--on", "31/02/2026").code == 2)
  }

  @Test("other compression of the same parts is no difference")
  func otherCompression() throws {
    let scored = try ScoredProject()
    for name in ["noi-bo/results.xlsx", "noi-bo/report.docx"] {
      let archive = try ZipArchive(scored.bytes(scored.file(name)))
      let parts = try archive.names.map {
        ZipLab.Part($0, String(decoding: try archive.part($0) ?? [], as: UTF8.self))
      }
      try scored.write(ZipLab(parts: parts).bytes, to: scored.file(name))
    }
    let run = try scored.verify()
    #expect(run.code == 0, "\(run.messages)")
  }

  @Test(
    "the committed reports are right, those of a day too",
    arguments: [
      ("2023-cchc-mau", ["2024-02-15", "2024-03-11", "2024-04-05"]), ("2024-cchc-mau", ["2025-02-10"]),
      ("2025-cchc-xa-mau", ["2026-02-10", "2026-03-05", "2026-04-05"]), ("2026-dvc-766", []),
    ])
  func committed(round: String, days: [String]) throws {
    let project = try CommittedProject()
    let run = try Program.run(
      ["verify", "reports/\(round)"] + days.flatMap { ["--on", $0] }, in: project.folder)
    #expect(run.code == 0, "\(run.messages)")
    // Slips and a filled worklist tell of an earlier state.
    for line in run.messages.split(separator: "\n") {
      #expect(
        line.contains("[report-unverified-slip]") || line.contains("[report-unverified-state]"), "\(line)")
    }
  }
}
