import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// A workbook that uses everything.
enum WorkbookSample {
  private static func area(_ text: String) -> CellArea {
    CellArea(text) ?? CellArea(CellPosition(row: 1, column: 1))
  }

  static var rich: Workbook {
    var book = Workbook(title: "Đủ thứ")
    let style = book.style { $0.borders = .all(.hair, color: .black) }
    var grid = SheetGrid()
    grid[3, 2] = Cell("b3", style)
    grid[1, 3] = Cell("c1")
    grid[CellPosition(row: 3, column: 1)] = Cell(.integer(7))
    grid.setHeight(30, ofRow: 2)
    grid.hideRow(5)
    grid.setStyle(style, in: area("E1:E2"))
    var sheet = Sheet("Một", grid: grid)
    sheet.tabColor = Color(0x2F5496)
    sheet.frozenBefore = CellPosition(row: 3, column: 2)
    sheet.showsGridLines = false
    sheet.zoom = 80
    sheet.protection = SheetProtection()
    sheet.numbersStoredAsText = [area("B1:B9")]
    sheet.conditionalFormats = [
      ConditionalFormat(
        [area("A1:A9")], .expression("$A1<5", DifferentialStyle(color: Color(0xC00000), isBold: true))),
      ConditionalFormat(
        [area("B1:B9"), area("D1")], .cellIs(.between("1", "2"), DifferentialStyle(fill: .black))),
      ConditionalFormat(
        [area("C1:C9")],
        .colorScale([.init(.lowest, .white), .init(.percentile(50), .black), .init(.number("9"), .white)])),
    ]
    sheet.validations = validations
    sheet.print.fitsWidth = false
    sheet.print.area = area("A1:C9")
    sheet.print.breaksBefore = [9, 4, 4]
    sheet.print.leavesFirstPageOut = false
    let values = [Decimal(units: 15, scale: 1), nil, Decimal(units: -2, scale: 0)]
    sheet.charts = [Chart.Kind.bars, .columns, .radar].map { kind in
      var chart = Chart(
        kind, title: "Điểm & <so sánh>", categories: ["a", "b", "c"],
        from: sheetReference("Một", area("A1:A3")),
        series: [
          Chart.Series("s", reference: sheetReference("Một", area("B1:B3")), values: values, color: .black)
        ], over: area("G1:M20"))
      chart.showsValues = kind == .bars
      return chart
    }
    var second = Sheet("Hai", [[Cell("x")]])
    second.charts = sheet.charts
    book.sheets = [sheet, second]
    book.definedNames = [DefinedName("điểm", sheetReference("Một", area("A1")))]
    return book
  }

  private static var validations: [DataValidation] {
    var whole = DataValidation([area("A1:A9"), area("C1")], .whole(.atLeast("0")))
    whole.prompt = .init("Nhập", "Số nguyên\nkhông âm")
    whole.refusal = .init("Sai", "\"Chỉ\" số")
    var date = DataValidation([area("B1")], .date(.between("DATE(2023,1,1)", "DATE(2023,12,31)")))
    date.strictness = .warning
    date.allowsBlank = false
    return [
      whole, date, DataValidation([area("B2")], .decimal(.less("2.5"))),
      DataValidation([area("B3")], .list(["Có", "Không \"x\""])),
      DataValidation([area("B4")], .list(["Mức 1, cao", "Mức 2"])),
      DataValidation([area("B5")], .list((0..<100).map { "x\($0)" })),
      DataValidation([area("B6")], .list((0..<100).map { "x\($0)" })),
      DataValidation([area("B7")], .custom("LEN(B7)<9")), DataValidation([area("B8")], .listOf("điểm")),
    ]
  }

  /// What the part of its first sheet must hold.
  static let expectations = [
    "<row r=\"1\"><c r=\"C1\" t=\"inlineStr\"><is><t>c1</t></is></c><c r=\"E1\" s=\"1\"/></row>",
    "<row r=\"2\" ht=\"30\" customHeight=\"1\"><c r=\"E2\" s=\"1\"/></row>",
    "<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"B3\" s=\"1\"",
    "<row r=\"5\" hidden=\"1\"></row></sheetData>",
    "<tabColor rgb=\"FF2F5496\"/><pageSetUpPr fitToPage=\"0\"/>",
    "<sheetView showGridLines=\"0\" tabSelected=\"1\" zoomScale=\"80\" workbookViewId=\"0\">",
    "<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\" state=\"frozen\"/>",
    "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" autoFilter=\"0\"/>",
    "<conditionalFormatting sqref=\"A1:A9\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>$A1&lt;5",
    "<conditionalFormatting sqref=\"B1:B9 D1\"><cfRule type=\"cellIs\" dxfId=\"1\" priority=\"2\" "
      + "operator=\"between\"><formula>1</formula><formula>2</formula>",
    "<colorScale><cfvo type=\"min\"/><cfvo type=\"percentile\" val=\"50\"/><cfvo type=\"num\" val=\"9\"/>"
      + "<color rgb=\"FFFFFFFF\"/><color rgb=\"FF000000\"/><color rgb=\"FFFFFFFF\"/></colorScale>",
    "<dataValidations count=\"9\"><dataValidation type=\"whole\" operator=\"greaterThanOrEqual\" allowBlank=\"1\" "
      + "showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"Sai\" error=\"&quot;Chỉ&quot; số\" "
      + "promptTitle=\"Nhập\" prompt=\"Số nguyên&#10;không âm\" sqref=\"A1:A9 C1\"><formula1>0</formula1>",
    "<dataValidation type=\"date\" errorStyle=\"warning\" showErrorMessage=\"1\" sqref=\"B1\">"
      + "<formula1>DATE(2023,1,1)</formula1><formula2>DATE(2023,12,31)</formula2>",
    "<formula1>&quot;Có,Không &quot;&quot;x&quot;&quot;&quot;</formula1>",
    "sqref=\"B4\"><formula1>danh_muc_1</formula1>", "sqref=\"B5\"><formula1>danh_muc_2</formula1>",
    "sqref=\"B6\"><formula1>danh_muc_2</formula1>", "<formula1>LEN(B7)&lt;9</formula1>",
    "<pageSetup paperSize=\"9\" orientation=\"portrait\"/><headerFooter><oddHeader>",
    "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"3\" max=\"16383\" man=\"1\"/><brk id=\"8\"",
    "<ignoredErrors><ignoredError sqref=\"B1:B9\" numberStoredAsText=\"1\"/></ignoredErrors><drawing r:id=\"rId1\"/>",
  ]
}
