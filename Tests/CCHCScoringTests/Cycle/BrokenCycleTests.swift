import CCHCScoring
import CCHCTables
import TestSupport
import Testing

@Suite("Every problem code of stages, receipts, periods, carryover and closing")
struct BrokenCycleTests {
  @Test(
    "A slip is reported with its file, row and column, in whole sentences of both languages",
    arguments: BrokenInput.cycle)
  func reportsSlip(_ input: BrokenInput) throws {
    let scored = try input.round.scored(prepare: input.prepare)
    #expect(scored.problems.contains(input.line), "\(scored.problems)")
    for problem in scored.results.problems.items {
      #expect(problem.leftover == nil, "\(problem.code.id): \(problem.arguments)")
      #expect(problem.message(in: .vietnamese) != problem.message(in: .english))
    }
  }

  @Test("A successor that is unknown is never answered with the agency itself")
  func suggestsAnotherAgency() throws {
    let table = "agency,name,group,to,successor\nSTP,a,so,2023-06-30,SPT\n"
    let scored = try SmallRound(["agencies.csv": table]).scored()
    #expect(try scored.problem("agency-successor-unknown").suggestion == nil)
  }
}
