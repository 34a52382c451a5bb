import CCHCFiles
import CCHCScoring

/// `cchc agencies ROUND`: the agencies of a round.
enum AgenciesCommand: RoundCommand {
  static let name = "agencies"
  static let summary = Bilingual("các cơ quan của kỳ đánh giá", "the agencies of a round")
  static let examples = [Bilingual("cchc agencies evidence/2026-dvc-766")]
  static let details: [HelpBlock] = []

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let lines = round.round.agencies.map { "\($0.code)\t\($0.name)\n" }.joined()
    return CommandOutput(round.outcome.problems, text: lines)
  }
}
