import CCHCDocuments
import CCHCFiles
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Rows")
struct RowTests {
  @Test("A short row is filled with empty cells")
  func fillsShortRows() {
    let reading = Reading("agency,name,value\nA\nB,b\n")
    #expect(reading.rows == [["A", "", "", ""], ["B", "b", "", ""]])
    #expect(reading.problems.isEmpty)
  }

  @Test("A cell beyond the header is an error unless it is empty")
  func reportsSurplusCells() {
    let reading = Reading("agency,name\nA,a,,\nB,b,x,y\nC,c, ,\u{A0}\n")
    #expect(reading.pairs == [["A", "a"], ["B", "b"], ["C", "c"]])
    #expect(reading.problems == ["error cell-beyond-header t.csv:3:-"])
    #expect(reading.messages.map { $0.contains("“x”") && $0.contains("(2 ") } == [true])
  }

  @Test("Empty headings at the end are not columns")
  func cutsEmptyHeadings() {
    #expect(Reading("agency,name,,\nA,a,,\n").problems.isEmpty)
    #expect(Reading("agency,name,,\nA,a,x,\n").problems == ["error cell-beyond-header t.csv:2:-"])
  }

  @Test("Rows of empty cells and comments are skipped and counted")
  func skipsEmptyRowsAndComments() {
    let reading = Reading("agency,name\n# ghi chú\n\nA,a\n , \n#B,b\n\"# C\",c\n,#d\n")
    #expect(reading.pairs == [["A", "a"], ["", "#d"]])
    #expect(reading.numbers == [4, 8])
    #expect(reading.problems.isEmpty)
  }

  @Test("A comment may hold more cells than the header")
  func takesLongComments() {
    #expect(Reading("agency,name\n# a,b,c,d,e\nA,a\n").problems.isEmpty)
  }

  @Test("Spaces, tabs, no-break spaces and line breaks come off both ends, others stay")
  func trims() {
    let reading = Reading("agency,name\n \t\u{A0}A\u{A0} ,\"\r\n một \u{A0} hai\n\"\n")
    #expect(reading.pairs == [["A", "một \u{A0} hai"]])
    // Â ends in no byte of a no-break space; the ideographic space is a letter.
    #expect(Reading("agency,name\nÂ,à\u{3000}\n").pairs == [["Â", "à\u{3000}"]])
  }

  @Test("Text keeps its spelling: Unicode form, case and inner spaces")
  func keepsSpelling() {
    let decomposed = "So\u{31B}\u{309}  NỘI vụ"
    let rows = Reading("agency,name\nA,\(decomposed)\n").rows
    #expect(rows.first.map { Array($0[1].unicodeScalars) } == Array(decomposed.unicodeScalars))
  }

  @Test("A leading ' comes off before a formula sign, tab or CR, and stays before anything else")
  func takesOffGuard() {
    for (written, wanted) in [
      ("'=1+1", "=1+1"), ("'+84", "+84"), ("'-5", "-5"), ("'@a", "@a"), ("\"'\tx\"", "x"), ("\"'\rx\"", "x"),
      ("'a", "'a"), ("''=a", "''=a"), ("'", "'"), ("'5", "'5"), ("\"'=\"\"q\"\"\"", "=\"q\""),
    ] {
      #expect(Reading("agency,name\nA,\(written)\n").pairs == [["A", wanted]], "\(written)")
    }
  }

  @Test("A required cell that is empty is reported with its column")
  func requiresText() throws {
    var problems = ProblemList()
    let bytes = Array("mã cơ quan,tên\nA,\n,b\n".utf8)
    let table = try #require(Table(bytes, file: "t.csv", schema: sampleSchema, problems: &problems))
    var rows = table.rows()
    while rows.next(&problems) { _ = (rows.requiredText(0, &problems), rows.requiredText(1, &problems)) }
    #expect(
      problems.items.map(\.line) == [
        "error cell-required t.csv:2:tên", "error cell-required t.csv:3:mã cơ quan",
      ])
    #expect(table.has(1))
    #expect(!table.has(2))
  }
}
