import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring

/// `cchc papers ROUND`: the papers of the council and of the announcement.
enum PapersCommand: RoundCommand {
  static let name = "papers"
  static let summary = Bilingual(
    "văn bản của hội đồng và công bố kết quả", "papers of the council and of the announcement")
  private static let day = SharedOptions.requiredDay(
    Bilingual(
      "ngày ghi trên văn bản; thông báo của lần thẩm định trước để trống ngày",
      "the day that papers bear; notices of earlier appraisal rounds have theirs left open"))
  private static let outputs = OutputCatalogue.papers
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    day, SharedOptions.output, SharedOptions.criteria, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual(
      "cchc papers evidence/2023-cchc-mau --on 15/3/2024",
      "cchc papers evidence/2023-cchc-mau --on 2024-03-15")
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Ghi văn bản theo thể thức Nghị định 30/2020/NĐ-CP; chỗ chỉ người soạn mới biết để “……”.",
      "Writes papers in the layout of decree 30/2020, in Vietnamese; what only a person can know is left as “……”."
    )
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let results = round.score()
    let files = try round.write(outputs, DatedRound(results, on: round[day]), round[only])
    return CommandOutput(results.problems, text: text(results, files, round.reportFolder, round.wording))
  }

  private static func text(_ results: Results, _ files: [String], _ folder: String, _ wording: Wording)
    -> String
  {
    var text = "\(results.round.settings.name)\n"
    if results.isProvisional { text += wording("TẠM TÍNH", "PROVISIONAL") + "\n" }
    let own = files.filter { !$0.hasPrefix("co-quan/") }
    for file in own.byName { text += "  \(file)\n" }
    let notices = files.filter { $0.hasPrefix("co-quan/") }.byName.count
    text +=
      notices == 0
      ? wording(
        "  Chưa có lần thẩm định nào nên chưa có thông báo kết quả thẩm định.\n",
        "  No leaf was appraised yet, so there are no notices.\n")
      : wording(
        "  co-quan/: \(notices) thông báo kết quả thẩm định\n",
        "  co-quan/: \(notices) notices of appraisal\n")
    return text + wording("\(files.count) tệp: \(folder)\n", "\(files.count) files: \(folder)\n")
  }
}
