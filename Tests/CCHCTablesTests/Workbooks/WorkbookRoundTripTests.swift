import CCHCExact
import CCHCOffice
import CCHCTables
import TestSupport
import Testing

@Suite("Writing and reading again")
struct WorkbookRoundTripTests {
  @Test(
    "Every text comes back letter by letter",
    arguments: [
      "Sở Nội vụ", "=1+1", "+84", "-5", "@x", "'x", "3.10", "01/02/2023", "TRUE", " hai đầu ", "a\nb", "\ta",
      "\u{1}",
      "_x0041_", "_x005F_", "<&>\"'", "]]>", "😀", "e\u{302}\u{301}", "\u{FFFE}", "_", "a\u{A0}", "&amp;",
      "x\n",
    ])
  func keepsText(_ text: String) throws {
    var book = Workbook(title: text, creator: text)
    book.sheets = [Sheet("s", [[Cell(text), Cell(.formula("A1", .text(text)))]])]
    let file = try WorkbookFile(book.written())
    let cells = try file.read(file.sheets[0]).cells
    #expect(cells.map { Array($0.value.text.utf8) } == [Array(text.utf8), Array(text.utf8)])
    #expect(cells.map(\.isFormula) == [false, true])
  }

  @Test("A text longer than a cell holds is cut")
  func cutsText() throws {
    for (letter, kept) in [("x", 32_766), ("😀", 16_383)] {
      var book = Workbook(title: "")
      book.sheets = [Sheet("s", [[Cell(String(repeating: letter, count: 40_000))]])]
      let file = try WorkbookFile(book.written())
      let text = try #require(try file.read(file.sheets[0]).cells.first).value.text
      #expect(text == String(repeating: letter, count: kept) + "…")
    }
    var book = Workbook(title: "")
    let full = String(repeating: "ữ", count: 32_767)
    book.sheets = [Sheet("s", [[Cell(full)]])]
    #expect(try readLine(book.written()) == "A1:'\(full)'")
  }

  @Test("Dates before March 1900 are written as texts, others as dates")
  func keepsDates() throws {
    var book = Workbook(title: "")
    let style = book.style { $0.format = .date }
    let days = [-25_509, -25_508, 0, 19_447, 84_005].map { Day(number: $0) }
    book.sheets = [Sheet("s", [days.map { Cell(.date($0), style) }])]
    #expect(
      try readLine(book.written())
        == "A1:'1900-02-28' B1:1900-03-01 C1:1970-01-01 D1:2023-03-31 E1:2199-12-31")
  }

  @Test("Random sheets come back cell by cell")
  func keepsRandomSheets() throws {
    var random = SeededGenerator("workbook round trip")
    for _ in 0..<repetitions(40) {
      var book = Workbook(title: "")
      let date = book.style { $0.format = .date }
      var grid = SheetGrid()
      var expected: [CellPosition: String] = [:]
      for _ in 0..<random.number(0...60) {
        let place = CellPosition(
          row: random.number(1...random.pick([5, 500, 1_048_576])),
          column: random.number(1...random.pick([5, 100, 16_384])))
        switch random.number(0...4) {
        case 0:
          let units = Int64(random.number(-999_999_999...999_999_999))
          let scale = random.number(0...6)
          grid[place] = Cell(.decimal(Decimal(units: units, scale: scale)))
          expected[place] = SheetNumber(decimalText(Int128(units), decimals: scale))?.plainText
        case 1:
          grid[place] = Cell(.boolean(true))
          expected[place] = "TRUE"
        case 2:
          let day = Day(number: random.number(-25_508...84_005))
          grid[place] = Cell(.date(day), date)
          expected[place] = day.isoText
        case 3:
          grid[place] = Cell(.formula("1/4", .number(units: 25, decimals: 2)))
          expected[place] = "0.25"
        default:
          let text = (0...random.number(0...8)).map { _ in
            random.pick(["a", "ữ", "<", "&", "\n", " ", "=", "_x0041_"])
          }
          grid[place] = Cell(text.joined())
          expected[place] = text.joined()
        }
      }
      book.sheets = [Sheet("s", grid: grid)]
      let file = try WorkbookFile(book.written())
      let cells = try file.read(file.sheets[0]).cells
      let read = Dictionary(uniqueKeysWithValues: cells.map { ($0.position, $0.value.text) })
      #expect(read == expected)
    }
  }

  @Test("Rows handed over one by one are many in little memory")
  func streamsRows() throws {
    var book = Workbook(title: "")
    book.sheets = [
      Sheet("s") { rows in
        for row in 1...3000 {
          rows.startRow()
          rows.number(Int128(row), decimals: 2)
          rows.skip(2)
          rows.text("Cơ quan \(row % 7)")
        }
      }
    ]
    let file = try WorkbookFile(book.written())
    let sheet = try file.read(file.sheets[0])
    #expect(sheet.cells.count == 6000 && sheet.lastRow == 3000)
    #expect(sheet.row(3000).map(\.value.text) == ["30", "Cơ quan 4"])
    #expect(sheet.row(3000).map(\.position.text) == ["A3000", "D3000"])
  }
}
