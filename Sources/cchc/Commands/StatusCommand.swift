import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables

/// `cchc status ROUND`: the state of every agency, any day of the year.
enum StatusCommand: RoundCommand {
  static let name = "status"
  static let summary = Bilingual(
    "từng cơ quan đang ở giai đoạn nào: nộp, khóa, thẩm định, giải trình",
    "the state of every agency: filed, locked, appraised, explained")
  private static let day = SharedOptions.day(
    Bilingual(
      "ngày tính, để nêu giai đoạn hiện tại và số ngày còn lại (theo stages.csv)",
      "the day, to name the current stage and the days left (by stages.csv)"))
  private static let outputs = OutputCatalogue.status
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    day, SharedOptions.output, SharedOptions.criteria, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc status evidence/2024-cchc-mau"),
    Bilingual(
      "cchc status evidence/2024-cchc-mau --on 20/01/2025",
      "cchc status evidence/2024-cchc-mau --on 2025-01-20"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Tình hình của từng cơ quan: chưa nộp, đang hoàn thiện n/m, đã nộp đủ, nộp muộn, trả lại, đã khóa, đã thẩm định, "
        + "chờ giải trình, đã giải trình.",
      "The state of every agency: not filed, in progress n/m, complete, late, returned, locked, appraised, awaiting "
        + "explanation, explained.")
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let (day, wording) = (try round[day], round.wording)
    let results = round.score()
    let table = ProgressTable(results, on: day, Wording(.vietnamese))
    try round.write(outputs, table, round[only])
    let shown = ProgressTable(results, on: day, wording)
    let tally = wording.tally(results.problems)
    var output = CommandOutput(
      results.problems, display: .hidden, json: { JSONWriter.bytes(shown.write) }, text: shown.text())
    output.message = wording("Bảng số liệu: \(tally) (cchc check)\n", "Tables: \(tally) (cchc check)\n")
    return output
  }
}
