import CCHCBooks
import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring
import Testing

@Suite("Rankings as workbooks")
struct RankingWorkbookTests {
  @Test("What is to be published holds ranks and fields alone, and nothing of the evidence")
  func publishedBook() throws {
    for name in ["2023-cchc-mau", "2025-cchc-xa-mau", "mixed"] {
      let results = try SampleBook.results(name)
      let bytes = RankingWorkbook.bytes(results)
      let book = try ReadBook(bytes)
      #expect(book.names == ["Xếp hạng", "Lĩnh vực"])
      #expect(bytes == RankingWorkbook.bytes(results))
      try book.checkFormulas()
      let text = book.texts.joined(separator: "\n")
      let evidence = results.round.evidence
      for number in evidence.proofs.flatMap({ [$0.document, $0.note] }) {
        let proof = evidence.texts[number]
        #expect(proof.isEmpty || !text.contains(proof))
      }
      for appraisal in evidence.appraisals where !appraisal.reason.isEmpty {
        #expect(!text.contains(evidence.texts[appraisal.reason]))
      }
      for stamp in results.round.scoreStamps {
        #expect(!text.contains(stamp.file))
        #expect(!text.contains(stamp.sha256))
      }
      for status in LeafStatus.allCases where status != .exempt { #expect(!text.contains(status.vietnamese)) }
    }
  }

  @Test("The mean row counts ranked agencies only, and says so where there are others")
  func meanRow() throws {
    let results = try SampleBook.results("mixed")
    let book = try ReadBook(RankingWorkbook.bytes(results))
    let group = try #require(results.groups.first)
    let ranked = group.agencies.filter { $0.rank != nil }
    #expect(ranked.count == 3)
    let table = try ReadTable(book.sheet("Xếp hạng"), first: "Hạng", with: "A1")
    let sheet = try book.sheet("Xếp hạng")
    let label = "Trung bình các cơ quan được xếp hạng"
    let row = try #require(sheet.cells.first { $0.value.text == label }).position.row
    let mean = try #require(Rational(ranked.compactMap(\.publishedIndex).reduce(0, +), over: 3))
    let index = CellPosition(row: row, column: try table.position("A1", "Chỉ số").column)
    #expect(sheet[index]?.value.text == plain(Rounding.halfEven.units(of: mean, decimals: 0), 3))
    #expect(sheet.formula(at: index)?.contains("COUNT") == true)
  }

  @Test("Ranked agencies stand first, those without a rank or an index show a dash")
  func unranked() throws {
    let book = try ReadBook(RankingWorkbook.bytes(try SampleBook.results("mixed")))
    let table = try ReadTable(book.sheet("Xếp hạng"), first: "Hạng", with: "A1")
    let order = ["A4", "A5"].compactMap { table.rows[$0] }
    #expect(order.allSatisfy { $0 > (table.rows["A3"] ?? .max) })
    for code in ["A4", "A5", "A6"] { #expect(try table.text(code, "Hạng") == "–") }
    #expect(try table.text("A6", "Chỉ số") == "–")
    #expect(try table.text("A2", "Cơ quan") == "=Tổng(1) (*)")
    #expect(try !table.isFormula("A2", "Cơ quan"))
    #expect(try table.text("A3", "Cơ quan") == MixedRound.longName)
    let single = try ReadTable(book.sheet("Xếp hạng"), first: "Hạng", with: "B1")
    #expect(try single.text("B1", "Chỉ số") == "0.57")
  }

  @Test("Provisional results say so above each table")
  func provisional() throws {
    for bytes in [RankingWorkbook.bytes, ResultsWorkbook.bytes] {
      let provisional = try ReadBook(bytes(try SampleBook.results("2024-cchc-mau")))
      let final = try ReadBook(bytes(try SampleBook.results("2023-cchc-mau")))
      for name in provisional.names {
        #expect(try provisional.sheet(name).cells.contains { $0.value.text.hasPrefix("TẠM TÍNH") })
        #expect(try !final.sheet(name).cells.contains { $0.value.text.hasPrefix("TẠM TÍNH") })
      }
    }
  }
}
