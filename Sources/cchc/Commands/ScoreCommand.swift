import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc score ROUND`: scores a round and writes its reports.
enum ScoreCommand: Command {
  static let name = "score"
  static let kinds: [OutputKind] = [.json, .csv, .md, .docx, .xlsx]
  static let options = [
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
    OptionSpec(name: "locale", value: "vi|en"), .only(kinds), .jobs,
  ]

  static func summary(_ wording: Wording) -> String {
    wording("chấm điểm một kỳ đánh giá, ghi kết quả và báo cáo", "score a round, write results and reports")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc score evidence/2023-cchc-mau
        cchc score evidence/2023-cchc-mau -o /tmp/ket-qua --locale vi --only csv

      cchc score KỲ [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--locale vi|en] [--only json,csv,md,docx,xlsx]
                 [--jobs N]
      Chấm điểm và ghi ba thư mục: noi-bo/ (nội bộ), cong-bo/ (để công bố), co-quan/ (mỗi cơ quan một trang).
      Mỗi văn bản có hai tệp: .md (bản gốc) và .docx (Word, thể thức Nghị định 30/2020/NĐ-CP).

        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --locale vi|en        CSV cho bảng tính tiếng Việt (dấu ; và dấu phẩy thập phân) hoặc tiếng Anh (mặc định en)
        --only LOẠI,…         chỉ ghi json, csv, md, docx hoặc xlsx (mặc định mọi loại)
        --jobs N              số luồng (mặc định: mọi lõi); kết quả như nhau
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc score evidence/2023-cchc-mau
        cchc score evidence/2023-cchc-mau -o /tmp/results --locale vi --only csv

      cchc score ROUND [-o DIR] [--criteria DIR] [--locale vi|en] [--only json,csv,md,docx,xlsx]
                 [--jobs N]
      Scores a round and writes three folders: noi-bo/ (internal), cong-bo/ (to be published), co-quan/ (a page
      for each agency). Every document is two files: .md (the text of record) and .docx (Word, decree 30/2020).

        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --locale vi|en    CSV for a Vietnamese spreadsheet (`;`, decimal comma) or an English one (default en)
        --only KIND,…     write json, csv, md, docx or xlsx alone (default all)
        --jobs N          threads (default: all cores); the results are the same
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    let locale = CSVLocale(rawValue: try options.choice("locale", ["vi", "en"]) ?? "en") ?? .english
    let kinds = try options.kinds(kinds)
    let jobs = try options.jobs()
    let call = try RoundCall(path, options, wording)
    let outcome = try call.load(
      makesStamps: kinds.contains(.json) || kinds.contains(.xlsx), jobs: jobs, wording)
    let results = Scorer.score(outcome, jobs: jobs)
    let folder = options["output"] ?? call.reportFolder
    try ReportFolder.write(results, kinds, locale: locale, jobs: jobs, to: folder)
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      ProblemPrinter.print(results.problems, wording)
      try Terminal.results(ScoreSummary(results, wording).text(folder: folder))
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }
}
