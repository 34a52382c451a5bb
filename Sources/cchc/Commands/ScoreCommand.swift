import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables

/// `cchc score ROUND`: scores a round and writes its reports.
enum ScoreCommand: RoundCommand {
  static let name = "score"
  static let summary = Bilingual(
    "chấm điểm một kỳ đánh giá, ghi kết quả và báo cáo", "score a round, write results and reports")
  private static let locale = SharedOptions.locale(default: .english)
  private static let outputs = OutputCatalogue.score
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    SharedOptions.output, SharedOptions.criteria, locale, only, SharedOptions.jobs, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc score evidence/2023-cchc-mau"),
    Bilingual(
      "cchc score evidence/2023-cchc-mau -o /tmp/ket-qua --locale vi --only csv",
      "cchc score evidence/2023-cchc-mau -o /tmp/results --locale vi --only csv"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Chấm điểm và ghi ba thư mục: noi-bo/ (nội bộ), cong-bo/ (để công bố), co-quan/ (mỗi cơ quan một trang). Văn bản "
        + "theo thể thức Nghị định 30/2020/NĐ-CP; bản Markdown là bản gốc.",
      "Scores a round and writes three folders: noi-bo/ (internal), cong-bo/ (to be published), co-quan/ (a page "
        + "for each agency). Documents follow decree 30/2020; Markdown is the text of record."
    )
  ]

  static func needs(_ call: Call) throws(CallError) -> RoundNeeds {
    let kinds = try call[only]
    return RoundNeeds(
      stamps: kinds.contains(.json) || kinds.contains(.xlsx), jobs: try call[SharedOptions.jobs])
  }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let results = round.score()
    try round.write(outputs, results, round[only], locale: round[locale])
    return CommandOutput(
      results.problems, text: ScoreSummary(results, round.wording).text(folder: round.reportFolder))
  }
}
