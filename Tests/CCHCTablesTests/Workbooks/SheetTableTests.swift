import CCHCDocuments
import CCHCFiles
import CCHCOffice
import CCHCTables
import CCHCTally
import TestSupport
import Testing

/// What is read from a sheet: `A1` is `agency`, `B1` `name`, `C1` `value`, `D1` `received`.
private struct SheetReading {
  var rows: [[String]] = []
  var numbers: [Int] = []
  var forms: [CellForm] = []
  /// Each problem as `code cell`.
  var problems: [String] = []
  private(set) var list = ProblemList()

  init(_ bytes: [UInt8], file: String = "self/bang.xlsx") {
    if let table = Table(contents: bytes, file: file, schema: sampleSchema, problems: &list) {
      var cursor = table.rows()
      while cursor.next(&list) {
        rows.append(sampleSchema.columns.indices.map { cursor.text($0) })
        numbers.append(cursor.row)
        forms.append(cursor.form(2))
        _ = cursor.number(2, &list)
      }
    }
    problems = list.items.map { "\($0.code.id) \($0.place.sheet ?? "-")!\($0.place.cell ?? "-")" }
  }

  /// A sheet whose headings stand in a row, with rows below it.
  init(_ rows: String, heading: Int = 1, above: String = "", formats: [String] = [], merged: [String] = []) {
    var lab = WorkbookLab(above + Self.row(heading, Self.headings) + rows, formats: formats)
    if !merged.isEmpty {
      let cells = merged.map { "<mergeCell ref='\($0)'/>" }.joined()
      lab.replace(
        "</sheetData>", "</sheetData><mergeCells>\(cells)</mergeCells>", in: "xl/worksheets/sheet1.xml")
    }
    self.init(lab.bytes)
  }

  static let headings = [
    text("A", "mã cơ quan"), text("B", "tên"), text("C", "giá trị"), text("D", "ngày nhận"),
  ]

  /// A text cell of a row that `row` numbers.
  static func text(_ column: String, _ text: String) -> String {
    "<c r='\(column)#' t='inlineStr'><is><t xml:space='preserve'>\(text)</t></is></c>"
  }

  static func row(_ number: Int, _ cells: [String]) -> String {
    let numbered = cells.map {
      $0.split(separator: "#'", omittingEmptySubsequences: false).joined(separator: "\(number)'")
    }
    return "<row r='\(number)'>\(numbered.joined())</row>"
  }
}

@Suite("Tables from sheets")
struct SheetTableTests {
  private typealias Reading = SheetReading

  /// A row 2 of agency, name and a cell in the column `giá trị`.
  private static func valued(_ cell: String) -> String {
    SheetReading.row(2, [SheetReading.text("A", "A"), SheetReading.text("B", "b"), cell])
  }

  @Test(
    "A cell is read as the text that CSV would hold",
    arguments: [
      ("<c r='C2'><v>12.5</v></c>", "12.5", CellForm.number),
      ("<c r='C2'><v>0.30000000000000004</v></c>", "0.3", .number),
      ("<c r='C2'><v>1E-3</v></c>", "0.001", .number), ("<c r='C2'><v>1.5E5</v></c>", "150000", .number),
      ("<c r='C2'><v>-0</v></c>", "0", .number), ("<c r='C2' s='2'><v>0.8</v></c>", "0.8", .number),
      ("<c r='C2'><f>A1*2</f><v>7</v></c>", "7", .number),
      ("<c r='C2' s='1'><v>45016</v></c>", "2023-03-31", .date),
      ("<c r='C2' s='1'><v>45016.75</v></c>", "2023-03-31", .date),
      ("<c r='C2' t='d'><v>2023-03-31T00:00:00</v></c>", "2023-03-31", .date),
      ("<c r='C2' t='b'><v>1</v></c>", "có", .boolean), ("<c r='C2' t='b'><v>0</v></c>", "không", .boolean),
      ("<c r='C2' t='str'><f>T(1)</f><v>80%</v></c>", "80%", .text),
      ("<c r='C2' t='inlineStr'><is><t> 3.10 </t></is></c>", "3.10", .text),
      (
        "<c r='C2' t='inlineStr'><is><t>a &quot;b&quot;&#10;c;d,e&#9;f</t></is></c>", "a \"b\"\nc;d,e\tf",
        .text
      ),
      ("<c r='C2' t='inlineStr'><is><t>_x0001_x_x001F_y_x0000_</t></is></c>", "\u{1}x\u{1F}y", .text),
      ("<c r='C2' t='inlineStr'><is><t>'=1+1</t></is></c>", "=1+1", .text),
      ("<c r='C2' t='inlineStr'><is><t>=1+1</t></is></c>", "=1+1", .text), ("<c r='C2'/>", "", .text),
    ])
  func readsCell(_ cell: String, _ text: String, _ form: CellForm) {
    let reading = Reading(Self.valued(cell), formats: ["dd/mm/yyyy", "0.00%"])
    #expect(reading.rows == [["A", "b", text, ""]])
    #expect(reading.forms == [form])
  }

