import CCHCFiles
import CCHCOffice
import TestSupport
import Testing

extension HostileWorkbook: CustomTestStringConvertible {}

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

  /// What is read of a workbook, sheet by sheet, or the id of its fault; checks what must hold of any workbook.
  private func reading(_ bytes: [UInt8]) -> String {
    var sheets: [SheetCells] = []
    do throws(WorkbookFault) {
      let file = try WorkbookFile(bytes)
      for sheet in file.sheets { sheets.append(try file.read(sheet)) }
    } catch {
      let codes = ProblemCode.workbookCodes + ProblemCode.sheetCodes
      #expect(codes.contains(error.code), "\(error)")
      #expect(error.problem(at: Place("x.xlsx")).leftover == nil, "\(error)")
      return error.code.id
    }
    #expect(!sheets.isEmpty)
    for sheet in sheets {
      let positions = sheet.cells.map(\.position)
      #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 }, "\(sheet.line)")
      let isInside = positions.allSatisfy {
        (1...CellPosition.lastRow).contains($0.row) && (1...CellPosition.lastColumn).contains($0.column)
      }
      #expect(isInside, "\(sheet.line)")
    }
    return sheets.map(\.line).joined(separator: "\n")
  }

  @Test("Changed archives and parts give a clear fault, or cells in order inside the sheet; twice the same")
  func judgesMutations() {
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
      let mutated = lab.bytes
      #expect(reading(mutated) == reading(mutated))
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
      #expect(reading(bytes) == reading(bytes))
    }
  }
}
