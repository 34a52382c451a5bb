import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCTables
import TestSupport
import Testing

@Suite("Decimal numbers")
struct DecimalTests {
  private func read(_ text: String) -> WrittenNumber? {
    let bytes = Array(text.utf8)
    return parseNumber(bytes.span)
  }

  @Test(
    "A number has digits, at most one decimal mark between digits, a sign and a percent sign",
    arguments: [
      ("0", 0, 0), ("7", 7, 0), ("007", 7, 0), ("1234", 1234, 0), ("12.5", 125, 1), ("12,5", 125, 1),
      ("0.000001", 1, 6), ("0,000001", 1, 6), ("-3", -3, 0), ("-0.5", -5, 1), ("-0", 0, 0), ("1.0", 10, 1),
      ("999999999999", 999_999_999_999, 0), ("999999999999.999999", 999_999_999_999_999_999, 6),
      ("-999999999999,999999", -999_999_999_999_999_999, 6), ("80%", 80, 2), ("80 %", 80, 2),
      ("80\u{A0}%", 80, 2),
      ("87,5%", 875, 3), ("-5%", -5, 2), ("0.000001%", 1, 8), ("1.234", 1234, 3), ("1,234", 1234, 3),
    ] as [(String, Int64, Int)])
  func readsNumber(_ text: String, _ units: Int64, _ scale: Int) throws {
    let number = try #require(read(text), "\(text)")
    #expect(number.value == Decimal(units: units, scale: scale))
    #expect(number.isPercent == text.hasSuffix("%"))
    let mark: DecimalMark = text.contains(".") ? .point : text.contains(",") ? .comma : .none
    #expect(number.mark == mark)
  }

  @Test(
    "Nothing else is a number",
    arguments: [
      "", "-", "%", "-%", ".", ",", ".5", "5.", ",5", "5,", "-.5", "+5", "1e3", "1E3", "1.000.000",
      "1,000,000",
      "1.000,5", "1,000.5", "1 000", "1\u{A0}000", "1'000", "1_000", "0x10", "--5", "- 5", "5-", "5%%", "%5",
      "5 % %",
      "1234567890123", "0000000000001", "0.0000001", "1.2.3", "1..2", "1.,2", "١٢", "５", "½", "²", "NaN",
      "inf", "∞",
      "12 tỷ", "80 phần trăm", "5−", "−5", "1/2", "2023-01-01", "1234567890123456789012345678901234567890",
    ])
  func refuses(_ text: String) { #expect(read(text) == nil) }

  @Test("A cell that is not a number is reported with its place and text")
  func reportsNumber() throws {
    var problems = ProblemList()
    let bytes = Array("agency,name,giá trị\nA,a,12,5\nB,b,1.000.000\nC,c,\n".utf8)
    let table = try #require(Table(bytes, file: "t.csv", schema: sampleSchema, problems: &problems))
    var rows = table.rows()
    var values: [Decimal?] = []
    while rows.next(&problems) { values.append(rows.number(2, &problems)) }
    #expect(values == [Decimal(units: 12, scale: 0), nil, nil])
    #expect(
      problems.items.map(\.line) == [
        "error cell-beyond-header t.csv:2:-", "error number-invalid t.csv:3:giá trị",
      ])
    #expect(problems.items.last?.words == ["1.000.000"])
  }

  @Test(
    "Both decimal marks in one file are one error, in the first row that differs; every cell still counts",
    arguments: [
      ("1.5\n2;\"2,5\"\n3;3.5\n4;\"4,5\"", [15, 25, 35, 45], [3]), ("1.5\n2;2.5", [15, 25], []),
      ("\"1,5\"\n2;2\n3;\"3,5%\"", [15, 2, 35], []), ("\"1,5\"\n2;2\n3;3.5%\n4;4.5", [15, 2, 35, 45], [4]),
    ] as [(String, [Int64], [Int])])
  func reportsMixedMarks(_ cells: String, _ units: [Int64], _ rowsAtFault: [Int]) throws {
    var problems = ProblemList()
    let bytes = Array("agency;value;name\n1;\(cells)\n".utf8)
    let table = try #require(Table(bytes, file: "t.csv", schema: sampleSchema, problems: &problems))
    var rows = table.rows()
    var values: [Int64?] = []
    while rows.next(&problems) { values.append(rows.number(2, &problems)?.units) }
    #expect(values == units)
    #expect(problems.items.map(\.line) == rowsAtFault.map { "error number-marks-mixed t.csv:\($0):value" })
  }

  @Test("A decimal is brought to another scale without losing a digit, or not at all")
  func scales() {
    let value = Decimal(units: 12_300, scale: 3)
    #expect(value.units(atScale: 4) == 123_000)
    #expect(value.units(atScale: 1) == 123)
    #expect(value.units(atScale: 0) == nil)
    #expect(Decimal(units: -5, scale: 1).units(atScale: 0) == nil)
    #expect(Decimal(units: .max, scale: 0).units(atScale: 1) == nil)
  }
}

@Suite("Counts")
struct CountTests {
  private func read(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    return parseCount(bytes.span)
  }

  @Test(
    "A count is digits only",
    arguments: [("0", 0), ("00", 0), ("1000", 1000), ("999999999999", 999_999_999_999)] as [(String, Int64)])
  func readsCount(_ text: String, _ wanted: Int64) { #expect(read(text) == wanted) }

  @Test(
    "Nothing else is a count",
    arguments: ["", "-1", "+1", "1.0", "1,000", "1.000", "1 000", "10%", "1e3", "a", "1234567890123", "１"])
  func refuses(_ text: String) { #expect(read(text) == nil) }

  @Test(
    "Thousands marks are asked about",
    arguments: [
      ("1.000", "1000"), ("1,000", "1000"), ("1 000", "1000"), ("12.345.678", "12345678"),
      ("999.999", "999999"),
    ])
  func guesses(_ text: String, _ wanted: String) { #expect(countWithoutThousandsMarks(text) == wanted) }

  @Test(
    "Other texts are not",
    arguments: ["1000", "1.00", "1.0000", "1234.000", ".000", "", "a.000", "1.000.", "1..000"])
  func guessesNothing(_ text: String) { #expect(countWithoutThousandsMarks(text) == nil) }
}
