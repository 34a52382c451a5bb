import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc close ROUND`: freezes a round, or makes a corrected version beside those that are frozen.
enum CloseCommand: Command {
  static let name = "close"
  static let options = [
    OptionSpec.day, OptionSpec(name: "reason", value: "TEXT"), RoundCall.criteriaOption,
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "khóa sổ một kỳ đánh giá, hoặc đính chính kỳ đã khóa sổ",
      "close a round, or correct one that is closed")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc close evidence/2025-thu --on 10/03/2026
        cchc close evidence/2025-thu --on 02/4/2026 --reason "Sửa số hồ sơ theo Kết luận số 12/KL-TTT"

      cchc close KỲ --on NGÀY [--reason LÝ_DO] [--criteria THƯ_MỤC] [--json]
      Chép mọi bảng làm ra điểm vào closed/<n>/ kèm mã SHA-256 của từng tệp và ghi closing.csv. Từ đó “cchc check” báo lỗi
      ở tệp nào thay đổi. Đính chính: sửa số liệu rồi chạy lại với --reason; phiên bản mới nằm cạnh phiên bản cũ, cả hai
      đều đối chiếu được (sha256sum -c SHA256SUMS) và chấm lại được (cchc score KỲ/closed/<n>/evidence/<kỳ>).
      Không khóa (mã 1, không ghi gì): còn lỗi, còn lượt tự chấm chưa thẩm định, không có gì thay đổi để đính chính.

        --on NGÀY           ngày khóa sổ, như 10/03/2026
        --reason LÝ_DO      lý do đính chính, bắt buộc từ phiên bản 2
        --criteria THƯ_MỤC  thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --json              danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc close evidence/2025-thu --on 2026-03-10
        cchc close evidence/2025-thu --on 2026-04-02 --reason "A count was corrected"

      cchc close ROUND --on DATE [--reason TEXT] [--criteria DIR] [--json]
      Copies every table behind the scores into closed/<n>/ with the SHA-256 of each file and adds a row to
      closing.csv. From then on “cchc check” reports an error on each file that changes. To correct: change the
      tables, run again with --reason; the new version stands beside the old one, and both can be verified
      (sha256sum -c SHA256SUMS) and scored again (cchc score ROUND/closed/<n>/evidence/<round>).
      Refused (exit 1, nothing written): errors, self scores without an appraisal, nothing to correct.

        --on DATE       the day, 2026-03-10
        --reason TEXT   why a closed round is corrected; needed from version 2 on
        --criteria DIR  the folder of the criteria sets (default criteria/ beside evidence/)
        --json          the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    let date = try options.requiredDay(wording)
    let call = try RoundCall(path, options, writes: true, wording)
    let outcome = try call.load(makesStamps: true, verifiesDocuments: true, wording)
    let reason =
      outcome.round.closings.isEmpty
      ? options["reason"]?.trimmed ?? ""
      : try options.required(
        "reason", wording("LÝ_DO (lý do đính chính kỳ đã khóa sổ)", "TEXT (why a closed round is corrected)"))
    let results = Scorer.score(outcome)
    let freeze = Freeze(results, on: date, reason: reason)
    let faults = freeze.faults(results)
    guard !faults.hasErrors else { return try ProblemPrinter.refuse(faults, options, wording) }
    try ClosedFolder.write(
      freeze, path: path, to: call.output, criteriaFolder: call.criteriaFolder, wording)
    var warnings = ProblemList()
    for problem in results.problems.items where problem.severity == .warning { warnings.append(problem) }
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(warnings, wording))
    } else {
      ProblemPrinter.print(warnings, wording)
      try Terminal.results(text(freeze, path, outcome.round.code, wording))
    }
    return .clean
  }

  private static func text(_ freeze: Freeze, _ path: String, _ code: String, _ wording: Wording) -> String {
    let folder = joinedPath(path, ClosedFiles.folder(version: freeze.version))
    return wording(
      """
      Đã khóa sổ kỳ \(code) ngày \(freeze.date.documentText): phiên bản \(freeze.version), \(freeze.files.count) tệp.
      Mã SHA-256 của danh sách: \(freeze.sha256)
      Đối chiếu: cd \(folder) && sha256sum -c \(ClosedFiles.digests)
      Chấm lại phiên bản này: cchc score \(folder)/evidence/\(code)

      """,
      """
      Closed the round \(code) on \(freeze.date.isoText): version \(freeze.version), \(freeze.files.count) files.
      SHA-256 of the list: \(freeze.sha256)
      Verify: cd \(folder) && sha256sum -c \(ClosedFiles.digests)
      Score this version again: cchc score \(folder)/evidence/\(code)

      """)
  }
}