  @Test("Days count from 1904 where the workbook says so")
  func readsOtherDates() {
    var lab = WorkbookLab(
      Reading.row(1, Reading.headings) + Self.valued("<c r='C2' s='1'><v>43554</v></c>"),
      formats: ["dd/mm/yyyy"])
    lab.replace("<workbookPr/>", "<workbookPr date1904='1'/>", in: "xl/workbook.xml")
    #expect(SheetReading(lab.bytes).rows == [["A", "b", "2023-03-31", ""]])
  }

  @Test(
    "An error value and a formula without a value are problems at their cells",
    arguments: [
      ("<c r='C2' t='e'><f>1/0</f><v>#DIV/0!</v></c>", "sheet-error-value"),
      ("<c r='C2' t='e'><v>#N/A</v></c>", "sheet-error-value"),
      ("<c r='C2'><f>NOW()</f></c>", "sheet-formula-empty"),
    ])
  func reportsLostValue(_ cell: String, _ code: String) {
    #expect(Reading(Self.valued(cell)).problems.first == "\(code) Bảng!C2")
  }

  @Test("An error value in the first column makes no comment of its row")
  func keepsRowOfError() {
    let reading = Reading("<row r='2'><c r='A2' t='e'><v>#REF!</v></c><c r='B2'><v>1</v></c></row>")
    #expect(reading.problems == ["sheet-error-value Bảng!A2"])
    #expect(reading.rows == [["#REF!", "1", "", ""]])
  }

  @Test("An error value among the headings is a problem at its cell")
  func reportsHeading() {
    let bytes = WorkbookLab(
      Reading.row(
        1, [Reading.text("A", "agency"), Reading.text("B", "name"), "<c r='C#' t='e'><v>#REF!</v></c>"])
    ).bytes
    #expect(Reading(bytes).problems == ["sheet-error-value Bảng!C1"])
  }

  @Test("Rows are counted as the sheet counts them, whatever stands between them")
  func countsRows() {
    let rows =
      Reading.row(5, [Reading.text("A", "A"), Reading.text("B", "a&#10;a")])
      + Reading.row(6, [Reading.text("A", "# ghi chú"), Reading.text("B", "x")])
      + "<row r='7'><c r='A7' s='1'/></row>"
      + Reading.row(9, [Reading.text("A", "  ")])
      + Reading.row(1_048_576, [Reading.text("A", "B"), Reading.text("B", "b"), Reading.text("C", "x")])
    let reading = Reading(rows, heading: 3, above: Reading.row(2, [Reading.text("A", "# Bảng của sở")]))
    #expect(reading.numbers == [5, 1_048_576])
    #expect(reading.problems == ["number-invalid Bảng!C1048576"])
  }

  @Test("A title above the headings that is no comment is told as an unknown heading, with its cell")
  func tellsTitle() {
    let reading = Reading("", heading: 3, above: Reading.row(1, [Reading.text("B", "BẢNG TỰ CHẤM")]))
    #expect(reading.problems.contains("column-unknown Bảng!B1"))
  }

  @Test("What lies beyond the headings is a problem at its first cell, however far it lies")
  func reportsSurplus() {
    let rows = Reading.row(
      2, [Reading.text("A", "A"), Reading.text("B", "b"), Reading.text("Z", "x"), Reading.text("XFD", "y")])
    #expect(Reading(rows).problems == ["cell-beyond-header Bảng!Z2"])
  }

  @Test(
    "Merged cells are a problem where they hide something",
    arguments: [
      (["B1:C1"], ["sheet-header-merged Bảng!B1"], 0), (["A1:A2"], ["sheet-header-merged Bảng!A1"], 0),
      (["A2:A3"], ["sheet-cells-merged Bảng!A2"], 2),
      (["B2:C2", "A2:A3"], ["sheet-cells-merged Bảng!B2"], 2),
      (["A4:F4"], [], 2), (["E2:F9"], [], 2), (["D2:F2"], [], 2),
    ])
  func reportsMerged(_ merged: [String], _ problems: [String], _ count: Int) {
    let rows =
      Reading.row(2, [Reading.text("A", "A"), Reading.text("B", "b")])
      + Reading.row(3, [Reading.text("A", "B"), Reading.text("B", "b")])
      + Reading.row(4, [Reading.text("A", "# hết")])
    let reading = Reading(rows, merged: merged)
    #expect(reading.problems == problems)
    #expect(reading.rows.count == count)
  }

