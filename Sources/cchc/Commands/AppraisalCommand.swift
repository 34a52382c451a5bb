import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc appraisal ROUND`: what appraisal changed, and what is left to do.
enum AppraisalCommand: Command {
  static let name = "appraisal"
  static let options = [OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption]

  static func summary(_ wording: Wording) -> String {
    wording(
      "báo cáo thẩm định: chênh lệch, tiêu chí tự chấm cao, việc còn lại",
      "report on appraisal: corrections, over-claimed criteria, what is left")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc appraisal evidence/2024-cchc-mau

      cchc appraisal KỲ [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--json]
      Điểm tự chấm và sau thẩm định theo cơ quan, lĩnh vực; điều chỉnh lớn nhất; tiêu chí tự chấm cao nhất; lượt chưa
      thẩm định, đề nghị chưa quyết định; khối lượng của từng thành viên. Ghi noi-bo/tham-dinh.md, noi-bo/tham-dinh.csv.

        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc appraisal evidence/2024-cchc-mau

      cchc appraisal ROUND [-o DIR] [--criteria DIR] [--json]
      Self against appraised points by agency and field, the largest corrections, the criteria over-claimed most, what
      is not yet appraised or decided, the work of each member. Writes noi-bo/tham-dinh.md and noi-bo/tham-dinh.csv.

        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let call = try RoundCall(path, options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let report = AppraisalReport(results)
    let folder = options["output"] ?? call.reportFolder
    try OutputFolder.write([
      (folder, "noi-bo/tham-dinh.md", report.markdown()),
      (folder, "noi-bo/tham-dinh.csv", report.csv(.vietnamese)),
    ])
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      let place = joinedPath(folder, "noi-bo/tham-dinh.md")
      try Terminal.results(report.text(wording) + wording("Báo cáo: \(place)\n", "Report: \(place)\n"))
      ProblemPrinter.printTally(results.problems, wording)
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }
}
