import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc preview ROUND AGENCY`: an agency's own scores before anybody appraises them.
enum PreviewCommand: Command {
  static let name = "preview"
  static let options = [RoundCall.criteriaOption]

  static func summary(_ wording: Wording) -> String {
    wording("cơ quan xem trước điểm tự chấm của mình", "an agency's own scores, before any appraisal")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc preview evidence/2023-cchc-mau STP

      cchc preview KỲ CƠ_QUAN [--criteria THƯ_MỤC] [--json]
      Điểm tự chấm của một cơ quan, khoảng cách đến từng ngưỡng và mức xếp loại, các tiêu chí mất điểm, nhiều nhất trước.
      Chỉ cần tệp số liệu của chính cơ quan; không bao giờ hiện số liệu của cơ quan khác.

      """,
      """
      Example:
        cchc preview evidence/2023-cchc-mau STP

      cchc preview ROUND AGENCY [--criteria DIR] [--json]
      The self points of one agency, the distance to each threshold and band, and where points are lost, most
      first. The agency's own file is enough; no figure of another agency is ever shown.

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let words = options.operands
    guard words.count >= 2 else {
      throw CallError.tooFew(
        needed: words.isEmpty
          ? wording("thư mục kỳ đánh giá", "the folder of a round")
          : wording("mã cơ quan", "the agency's code"))
    }
    if words.count > 2 { throw CallError.tooMany(words[2]) }
    let call = try RoundCall(words[0], options, wording)
    let outcome = try call.load(makesStamps: false, onlyAgency: words[1], wording)
    let agency = try RoundCall.agency(words[1], in: outcome.round, wording)
    let alone = Scorer.score(outcome, onlyAgency: agency)
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(alone.problems, wording))
    } else {
      ProblemPrinter.print(alone.problems, wording)
      try Terminal.results(PreviewText(alone, agency: agency, wording: wording).text())
    }
    return alone.problems.hasErrors ? .errorsFound : .clean
  }
}
