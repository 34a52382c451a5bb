import CCHCOffice
import CCHCTally
import TestSupport
import Testing

@Suite("Reading workbooks of others")
struct WorkbookReadingTests {
  @Test(
    "Cells of every kind are read",
    arguments: [
      ("<row r='1'><c r='A1'><v>1.5</v></c></row>", "A1:1.5"),
      ("<row r='1'><c r='B1' t='n'><v>0.30000000000000004</v></c></row>", "B1:0.3"),
      ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>", "A1:'một' B1:'hai ba'"),
      ("<row r='1'><c r='A1' t='inlineStr'><is><t xml:space='preserve'> x </t></is></c></row>", "A1:' x '"),
      (
        "<row r='1'><c r='A1' t='inlineStr'><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c></row>",
        "A1:'ab'"
      ),
      ("<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c></row>", "A1:TRUE B1:FALSE"),
      ("<row r='1'><c r='A1' t='e'><v>#DIV/0!</v></c></row>", "A1:#DIV/0!"),
      (
        "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>A1&amp;&quot;x&quot;</f><v>2x</v></c></row>",
        "A1=2 B1='2x'"
      ),
      ("<row r='1'><c r='A1'><f>1+1</f></c><c r='B1' t='str'><f>\"\"</f><v></v></c></row>", "A1=? B1=''"),
      ("<row r='1'><c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>", "A1=#DIV/0!"),
      ("<row r='1'><c r='A1'/><c r='B1' s='1'/><c r='C1'><v/></c><c r='D1'><v>1</v></c></row>", "D1:1"),
      ("<row r='1'><c r='A1'><v>12 tỷ</v></c></row>", "A1:'12 tỷ'"),
      ("<row r='1'><c r='A1' t='d'><v>2023-03-31T00:00:00</v></c></row>", "A1:2023-03-31"),
      ("<row r='1'><c r='A1' t='str'><v>_x0041__x000D_b</v></c></row>", "A1:'A\rb'"),
      ("<row r='1'><c r='A1' t='s'><v>2</v></c></row>", "A1:'rich text'"),
    ])
  func readsKinds(_ rows: String, _ expected: String) throws {
    let texts =
      "<si><t>một</t></si><si><t>hai ba</t><rPh sb='0' eb='1'><t>đọc</t></rPh><phoneticPr fontId='1'/></si>"
      + "<si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space='preserve'> text</t></r></si>"
    #expect(try readLine(WorkbookLab(rows, texts: texts).bytes) == expected)
  }

