import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables

/// `cchc survey ROUND`: answers by criterion, agency and group of respondents.
enum SurveyCommand: RoundCommand {
  static let name = "survey"
  static let summary = Bilingual(
    "kết quả điều tra: số phiếu theo tiêu chí, cơ quan, nhóm đối tượng",
    "the survey: answers by criterion, agency and group of respondents")
  private static let locale = SharedOptions.locale(default: .english)
  private static let outputs = OutputCatalogue.survey
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    SharedOptions.output, SharedOptions.criteria, locale, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc survey evidence/2023-cchc-mau"),
    Bilingual(
      "cchc survey evidence/2023-cchc-mau -o /tmp/ket-qua --locale vi",
      "cchc survey evidence/2023-cchc-mau -o /tmp/results --locale vi"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Với --json, in số phiếu đầy đủ (nội bộ) và không ghi tệp nếu không có -o.",
      "With --json it prints every count (internal) and writes no file without -o.")
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(previous: false) }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let (locale, kinds) = (try round[locale], try round[only])
    let results = round.score()
    var files: [String] = []
    if !round.call.isJSON || round.call.has(SharedOptions.output) {
      files = try round.write(outputs, results, kinds, locale: locale)
        .map { joinedPath(round.reportFolder, $0) }
    }
    var shown = ProblemList()
    for problem in results.problems.items where problem.place.file.hasPrefix("survey") {
      shown.append(problem)
    }
    return CommandOutput(
      results.problems, display: .listed(shown), json: { SurveyCounts.json(results) },
      text: SurveyCounts.summary(results, files: files, round.wording))
  }
}
