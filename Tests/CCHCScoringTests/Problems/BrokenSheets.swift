import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport

extension BrokenInput {
  /// A workbook self/A.xlsx in place of the CSV table.
  private static func filing(_ line: String, _ bytes: [UInt8]) -> BrokenInput {
    BrokenInput(line, withoutFiling) { try $0.write(bytes, to: "evidence/ky/self/A.xlsx") }
  }

  /// A workbook self/A.xlsx with these rows below its headings.
  private static func rows(
    _ line: String, _ rows: String, _ change: (inout WorkbookLab) -> Void = { _ in }
  ) -> BrokenInput {
    var lab = WorkbookLab(headings + rows, formats: ["dd/mm/yyyy"])
    change(&lab)
    return filing(line, lab.bytes)
  }

  private static let withoutFiling: SmallRound = {
    var round = sound
    round.files["self/A.csv"] = nil
    return round
  }()

  private static func text(_ place: String, _ text: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  private static let headings =
    "<row r='1'>\(text("A1", "criterion"))\(text("B1", "input"))\(text("C1", "value"))</row>"

  /// Workbooks that cannot be opened, one for each code.
  private static let damaged: [BrokenInput] = {
    var seen: Set<String> = []
    let files =
      HostileWorkbook.all.map { ($0.code, $0.bytes) } + HostileZip.opening.map { ($0.code, $0.bytes) }
    return files.filter { seen.insert($0.0).inserted }.map { filing("error \($0.0) self/A.xlsx:-:-", $0.1) }
  }()

  /// A slip for each code of workbooks and sheets.
  static let sheets: [BrokenInput] =
    damaged + [
      rows(
        "error workbook-row-order self/A.xlsx:-:-",
        "<row r='3'><c r='A3'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>"),
      rows("error sheet-header-merged self/A.xlsx:1:-", "") {
        $0.replace(
          "</sheetData>", "</sheetData><mergeCells><mergeCell ref='B1:C1'/></mergeCells>",
          in: "xl/worksheets/sheet1.xml")
      },
      rows(
        "error sheet-cells-merged self/A.xlsx:2:-",
        "<row r='2'>\(text("A2", "1.1"))\(text("B2", "a"))<c r='C2'><v>9</v></c></row>"
      ) {
        $0.replace(
          "</sheetData>", "</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>",
          in: "xl/worksheets/sheet1.xml")
      },
      rows(
        "error sheet-error-value self/A.xlsx:2:value",
        "<row r='2'>\(text("A2", "1.1"))\(text("B2", "a"))<c r='C2' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"),
      rows(
        "error sheet-formula-empty self/A.xlsx:2:value",
        "<row r='2'>\(text("A2", "1.1"))\(text("B2", "a"))<c r='C2'><f>1+1</f></c></row>"),
      BrokenInput("error sheet-of-form self/B.xlsx:-:-", sound) {
        var book = Workbook(title: "")
        book.sheets = [Sheet("Tự chấm điểm", []), Sheet("_tem", [])]
        try $0.write(book.written(), to: "evidence/ky/self/B.xlsx")
      },
      BrokenInput("error table-twice self/A.csv:-:-", sound) {
        try $0.write(workbook(csv: filed("a=10; b=8")), to: "evidence/ky/self/A.xlsx")
      },
      BrokenInput(
        "error criterion-code-spreadsheet self/A.csv:2:criterion",
        SmallRound(
          [
            Row("1", max: "20"), Row("1.1", max: "10", inputs: "a", rule: "a"),
            Row("1.10", max: "10", inputs: "a", rule: "a"),
          ], ["self/A.csv": "criterion,input,value\n1/10/2026,a,1\n"])),
      BrokenInput(
        "error criterion-code-number self/A.xlsx:2:criterion",
        SmallRound([
          Row("1", max: "20"), Row("1.1", max: "10", inputs: "a", rule: "a"),
          Row("1.10", max: "10", inputs: "a", rule: "a"),
        ])
      ) {
        let rows =
          headings + "<row r='2'><c r='A2'><v>1.1</v></c>\(text("B2", "a"))<c r='C2'><v>9</v></c></row>"
        try $0.write(WorkbookLab(rows).bytes, to: "evidence/ky/self/A.xlsx")
      },
    ]
}

extension HostileZip {
  /// The archives that are refused when they are opened, before any part is unpacked.
  static var opening: [HostileZip] {
    all.filter { file in
      do throws(WorkbookFault) {
        _ = try ZipArchive(file.bytes)
        return false
      } catch {
        return error.code.id == file.code
      }
    } + [packed]
  }

  /// A workbook whose list of types is packed in an unknown way.
  private static var packed: HostileZip {
    HostileZip("unknown method of the types", "archive-method") {
      $0.parts[0].name = "[Content_Types].xml"
      $0.parts[0].method = 14
    }
  }
}
