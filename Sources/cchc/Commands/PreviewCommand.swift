import CCHCFiles
import CCHCPapers
import CCHCScoring

/// `cchc preview ROUND AGENCY`: an agency's own scores before anybody appraises them.
enum PreviewCommand: RoundCommand {
  static let name = "preview"
  static let summary = Bilingual(
    "cơ quan xem trước điểm tự chấm của mình", "an agency's own scores, before any appraisal")
  static let operands: [any DeclaredOperand] = [SharedOperands.round, SharedOperands.agency]
  static let options: [any DeclaredOption] = [SharedOptions.criteria, SharedOptions.json]
  static let examples = [Bilingual("cchc preview evidence/2023-cchc-mau STP")]
  static let details: [HelpBlock] = [
    .paragraph(
      "Điểm tự chấm của một cơ quan, khoảng cách đến từng ngưỡng và mức xếp loại, các tiêu chí mất điểm, nhiều nhất "
        + "trước. Chỉ cần tệp số liệu của chính cơ quan; không bao giờ hiện số liệu của cơ quan khác.",
      "The self points of one agency, the distance to each threshold and band, and where points are lost, most "
        + "first. The agency's own file is enough; no figure of another agency is ever shown.")
  ]

  static func needs(_ call: Call) throws(CallError) -> RoundNeeds {
    RoundNeeds(agency: try call[SharedOperands.agency])
  }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let agency = try round.agency(round[SharedOperands.agency])
    let alone = round.score(onlyAgency: agency)
    return CommandOutput(
      alone.problems, text: PreviewText(alone[agency: agency], wording: round.wording).text())
  }
}
