import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc explain ROUND AGENCY [CRITERION]`: where a number comes from.
enum ExplainCommand: Command {
  static let name = "explain"
  static let options = [RoundCall.criteriaOption]

  static func summary(_ wording: Wording) -> String {
    wording(
      "giải thích điểm của một cơ quan hoặc một tiêu chí", "explain the points of an agency or a criterion")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc explain evidence/2023-cchc-mau STNMT 3.3.1
        cchc explain evidence/2023-cchc-mau STNMT

      cchc explain KỲ CƠ_QUAN [TIÊU_CHÍ] [--criteria THƯ_MỤC] [--json]
      Với một tiêu chí: số liệu (tệp, dòng), công thức, trường hợp áp dụng với phân số đúng, giới hạn, làm tròn, thẩm định.
      Với một cơ quan hoặc tiêu chí cha: cây điểm đến từng tiêu chí lá.

      """,
      """
      Example:
        cchc explain evidence/2023-cchc-mau STNMT 3.3.1
        cchc explain evidence/2023-cchc-mau STNMT

      cchc explain ROUND AGENCY [CRITERION] [--criteria DIR] [--json]
      For a criterion: figures (file, row), rule, the case that held with its exact fraction, limits, rounding,
      appraisals. For an agency or a parent: the tree of points down to the leaves.

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
    if words.count > 3 { throw CallError.tooMany(words[3]) }
    let outcome = try RoundCall(words[0], options, wording).load(makesStamps: false, wording)
    let results = Scorer.score(outcome)
    let agency = try RoundCall.agency(words[1], in: outcome.round, wording)
    let set = outcome.round.set(of: agency)
    let row = try words.count > 2 ? row(words[2], in: set, wording) : nil
    var json = JSONWriter()
    let text: String
    if let row, let leaf = set.rows[row].leaf {
      let explanation = LeafExplanation(results, agency: agency, leaf: leaf, wording: wording)
      if options.has("json") { explanation.write(&json) }
      text = explanation.text()
    } else {
      let explanation = TreeExplanation(results, agency: agency, top: row, wording: wording)
      if options.has("json") { explanation.write(&json) }
      text = explanation.text()
    }
    if options.has("json") {
      try Terminal.results(json.bytes)
    } else {
      try Terminal.results(text)
      if results.isProvisional {
        Terminal.message(
          wording(
            "TẠM TÍNH: \(wording.tally(results.problems)).\n",
            "PROVISIONAL: \(wording.tally(results.problems)).\n"))
      }
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }

  private static func row(_ code: String, in set: CriteriaSet, _ wording: Wording) throws(FileError) -> Int {
    if let row = set.row(code) { return row }
    let near = nearest(to: code, among: set.rows.map(\.code))
    throw FileError(
      path: "criteria/\(set.code)",
      reason: wording("không có tiêu chí “\(code)”.", "there is no criterion “\(code)”.")
        + (near.map { wording(" Có phải “\($0)”?", " Did you mean “\($0)”?") } ?? ""))
  }
}
