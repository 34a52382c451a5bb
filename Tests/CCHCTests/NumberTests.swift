import CCHC
import Testing

@Suite("Exact numbers")
struct NumberTests {
  @Test(
    "are read as cells write them",
    arguments: [
      ("12,5", "12.5"), ("12.50", "12.50"), ("80%", "0.80"), ("-3", "-3"), ("0", "0"),
      ("999999999999.999999", "999999999999.999999"),
    ])
  func text(written: String, shown: String) throws {
    let number = try #require(DecimalNumber(written))
    #expect(number.description == shown)
    #expect(number.text(in: .vietnamese) == String(shown.map { $0 == "." ? "," : $0 }))
  }

  @Test(
    "are nothing else",
    arguments: ["", "1e3", "1.000.000", "+1", ".5", "5.", "1 000", "nan", "1234567890123", "0.1234567"])
  func noNumber(text: String) { #expect(DecimalNumber(text) == nil) }

  @Test("are equal by value and ordered")
  func order() throws {
    let short = try #require(DecimalNumber("1.5"))
    let long = try #require(DecimalNumber("1.50"))
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect(short < 2)
    #expect(Fraction(short) == Fraction(3, over: 2))
  }

  @Test("have limits that end in nil, not in a trap")
  func limits() {
    #expect(DecimalNumber(units: .min, decimals: 0) == nil)
    #expect(DecimalNumber(units: 1, decimals: 19) == nil)
    #expect(DecimalNumber(units: 1, decimals: -1) == nil)
    #expect(DecimalNumber(units: .max, decimals: 18)?.description.count == 40)
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(.min, over: 1) == nil)
    #expect(Fraction(.max, over: 1)?.rounded(decimals: 1, .halfUp) == nil)
    #expect(CalendarDay(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2025, month: 13, day: 1) == nil)
    #expect(CalendarDay(year: .max, month: 1, day: 1) == nil)
  }
}