  @Test(
    "The sheet of the table's name is read, else that of its folder, else the first that is seen",
    arguments: [
      (["bìa", "BANG", "self"], "BANG"), (["bìa", "Self"], "Self"),
      (["*ẩn", "Trang tính1", "khác"], "Trang tính1"),
      (["*ẩn"], "ẩn"),
    ])
  func choosesSheet(_ names: [String], _ wanted: String) {
    var book = Workbook(title: "")
    book.sheets = names.map { name in
      let isHidden = name.hasPrefix("*")
      let bare = isHidden ? String(name.dropFirst()) : name
      var sheet = Sheet(bare, [[Cell("agency"), Cell("name")], [Cell("A"), Cell(bare)]])
      if isHidden, names.count > 1 { sheet.visibility = .hidden }
      return sheet
    }
    #expect(SheetReading(book.written()).rows.map { $0[1] } == [wanted])
  }

  @Test("Numbers in a sheet have no decimal mark of their own")
  func mixesMarks() {
    let row = Reading.row(3, [Reading.text("A", "B"), Reading.text("B", "b"), Reading.text("C", "0,5")])
    #expect(Reading(Self.valued("<c r='C2'><v>1.5</v></c>") + row).problems.isEmpty)
    let last = Reading.row(4, [Reading.text("A", "C"), Reading.text("B", "b"), Reading.text("C", "0.5")])
    #expect(Reading(row + last).problems == ["number-marks-mixed Bảng!C4"])
  }

  @Test("A short text that many cells share fills no memory beyond its limit", .timeLimit(.minutes(5)))
  func limitsText() {
    var lab = WorkbookLab(
      Reading.row(1, Reading.headings) + String(repeating: "<row><c t='s'><v>0</v></c></row>", count: 300),
      texts: "<si><t>\(String(repeating: "x", count: 1 << 20))</t></si>")
    lab["docProps/core.xml"] = "<x/>"
    #expect(SheetReading(lab.bytes).problems == ["workbook-table-too-large -!-"])
  }

  @Test("Changed parts give rows from top to bottom, or clear problems of the file, or both; twice the same")
  func judgesMutations() {
    let codes = Set(ProblemCode.tableCodes + ProblemCode.workbookCodes + ProblemCode.sheetCodes)
    var random = SeededGenerator("sheet table mutation")
    let rows =
      Reading.row(2, [Reading.text("A", "# x")]) + Reading.row(3, Reading.headings)
      + Self.valued("<c r='C2' s='1'><v>45016.5</v></c>").split(separator: "'2'").joined(separator: "'4'")
    let seed = WorkbookLab(rows, formats: ["dd/mm/yyyy"])
    let name = "xl/worksheets/sheet1.xml"
    let pieces = [
      "<c/>", "<row/>", "r='9'", "#", "\"", " t='e'", " t='b'", "&#31;", "&#10;", "XFD1", "<v>1</v>",
      "_x0000_",
    ]
    for _ in 0..<repetitions(400) {
      var lab = seed
      var text = Array((lab[name] ?? "").unicodeScalars)
      for _ in 0..<random.number(1...4) {
        let place = random.number(0...text.count - 1)
        if random.once(in: 3) {
          text.removeSubrange(place..<min(text.count, place + random.number(1...6)))
        } else {
          text.insert(contentsOf: Array(random.pick(pieces).unicodeScalars), at: place)
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      lab[name] = String(view)
      let reading = SheetReading(lab.bytes)
      let again = SheetReading(lab.bytes)
      #expect(reading.rows == again.rows && reading.list.items == again.list.items)
      #expect(zip(reading.numbers, reading.numbers.dropFirst()).allSatisfy { $0 < $1 }, "\(reading.numbers)")
      for problem in reading.list.items {
        #expect(codes.contains(problem.code) && problem.place.file == "self/bang.xlsx", "\(problem.line)")
        #expect(problem.leftover == nil, "\(problem.line)")
      }
    }
  }

  @Test("In CSV, too, a comment may stand above the headings")
  func passesOverComment() {
    let reading = CCHCTablesTests.Reading("# Bảng của sở;;\nagency;name\nA;b\n")
    #expect(reading.problems == [] && reading.pairs == [["A", "b"]] && reading.numbers == [3])
  }
}
