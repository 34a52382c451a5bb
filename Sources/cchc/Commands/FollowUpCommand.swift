import CCHCCycle
import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables

/// `cchc followup ROUND`: what agencies owe after the announcement, and the papers that go with it.
enum FollowUpCommand: RoundCommand {
  static let name = "followup"
  static let summary = Bilingual(
    "theo dõi nghĩa vụ sau công bố, đôn đốc, tổng hợp báo cáo",
    "follow up the obligations after the announcement")
  private static let day = SharedOptions.requiredDay(
    Bilingual(
      "theo dõi đến hết ngày này, không trước ngày công bố",
      "the day that is asked about, not before the announcement"))
  private static let locale = SharedOptions.locale(default: .english)
  private static let outputs = OutputCatalogue.followUp
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    day, SharedOptions.output, SharedOptions.criteria, locale, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual(
      "cchc followup evidence/2023-cchc-mau --on 28/3/2024",
      "cchc followup evidence/2023-cchc-mau --on 2024-03-28")
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Từng cơ quan còn phải làm gì, đã nộp ngày nào, đúng hạn, muộn hay quá hạn bao nhiêu ngày, theo followup.csv, "
        + "breakthrough.csv và orders.csv (nghĩa vụ giao riêng). Trước khi khóa sổ, nghĩa vụ là dự kiến và không có "
        + "công văn.",
      "What each agency still owes, what it handed in and when, in time, late or overdue by how many days, from "
        + "followup.csv, breakthrough.csv and orders.csv (obligations entered by hand). Before the round is closed "
        + "obligations are expected only, and no letter is written.")
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let (day, wording) = (try round[day], round.wording)
    let results = round.score()
    let refusals = FollowUp.problems(of: results.round, on: day)
    guard !refusals.hasErrors else {
      var problems = results.problems
      problems.append(contentsOf: refusals)
      return .refused(problems, wording)
    }
    let followUp = FollowUp(results, on: day)
    let files = try round.write(
      outputs, FollowedRound(results, followUp), round[only], locale: round[locale])
    return CommandOutput(
      results.problems, json: { FollowUpJSON.bytes(results, followUp, wording) },
      text: FollowUpSummary(results, followUp, wording).text(folder: round.reportFolder, files: files.count))
  }
}
