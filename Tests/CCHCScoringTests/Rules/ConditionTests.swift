import Testing

@Suite("Conditions of the rule language")
struct ConditionTests {
  /// Whether a condition holds over the fixed figures.
  private func holds(_ condition: String) throws -> Bool {
    try RuleLab.value("\(condition): 1; else: 0") == "1"
  }

  @Test(
    "Each comparison sign, on both sides of its edge",
    arguments: [
      ("b < 8", false), ("b < 9", true), ("b <= 8", true), ("b <= 7", false), ("b > 8", false),
      ("b > 7", true),
      ("b >= 8", true), ("b >= 9", false), ("b = 8", true), ("b = 9", false), ("b != 8", false),
      ("b != 9", true),
      ("8 = b", true), ("b/a >= 80%", true), ("b/a > 80%", false), ("b/a = 0.8", true),
      ("1/3 < 0.333334", true),
      ("g < 0", true), ("a = b + 2", true), ("a + b = 2 * 9", true),
      ("99999999999999999999/3 < 99999999999999999999/2", true), ("z = 0", true), ("-z = 0", true),
    ])
  func compares(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "A chain holds where each neighbouring pair does; signs may be mixed",
    arguments: [
      ("80% <= b/a < 100%", true), ("80% < b/a < 100%", false), ("0 < b < a < 11", true),
      ("0 < b < a < 10", false),
      ("1 < a > b", true), ("a > b < 9 != 8", true), ("b = 8 = 8", true), ("b = 8 = 9", false),
      ("a != b != a", true),
      ("2023-01-01 <= e < d <= 2023-04-01", true), ("0 < o < 5", false), ("0 < b < o", false),
    ])
  func chains(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "Only what is needed is worked out",
    arguments: [
      ("2 < 1 < 1/z: 1; else: 0", "0"), ("1 < 2 < 1/z: 1; else: 0", "division by 0"),
      ("1/z < 2 < 1: 1; else: 0", "division by 0"),
      ("w and 1/z > 0: 1; else: 0", "0"), ("v or 1/z > 0: 1; else: 0", "1"),
      ("1/z > 0 or v: 1; else: 0", "division by 0"),
      ("1/z > 0 and w: 1; else: 0", "division by 0"), ("v: 1; else: 1/z", "1"),
      ("v: 1; 1/z > 0: 2; else: 3", "1"),
      ("w: 1/z; else: 3", "3"), ("o < 1/z: 1; else: 0", "0"), ("1/z > o: 1; else: 0", "0"),
      ("count(1/z > o)", "0"),
      ("empty(o) or 1/o > 1: 1; else: 0", "1"),
    ])
  func stopsEarly(_ rule: String, _ wanted: String) throws { #expect(try RuleLab.value(rule) == wanted) }

  @Test(
    "not binds closest, then and, then or; brackets first",
    arguments: [
      ("v", true), ("w", false), ("not w", true), ("not not v", true), ("v and w or v", true),
      ("w and (v or v)", false),
      ("v or v and w", true), ("(v or v) and w", false), ("not v or v", true), ("not (v or v)", false),
      ("not w and w", false), ("not (w and w)", true), ("not a > b", false), ("always", true),
      ("not always", false),
      ("v and v and w", false), ("w or w or v", true),
    ])
  func combines(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "A bracket opens a condition or an expression by what follows it",
    arguments: [
      ("(a) > b", true), ("(a + b) / 2 > 8", true), ("((a + b)) > 5", true), ("((a + b) > 5)", true),
      ("(a > b)", true),
      ("(v)", true), ("((v))", true), ("(a > b) and (v or w)", true), ("(a + b) * 2 = 36", true),
      ("a = (b + 2)", true),
      ("(a) = (b + 2) and (v)", true), ("not (a) > b", false), ("not (a > b)", false),
      ("(a - b) < 3 and ((v))", true),
      ("((a) > (b)) and not ((w) or (b > a))", true), ("(a + (b - 1)) - 1 > 15", true), ("(d) >= (e)", true),
      ("(s = \"kịp thời\")", true), ("(d - e) = 31", true),
    ])
  func opensBrackets(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "A comparison with an empty value is false, and not of it holds",
    arguments: [
      ("o = o", false), ("o != 1", false), ("o < 1", false), ("o >= 1", false), ("not o = 1", true),
      ("not (o != 1)", true),
      ("p", false), ("not p", true), ("empty(o)", true), ("empty(p)", true), ("empty(q)", true),
      ("empty(t)", true),
      ("not empty(o)", false), ("t = \"x\"", false), ("t != \"x\"", false), ("q = 2023-01-01", false),
      ("q != d", false),
      ("empty(o) or b <= o", true), ("o + 1 > 0 or v", true),
    ])
  func treatsEmpties(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "Texts compare ignoring case, Unicode form and spaces at both ends",
    arguments: [
      ("s = \"kịp thời\"", true), ("s = \"KỊP THỜI\"", true), ("s = \"ki\u{323}p thơ\u{300}i\"", true),
      ("s = \" kịp thời \"", true), ("\"kịp thời\" = s", true), ("s != \"không ban hành\"", true),
      ("s = \"không kịp thời\"", false), ("\"a\" = \"A\"", true), ("\"a\" != \"b\"", true),
    ])
  func comparesTexts(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "Dates compare",
    arguments: [
      ("d = 2023-04-01", true), ("d > e", true), ("d >= 2023-04-02", false), ("d != e", true),
      ("2023-03-31 < d", true),
    ])
  func comparesDates(_ condition: String, _ wanted: Bool) throws { #expect(try holds(condition) == wanted) }

  @Test(
    "The first case that holds gives the value; none gives 0",
    arguments: [
      ("w: 1", "0"), ("w: 1; v: 2", "2"), ("v: 1; v: 2; else: 3", "1"), ("v: 1;", "1"),
      ("w: 1; else: 3;", "3"),
      ("else: 4", "4"), ("v:\n1;\r\nelse:\t0", "1"), ("v\u{A0}:\u{A0}1 ; else : 0", "1"), ("always: 5", "5"),
      ("b/a >= 80%: full; b/a >= 50%: full * 50%; else: 0", "1000"), ("a > b: b/a; else: 0", "0.8"),
    ])
  func choosesCase(_ rule: String, _ wanted: String) throws {
    #expect(try RuleLab.value(rule) == wanted)
  }

  @Test("A colon inside a text makes no case")
  func ignoresColonInText() throws {
    #expect(try RuleLab.value("count(\"a:b\" = \"A:B\", \";\" = \":\")") == "1")
  }
}
