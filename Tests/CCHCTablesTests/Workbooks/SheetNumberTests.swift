import Testing

@testable import CCHCExact
@testable import CCHCOffice

@Suite("Numbers of cells")
struct SheetNumberTests {
  @Test(
    "A number is read to 15 digits, whatever its form",
    arguments: [
      ("0", "0"), ("-0", "0"), ("1", "1"), ("-1", "-1"), ("+1", "1"), ("007", "7"), ("1.50", "1.5"),
      (".5", "0.5"),
      ("5.", "5"), ("1E3", "1000"), ("1e-3", "0.001"), ("1.5E+2", "150"), ("-1.25E-2", "-0.0125"),
      ("0.30000000000000004", "0.3"), ("0.1", "0.1"), ("71.480000000000004", "71.48"),
      ("1.9999999999999998", "2"), ("0.99999999999999989", "1"), ("123456789012345678", "123456789012346000"),
      ("999999999999999.9", "1000000000000000"), ("2.0500000000000003E-3", "0.00205"), (" 7 ", "7"),
      ("100", "100"), ("1E20", "100000000000000000000"), ("0.000", "0"), ("0E9999", "0"),
      ("00000000000000000000.5", "0.5"), ("4.4408920985006262E-16", "0.000000000000000444089209850063"),
    ])
  func reads(_ text: String, _ plain: String) throws {
    let number = try #require(SheetNumber(text))
    #expect(number.plainText == plain)
  }

  @Test(
    "Nothing else is a number",
    arguments: [
      "", "-", ".", "1,5", "1 000", "E3", "1E", "1E+", "1E99999", "1E999", "1E-999", "NaN", "INF", "0x10",
      "--1",
      "1.2.3", "12 tỷ",
    ])
  func refuses(_ text: String) { #expect(SheetNumber(text) == nil) }

  @Test("The exact decimal, where it fits")
  func decimal() {
    #expect(SheetNumber("71.480000000000004")?.decimal == Decimal(units: 7148, scale: 2))
    #expect(SheetNumber("-1500")?.decimal == Decimal(units: -1500, scale: 0))
    #expect(SheetNumber("1E17")?.decimal == Decimal(units: 100_000_000_000_000_000, scale: 0))
    #expect(SheetNumber("1E30")?.decimal == nil)
    #expect(SheetNumber("1E-30")?.decimal == nil)
    #expect(SheetNumber("2.0")?.isWhole == true && SheetNumber("2.5")?.isWhole == false)
  }

  @Test(
    "A format shows a date or does not",
    arguments: [
      ("General", false), ("0.00", false), ("#,##0 \"đồng\"", false), ("dd/mm/yyyy", true), ("d-mmm", true),
      ("mmm yy", true), ("mm", true), ("h:mm", false), ("[h]:mm:ss", false), ("mm:ss.0", false),
      ("yyyy\\-mm\\-dd hh:mm", true), ("[Red]0.00", false), ("[$-42A]dd/mm/yyyy;@", true), ("0.0\\d", false),
      ("0_d", false), ("\"ngày\" 0", false), ("0;dd", false), ("@", false), ("0.00E+00", false),
    ])
  func dateFormats(_ code: String, _ expected: Bool) { #expect(showsDate(code) == expected) }
}
