import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCTables
import TestSupport
import Testing

@Suite("Dates")
struct DayTests {
  private func read(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    return parseDay(bytes.span)
  }

  @Test(
    "A date is year first with - or day first with /",
    arguments: [
      ("2023-04-01", "2023-04-01"), ("01/04/2023", "2023-04-01"), ("1/4/2023", "2023-04-01"),
      ("1/04/2023", "2023-04-01"),
      ("31/12/1901", "1901-12-31"), ("1901-01-01", "1901-01-01"), ("2199-12-31", "2199-12-31"),
      ("29/2/2024", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("30/4/2023", "2023-04-30"),
    ])
  func readsDate(_ text: String, _ wanted: String) { #expect(read(text)?.isoText == wanted) }

  @Test(
    "Nothing else is a date",
    arguments: [
      "", "2023", "2023-4-1", "2023-04", "2023-04-1", "23-04-01", "2023/04/01", "01-04-2023", "1.4.2023",
      "1/4/23",
      "1/4/02023", "2023-13-01", "2023-00-01", "2023-04-00", "2023-04-31", "2023-02-29", "2100-02-29",
      "1900-01-01",
      "2200-01-01", "29/2/2023", "32/1/2023", "0/1/2023", "1/0/2023", "4/13/2023", "1/4-2023", "2023-04/01",
      "2023-04-01 ", " 2023-04-01", "2023--04-01", "2023-04-01-", "-2023-04-01", "12023-04-01",
      "2023-04-01T00:00",
      "001/4/2023", "ngày 1/4/2023", "４/4/2023", "1/4/2023/5",
    ])
  func refuses(_ text: String) { #expect(read(text) == nil) }

  /// A calendar that counts day by day, as slow as it is plain.
  private static func length(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test("Every day from 1901 to 2199 follows the one before it and comes back as its parts")
  func roundTrips() throws {
    var number = try #require(Day(year: 1901, month: 1, day: 1)).number
    var slips: [String] = []
    for year in 1901...2199 {
      for month in 1...12 {
        for day in 1...Self.length(month, year) {
          guard let found = Day(year: year, month: month, day: day) else {
            slips.append("\(year)-\(month)-\(day) refused")
            continue
          }
          if found.number != number || found.components != (year, month, day) { slips.append(found.isoText) }
          number += 1
        }
        if Day(year: year, month: month, day: Self.length(month, year) + 1) != nil {
          slips.append("\(month)/\(year)")
        }
      }
    }
    #expect(slips.isEmpty)
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2023, month: 4, day: 1)?.number == 19_448)
  }

  @Test("Written texts are read back", arguments: [-25_202, -1, 0, 10_957, 19_448, 83_979])
  func readsOwnTexts(_ number: Int) {
    let day = Day(number: number)
    #expect(read(day.isoText) == day)
    #expect(read(day.documentText) == day)
  }

  @Test(
    "Documents write a zero before days below 10 and before January and February only",
    arguments: [
      ("2023-04-01", "01/4/2023"), ("2023-01-15", "15/01/2023"), ("2023-02-09", "09/02/2023"),
      ("2023-12-31", "31/12/2023"),
      ("2023-03-10", "10/3/2023"),
    ])
  func writesDocumentText(_ iso: String, _ wanted: String) { #expect(read(iso)?.documentText == wanted) }

  @Test("A cell that is not a date is reported, an empty one is not")
  func reportsDate() throws {
    var problems = ProblemList()
    let bytes = Array("agency,name,ngày nhận\nA,a,31/4/2023\nB,b,\nC,c,30/4/2023\n".utf8)
    let table = try #require(Table(bytes, file: "t.csv", schema: sampleSchema, problems: &problems))
    var rows = table.rows()
    var days: [String?] = []
    while rows.next(&problems) { days.append(rows.day(3, &problems)?.isoText) }
    #expect(days == [nil, nil, "2023-04-30"])
    #expect(problems.items.map(\.line) == ["error date-invalid t.csv:2:ngày nhận"])
  }
}