  @Test(
    "Cells and rows that do not say where they stand follow the last; out of order they are sorted",
    arguments: [
      ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "A1:1 B1:2 A2:3"),
      (
        "<row r='3'><c><v>1</v></c><c r='D3'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>",
        "A3:1 D3:2 E3:3 A4:4"
      ),
      (
        "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c></row><row r='1'><c r='A1'><v>3</v></c></row>",
        "A1:3 A2:2 B2:1"
      ),
      ("<row/><row/><row><c><v>1</v></c></row>", "A3:1"),
    ])
  func readsPlaces(_ rows: String, _ expected: String) throws {
    #expect(try readLine(WorkbookLab(rows).bytes) == expected)
  }

  @Test(
    "Dates are numbers that a format shows as dates, in both systems",
    arguments: [
      ("45016", "2023-03-31", "2027-04-01"), ("45016.75", "2023-03-31+", "2027-04-01+"),
      ("61", "1900-03-01", "1904-03-02"),
      ("60", "60", "1904-03-01"), ("1", "1", "1904-01-02"), ("0", "0", "0"), ("-5", "-5", "-5"),
      ("109574", "2199-12-31", "109574"), ("109575", "109575", "109575"),
      ("4.5016E4", "2023-03-31", "2027-04-01"), ("1E300", "1" + String(repeating: "0", count: 300), ""),
    ])
  func readsDates(_ written: String, _ from1900: String, _ from1904: String) throws {
    for style in [1, 2] {
      let rows = "<row r='1'><c r='A1' s='\(style)'><v>\(written)</v></c></row>"
      var lab = WorkbookLab(rows, formats: ["dd/mm/yyyy"])
      #expect(try readLine(lab.bytes) == "A1:\(from1900)")
      lab.replace("<workbookPr/>", "<workbookPr date1904=\"true\"/>", in: "xl/workbook.xml")
      #expect(try from1904.isEmpty || readLine(lab.bytes) == "A1:\(from1904)")
    }
    let plain = "<row r='1'><c r='A1' s='0'><v>45016</v></c><c r='B1' s='99'><v>45016</v></c></row>"
    #expect(try readLine(WorkbookLab(plain, formats: ["dd/mm/yyyy"]).bytes) == "A1:45016 B1:45016")
  }

  @Test("Prefixes, absolute targets, strict namespaces, capitals and unknown parts are taken")
  func toleratesDialects() throws {
    var lab = WorkbookLab()
    lab["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetPr/><x:extLst><x:ext>"
      + "<x:sheetData><x:row/></x:sheetData></x:ext></x:extLst><x:sheetData><x:row r=\"1\" spans=\"1:1\">"
      + "<x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    lab["xl/Texts.xml"] = "<x:sst xmlns:x=\"s\"><x:si><x:t>ữ</x:t></x:si></x:sst>"
    lab["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id='rId1' Target='/xl/worksheets/../Worksheets/./Sheet1.xml' "
      + "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet'/>"
      + WorkbookLab.lead("x", "sharedStrings", "/xl/texts.xml")
      + "<Relationship Id='y' Type='x/hyperlink' Target='http://example.org/' TargetMode='External'/>"
      + "</Relationships>"
    #expect(try readLine(lab.bytes) == "A1:'ữ'")
    lab["xl/Texts.xml"] = "\u{FEFF}<sst><si/><si><t/></si></sst>"
    #expect(try readLine(lab.bytes) == "A1:''")
  }

  @Test("Sheets come in the order of their tabs, hidden ones flagged, charts left out")
  func listsSheets() throws {
    var lab = WorkbookLab("<row r='1'><c r='A1'><v>1</v></c></row>")
    lab["xl/two.xml"] = WorkbookLab.sheet("<row r='1'><c r='A1'><v>2</v></c></row>")
    lab["xl/chart.xml"] = "<chartsheet/>"
    lab.replace(
      "</Relationships>",
      WorkbookLab.lead("a", "worksheet", "two.xml") + WorkbookLab.lead("b", "chartsheet", "chart.xml")
        + "</Relationships>", in: "xl/_rels/workbook.xml.rels")
    lab.replace(
      "<sheets>",
      "<sheets><sheet name='Ẩn' r:id='a' state='veryHidden'/><sheet name='Đồ thị' r:id='b'/>"
        + "<sheet name='Lạc' r:id='none'/>", in: "xl/workbook.xml")
    lab.replace(
      "</workbook>",
      "<definedNames><definedName name='n' localSheetId='1' hidden='1'>'Ẩn'!$A$1</definedName></definedNames></workbook>",
      in: "xl/workbook.xml")
    let file = try WorkbookFile(lab.bytes)
    #expect(file.sheets.map(\.name) == ["Ẩn", "Bảng"])
    #expect(file.sheets.map(\.visibility) == [.veryHidden, .visible])
    #expect(file.definedNames == [DefinedName("n", "'Ẩn'!$A$1", sheet: 1, isHidden: true)])
    #expect(try file.read(named: "BẢNG").line == "A1:1")
    #expect(try file.read(named: "Ẩn").line == "A1:2")
    #expect(faultCode { _ = try file.read(named: "Khác") } == "workbook-sheet-missing")
  }

  @Test("Merged areas, formulas, rows and single cells can be asked for")
  func answers() throws {
    var lab = WorkbookLab()
    lab["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData><row r='2'><c r='A2'><v>1</v></c><c r='C2'><f t='shared' ref='C2:C3' si='0'>A2*2</f>"
      + "<v>2</v></c></row><row r='3'><c r='C3'><f t='shared' si='0'/><v>0</v></c></row></sheetData>"
      + "<mergeCells count='2'><mergeCell ref='A1:B1'/><mergeCell ref='D4'/></mergeCells></worksheet>"
    let file = try WorkbookFile(lab.bytes)
    let sheet = try file.read(file.sheets[0])
    #expect(sheet.merged.map(\.text) == ["A1:B1", "D4"])
    #expect(sheet.formulas.map(\.text) == ["A2*2"])
    #expect(sheet.formula(at: CellPosition(row: 2, column: 3)) == "A2*2")
    #expect(sheet.formula(at: CellPosition(row: 3, column: 3)) == nil)
    #expect(sheet.row(2).map(\.value.text) == ["1", "2"] && sheet.row(1).isEmpty && sheet.row(4).isEmpty)
    #expect(sheet[CellPosition(row: 3, column: 3)]?.isFormula == true)
    #expect(sheet[CellPosition(row: 3, column: 2)] == nil && sheet[CellPosition(row: 9, column: 9)] == nil)
    #expect(sheet.lastRow == 3)
  }
}
