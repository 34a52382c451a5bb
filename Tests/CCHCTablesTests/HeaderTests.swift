import CCHCBooks
import CCHCTally
import Testing

@Suite("Headers")
struct HeaderTests {
  @Test(
    "A column is found by either name, ignoring case, spaces and Unicode form",
    arguments: [
      "agency,name,value", "mã cơ quan,tên,giá trị", "AGENCY,Name,VaLuE", "MÃ CƠ QUAN,TÊN,GIÁ TRỊ",
      "  agency ,\u{A0}name\u{A0},\tvalue", "m\u{E3} c\u{1A1} quan,t\u{EA}n,gi\u{E1} tr\u{1ECB}",
      "ma\u{303} co\u{31B} quan,te\u{302}n,gia\u{301} tri\u{323}",
      "MA\u{303} CO\u{31B} QUAN,TE\u{302}N,GIA\u{301} TRI\u{323}",
      "mã cơ quan,name,GIÁ TRỊ", "\"agency\",\"name\",\"value\"",
    ])
  func findsColumns(_ header: String) {
    let reading = Reading(header + "\nA,b,c\n")
    #expect(reading.rows == [["A", "b", "c", ""]])
    #expect(reading.problems.isEmpty)
  }

  @Test("Columns may stand in any order")
  func takesAnyOrder() {
    #expect(Reading("giá trị,tên,mã cơ quan\nc,b,A\n").rows == [["A", "b", "c", ""]])
  }

  @Test(
    "An unknown column close to a known one is answered with it, accents aside",
    arguments: [
      ("gia tri", "giá trị"), ("valeu", "value"), ("ngày nhân", "ngày nhận"), ("Recieved", "received"),
      ("NGAY NHAN", "ngày nhận"), ("gía trị", "giá trị"),
    ])
  func suggestsColumn(_ heading: String, _ wanted: String) throws {
    let reading = Reading("agency,name,\(heading)\nA,b,c\n")
    #expect(reading.problems == ["error column-unknown t.csv:1:\(heading)"])
    #expect(try #require(reading.messages.first).hasSuffix("Did you mean “\(wanted)”?"))
    #expect(reading.rows == [["A", "b", "", ""]])
  }

  @Test("An unknown column far from every known one is answered without a suggestion")
  func suggestsNothingFar() throws {
    let reading = Reading("agency,name,điện thoại\nA,b,c\n")
    #expect(reading.problems == ["error column-unknown t.csv:1:điện thoại"])
    #expect(try #require(reading.messages.first).contains("Did you mean") == false)
  }

  @Test("Every missing required column is reported by its name in the reader's language, and no row is read")
  func reportsMissingColumns() {
    let reading = Reading("value\n1\n")
    #expect(reading.problems == ["error column-missing t.csv:1:-", "error column-missing t.csv:1:-"])
    #expect(reading.messages.first?.contains("The required column “agency” is missing.") ?? false)
    #expect(reading.rows.isEmpty)
  }

  @Test(
    "A column given twice, in one language or both, is an error",
    arguments: ["name", "tên", "TÊN", "te\u{302}n"])
  func reportsColumnTwice(_ heading: String) {
    let reading = Reading("agency,name,\(heading)\nA,b,c\n")
    #expect(reading.problems == ["error column-twice t.csv:1:\(heading)"])
    #expect(reading.pairs == [["A", "b"]])
  }

  @Test("A heading that begins with # is a comment column")
  func skipsCommentColumns() {
    let reading = Reading("agency,# ghi chú,name,#\nA,x,b,y\n")
    #expect(reading.pairs == [["A", "b"]])
    #expect(reading.problems.isEmpty)
  }

  @Test("Empty rows above the header are passed over and still counted")
  func passesEmptyRows() {
    let reading = Reading("\n,,\nagency,name\nA,b\n")
    #expect(reading.numbers == [4])
    #expect(reading.pairs == [["A", "b"]])
  }

  @Test("A header alone is a table without rows")
  func readsHeaderOnly() {
    for text in ["agency,name", "agency,name\r\n", "agency,name\n\n\n"] {
      #expect(Reading(text).rows.isEmpty)
      #expect(Reading(text).problems.isEmpty)
    }
  }
}
