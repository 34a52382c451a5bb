import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc unlock ROUND AGENCY`: lets an agency change a table that is received, and logs why.
enum UnlockCommand: Command {
  static let name = "unlock"
  static let options = [
    OptionSpec.day, OptionSpec(name: "reason", value: "TEXT"), RoundCall.criteriaOption,
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "mở khóa bảng tự chấm đã nhận để cơ quan sửa, ghi lý do",
      "unlock a received table so that it may be changed, log why")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc unlock evidence/2025-thu STP --on 14/01/2026 --reason "Nhập nhầm số hồ sơ quá hạn"

      cchc unlock KỲ CƠ_QUAN --on NGÀY --reason LÝ_DO [--criteria THƯ_MỤC] [--json]
      Ghi vào sổ submissions.csv một dòng “đã mở khóa”. Sửa xong, tiếp nhận lại bằng “cchc receive”.
      Không mở (mã 1, không ghi gì): bảng chưa nhận hoặc đang mở, ngày lùi so với dòng trước trong sổ.

        --on NGÀY           ngày mở khóa, như 14/01/2026
        --reason LÝ_DO      vì sao mở khóa
        --criteria THƯ_MỤC  thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --json              danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc unlock evidence/2025-thu STP --on 2026-01-14 --reason "A figure was mistyped"

      cchc unlock ROUND AGENCY --on DATE --reason TEXT [--criteria DIR] [--json]
      Adds a row “unlocked” to the register submissions.csv. Once the table is corrected, receive it again by
      “cchc receive”. Refused (exit 1, nothing written): not received, or unlocked already; a day before that of the
      agency's last row.

        --on DATE       the day, 2026-01-14
        --reason TEXT   why it is unlocked
        --criteria DIR  the folder of the criteria sets (default criteria/ beside evidence/)
        --json          the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let operands = try AgencyCall.operands(options, wording)
    let date = try options.requiredDay(wording)
    let reason = try options.required(
      "reason", wording("LÝ_DO (vì sao mở khóa)", "TEXT (why it is unlocked)"))
    let agencyCall = try AgencyCall(operands, options, makesStamps: false, wording)
    let owner = agencyCall.outcome.round.agencies[agencyCall.agency]
    let entry = SubmissionRegister.Entry.unlocked(agencyCall.agency, on: date, reason: reason)
    var problems = ProblemList()
    let path = agencyCall.call.path
    guard
      let register = try SubmissionRegister.appending(entry, to: agencyCall.outcome, in: path, &problems)
    else { return try ProblemPrinter.refuse(problems, options, wording) }
    var output = agencyCall.call.output
    try output.write([(SubmissionRegister.file, register)])
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(ProblemList(), wording))
    } else {
      try Terminal.results(
        wording(
          """
          Đã mở khóa bảng tự chấm của \(owner.name) (\(owner.code)) ngày \(date.documentText), lý do: \(reason).
          Sửa xong, tiếp nhận lại bằng “cchc receive”.

          """,
          """
          Unlocked the table of \(owner.name) (\(owner.code)) on \(date.isoText), because: \(reason).
          Once it is corrected, receive it again by “cchc receive”.

          """) + agencyCall.closedNotice(wording))
    }
    return .clean
  }
}
