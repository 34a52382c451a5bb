import TestSupport
import Testing

@testable import CCHCExact
@testable import CCHCOffice
@testable import CCHCTables

/// The text of a part of a written workbook, without the XML declaration.
func part(_ name: String, of bytes: [UInt8]) throws -> String {
  let part = try #require(try ZipArchive(bytes).part(name), "\(name)")
  return String(decoding: part.drop { $0 != 10 }.dropFirst(), as: UTF8.self)
}

@Suite("Writing workbooks")
struct WorkbookWritingTests {
  private let day = Day(number: 19_447)

  /// A workbook of one sheet that shows what a sheet can hold.
  private func tiny() -> Workbook {
    var book = Workbook(title: "Thử <1>", creator: "Sở Nội vụ")
    let head = book.style {
      $0.font.isBold = true
      $0.fill = Color(0xD9E2F3)
      $0.borders = .all(.thin)
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    let points = book.style {
      $0.format = .decimals(1)
      $0.isLocked = false
    }
    let date = book.style { $0.format = .date }
    var sheet = Sheet(
      "Điểm",
      [
        [Cell("Mã", head), Cell("Điểm", head)],
        [Cell("3.10"), Cell(.number(units: 1250, decimals: 3), points), Cell(.date(day), date)],
        [],
        [Cell(.boolean(true)), Cell(.formula("SUM(B2:B2)", .number(units: -5, decimals: 1)), points)],
        [Cell("=1+1"), Cell(.blank, points), Cell(), Cell(.formula("A1&\"<\"", .text("Mã<")))],
      ])
    sheet.columns = [ColumnSettings(2...3, width: 10.5), ColumnSettings(1, width: 8, isHidden: true)]
    sheet.merged = [CellArea(rows: 3...3, columns: 1...2)]
    sheet.frozenBefore = CellPosition(row: 2, column: 1)
    sheet.autoFilter = CellArea(rows: 1...5, columns: 1...2)
    sheet.print.repeatedRows = 1...1
    sheet.print.orientation = .landscape
    book.sheets = [sheet]
    return book
  }

  @Test("A sheet wider than a page repeats columns, ends pages at columns and is printed smaller")
  func wideSheet() throws {
    var sheet = Sheet("Bảng! 'A'", [[Cell("x")]])
    sheet.print.fitsWidth = false
    sheet.print.scale = 75
    sheet.print.repeatedRows = 2...3
    sheet.print.repeatedColumns = 1...28
    sheet.print.columnBreaksBefore = [12, 4, 12, 1]
    var book = Workbook(title: "")
    book.sheets = [sheet]
    let bytes = book.written()
    let written = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(written.contains("<pageSetup paperSize=\"9\" scale=\"75\" orientation=\"portrait\"/>"))
    #expect(
      written.contains(
        """
        <colBreaks count="2" manualBreakCount="2"><brk id="3" max="1048575" man="1"/>\
        <brk id="11" max="1048575" man="1"/></colBreaks></worksheet>
        """))
    let name = try WorkbookFile(bytes).definedNames.first
    #expect(name?.formula == "'Bảng! ''A'!$A:$AB,'Bảng! ''A'!$2:$3")
  }

