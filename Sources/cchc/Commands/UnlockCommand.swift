import CCHCCycle
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring

/// `cchc unlock ROUND AGENCY`: lets an agency change a table that is received, and logs why.
enum UnlockCommand: RoundCommand {
  static let name = "unlock"
  static let summary = Bilingual(
    "mở khóa bảng tự chấm đã nhận để cơ quan sửa, ghi lý do",
    "unlock a received table so that it may be changed, log why")
  static let operands: [any DeclaredOperand] = [SharedOperands.round, SharedOperands.agency]
  private static let day = SharedOptions.requiredDay(
    Bilingual("ngày mở khóa, như 14/01/2026", "the day, as 2026-01-14"))
  private static let reason = Option(
    required: "reason", .text("LÝ_DO", "TEXT"), Bilingual("vì sao mở khóa", "why it is unlocked"))
  static let options: [any DeclaredOption] = [day, reason, SharedOptions.criteria, SharedOptions.json]
  static let examples = [
    Bilingual(
      "cchc unlock evidence/2025-thu STP --on 14/01/2026 --reason \"Nhập nhầm số hồ sơ quá hạn\"",
      "cchc unlock evidence/2025-thu STP --on 2026-01-14 --reason \"A figure was mistyped\"")
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Ghi vào sổ submissions.csv một dòng “đã mở khóa”. Sửa xong, tiếp nhận lại bằng “cchc receive”. Không mở (mã 1, "
        + "không ghi gì): bảng chưa nhận hoặc đang mở, ngày lùi so với dòng trước trong sổ.",
      "Adds a row “unlocked” to the register submissions.csv. Once the table is corrected, receive it again by “cchc "
        + "receive”. Refused (exit 1, nothing written): not received, or unlocked already; a day before that of the "
        + "agency's last row.")
  ]

  static func needs(_ call: Call) throws(CallError) -> RoundNeeds {
    RoundNeeds(lock: true, agency: try call[SharedOperands.agency])
  }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let (wording, date, reason) = (round.wording, try round[day], try round[reason])
    let agency = try round.agency(round[SharedOperands.agency])
    let owner = round.round.agencies[agency]
    let entry = SubmissionRegister.Entry.unlocked(agency, on: date, reason: reason)
    var problems = ProblemList()
    guard
      let register = try SubmissionRegister.appending(entry, to: round.outcome, in: round.path, &problems)
    else { return .refused(problems, wording) }
    var output = round.output
    try output.write([(SubmissionRegister.file, register)])
    return CommandOutput(
      text: wording(
        """
        Đã mở khóa bảng tự chấm của \(owner.name) (\(owner.code)) ngày \(date.documentText), lý do: \(reason).
        Sửa xong, tiếp nhận lại bằng “cchc receive”.

        """,
        """
        Unlocked the table of \(owner.name) (\(owner.code)) on \(date.isoText), because: \(reason).
        Once it is corrected, receive it again by “cchc receive”.

        """) + round.closedNotice)
  }
}
