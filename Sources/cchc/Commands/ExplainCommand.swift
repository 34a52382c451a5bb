import CCHCCriteria
import CCHCFiles
import CCHCPapers
import CCHCScoring
import CCHCTables

/// `cchc explain ROUND AGENCY [CRITERION]`: where a number comes from.
enum ExplainCommand: RoundCommand {
  static let name = "explain"
  static let summary = Bilingual(
    "giải thích điểm của một cơ quan hoặc một tiêu chí", "explain the points of an agency or a criterion")
  private static let criterion = Operand(
    optional: .criterion, Bilingual("mã tiêu chí", "the code of a criterion"))
  static let operands: [any DeclaredOperand] = [SharedOperands.round, SharedOperands.agency, criterion]
  static let options: [any DeclaredOption] = [SharedOptions.criteria, SharedOptions.json]
  static let examples = [
    Bilingual("cchc explain evidence/2023-cchc-mau STNMT 3.3.1"),
    Bilingual("cchc explain evidence/2023-cchc-mau STNMT"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Với một tiêu chí: số liệu (tệp, dòng), công thức, trường hợp áp dụng với phân số đúng, giới hạn, làm tròn, thẩm "
        + "định. Với một cơ quan hoặc tiêu chí cha: cây điểm đến từng tiêu chí lá.",
      "For a criterion: figures (file, row), rule, the case that held with its exact fraction, limits, rounding, "
        + "appraisals. For an agency or a parent: the tree of points down to the leaves.")
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let wording = round.wording
    let agency = try round.agency(round[SharedOperands.agency])
    let set = round.round[agency: agency].set
    var row: Int?
    if let code = try round[criterion] { row = try Self.row(code, in: set, wording) }
    let results = round.score()
    var output: CommandOutput
    if let row, let leaf = set.rows[row].leaf {
      let explanation = LeafExplanation(results[agency: agency][leaf: leaf], wording: wording)
      output = CommandOutput(
        results.problems, display: .hidden, json: { JSONWriter.bytes(explanation.write) },
        text: explanation.text())
    } else {
      let explanation = TreeExplanation(results[agency: agency], top: row, wording: wording)
      output = CommandOutput(
        results.problems, display: .hidden, json: { JSONWriter.bytes(explanation.write) },
        text: explanation.text())
    }
    if results.isProvisional {
      let tally = wording.tally(results.problems)
      output.message = wording("TẠM TÍNH: \(tally).\n", "PROVISIONAL: \(tally).\n")
    }
    return output
  }

  private static func row(_ code: String, in set: CriteriaSet, _ wording: Wording) throws(FileError) -> Int {
    if let row = set.row(code) { return row }
    throw FileError(
      path: "criteria/\(set.code)",
      reason: wording("không có tiêu chí “\(code)”.", "there is no criterion “\(code)”.")
        + wording.suggestion(nearest(to: code, among: set.rows.map(\.code))))
  }
}
