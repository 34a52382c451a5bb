import CCHCDocuments
import CCHCFiles
import CCHCPapers
import CCHCScoring
import Testing

@Suite("Which papers are written, marked and removed")
struct PaperFolderTests {
  private static let letter = "noi-bo/cong-van-don-doc.md"
  private static let report = "co-quan/SXD/bao-cao-kiem-diem.md"

  @Test("Before the round is closed obligations are expected everywhere and no letter is written")
  func marksExpected() throws {
    let round = try PaperRound()
    let names = try round.writeAll(on: "2024-04-03")
    #expect(!names.contains(Self.letter))
    let marked = names.filter { (round.text("reports/\($0)") ?? "").contains("**DỰ KIẾN.**") }
    #expect(
      marked == [
        "noi-bo/theo-doi.md", "noi-bo/danh-sach-thi-dua.md", "noi-bo/dot-pha.md",
        "noi-bo/bao-cao-tong-hop.md", "co-quan/STP/bang-kiem-diem.md", "co-quan/SXD/bang-kiem-diem.md",
        Self.report,
      ])
    #expect(round.text("reports/noi-bo/theo-doi.csv")?.contains(",yes,") ?? false)
    let results = round.results()
    #expect(
      shown(SummaryReport.document(results)).contains(
        "## IV. Nghĩa vụ của các cơ quan sau khi có kết quả (dự kiến)")
        || shown(SummaryReport.document(results)).contains("báo cáo kiểm điểm (dự kiến)"))
    let page = try #require(results.groups.first?.agencies.first)
    #expect(
      shown(AgencyPage(results).document(results[agency: page.agency])).contains(
        "## 6. Nghĩa vụ sau khi có kết quả (dự kiến)"))
  }

  @Test("Once it is closed nothing is expected any more")
  func marksNothing() throws {
    let round = try PaperRound()
    try round.close()
    let names = try round.writeAll(on: "2024-04-03")
    #expect(names.contains(Self.letter))
    for name in names {
      let text = round.text("reports/\(name)") ?? ""
      #expect(!text.contains("DỰ KIẾN") && !text.contains("TẠM TÍNH"), "\(name)")
    }
    let results = round.results()
    #expect(!shown(SummaryReport.document(results)).contains("dự kiến"))
    let page = try #require(results.groups.first?.agencies.first)
    #expect(!shown(AgencyPage(results).document(results[agency: page.agency])).contains("dự kiến"))
  }

  @Test("While errors remain every document says that it is provisional")
  func marksProvisional() throws {
    let round = try PaperRound()
    try round.write("criterion,input,value\n1.1,a,10\n1.1,b,x\n2.1,k,9\n", to: "evidence/ky/self/STP.csv")
    for name in try round.writeAll(on: "2024-04-03") where name.hasSuffix(".md") {
      #expect((round.text("reports/\(name)") ?? "").contains("**TẠM TÍNH.**"), "\(name)")
    }
  }

  @Test("Papers that are no longer due go, files of others stay")
  func removesStale() throws {
    let round = try PaperRound()
    try round.close()
    try round.write("x", to: "reports/co-quan/SXD/phieu-tiep-nhan.md")
    try round.write("x", to: "reports/co-quan/CU/bang-kiem-diem.md")
    try round.write("x", to: "reports/co-quan/SXD/thong-bao-tham-dinh-lan-3.md")
    let first = try round.writeAll(on: "2024-04-03")
    #expect(try round.reportNames() == first.union(["co-quan/SXD/phieu-tiep-nhan.md"]))
    // A head who is rated well, figures that count after all, and the register handed in.
    try round.write("agency,rating\nSTP,HTTNV\nSXD,HTTNV\n", to: "evidence/ky/head_ratings.csv")
    try round.write(
      "criterion,input,value\n1.1,a,10\n1.1,b,10\n2.1,k,6\n", to: "evidence/ky/self/SXD.csv")
    try round.write(
      "agency,criterion,round,input,value,points,reason,appraiser\nSTP,1.1,1,,,,,SNV\nSTP,2.1,1,,,,,VP\nSXD,1.1,1,,,,,SNV\nSXD,2.1,1,,,,,VP\n",
      to: "evidence/ky/appraisal/1.csv")
    try round.write("criterion,round,text\n", to: "evidence/ky/explanations/SXD.csv")
    try round.close()
    try round.write(
      "agency,obligation,received\nSXD,dp,2024-03-21\nSTP,vu-1,2024-03-22\n", to: "evidence/ky/followup.csv")
    let second = try round.writeAll(on: "2024-04-03")
    #expect(
      first.subtracting(second) == [
        Self.letter, Self.report, "co-quan/SXD/thong-bao-tham-dinh-lan-2.md",
      ])
    #expect(try round.reportNames() == second.union(["co-quan/SXD/phieu-tiep-nhan.md"]))
  }

  @Test("No paper of an agency names another agency, or calls an objection a complaint")
  func keepsApart() throws {
    let round = try PaperRound()
    try round.close()
    let names = try round.writeAll(on: "2024-04-03")
    for name in names {
      let text = round.text("reports/\(name)") ?? ""
      if name.hasPrefix("co-quan/STP/") { #expect(!text.contains("Sở Xây dựng"), "\(name)") }
      if name.hasPrefix("co-quan/SXD/") { #expect(!text.contains("Sở Tư pháp"), "\(name)") }
      #expect(!text.lowercased().contains("khiếu nại"), "\(name)")
    }
  }

  @Test("Without obligations, publication or issuer the documents come out with blanks and say so")
  func writesBlanks() throws {
    let round = try PaperRound([
      "criteria/bo/obligations.csv": "", "evidence/ky/publication.csv": "", "evidence/ky/stages.csv": "",
      "evidence/ky/council.csv": "", "evidence/ky/orders.csv": "", "evidence/ky/breakthrough.csv": "",
      "evidence/ky/round.csv": "key,value\nname,Kỳ\nyear,2023\ncriteria:so,bo\n",
    ])
    let names = try round.writeAll(on: "2024-04-03")
    #expect(!names.contains(Self.letter) && !names.contains(Self.report))
    #expect(
      round.text("reports/noi-bo/theo-doi.md")?.contains("không quy định nghĩa vụ nào") ?? false)
    #expect(
      round.text("reports/noi-bo/dot-pha.md")?.contains("không có nghĩa vụ đăng ký công việc đột phá")
        ?? false)
    #expect(
      round.text("reports/noi-bo/bao-cao-tong-hop.md")?.contains("Không có nghĩa vụ nào phát sinh") ?? false)
    #expect(round.text("reports/noi-bo/to-trinh.md")?.contains("| **……** |") ?? false)
    #expect(!names.contains { (round.text("reports/\($0)") ?? "").contains("DỰ KIẾN") })
  }

  @Test("What people type is never markup, and the same input gives the same bytes")
  func escapes() throws {
    let files = [
      "evidence/ky/agencies.csv": "agency,name,group\nSTP,\"Sở *Tư* | <b>pháp\",so\nSXD,Sở Xây dựng,so\n",
      "evidence/ky/orders.csv":
        "agency,id,duty,deadline,legal_basis\nSTP,vu-1,\"[Họp](x) | *gấp*\",2024-04-10,\"=1+1\"\n",
    ]
    let round = try PaperRound(files)
    try round.close()
    let names = try round.writeAll(on: "2024-04-03")
    for name in names where name.hasSuffix(".md") {
      let text = round.text("reports/\(name)") ?? ""
      #expect(!text.contains("*Tư* |") && !text.replacing("\\<b>", with: "").contains("<b>"), "\(name)")
      #expect(!text.contains("[Họp](x)"), "\(name)")
      #expect(!text.contains("RichText("), "\(name)")
    }
    #expect(round.text("reports/noi-bo/theo-doi.csv")?.contains("'=1+1") ?? false)
    let before = names.map { round.text("reports/\($0)") }
    #expect(try round.writeAll(on: "2024-04-03") == names)
    #expect(names.map { round.text("reports/\($0)") } == before)
  }
}
