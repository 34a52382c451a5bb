import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring

/// `cchc appraisal ROUND`: what appraisal changed, and what is left to do.
enum AppraisalCommand: RoundCommand {
  static let name = "appraisal"
  static let summary = Bilingual(
    "báo cáo thẩm định: chênh lệch, tiêu chí tự chấm cao, việc còn lại",
    "report on appraisal: corrections, over-claimed criteria, what is left")
  private static let outputs = OutputCatalogue.appraisal
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    SharedOptions.output, SharedOptions.criteria, only, SharedOptions.json,
  ]
  static let examples = [Bilingual("cchc appraisal evidence/2024-cchc-mau")]
  static let details: [HelpBlock] = [
    .paragraph(
      "Điểm tự chấm và sau thẩm định theo cơ quan, lĩnh vực; điều chỉnh lớn nhất; tiêu chí tự chấm cao nhất; "
        + "lượt chưa thẩm định, đề nghị chưa quyết định; khối lượng của từng thành viên.",
      "Self against appraised points by agency and field, the largest corrections, the criteria over-claimed "
        + "most, what is not yet appraised or decided, the work of each member.")
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let results = round.score()
    let report = AppraisalReport(results)
    let files = try round.write(outputs, report, round[only]).paths(in: round.reportFolder)
    let wording = round.wording
    return CommandOutput(
      results.problems, display: .counted,
      text: report.text(wording) + wording("Báo cáo: \(files)\n", "Report: \(files)\n"))
  }
}
