import CCHCOffice
import CCHCScoring
import Testing

@Suite("Places of cells")
struct CellPositionTests {
  @Test(
    "Places are written and read as spreadsheets write them",
    arguments: [
      ("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("AZ1", 1, 52), ("BA1", 1, 53), ("ZZ1", 1, 702),
      ("AAA1", 1, 703), ("AAZ1", 1, 728), ("ABA1", 1, 729), ("AZZ1", 1, 1378), ("BAA1", 1, 1379),
      ("XFD1048576", 1_048_576, 16_384), ("C17", 17, 3),
    ])
  func writes(_ text: String, _ row: Int, _ column: Int) throws {
    #expect(CellPosition(row: row, column: column).text == text)
    #expect(CellPosition(text) == CellPosition(row: row, column: column))
    #expect(CellPosition(text.lowercased()) == CellPosition(row: row, column: column))
    #expect(CellPosition(CellPosition(row: row, column: column).absoluteText)?.text == text)
  }

  @Test("Every column comes back")
  func columns() {
    for column in 1...CellPosition.lastColumn {
      #expect(CellPosition(columnLetters(column) + "1")?.column == column)
    }
  }

  @Test(
    "Nothing else is a place",
    arguments: [
      "", "A", "1", "A0", "A-1", "XFE1", "A1048577", "AAAA1", "A1B", "1A", "A 1", " A1", "A1 ", "$", "$A",
      "A$",
      "$1", "A$$1", "ZZZZZZZZZZZZZZZZZZZZ1", "A99999999999999999999", "[1", "`1", "{1", "@1", "Á1", "A1:B2",
    ])
  func refuses(_ text: String) { #expect(CellPosition(text) == nil) }

  @Test("Areas are written and read, corners in any order")
  func areas() {
    #expect(CellArea("B2:A1")?.text == "A1:B2")
    #expect(CellArea("B1:A2")?.absoluteText == "$A$1:$B$2")
    #expect(CellArea("C3")?.text == "C3")
    #expect(CellArea("A1:B2:C3") == nil && CellArea("A1:") == nil && CellArea("A:B") == nil)
    #expect(CellArea(rows: 2...3, columns: 1...2).contains(CellPosition(row: 3, column: 2)))
    #expect(!CellArea(rows: 2...3, columns: 1...2).contains(CellPosition(row: 4, column: 2)))
    #expect(sheetReference("Sở d'X", CellArea(CellPosition(row: 1, column: 1))) == "'Sở d''X'!$A$1")
  }
}
