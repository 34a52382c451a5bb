import CCHCExact
import Testing

@Suite("Expressions of the rule language")
struct ExpressionTests {
  @Test(
    "Arithmetic goes from the left, products before sums, and is exact",
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"), ("10 - (4 - 3)", "9"),
      ("2 * 3 / 4", "1.5"),
      ("8 / 4 / 2", "1"), ("8 / (4 / 2)", "4"), ("8 / 4 * 2", "4"), ("1 - 2 + 3", "2"), ("-a", "-10"),
      ("--a", "10"),
      ("-a + 1", "-9"), ("-(a + 1)", "-11"), ("2 * -3", "-6"), ("a - -b", "18"), ("-a * -b", "80"),
      ("b/a", "0.8"),
      ("b/a*full", "800"), ("1/3", "1/3"), ("1/3 + 1/3 + 1/3", "1"), ("0.1 + 0.2 - 0.3", "0"),
      ("full", "1000"),
      ("g", "-2.5"), ("g * g", "6.25"), ("n / 4", "0.75"), ("((((a))))", "10"), ("a-1", "9"), ("a -b", "2"),
      ("b/a / 80% * full", "1000"), ("(100% - (1 + 2)/a) * full", "700"), ("0", "0"), ("-0", "0"), ("z", "0"),
    ])
  func calculates(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }

  @Test(
    "Literals: decimals with a point, percent signs with or without a space, many digits",
    arguments: [
      ("0.25", "0.25"), ("80%", "0.8"), ("80 %", "0.8"), ("87.5%", "0.875"), ("100% * 3", "3"),
      ("0.5%", "0.005"),
      ("007", "7"), ("1.50", "1.5"), ("min(5, 99999999999999999999999999999999999999)", "5"),
      ("0.000001", "0.000001"),
      ("10% * 10", "1"), ("10%*10", "1"),
    ])
  func readsLiterals(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }

  @Test(
    "Functions",
    arguments: [
      ("min(a, b)", "8"), ("min(a)", "10"), ("max(a, b, 12)", "12"), ("min(max(a, b), 9)", "9"),
      ("min(-1, -2)", "-2"),
      ("max(1/3, 1/4)", "1/3"), ("round(2/3, 2)", "0.67"), ("round(2.5, 0)", "3"), ("round(-2.5, 0)", "-3"),
      ("round(a, 37)", "10"), ("round(b/a * 100, 0) / 100", "0.8"), ("count(v, w, a > b)", "2"),
      ("count(w)", "0"),
      ("count(a > b and v, not w, always)", "3"), ("count(v, v, v) * 10", "30"), ("count((a > b), (v))", "2"),
      ("count(count(v) = 1)", "1"), ("min(round(1/3, 1), count(v))", "0.3"),
    ])
  func callsFunctions(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }

  @Test(
    "round follows the set's rounding",
    arguments: [(Rounding.halfUp, "0.13"), (.halfEven, "0.12"), (.down, "0.12")])
  func roundsAsSet(_ rounding: Rounding, _ wanted: String) throws {
    #expect(try RuleLab.value("round(1/8, 2)", rounding: rounding) == wanted)
  }

  @Test(
    "A difference of dates is a number of days",
    arguments: [
      ("d - e", "31"), ("e - d", "-31"), ("d - 2023-03-31", "1"), ("2023-12-31 - 2023-01-01", "364"),
      ("2024-03-01 - 2024-02-28", "2"), ("(d - e) * 2", "62"), ("d - e - 1", "30"), ("d - e + 1", "32"),
      ("1 + (d - e)", "32"), ("-(d - e)", "-31"), ("max(0, d - 2023-03-25)", "7"), ("d -2023-03-31", "1"),
      ("(d) - (e)", "31"),
    ])
  func subtractsDates(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }

  @Test(
    "An optional input that is not filed empties arithmetic and functions, before any division by 0",
    arguments: [
      "o", "-o", "o + 1", "1 - o", "o * 0", "o / z", "1/z + o", "a / (z * o)", "min(o, 1)", "max(1, 2, o)",
      "round(o, 1)", "d - q", "q - q", "(o)", "1 + 2 * min(3, -o)", "min(1/z, o)", "v: o; else: 1",
      "round(1/z + o, 0)",
    ])
  func empties(_ rule: String) throws { #expect(try RuleLab.value(rule) == "empty") }

  @Test(
    "count is never empty",
    arguments: [("count(o > 1, empty(o))", "1"), ("count(not o > 1)", "1"), ("1 + count(p)", "1")])
  func countsEmpties(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }

  @Test(
    "A division by 0 is told apart from a value beyond the exact range",
    arguments: [
      ("1/z", "division by 0"), ("1/(a - 10)", "division by 0"), ("z/z", "division by 0"),
      ("1 + 1/0", "division by 0"),
      ("min(1, 1/z)", "division by 0"), ("0 * (1/z)", "division by 0"), ("count(1/z > 0)", "division by 0"),
      ("99999999999999999999 * 99999999999999999999", "overflow"),
      ("1/99999999999999999999/99999999999999999999", "overflow"),
      ("99999999999999999999999999999999999999 + 99999999999999999999999999999999999999", "overflow"),
      ("99999999999999999999 * 99999999999999999999 / z", "overflow"),
      ("99999999999999999999 * 0 * 99999999999999999999", "0"),
      ("99999999999999999999 / 99999999999999999999 * 5", "5"),
      ("round(100000000000000000000 / 3, 37)", "overflow"),
    ])
  func tellsFaults(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }
}
