import TestSupport
import Testing

@Suite("Random rules")
struct RandomRuleTests {
  private static let parts = 2

  @Test(
    "10,000 random rules, written and read, are worth what slow fractions say; printed and read again, the same",
    arguments: 0..<parts)
  func agreesWithSlowFractions(part: Int) throws {
    let difference = try RuleDifference(part: part, count: repetitions(10_000 / Self.parts))
    #expect(difference.faults == [], "CCHC_SEED=\(runSeed), part \(part)")
    #expect(Set(difference.seen.keys) == ["number", "empty", "division by 0", "overflow"])
    #expect(difference.count == repetitions(10_000 / Self.parts))
  }
}
