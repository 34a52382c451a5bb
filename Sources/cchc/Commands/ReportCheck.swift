import CCHCCriteria
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import CCHCTables

/// `cchc verify FOLDER`: works the reports of a round out anew and compares every file.
enum ReportCheck {
  static func run(_ folder: String, _ call: Call) throws -> CommandOutput {
    let wording = call.wording
    guard ReportVerification.isReportFolder(folder) else {
      let isRound = TableFiles.has(RoundKey.schema.file, in: folder)
      throw FileError(
        path: folder,
        reason: isRound
          ? wording(
            "là thư mục kỳ đánh giá; nêu thư mục báo cáo của kỳ, như reports/\(lastPathPart(folder)).",
            "is the folder of a round; name that of its reports, as reports/\(lastPathPart(folder)).")
          : wording(
            "không phải là thư mục báo cáo: không có noi-bo/, cong-bo/ hay co-quan/.",
            "is no folder of reports: it has neither noi-bo/, cong-bo/ nor co-quan/."))
    }
    let path = try call[VerifyCommand.round] ?? round(of: folder)
    let loaded = try RoundCall(path, call, RoundNeeds(stamps: true))
    let verification = try ReportVerification(
      folder, loaded.score(),
      .init(round: path, criteria: loaded.criteriaFolder, days: try call[VerifyCommand.days]))
    let problems = verification.problems
    // What is not verified is listed in full; it comes by kinds of papers.
    let limit = problems.count(.error) > ProblemPrinter.most ? ProblemPrinter.most : Int.max
    return CommandOutput(
      problems, display: .listed(problems, limit: limit, allBy: "cchc verify --json"),
      text: summary(verification, folder, path, wording))
  }

  /// The round that reports name, beside their folder or below the current one.
  private static func round(of folder: String) throws(FileError) -> String {
    let stamped = try ReportVerification.stamp(of: folder)?.round
    let code = stamped.flatMap { isFileCode($0) ? $0 : nil } ?? lastPathPart(resolvedPath(folder))
    let beside = joinedPath(RoundCall.project(of: folder), joinedPath("evidence", code))
    return fileKind(beside) == .folder ? beside : joinedPath("evidence", code)
  }

  private static func summary(
    _ verification: ReportVerification, _ folder: String, _ round: String, _ wording: Wording
  ) -> String {
    let (right, wrong, unverified) = verification.counts
    var text = wording("Đối chiếu \(folder) với \(round):\n", "\(folder) against \(round):\n")
    switch verification.changedInputs {
    case nil:
      text += wording(
        "  Số liệu đầu vào: không rõ báo cáo lập từ số liệu nào\n",
        "  Inputs: which ones the reports are from is not known\n")
    case (0, 0)?:
      text += wording(
        "  Số liệu đầu vào: đúng như lúc lập báo cáo\n", "  Inputs: those that the reports were made from\n")
    case let changed?:
      text += wording(
        "  Số liệu đầu vào: đã khác \(changed.scores) tệp tính điểm, \(changed.after) tệp sau chấm điểm\n",
        "  Inputs: \(changed.scores) of the scores differ, \(changed.after) of what came after\n")
    }
    text += wording("  Đúng từng byte: \(right) tệp\n", "  The same byte by byte: \(right) files\n")
    if wrong > 0 {
      text += wording(
        "  Sai khác, thiếu hoặc thừa: \(wrong) tệp\n",
        "  Different, missing or one too many: \(wrong) files\n")
    }
    if unverified > 0 {
      text += wording("  Chưa kiểm tra được: \(unverified) tệp\n", "  Not verified: \(unverified) files\n")
    }
    return text
  }
}
