import Foundation
import TestSupport
import Testing

/// Runs `compare` and `survey` as their user would.
@Suite("The commands of years and surveys")
struct YearCommandTests {
  private static let (older, newer) = ("evidence/2023-cchc-mau", "evidence/2024-cchc-mau")

  private func run(_ words: [String]) throws -> Program.Run { try Program.run(words) }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try #require(folder.text(name), "\(name)")
  }

  @Test(
    "a wrong call ends with 2 and says what is missing",
    arguments: [
      (["compare"], "thiếu thư mục kỳ đánh giá trước"),
      (["compare", older], "thiếu thư mục kỳ đánh giá sau"),
      (["compare", older, newer, older], "thừa"),
      (["compare", older, newer, "--spilt"], "Có phải “--split”?"),
      (["compare", older, "evidence/2024-cchc-ma"], "Có phải “2024-cchc-mau”?"),
      (["compare", older, newer, "--map"], "cần một giá trị"),
      (["compare", older, newer, "--map", "/khong/co.csv"], "/khong/co.csv"),
      (["compare", older, newer, "--locale", "fr"], "không nhận “fr”"), (["survey"], "thiếu"),
      (["survey", older, newer], "thừa"), (["survey", "evidence/2023"], "không có thư mục"),
      (["survay", older], "Có phải “survey”?"), (["survey", older, "--split"], "không có tùy chọn"),
    ])
  func wrongCalls(words: [String], hint: String) throws {
    let run = try run(words)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains(hint), "\(run.messages)")
  }

  @Test("compare writes the paper and the tables, and every agency's points add up")
  func compares() throws {
    let folder = try TemporaryFolder()
    let run = try run(["compare", Self.older, Self.newer, "--split", "-o", folder.path])
    #expect(run.code == 0)
    #expect(run.output.contains("cchc-so-2023 → cchc-so-2024"))
    let paper = try text(folder, "noi-bo/so-sanh-2023-cchc-mau.md")
    #expect(paper.contains("Ban Dân tộc và Tôn giáo: năm 2023 là Ban Dân tộc."))
    #expect(paper.contains("## 3. Điểm thay đổi do số liệu và do tiêu chí"))
    #expect(try text(folder, "noi-bo/so-sanh-2023-cchc-mau.csv").contains("BDTTG"))
    #expect(folder.text("noi-bo/so-sanh-2023-cchc-mau-tach.csv") != nil)
    let json = try self.run(["compare", Self.older, Self.newer, "--split", "--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let groups = try #require(object["groups"] as? [[String: Any]])
    let agencies = try #require(groups[0]["agencies"] as? [[String: Any]])
    #expect(agencies.count == 18)
    for agency in agencies {
      let split = try #require(agency["split"] as? [String: Any])
      func units(_ name: String) -> Int { Int((((split[name] as? Double) ?? .nan) * 1000).rounded()) }
      let sum = units("figures") + units("criteria") + units("added") - units("dropped") + units("unsplit")
      #expect(units("change") == sum)
    }
  }

  @Test("a map with unknown and repeated codes ends with 1, each told with its row")
  func reportsMap() throws {
    let folder = try TemporaryFolder()
    try folder.write("mã cũ,mã mới\nBDT,BDTTG\nXYZ,SNV\nSTP,ABC\nSCT,SXD\nSCT,SYT\n", to: "map.csv")
    let run = try run([
      "compare", Self.older, Self.newer, "--map", folder.path("map.csv"), "-o", folder.path,
    ])
    #expect(run.code == 1)
    for part in ["dòng 3", "map-old-unknown", "dòng 4", "agency-unknown", "dòng 6"] {
      #expect(run.messages.contains(part), "\(run.messages)")
    }
  }

  @Test("survey writes every count inside and masks small ones outside")
  func surveys() throws {
    let folder = try TemporaryFolder()
    let run = try run(["survey", Self.older, "-o", folder.path])
    #expect(run.code == 0)
    let full = try text(folder, "noi-bo/dieu-tra.md")
    let open = try text(folder, "cong-bo/dieu-tra.md")
    #expect(!full.contains("\\<5"))
    #expect(open.contains("\\<5"))
    #expect(open.contains("hàm của số phiếu"))
    #expect(try text(folder, "noi-bo/dieu-tra.csv").contains("STTTT,1.8,\"Cán bộ, công chức\",n1,Tốt,38"))
    // Counts beside the exact points of an agency's own page would give small ones away.
    #expect(try folder.names() == ["cong-bo", "noi-bo"])
    // Outside, no cell of a row of answers is a bare count below the limit.
    for page in [open] {
      for line in page.split(separator: "\n") where line.hasPrefix("| ") && line.contains("±") {
        let cells = line.split(separator: "|").dropFirst(2).dropLast().map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(cells.allSatisfy { Int($0).map { $0 >= 5 } ?? true }, "\(line)")
      }
    }
    let json = try self.run(["survey", Self.older, "--json"])
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }

  @Test("the ranking shows last year's rank and the change where the round names its year before")
  func showsChange() throws {
    let folder = try TemporaryFolder()
    #expect(try run(["score", Self.newer, "-o", folder.path]).code == 0)
    #expect(try text(folder, "cong-bo/ranking.md").contains("| Hạng năm trước | Tăng, giảm |"))
    #expect(try text(folder, "noi-bo/report.md").contains("| Hạng năm trước | Tăng, giảm |"))
    let ranking = try text(folder, "cong-bo/ranking.csv")
    #expect(ranking.contains(",previous_rank,change"))
    #expect(try text(folder, "noi-bo/results.json").contains("\"../2023-cchc-mau/self/STP.csv\""))
    #expect(try run(["score", Self.older, "-o", folder.path]).code == 0)
    #expect(try !text(folder, "cong-bo/ranking.csv").contains("previous_rank"))
  }
}
