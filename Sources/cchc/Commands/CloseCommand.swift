import CCHCExact
import CCHCFiles
import CCHCOutputs
import CCHCScoring

/// `cchc close ROUND`: freezes a round, or makes a corrected version beside those that are frozen.
enum CloseCommand: RoundCommand {
  static let name = "close"
  static let summary = Bilingual(
    "khóa sổ một kỳ đánh giá, hoặc đính chính kỳ đã khóa sổ", "close a round, or correct one that is closed")
  private static let day = SharedOptions.requiredDay(
    Bilingual("ngày khóa sổ, như 10/03/2026", "the day, as 2026-03-10"))
  private static let reason = Option(
    "reason", .text("LÝ_DO", "TEXT"),
    Bilingual(
      "lý do đính chính kỳ đã khóa sổ, bắt buộc từ phiên bản 2",
      "why a closed round is corrected; needed from version 2 on"))
  static let options: [any DeclaredOption] = [day, reason, SharedOptions.criteria, SharedOptions.json]
  static let examples = [
    Bilingual(
      "cchc close evidence/2025-thu --on 10/03/2026", "cchc close evidence/2025-thu --on 2026-03-10"),
    Bilingual(
      "cchc close evidence/2025-thu --on 02/4/2026 --reason \"Sửa số hồ sơ theo Kết luận số 12/KL-TTT\"",
      "cchc close evidence/2025-thu --on 2026-04-02 --reason \"A count was corrected\""),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Chép mọi bảng làm ra điểm vào closed/<n>/ kèm mã SHA-256 của từng tệp và ghi closing.csv. Từ đó “cchc check” "
        + "báo lỗi ở tệp nào thay đổi. Đính chính: sửa số liệu rồi chạy lại với --reason; phiên bản mới nằm cạnh "
        + "phiên bản cũ, cả hai đều đối chiếu được (sha256sum -c SHA256SUMS) và chấm lại được (cchc score "
        + "KỲ/closed/<n>/evidence/<kỳ>).",
      "Copies every table behind the scores into closed/<n>/ with the SHA-256 of each file and adds a row to "
        + "closing.csv. From then on “cchc check” reports an error on each file that changes. To correct: change "
        + "the tables, run again with --reason; the new version is kept beside the old one, and both can be "
        + "verified (sha256sum -c SHA256SUMS) and scored again (cchc score ROUND/closed/<n>/evidence/<round>)."
    ),
    .paragraph(
      "Không khóa (mã 1, không ghi gì): còn lỗi, còn lượt tự chấm chưa thẩm định, không có gì thay đổi để đính chính.",
      "Refused (exit 1, nothing written): errors, self scores without an appraisal, nothing to correct."),
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(stamps: true, documents: true, lock: true) }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let date = try round[day]
    let given = try round[reason] ?? ""
    guard round.round.closings.isEmpty || !given.isEmpty else {
      throw CallError.missing(reason.declaration.explained)
    }
    let results = round.score()
    let freeze = Freeze(results, on: date, reason: given)
    let faults = freeze.faults(results)
    guard !faults.hasErrors else { return .refused(faults, round.wording) }
    try ClosedFolder.write(
      freeze, path: round.path, to: round.output, criteriaFolder: round.criteriaFolder, round.wording)
    var warnings = ProblemList()
    for problem in results.problems.items where problem.severity == .warning { warnings.append(problem) }
    return CommandOutput(warnings, text: text(freeze, round))
  }

  private static func text(_ freeze: Freeze, _ round: RoundCall) -> String {
    let folder = joinedPath(round.path, ClosedFiles.folder(version: freeze.version))
    let code = round.round.code
    return round.wording(
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
