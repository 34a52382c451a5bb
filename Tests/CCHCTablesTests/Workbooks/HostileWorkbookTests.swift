import CCHCTables
import TestSupport
import Testing

/// A workbook that must not be read.
struct HostileWorkbook: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var code: String
  var bytes: [UInt8]

  init(_ name: String, _ code: String, rows: String = "", _ change: (inout WorkbookLab) -> Void = { _ in }) {
    testDescription = name
    self.code = code
    var lab = WorkbookLab(rows, texts: "<si><t>x</t></si>")
    change(&lab)
    bytes = lab.bytes
  }

  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let types = "[Content_Types].xml"

  static let all: [HostileWorkbook] = kinds + cells + parts

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

@Suite("Hostile workbooks")
struct HostileWorkbookTests {
  private func readAll(_ bytes: [UInt8]) throws {
    let file = try WorkbookFile(bytes)
    for sheet in file.sheets { _ = try file.read(sheet) }
  }

  @Test("A damaged or dangerous workbook is one clear fault", arguments: HostileWorkbook.all)
  func refuses(_ hostile: HostileWorkbook) {
    #expect(faultCode { try readAll(hostile.bytes) } == hostile.code)
  }

  @Test("Every fault is produced, and told in whole sentences of both languages")
  func coversEveryCode() {
    let elsewhere: Set<String> = [
      "workbook-not-archive", "workbook-sheet-missing", "workbook-too-many-cells",
    ]
    let produced = Set(HostileWorkbook.all.map(\.code) + HostileZip.all.map(\.code))
    #expect(
      produced.union(elsewhere) == Set(ProblemCode.workbookCodes.map(\.id)).union(["workbook-not-archive"]))
    for hostile in HostileWorkbook.all {
      do {
        try readAll(hostile.bytes)
      } catch let fault as WorkbookFault {
        let problem = fault.problem(at: Place("x.xlsx"))
        #expect(problem.leftover == nil && problem.message(in: .vietnamese) != problem.message(in: .english))
      } catch {
        Issue.record(error)
      }
    }
  }

  @Test("More cells than the limit are refused, as many are read")
  func limitsCells() throws {
    let file = try WorkbookFile(WorkbookLab("<row><c><v>1</v></c><c/><c><v>2</v></c></row>").bytes)
    let sheet = try #require(file.sheets.first)
    #expect(try file.read(sheet, mostCells: 2).line == "A1:1 C1:2")
    #expect(faultCode { _ = try file.read(sheet, mostCells: 1) } == "workbook-too-many-cells")
  }

  @Test("Styled cells without content are passed over in bounded memory")
  func passesOverNothing() throws {
    let row = "<row>" + String(repeating: "<c s=\"1\"/>", count: 1000) + "</row>"
    #expect(try readLine(WorkbookLab(String(repeating: row, count: 50)).bytes) == "")
  }

  @Test("Changed archives and changed parts end in a fault or in cells, never in a crash")
  func survivesMutation() {
    var random = SeededGenerator("workbook mutation")
    let rows =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>45016.5</v></c><c r='C1' t='b'><v>1</v></c></row>"
      + "<row><c t='inlineStr'><is><r><t>_x0041_</t></r></is></c><c><f>A1&amp;1</f><v>1E-3</v></c></row>"
    let seed = WorkbookLab(rows, texts: "<si><t>ữ</t></si>", formats: ["dd/mm/yyyy"])
    let names = [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml",
    ]
    for _ in 0..<repetitions(400) {
      var lab = seed
      let name = random.pick(names)
      var text = Array((lab[name] ?? "").unicodeScalars)
      for _ in 0..<random.number(1...3) {
        let place = random.number(0...text.count - 1)
        switch random.number(0...3) {
        case 0: text[place] = random.pick(Array("<>/&;'\"= 0159-.eAZ:".unicodeScalars))
        case 1: text.insert(random.pick(Array("<>/&;'\"= 0159-.".unicodeScalars)), at: place)
        case 2: text.removeSubrange(place..<min(text.count, place + random.number(1...8)))
        default:
          text.insert(contentsOf: text[place..<min(text.count, place + random.number(1...40))], at: place)
        }
        if text.isEmpty { text = ["<"] }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      lab[name] = String(view)
      _ = faultCode { try readAll(lab.bytes) }
    }
    let whole = seed.bytes
    for _ in 0..<repetitions(1500) {
      var bytes = whole
      for _ in 0..<random.number(1...4) {
        // Most of what can be wrong with an archive stands at its end.
        let lowest = random.once(in: 2) ? 0 : bytes.count * 3 / 4
        let place = random.number(lowest...bytes.count - 1)
        switch random.number(0...3) {
        case 0: bytes[place] = UInt8(random.number(0...255))
        case 1: bytes[place] = random.pick([0, 1, 0xFF, 0x7F, 0x80])
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...30)))
        default: bytes.insert(UInt8(random.number(0...255)), at: place)
        }
        if bytes.isEmpty { bytes = [0x50] }
      }
      _ = faultCode { try readAll(bytes) }
    }
  }
}
