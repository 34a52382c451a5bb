import CCHCCycle
import CCHCDocuments
import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables
import Foundation
import Testing

@Suite("The papers of a round as Word files")
struct WordPaperTests {
  /// A document of each kind with head and signature.
  private func documents() throws -> [(name: String, tree: DocumentTree)] {
    let round = try PaperRound()
    try round.close()
    let results = round.results()
    let followUp = try round.followUp(results, on: "2024-04-03")
    let duty = try #require(followUp.duties.first)
    let page = try #require(results.groups.first?.agencies.first)
    return [
      ("báo cáo", SummaryReport.document(results)), ("xếp hạng", PublicRanking.document(results)),
      ("trang", AgencyPage(results).document(results[agency: page.agency])),
      ("biên bản", CouncilMinutes.document(results)),
      ("tờ trình", DecisionProposal.document(results, on: try day("2024-03-12"))),
      ("quyết định", PublicDecision.document(results)),
      ("thông báo", AppraisalNotice.document(results, try #require(Notice.all(in: results).first), on: nil)),
      ("theo dõi", FollowUpReport.document(results, followUp)),
      ("thi đua", EmulationList.document(results, followUp)),
      ("đột phá", BreakthroughReport.document(results, followUp)),
      ("tổng hợp", ChairmanReport.document(results, followUp)),
      ("công văn", ReminderLetter.document(results, followUp)),
      ("bảng kiểm điểm", LossReview.document(results[agency: 1])),
      ("báo cáo kiểm điểm", SelfCriticismReport.document(results, duty)),
      ("tiếp nhận", ReceiptSlip.document(results[agency: 0], results.round[agency: 0].submissions)),
      ("thẩm định", AppraisalReport(results).document()),
      ("giải trình", DisputeSheet.document(results[agency: 1][leaf: 0])),
      ("điều tra", SurveyReport.full(results)),
      ("tài liệu", DocumentList(results.round, field: nil).document()),
      ("tình hình", ProgressTable(results, on: nil, Wording(.vietnamese)).document()),
    ]
  }

  @Test("say the same words as the Markdown, name styles that there are, and keep the order of the schema")
  func everyDocument() throws {
    for (name, tree) in try documents() {
      let file = try WordReading(tree)
      let text = plain(shown(tree))
      for line in file.lines {
        #expect(text.contains(line), "\(name): \(line)")
      }
      let styles = try file.part("word/styles.xml")
      let known = Set(styles.all("style").compactMap { $0.attributes["w:styleId"] })
      for kind in ["pStyle", "tblStyle"] {
        let used = Set(file.body.all(kind).compactMap { $0.attributes["w:val"] })
        #expect(used.isSubset(of: known), "\(name)")
      }
      for element in file.body.all + styles.all {
        guard let order = WordElement.orders[element.name] else { continue }
        let places = element.children.compactMap { order.firstIndex(of: $0.name) }
        #expect(places.count == element.children.count, "\(name): \(element.children.map(\.name))")
        #expect(places == places.sorted(), "\(name): \(element.children.map(\.name))")
      }
      // Word wants a paragraph at the end of every cell, and one between tables.
      for cell in file.body.all("tc") { #expect(cell.children.last?.name == "p", "\(name)") }
      let blocks = try #require(file.body.first("body")).children.map(\.name)
      #expect(!zip(blocks, blocks.dropFirst()).contains { $0 == ("tbl", "tbl") }, "\(name)")
      #expect(tree.docx == tree.docx, "\(name)")
    }
  }

  /// Markdown without its marks, each line on its own; an annex's label and title are two lines in Word.
  private func plain(_ markdown: String) -> String {
    var text = ""
    var isEscaped = false
    for letter in markdown {
      if letter == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped || letter != "*" { text.append(letter) }
      isEscaped = false
    }
    return text
  }

  @Test("a proposal looks as the decree on papers wants it")
  func proposal() throws {
    let results = try PaperRound().results()
    let file = try WordReading(DecisionProposal.document(results, on: try day("2024-03-12")))
    #expect(file.text("CoQuanChuQuan") == "UBND TỈNH MẪU")
    #expect(file.text("CoQuanBanHanh") == "SỞ NỘI VỤ")
    #expect(file.text("QuocHieu") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    #expect(file.text("TieuNgu") == "Độc lập - Tự do - Hạnh phúc")
    #expect(file.text("SoKyHieu") == "Số: ……/TTr-SNV")
    #expect(file.text("DiaDanhNgay") == "Tỉnh Mẫu, ngày 12 tháng 3 năm 2024")
    #expect(file.text("Title") == "TỜ TRÌNH")
    #expect(file.text("KinhGui")?.hasPrefix("Kính gửi: ") == true)
    #expect(file.text("NoiNhan") == "Nơi nhận:")
    #expect(file.text("ChucVu") == "GIÁM ĐỐC")
    #expect(file.text("HoTen") == "Nguyễn Văn Mẫu")
    // Head and signature are tables without lines.
    let frames = file.body.all("tblStyle").filter { $0.attributes["w:val"] == "KhungVanBan" }
    #expect(frames.count == 2)
    let properties = try file.part("docProps/core.xml")
    #expect(properties.all("creator").map(\.text) == ["SỞ NỘI VỤ"])
    let styles = try file.part("word/styles.xml")
    #expect(
      styles.all("rFonts").first?.attributes["w:ascii"] == "Times New Roman"
        && styles.all("lang").first?.attributes["w:val"] == "vi-VN"
        && styles.all("sz").first?.attributes["w:val"] == "28")
  }

  @Test("stand beside the Markdown, go with it, and only the kinds that are asked for are written")
  func kinds() throws {
    let round = try PaperRound()
    try round.close()
    let both = try round.writeAll(on: "2024-04-03", [.markdown, .word])
    let documents = both.filter { $0.hasSuffix(".md") }.map { $0.dropLast(3) }
    #expect(both == Set(documents.flatMap { ["\($0).md", "\($0).docx"] }))
    #expect(try round.reportNames() == both)
    // An agency without a paper any more: it goes in both kinds, whichever is written now.
    for kind in ["md", "docx"] {
      try round.write("x", to: "reports/co-quan/CU/bang-kiem-diem.\(kind)")
      try round.write("x", to: "reports/co-quan/SXD/thong-bao-tham-dinh-lan-7.\(kind)")
      try round.write("x", to: "reports/co-quan/SXD/khac.\(kind)")
    }
    let alone = try round.writeAll(on: "2024-04-03", [.word])
    #expect(alone == both.filter { $0.hasSuffix(".docx") })
    #expect(try round.reportNames() == both.union(["co-quan/SXD/khac.md", "co-quan/SXD/khac.docx"]))
    // Tables alone remove no document.
    try round.write("x", to: "reports/co-quan/CU/bang-kiem-diem.docx")
    #expect(try round.writeAll(on: "2024-04-03", [.csv]).allSatisfy { $0.hasSuffix(".csv") })
    #expect(round.text("reports/co-quan/CU/bang-kiem-diem.docx") == "x")
  }
}
