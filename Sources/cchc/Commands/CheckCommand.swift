import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc check PATH`: every problem of a set or a round.
enum CheckCommand: Command {
  static let name = "check"
  static let options = [
    RoundCall.criteriaOption, OptionSpec(name: "agency", value: "A"), OptionSpec(name: "slip"), .day,
    OptionSpec(name: "until", value: "DATE"), OptionSpec(name: "output", short: "o", value: "DIR"),
    .only(SlipFiles.kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "kiểm tra bộ tiêu chí hoặc kỳ đánh giá, nêu mọi vấn đề",
      "check a criteria set or a round, tell every problem")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc check criteria/cchc-so-2023
        cchc check evidence/2023-cchc-mau
        cchc check evidence/2024-cchc-mau --agency SVHTTDL
        cchc check evidence/2024-cchc-mau --agency SVHTTDL --slip --on 18/12/2024 --until 25/12/2024

      cchc check ĐƯỜNG_DẪN [--criteria THƯ_MỤC] [--json]
      Đọc bộ tiêu chí hoặc kỳ đánh giá, chạy các ví dụ tính (cases.csv), nêu mọi vấn đề: tệp, dòng, cột, sai gì, viết gì.
      Tệp của các tài liệu đã đăng ký được đối chiếu mã SHA-256.

      cchc check KỲ --agency CƠ_QUAN [--slip --on NGÀY --until NGÀY [-o THƯ_MỤC] [--only md,docx]]
      Nêu hồ sơ tự chấm của một cơ quan còn thiếu gì, sai gì, từng tiêu chí. Với --slip, ghi Phiếu yêu cầu bổ sung, hoàn thiện hồ
      sơ vào co-quan/<mã>/ và, nếu bảng tự chấm đã nhận, ghi “trả lại” vào sổ tiếp nhận để cơ quan sửa.

        --criteria THƯ_MỤC  thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…       chỉ ghi phiếu dạng md hoặc docx (mặc định cả hai)
        --json              danh sách vấn đề dạng JSON cho chương trình khác đọc

      """,
      """
      Example:
        cchc check criteria/cchc-so-2023
        cchc check evidence/2023-cchc-mau
        cchc check evidence/2024-cchc-mau --agency SVHTTDL
        cchc check evidence/2024-cchc-mau --agency SVHTTDL --slip --on 2024-12-18 --until 2024-12-25

      cchc check PATH [--criteria DIR] [--json]
      Reads a criteria set or a round, runs the worked examples (cases.csv) and tells every problem: file, row,
      column, what is wrong, what to write. The files of registered documents are compared by their SHA-256.

      cchc check ROUND --agency A [--slip --on DATE --until DATE [-o DIR] [--only md,docx]]
      Tells what the filing of one agency lacks, leaf by leaf. With --slip it writes the return slip into
      co-quan/<agency>/ and, where the table is received, the row “returned” into the register.

        --criteria DIR  the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…   write the slip as md or docx alone (default both)
        --json          the problems for machines

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(
        needed: wording("đường dẫn đến bộ tiêu chí hoặc kỳ đánh giá", "the path of a set or a round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    if let agency = options["agency"] { return try AgencyCheck.run(path, agency, options, wording) }
    for option in ["slip", "on", "until", "output", "only"] where options.has(option) {
      throw CallError.tooFew(needed: wording("--agency cùng với --\(option)", "--agency with --\(option)"))
    }
    var problems: ProblemList
    if !TableFiles.has("round.csv", in: path), TableFiles.has("criteria.csv", in: path) {
      let outcome = SetLoader.load(path, code: lastPathPart(resolvedPath(path)), makesStamps: false)
      problems = outcome.problems
      problems.append(contentsOf: outcome.set.runCases())
      if let failure = outcome.failures.first {
        ProblemPrinter.print(problems, wording, limit: .max)
        throw failure
      }
    } else {
      if fileKind(path) == .folder, !TableFiles.has("round.csv", in: path) {
        throw FileError(
          path: path,
          reason: wording(
            "không phải bộ tiêu chí (thiếu criteria.csv) hay kỳ đánh giá (thiếu round.csv).",
            "is neither a criteria set (no criteria.csv) nor a round (no round.csv)."))
      }
      let outcome = try RoundCall(path, options, wording).load(
        makesStamps: false, verifiesDocuments: true, wording)
      problems = Scorer.score(outcome).problems
      var seen: Set<String> = []
      for group in outcome.round.groups where seen.insert(group.set.code).inserted {
        problems.append(contentsOf: group.set.runCases())
      }
    }
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(problems, wording))
    } else {
      try Terminal.results(
        ProblemPrinter.text(problems, wording, limit: .max) + wording.tally(problems) + "\n")
    }
    return problems.hasErrors ? .errorsFound : .clean
  }
}
