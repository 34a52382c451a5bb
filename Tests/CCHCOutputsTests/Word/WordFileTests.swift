import CCHCDocuments
import CCHCOffice
import CCHCTables
import Testing

@Suite("Word files")
struct WordFileTests {
  private func column(_ heading: String, _ alignment: TableColumn.Alignment = .left) -> TableColumn {
    TableColumn(RichText(heading), width: 10, alignment)
  }

  /// A table of so many columns and rows.
  private func table(_ columns: Int, rows count: Int = 2, into tree: inout DocumentTree) {
    tree.table((1...columns).map { column("Cột \($0)") }) { rows in
      for row in 1...count {
        for number in 1...columns { rows.cell("\(row).\(number)") }
        rows.endRow()
      }
    }
  }

  @Test("has its parts, each well-formed, and no time of its own")
  func parts() throws {
    var tree = DocumentTree()
    tree.title("BÁO CÁO")
    tree.subject("Về \("A & B")")
    let file = try WordReading(tree)
    #expect(
      file.archive.names == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/settings.xml",
        "word/header1.xml",
      ])
    for name in file.archive.names { _ = try file.part(name) }
    let properties = try file.part("docProps/core.xml")
    #expect(properties.all("title").map(\.text) == ["BÁO CÁO: Về A & B"])
    #expect(properties.all("language").map(\.text) == ["vi-VN"])
    #expect(properties.children.count == 2)
    #expect(tree.docx == tree.docx)
  }

  @Test(
    "holds any text as it was written, and none of it is markup",
    arguments: [
      ("a < b & c > d \"e\" 'f'", "a < b & c > d \"e\" 'f'"), ("</w:t>]]>&lt;", "</w:t>]]>&lt;"),
      ("một\u{1}hai\tba\r\nbốn\u{7F}", "một hai ba bốn"), ("  đầu  cuối  ", "đầu cuối"),
      ("\u{FFFE}a\u{FFFF}b\u{FFFD}\u{FFBE}", "ab\u{FFFD}\u{FFBE}"), ("**đậm** \\*", "**đậm** \\*"),
      ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t <\u{323}", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t <\u{323}"),
      ("_x0041_ 📄 =1+1", "_x0041_ 📄 =1+1"),
    ])
  func hostile(_ text: String, _ shown: String) throws {
    var tree = DocumentTree()
    tree.paragraph("trước **\(text)** sau")
    tree.table([column(text)]) { rows in
      rows.cell(text)
      rows.endRow()
    }
    let file = try WordReading(tree)
    // Letters are compared one by one: equal texts may be written in different letters.
    let wanted = ["trước \(shown) sau", shown, shown].map { Array($0.unicodeScalars) }
    #expect(file.lines.map { Array($0.unicodeScalars) } == wanted)
    let runs = file.body.all("r").prefix(3)
    #expect(runs.map { $0.first("b") != nil } == [false, true, false])
  }

  @Test("a text of nothing is an empty paragraph")
  func empty() throws {
    var tree = DocumentTree()
    tree.paragraph("*\("")*")
    #expect(try WordReading(tree).lines.isEmpty)
    #expect(try WordReading(DocumentTree()).body.all("sectPr").count == 1)
  }

  // MARK: Pages

  @Test("turns the page for wide tables only, begins annexes anew, and numbers pages from the second")
  func sections() throws {
    var tree = DocumentTree()
    tree.paragraph("một")
    tree.part()
    tree.paragraph("vẫn đứng")
    tree.part()
    table(7, into: &tree)
    tree.part()
    tree.paragraph("hai")
    tree.annex("Phụ lục I", "Bảng rộng")
    table(8, into: &tree)
    tree.annex("Phụ lục II")
    table(6, into: &tree)
    let file = try WordReading(tree)
    let sections = file.body.all("sectPr")
    #expect(
      sections.map { $0.first("pgSz")?.attributes["w:orient"] == "landscape" } == [
        false, true, false, true, false,
      ])
    #expect(sections.map { $0.first("titlePg") != nil } == [true, false, false, true, true])
    #expect(
      sections.map { $0.first("pgNumType")?.attributes["w:start"] } == ["1", nil, nil, "1", "1"])
    for section in sections {
      let size = try #require(section.first("pgSz")).attributes
      #expect(Set([size["w:w"], size["w:h"]]) == ["11906", "16838"])
      let margins = try #require(section.first("pgMar")).attributes
      #expect(margins["w:top"] == "1134" && margins["w:left"] == "1701" && margins["w:right"] == "850")
      #expect(section.first("headerReference")?.attributes["w:type"] == "default")
    }
    let header = try file.part("word/header1.xml")
    #expect(header.first("fldSimple")?.attributes["w:instr"] == " PAGE ")
    #expect(file.text("PhuLuc") == "Phụ lục I" && file.text("TenPhuLuc") == "Bảng rộng")
  }

  // MARK: Tables

  @Test("repeats the heading of a table, keeps rows whole and fills the line", arguments: [2, 6, 7, 12])
  func tables(columns: Int) throws {
    var tree = DocumentTree()
    table(columns, rows: 3, into: &tree)
    let body = try WordReading(tree).body
    let rows = body.all("tr")
    #expect(rows.map { $0.first("tblHeader") != nil } == [true, false, false, false])
    #expect(rows.allSatisfy { $0.first("cantSplit") != nil && $0.all("tc").count == columns })
    let widths = body.all("gridCol").compactMap { $0.attributes["w:w"].flatMap { Int($0) } }
    #expect(widths.count == columns && widths.allSatisfy { $0 > 0 })
    #expect(widths.reduce(0, +) == (columns > 6 ? 14_287 : 9355))
    #expect(rows[1].all("tc").map(\.words) == (1...columns).map { "1.\($0)" })
  }

  @Test("a wide cell takes the rest of its row, and cells stand where their column does")
  func cells() throws {
    var tree = DocumentTree()
    tree.table([column("a"), column("b", .center), column("c", .right)]) { rows in
      rows.cell("1")
      rows.wideCell("**nhóm**")
      rows.endRow()
      rows.cell("x")
      rows.cell(1234)
      rows.cell("z")
      rows.endRow()
    }
    let rows = try WordReading(tree).body.all("tr")
    #expect(rows[1].all("tc").map { $0.first("gridSpan")?.attributes["w:val"] } == [nil, "2"])
    #expect(rows[2].all("tc").map(\.words) == ["x", "1.234", "z"])
    #expect(rows[2].all("p").map(\.style) == ["OBang", "OBangGiua", "OBangPhai"])
    #expect(
      String(decoding: tree.markdown, as: UTF8.self) == """
        | a | b | c |
        |----------|:----------:|----------:|
        | 1 | **nhóm** |  |
        | x | 1.234 | z |

        """)
  }

  @Test("a narrow column is as wide as its longest word")
  func widths() throws {
    var tree = DocumentTree()
    tree.table([TableColumn("TT", width: 1), TableColumn("Nội dung", width: 99)]) { rows in
      rows.cell("nghiêng")
      rows.cell(String(repeating: "dài ", count: 200))
      rows.endRow()
      rows.cell(String(repeating: "x", count: 500))
      rows.cell("")
      rows.endRow()
    }
    let widths = try WordReading(tree).body.all("gridCol").compactMap {
      $0.attributes["w:w"].flatMap { Int($0) }
    }
    // A word without end takes no more than a quarter of the line.
    #expect(widths == [9355 / 4 + 180, 9355 - 9355 / 4 - 180])
  }

  // MARK: What announces something stays with it

  @Test("what announces a table, a list or a signature stands on its page")
  func keepsTogether() throws {
    var tree = DocumentTree()
    tree.paragraph("Bảng")
    table(2, into: &tree)
    tree.paragraph("Gồm:")
    tree.item("một")
    tree.paragraph("Không hai chấm")
    tree.item("hai")
    let kept = try WordReading(tree).body.all("p").filter { $0.style == "BodyText" }
    #expect(kept.map { $0.first("keepNext") != nil } == [true, true, false])
  }
}