  @Test("A small workbook is written part by part as expected, each time the same")
  func golden() throws {
    let bytes = tiny().written()
    #expect(bytes == tiny().written())
    #expect(
      try part("xl/worksheets/sheet1.xml", of: bytes) == """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
        <sheetViews><sheetView tabSelected="1" workbookViewId="0">\
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
        <selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>\
        <sheetFormatPr defaultRowHeight="15.75"/>\
        <cols><col min="1" max="1" width="8" hidden="1" customWidth="1"/>\
        <col min="2" max="3" width="10.5" customWidth="1"/></cols>\
        <sheetData>\
        <row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Mã</t></is></c>\
        <c r="B1" s="1" t="inlineStr"><is><t>Điểm</t></is></c></row>\
        <row r="2"><c r="A2" t="inlineStr"><is><t>3.10</t></is></c><c r="B2" s="2"><v>1.250</v></c>\
        <c r="C2" s="3"><v>45016</v></c></row><row r="3"></row>\
        <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" s="2"><f>SUM(B2:B2)</f><v>-0.5</v></c></row>\
        <row r="5"><c r="A5" s="4" t="inlineStr"><is><t>=1+1</t></is></c><c r="B5" s="2"/>\
        <c r="D5" t="str"><f>A1&amp;&quot;&lt;&quot;</f><v>Mã&lt;</v></c></row>\
        </sheetData><autoFilter ref="A1:B5"/>\
        <mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>\
        <printOptions horizontalCentered="1"/>\
        <pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874" header="0.3937" footer="0.3937"/>\
        <pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>\
        <headerFooter differentFirst="1">\
        <oddHeader>&amp;C&amp;&quot;Times New Roman,Regular&quot;&amp;13&amp;P</oddHeader></headerFooter>\
        </worksheet>
        """)
    #expect(
      try part("xl/workbook.xml", of: bytes) == """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <workbookPr defaultThemeVersion="124226"/><bookViews>\
        <workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="0"/></bookViews>\
        <sheets><sheet name="Điểm" sheetId="1" r:id="rId1"/></sheets><definedNames>\
        <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Điểm'!$A$1:$B$5</definedName>\
        <definedName name="_xlnm.Print_Titles" localSheetId="0">'Điểm'!$1:$1</definedName></definedNames>\
        <calcPr calcId="191029"/></workbook>
        """)
    #expect(try part("docProps/core.xml", of: bytes).contains("<dc:title>Thử &lt;1&gt;</dc:title>"))
    let styles = try part("xl/styles.xml", of: bytes)
    #expect(styles.contains("<numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/><numFmt numFmtId=\"165\""))
    #expect(styles.contains("<fonts count=\"2\"><font><sz val=\"12\"/><name val=\"Times New Roman\"/>"))
    #expect(styles.contains("<cellXfs count=\"5\">") && styles.contains("quotePrefix=\"1\""))
    #expect(styles.contains("<protection locked=\"0\"/>"))
  }

  @Test("Every relation leads to a part, and every part has its content type")
  func isConsistent() throws {
    let bytes = WorkbookSample.rich.written()
    let archive = try ZipArchive(bytes)
    let types = try part("[Content_Types].xml", of: bytes)
    #expect(archive.names.first == "[Content_Types].xml")
    for name in archive.names where name.hasSuffix(".xml") && !name.hasPrefix("[") {
      #expect(types.contains("PartName=\"/\(name)\""), "\(name)")
    }
    let document = try OfficePackage(bytes)
    var reached: Set<String> = []
    var waiting = [""]
    while let next = waiting.popLast() {
      for lead in try document.leads(of: next) where reached.insert(lead.target).inserted {
        #expect(archive.contains(lead.target), "\(next) leads to \(lead.target)")
        waiting.append(lead.target)
      }
    }
    let parts = archive.names.filter { !$0.hasSuffix(".rels") && !$0.hasPrefix("[") }
    #expect(reached == Set(parts))
    for name in archive.names {
      var reader = try document.reader(of: name)
      try reader.finish()
    }
  }

  @Test("What a sheet asks for stands in its part", arguments: WorkbookSample.expectations)
  func writesFeatures(_ expected: String) throws {
    #expect(try part("xl/worksheets/sheet1.xml", of: WorkbookSample.rich.written()).contains(expected))
  }

  @Test("Lists that do not fit or would be split go to a hidden sheet, the same list once")
  func hidesLongLists() throws {
    let bytes = WorkbookSample.rich.written()
    let file = try WorkbookFile(bytes)
    let last = try #require(file.sheets.last)
    #expect(last.name == "_danh_muc" && last.visibility == .veryHidden)
    #expect(try file.read(last).row(1).map(\.value.text) == ["Mức 1, cao", "x0"])
    #expect(try file.read(last).lastRow == 100)
    let names = file.definedNames.filter { $0.name.hasPrefix("danh_muc") }.map(\.formula)
    #expect(names == ["'_danh_muc'!$A$1:$A$2", "'_danh_muc'!$B$1:$B$100"])
  }

  @Test(
    "Names of sheets are made valid and different",
    arguments: [
      (["A", "a", "A"], ["A", "a (2)", "A (3)"]), (["Chỉ số [1/2]?"], ["Chỉ số  1 2"]), ([""], ["Sheet"]),
      (["'x'"], ["x"]), ([String(repeating: "ữ", count: 40)], [String(repeating: "ữ", count: 31)]),
      (["_danh_muc"], ["_danh_muc (2)"]),
    ])
  func names(_ wanted: [String], _ expected: [String]) throws {
    var book = Workbook(title: "")
    book.sheets = wanted.map { Sheet($0, []) }
    #expect(try WorkbookFile(book.written()).sheets.map(\.name) == expected)
  }

  @Test("A workbook without a visible sheet gets one")
  func showsSomething() throws {
    var book = Workbook(title: "")
    #expect(try WorkbookFile(book.written()).sheets.map(\.name) == ["Sheet"])
    book.sheets = [Sheet("x", [])]
    book.sheets[0].visibility = .hidden
    let bytes = book.written()
    #expect(try WorkbookFile(bytes).sheets.map(\.visibility) == [.hidden, .visible])
    #expect(try part("xl/workbook.xml", of: bytes).contains("activeTab=\"1\""))
  }

  @Test("Headers escape what is a code, and do not run into the size")
  func headers() {
    var header = HeaderFooter()
    header.left = [.text("2023 & A")]
    header.right = [.text("Trang "), .pageNumber, .text("/"), .pageCount]
    let font = "&\"Times New Roman,Regular\"&13"
    #expect(header.codes == "&L\(font) 2023 && A&R\(font)Trang &P/&N")
    #expect(HeaderFooter().codes == "")
  }

  @Test(
    "Layout numbers have up to four decimals",
    arguments: [
      (0, "0"), (8.43, "8.43"), (15.75, "15.75"), (1.0 / 3, "0.3333"), (100, "100"), (-1, "0"),
      (1e9, "100000"),
    ] as [(Double, String)])
  func layoutNumbers(_ value: Double, _ text: String) { #expect(layoutNumber(value) == text) }

  @Test("Higher rows for longer, larger and bold texts, at least one line")
  func heights() {
    let name = "Ban Quản lý Khu kinh tế tỉnh và các khu công nghiệp"
    #expect(wrappedHeight("", width: 10) == wrappedHeight("x", width: 10))
    #expect(wrappedHeight(name, width: 60) == 18)
    #expect(wrappedHeight(name, width: 30) == 32)
    #expect(wrappedHeight(name, width: 8) > wrappedHeight(name, width: 16))
    #expect(wrappedHeight("a\nb\nc", width: 30) == 47)
    var large = Font()
    large.size = 20
    #expect(wrappedHeight(name, width: 60, font: large) > wrappedHeight(name, width: 60))
    #expect(wrappedHeight(String(repeating: "x", count: 200), width: 10) > 200)
    #expect(wrappedHeight(String(repeating: "x", count: 9000), width: 10) == 409)
  }
}
