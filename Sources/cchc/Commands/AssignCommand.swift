import CCHCBooks
import CCHCCycle
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import CCHCTables

/// `cchc assign ROUND`: the worklists of the council's members.
enum AssignCommand: RoundCommand {
  static let name = "assign"
  static let summary = Bilingual(
    "lập bảng công việc thẩm định cho từng thành viên Hội đồng", "write each council member's worklist")
  private static let number = Option(
    "round", .number("K", "K", 1...9),
    Bilingual(
      "lần thẩm định: lần 1 là mọi tiêu chí; từ lần 2 là tiêu chí đã bị điều chỉnh hoặc có giải trình",
      "the appraisal round: the first is every leaf; later ones are corrected or explained leaves"),
    default: 1, standard: Bilingual("1"))
  private static let outputs = OutputCatalogue.assign
  private static let only = SharedOptions.only(outputs.kinds)
  private static let locale = SharedOptions.locale(default: .vietnamese)
  static let options: [any DeclaredOption] = [
    number, only, locale, SharedOptions.output, SharedOptions.criteria, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc assign evidence/2024-cchc-mau"),
    Bilingual("cchc assign evidence/2024-cchc-mau --round 2"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Mỗi thành viên một bảng, xếp theo tiêu chí, mọi cơ quan của một tiêu chí liền nhau: số liệu đã nộp, số liệu và điểm năm trước, điểm tự "
        + "chấm, tài liệu, giải trình. Thành viên điền “lần thẩm định” (chỉ vậy là đồng ý), hoặc thêm số liệu sửa "
        + "hay điểm, và lý do; sửa hai số liệu thì chép dòng ấy thành hai. Bảng đã điền, .xlsx hoặc .csv (chỉ một "
        + "tệp), chép vào appraisal/ là dùng được. Cột có # chỉ để đọc; “# ghi chú nội bộ” không đi đâu khác. Tiêu "
        + "chí của chính thành viên giao cho cơ quan thay thế.",
      "A table for each member, by criterion over all agencies: filed figures, last year's figures and points, self points, documents, explanations. "
        + "The member fills in the round (alone it means agreement), or a corrected figure or points, and the "
        + "reason; two corrected figures take two copies of the row. A filled table, .xlsx or .csv (one of them), "
        + "copied into appraisal/ is valid. Columns headed # are for reading; the internal note goes nowhere else. "
        + "A member's own leaves go to its substitute.")
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let (number, kinds, locale) = (try round[number], try round[only], try round[locale])
    let wording = round.wording
    let results = round.score()
    let assigned = Worklists(results, round: number)
    let (lists, unassigned) = (assigned.lists, assigned.unassigned)
    let files = try round.write(outputs, assigned, kinds, locale: locale)
    var text = ""
    for (index, list) in lists.enumerated() {
      // Of a list in both kinds the workbook comes last.
      let name = files.last { $0.hasPrefix(assigned.name(index) + ".") } ?? ""
      let file = joinedPath(round.reportFolder, name)
      text += wording(
        "  \(list.member ?? "–"): \(list.entries.count) lượt – \(file)\n",
        "  \(list.member ?? "–"): \(list.entries.count) leaves – \(file)\n")
    }
    if !unassigned.isEmpty {
      text += wording(
        "\(unassigned.count) lượt là của chính thành viên mà không có cơ quan thay thế: Hội đồng hoặc cơ quan thường trực thẩm định.\n",
        "\(unassigned.count) leaves are a member's own without a substitute: the council or the standing member decides.\n"
      )
    }
    if lists.isEmpty, unassigned.isEmpty {
      text = wording(
        "Không có lượt nào phải thẩm định ở lần \(number).\n",
        "Nothing is to be appraised in round \(number).\n")
    }
    return CommandOutput(results.problems, display: .counted, text: text)
  }
}
