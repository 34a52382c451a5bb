import CCHCBooks
import CCHCCriteria
import CCHCForms
import CCHCOffice
import CCHCTally
import Testing

@Suite("Delimiters")
struct DelimiterTests {
  @Test(
    "The delimiter is the one found most often in the header outside quotes",
    arguments: [
      "agency,name,value\nA,b,1", "agency;name;value\nA;b;1", "agency\tname\tvalue\nA\tb\t1",
      // Others stand in quotes, or are rarer.
      "agency;name;value;\"#;,,,,,,\"\nA;b;1;", "agency\tname\tvalue\t#x,y\nA\tb\t1",
      // Later rows do not decide.
      "agency;name;value\nA;b;\"1\",,,,,,,,,".replacingOccurrences(",,,,,,,,,", ""),
    ])
  func findsDelimiter(_ text: String) {
    let reading = Reading(text)
    #expect(reading.rows == [["A", "b", "1", ""]], "\(text)")
    #expect(reading.problems.isEmpty)
  }

  @Test("A comma wins a tie")
  func prefersComma() {
    #expect(
      Reading("agency,name;\nA,b").problems == [
        "error column-unknown t.csv:1:name;", "error column-missing t.csv:1:-",
      ])
    #expect(Reading("agency,name,#a;;\nA,b").pairs == [["A", "b"]])
    #expect(Reading("agency,name,#a\t\t\nA,b").pairs == [["A", "b"]])
  }

  @Test("Other delimiters are ordinary letters in the rows")
  func keepsOtherDelimiters() {
    #expect(Reading("agency;name\nA;một, hai").pairs == [["A", "một, hai"]])
    #expect(Reading("agency,name\nA,một; hai").pairs == [["A", "một; hai"]])
  }

  @Test("Rows end in LF, CRLF or CR, the last one in nothing too", arguments: ["\n", "\r\n", "\r"])
  func endsRows(_ end: String) {
    let text = ["agency,name", "A,một", "B,hai"].joined(separator: end)
    for text in [text, text + end, text + end + end] {
      let reading = Reading(text)
      #expect(reading.pairs == [["A", "một"], ["B", "hai"]])
      #expect(reading.numbers == [2, 3])
      #expect(reading.problems.isEmpty)
    }
  }

  @Test("Line ends may be mixed")
  func mixesLineEnds() {
    let reading = Reading("agency,name\r\nA,1\rB,2\nC,3\n\rD,4")
    #expect(reading.pairs == [["A", "1"], ["B", "2"], ["C", "3"], ["D", "4"]])
    #expect(reading.numbers == [2, 3, 4, 6])
  }
}

extension String {
  fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
