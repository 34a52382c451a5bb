import CCHCTally
import Testing

@Suite("Quoted cells")
struct QuotingTests {
  @Test(
    "Quotes keep delimiters, line breaks and doubled quotes",
    arguments: [
      ("\"một, hai\"", "một, hai"), ("\"một\nhai\"", "một\nhai"), ("\"một\r\nhai\"", "một\r\nhai"),
      ("\"nói \"\"vâng\"\"\"", "nói \"vâng\""), ("\"\"\"\"", "\""), ("\"\"", ""), ("\"a\"\"\"", "a\""),
      ("\"\"\"a\"\"\"", "\"a\""), ("\"a;\tb\"", "a;\tb"), ("\"  a  \"", "a"),
      // A quote inside an unquoted cell is an ordinary letter.
      ("5\" ống", "5\" ống"), ("a\"b\"", "a\"b\""), (" \"a\"", "\"a\""),
    ])
  func readsQuotedCell(_ written: String, _ wanted: String) {
    let reading = Reading("agency,name,value\nA,\(written),z\nB,c,d\n")
    #expect(reading.rows == [["A", wanted, "z", ""], ["B", "c", "d", ""]])
    #expect(reading.problems.isEmpty)
  }

  @Test("A quoted line break belongs to its row: rows are counted as a spreadsheet counts")
  func countsRows() {
    let reading = Reading("agency,name\nA,\"x\ny\nz\"\n\nB,b\n")
    #expect(reading.numbers == [2, 4])
  }

  @Test("A quote that is never closed is reported in the row that opens it")
  func reportsOpenQuote() {
    let reading = Reading("agency,name\nA,a\nB,\"b\nC,c\nD,d\n")
    #expect(reading.pairs == [["A", "a"]])
    #expect(reading.problems == ["error quote-open t.csv:3:-"])
    #expect(Reading("agency,\"name\nA,a\n").problems.first == "error quote-open t.csv:1:-")
    #expect(Reading("agency,name\nA,\"").problems == ["error quote-open t.csv:2:-"])
    #expect(Reading("agency,name\nA,\"\"\"").problems == ["error quote-open t.csv:2:-"])
  }

  @Test("Text after a closing quote is reported and the next rows are read")
  func reportsTextAfterQuote() {
    let reading = Reading("agency,name\nA,\"a\" b\nB,\"x\"y\"z\"\nC,c\n")
    #expect(reading.problems == ["error quote-misplaced t.csv:2:-", "error quote-misplaced t.csv:3:-"])
    #expect(reading.pairs.last == ["C", "c"])
  }

  @Test("Text after a closing quote is reported in the header too")
  func reportsTextAfterQuoteInHeader() {
    #expect(Reading("\"agenc\"y,name\nA,a\n").problems.contains("error quote-misplaced t.csv:1:-"))
  }
}
