import CCHCScoring
import CCHCTables
import TestSupport
import Testing

@Suite("Every problem code of what follows the announcement")
struct BrokenFollowUpTests {
  @Test(
    "A slip is reported with its file, row and column, in whole sentences of both languages",
    arguments: BrokenInput.followUp)
  func reportsSlip(_ input: BrokenInput) throws {
    let scored = try input.round.scored(prepare: input.prepare)
    #expect(scored.problems.contains(input.line), "\(scored.problems)")
    for problem in scored.results.problems.items {
      #expect(problem.leftover == nil, "\(problem.code.id): \(problem.arguments)")
      #expect(problem.message(in: .vietnamese) != problem.message(in: .english))
    }
  }

  @Test("A receipt on the day of the announcement, or of an order before it, is no problem")
  func acceptsReceipts() throws {
    let files = [
      "followup.csv": "agency,obligation,received\nA,x,14/3/2024\nA,y,1/3/2024\n",
      "orders.csv": "agency,id,duty,deadline,legal_basis\nA,y,V,1/5/2024,QĐ\n",
    ]
    #expect(try BrokenInput.sound.with(files).scored().problems == [])
  }
}
