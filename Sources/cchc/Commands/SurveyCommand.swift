import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc survey ROUND`: answers by criterion, agency and group of respondents.
enum SurveyCommand: Command {
  static let name = "survey"
  static let kinds: [OutputKind] = [.md, .docx, .csv]
  static let options = [
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
    OptionSpec(name: "locale", value: "vi|en"), .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "kết quả điều tra: số phiếu theo tiêu chí, cơ quan, nhóm đối tượng",
      "the survey: answers by criterion, agency and group of respondents")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc survey evidence/2023-cchc-mau
        cchc survey evidence/2023-cchc-mau -o /tmp/ket-qua --locale vi

      cchc survey KỲ [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--locale vi|en] [--only md,docx,csv] [--json]
      Ghi noi-bo/dieu-tra.md, .docx, .csv (số phiếu đầy đủ), cong-bo/dieu-tra.md, .docx (ô ít phiếu được che).

        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --locale vi|en        CSV cho bảng tính tiếng Việt hoặc tiếng Anh (mặc định en)
        --only LOẠI,…         chỉ ghi md, docx hoặc csv (mặc định mọi loại)
        --json                số phiếu đầy đủ dạng JSON ra stdout (nội bộ); không ghi tệp nếu không có -o

      """,
      """
      Example:
        cchc survey evidence/2023-cchc-mau
        cchc survey evidence/2023-cchc-mau -o /tmp/results --locale vi

      cchc survey ROUND [-o DIR] [--criteria DIR] [--locale vi|en] [--only md,docx,csv] [--json]
      Writes noi-bo/dieu-tra.md, .docx and .csv (every count), cong-bo/dieu-tra.md and .docx (small counts are
      masked).

        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --locale vi|en    CSV for a Vietnamese spreadsheet or an English one (default en)
        --only KIND,…     write md, docx or csv alone (default all)
        --json            every count as JSON to stdout (internal); writes no file without -o

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    let locale = CSVLocale(rawValue: try options.choice("locale", ["vi", "en"]) ?? "en") ?? .english
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(path, options, wording)
    let outcome = try call.load(makesStamps: false, loadsPrevious: false, wording)
    let results = Scorer.score(outcome)
    var files: [String] = []
    if !options.has("json") || options.has("output") {
      files = try SurveyFiles.write(
        results, kinds, locale: locale, to: options["output"] ?? call.reportFolder)
    }
    if options.has("json") {
      try Terminal.results(SurveyFiles.json(results))
    } else {
      var told = ProblemList()
      for problem in results.problems.items where problem.place.file.hasPrefix("survey") {
        told.append(problem)
      }
      ProblemPrinter.print(told, wording)
      try Terminal.results(SurveyFiles.summary(results, files: files, wording))
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }
}
