import CCHCCriteria
import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring

/// `cchc documents ROUND`: the documents that prove each field, and what is missing.
enum DocumentsCommand: RoundCommand {
  static let name = "documents"
  static let summary = Bilingual(
    "danh mục tài liệu kiểm chứng theo lĩnh vực, và tài liệu còn thiếu",
    "the documents that prove each field, and those missing")
  private static let field = Option(
    "field", .text("LĨNH_VỰC", "FIELD"),
    Bilingual("mã của lĩnh vực cần liệt kê", "the code of the field to list"),
    standard: Bilingual("mọi lĩnh vực", "all fields"))
  private static let outputs = OutputCatalogue.documents
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    field, SharedOptions.output, SharedOptions.criteria, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc documents evidence/2023-cchc-mau"),
    Bilingual("cchc documents evidence/2023-cchc-mau --field 3"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Tài liệu của từng tiêu chí, từng cơ quan; cơ quan nào còn thiếu. Đối chiếu mã SHA-256 của các tệp.",
      "The documents of every leaf and agency, and which are missing. The files are compared by their SHA-256."
    )
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(documents: true) }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let field = try round[field]
    if let field { try check(field, round.round) }
    let list = DocumentList(round.round, field: field)
    let files = try round.write(outputs, list, round[only]).paths(in: round.reportFolder)
    let (documents, gaps, broken) = list.counts
    let wording = round.wording
    let again =
      broken > 0
      ? wording("\(broken) tệp tài liệu phải xem lại.\n", "\(broken) files are to be looked at again.\n") : ""
    return CommandOutput(
      round.outcome.problems,
      text: again
        + wording(
          "\(documents) lượt dẫn tài liệu; \(gaps) lượt chấm còn thiếu tài liệu. Danh mục: \(files)\n",
          "\(documents) documents named; \(gaps) leaves lack one. The list: \(files)\n"))
  }

  private static func check(_ code: String, _ round: Round) throws(CallError) {
    let known = round.groups.flatMap { group in group.set.fields.map { group.set.rows[$0].code } }
    guard !known.contains(code) else { return }
    throw .valueWrong(
      Bilingual(field.declaration.written), value: code, expected: Bilingual(oneOf: known),
      suggestion: nearest(to: code, among: known))
  }
}
