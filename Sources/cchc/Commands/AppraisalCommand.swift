import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc appraisal ROUND`: what appraisal changed, and what is left to do.
enum AppraisalCommand: Command {
  static let name = "appraisal"
  static let kinds: [OutputKind] = [.md, .docx, .csv]
  static let options = [
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption, .only(kinds),
  ]

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

      cchc appraisal KỲ [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--only md,docx,csv] [--json]
      Điểm tự chấm và sau thẩm định theo cơ quan, lĩnh vực; điều chỉnh lớn nhất; tiêu chí tự chấm cao nhất; lượt chưa
      thẩm định, đề nghị chưa quyết định; khối lượng của từng thành viên. Ghi noi-bo/tham-dinh.md, .docx, .csv.

        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…         chỉ ghi md, docx hoặc csv (mặc định mọi loại)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc appraisal evidence/2024-cchc-mau

      cchc appraisal ROUND [-o DIR] [--criteria DIR] [--only md,docx,csv] [--json]
      Self against appraised points by agency and field, the largest corrections, the criteria over-claimed most, what
      is not yet appraised or decided, the work of each member. Writes noi-bo/tham-dinh.md, .docx and .csv.

        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…     write md, docx or csv alone (default all)
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(path, options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let report = AppraisalReport(results)
    let folder = options["output"] ?? call.reportFolder
    let files = try ChosenFiles.write(to: folder, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try report.put(into: &files)
    }
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      let places = files.places(in: folder)
      try Terminal.results(report.text(wording) + wording("Báo cáo: \(places)\n", "Report: \(places)\n"))
      ProblemPrinter.printTally(results.problems, wording)
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }
}
