import CCHCOffice

/// A workbook that must not be read.
package struct HostileWorkbook: Sendable {
  package var testDescription: String
  package var code: String
  package var bytes: [UInt8]

  init(_ name: String, _ code: String, rows: String = "", _ change: (inout WorkbookLab) -> Void = { _ in }) {
    testDescription = name
    self.code = code
    var lab = WorkbookLab(rows, texts: "<si><t>x</t></si>")
    change(&lab)
    bytes = lab.bytes
  }

  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let types = "[Content_Types].xml"

  package static let all: [HostileWorkbook] = kinds + cells + parts

  private static var compound: HostileWorkbook {
    var file = HostileWorkbook("encrypted or older workbook", "workbook-old")
    file.bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    return file
  }

  private static let kinds: [HostileWorkbook] = [
    compound,
    HostileWorkbook("macros by type", "workbook-macros") {
      $0.replace(
        "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main",
        in: types)
    },
    HostileWorkbook("macros by part", "workbook-macros") { $0["xl/vbaProject.bin"] = "x" },
    HostileWorkbook("binary workbook", "workbook-other-kind") {
      $0.replace(
        "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.binary.macroEnabled.main",
        in: types)
    },
    HostileWorkbook("text document", "workbook-other-kind") {
      $0.replace("spreadsheetml.sheet", "wordprocessingml.document", in: types)
    },
    HostileWorkbook("another archive", "workbook-other-kind") { $0[types] = nil },
    HostileWorkbook("package without a workbook", "workbook-other-kind") { $0["xl/workbook.xml"] = nil },
    HostileWorkbook("no sheet", "workbook-without-sheets") {
      $0.replace("rId1", "rId9", in: "xl/workbook.xml")
    },
    HostileWorkbook("the same sheet again and again", "workbook-sheet-twice") {
      $0.replace("</sheets>", "<sheet name='b' r:id='rId1'/></sheets>", in: "xl/workbook.xml")
    },
    HostileWorkbook("styles of 17 MB", "archive-too-large") {
      let blank = String(repeating: "0123456789 abcdefghijklm\n", count: 700_000)
      $0["xl/styles.xml"] = "<styleSheet><!--\(blank)--></styleSheet>"
    },
    HostileWorkbook("sheet's part missing", "workbook-part-missing") { $0[sheet] = nil },
    HostileWorkbook("texts' part missing", "workbook-part-missing") { $0["xl/sharedStrings.xml"] = nil },
  ]

  private static let cells: [HostileWorkbook] =
    [
      ("column beyond the sheet", "<row r='1'><c r='XFE1'><v>1</v></c></row>"),
      ("row beyond the sheet", "<row r='1'><c r='A1048577'><v>1</v></c></row>"),
      ("row number beyond the sheet", "<row r='1048577'/>"), ("row 0", "<row r='0'/>"),
      ("negative row", "<row r='-1'/>"), ("row number of many digits", "<row r='99999999999999999999'/>"),
      ("no place", "<row r='1'><c r=''><v>1</v></c></row>"),
      ("rows of nothing", "<row r='1048576'/><row/>"),
      ("cells of nothing", "<row>" + String(repeating: "<c/>", count: 16_385) + "</row>"),
    ].map { HostileWorkbook($0.0, "workbook-cell-reference", rows: $0.1) } + [
      HostileWorkbook("merged beyond the sheet", "workbook-cell-reference") {
        $0.replace(
          "</sheetData>", "</sheetData><mergeCells><mergeCell ref='A1:XFE2'/></mergeCells>", in: sheet)
      },
      HostileWorkbook(
        "cell given twice", "workbook-cell-twice",
        rows: "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"),
      HostileWorkbook(
        "text that is not there", "workbook-text-missing",
        rows: "<row r='1'><c r='A1' t='s'><v>1</v></c></row>"),
      HostileWorkbook(
        "negative text", "workbook-text-missing", rows: "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>"),
      HostileWorkbook(
        "text without number", "workbook-text-missing", rows: "<row r='1'><c r='A1' t='s'><v/></c></row>"),
    ]

  private static let parts: [HostileWorkbook] = [
    HostileWorkbook("entities", "xml-doctype") {
      $0[sheet] =
        "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]>" + WorkbookLab.sheet("<row>&y;</row>")
    },
    HostileWorkbook("external entity in the texts", "xml-doctype") {
      $0["xl/sharedStrings.xml"] = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><sst/>"
    },
    HostileWorkbook("deep nesting", "xml-too-deep") {
      $0[sheet] = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    },
    HostileWorkbook("another encoding", "xml-encoding") {
      $0[sheet] = "<?xml version='1.0' encoding='UTF-7'?>" + WorkbookLab.sheet("")
    },
    HostileWorkbook("cut sheet", "xml-damaged") { $0.replace("</worksheet>", "", in: sheet) },
    HostileWorkbook("something after the sheet", "xml-damaged") {
      $0.replace("</worksheet>", "</worksheet><worksheet/>", in: sheet)
    },
    HostileWorkbook("broken styles", "xml-damaged") { $0["xl/styles.xml"] = "<styleSheet>" },
    HostileWorkbook("broken relations", "xml-damaged") { $0["_rels/.rels"] = "" },
    HostileWorkbook("unknown entity", "xml-damaged", rows: "<row r='1'><c r='A1'><v>&x;</v></c></row>"),
  ]
}
