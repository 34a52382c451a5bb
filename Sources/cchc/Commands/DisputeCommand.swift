import CCHCCriteria
import CCHCFiles
import CCHCOutputs
import CCHCScoring

/// `cchc dispute ROUND AGENCY CRITERION`: the sheet of one leaf for the council's meeting.
enum DisputeCommand: RoundCommand {
  static let name = "dispute"
  static let summary = Bilingual(
    "lập phiếu giải trình điểm của một tiêu chí, một trang A4", "write the dispute sheet of one leaf")
  private static let criterion = Operand(
    .criterion, Bilingual("mã tiêu chí", "the code of a criterion"))
  static let operands: [any DeclaredOperand] = [SharedOperands.round, SharedOperands.agency, criterion]
  private static let outputs = OutputCatalogue.dispute
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    SharedOptions.output, SharedOptions.criteria, only, SharedOptions.json,
  ]
  static let examples = [Bilingual("cchc dispute evidence/2023-cchc-mau SYT 4.1")]
  static let details: [HelpBlock] = [
    .paragraph(
      "Phiếu giải trình điểm, một trang A4 cho cuộc họp Hội đồng: quy định, số liệu, tài liệu; tự chấm, từng lần thẩm "
        + "định, giải trình, kèm lý do; ô kết luận.",
      "One page of A4 for the council's meeting: the rule, figures, documents; self points, each appraisal and "
        + "explanation with reasons; a box for the decision.")
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let agency = try round.agency(round[SharedOperands.agency])
    let leaf = try leaf(round[criterion], in: round.round[agency: agency].set, round.wording)
    let results = round.score()
    let files = try round.write(
      outputs, results[agency: agency][leaf: leaf], round[only]
    ).paths(in: round.reportFolder)
    return CommandOutput(results.problems, display: .counted, text: files + "\n")
  }

  private static func leaf(_ code: String, in set: CriteriaSet, _ wording: Wording) throws(FileError) -> Int {
    if let leaf = set.row(code).flatMap({ set.rows[$0].leaf }) { return leaf }
    throw FileError(
      path: "criteria/\(set.code)",
      reason: wording("“\(code)” không phải là tiêu chí lá.", "“\(code)” is no leaf.")
        + wording.suggestion(nearest(to: code, among: set.leaves.map { set.rows[$0.row].code })))
  }
}
