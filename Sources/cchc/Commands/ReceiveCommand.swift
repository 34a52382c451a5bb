import CCHCCriteria
import CCHCCycle
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCOutputs
import CCHCPapers
import CCHCScoring

/// `cchc receive ROUND AGENCY`: registers an agency's table, locks it and writes a receipt slip.
enum ReceiveCommand: RoundCommand {
  static let name = "receive"
  static let summary = Bilingual(
    "tiếp nhận và khóa bảng tự chấm của một cơ quan, ghi phiếu tiếp nhận",
    "receive and lock an agency's table, write the receipt slip")
  static let operands: [any DeclaredOperand] = [SharedOperands.round, SharedOperands.agency]
  private static let day = SharedOptions.requiredDay(
    Bilingual("ngày nhận, như 12/01/2026", "the day of receipt, as 2026-01-12"))
  private static let document = Option(
    required: "document", .text("SỐ", "NUMBER"),
    Bilingual("số, ngày văn bản gửi hồ sơ", "number and date of the covering document"))
  private static let outputs = OutputCatalogue.receive
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    day, document, SharedOptions.output, SharedOptions.criteria, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual(
      "cchc receive evidence/2025-thu STP --on 12/01/2026 --document \"Số 15/BC-STP ngày 10/01/2026\"",
      "cchc receive evidence/2025-thu STP --on 2026-01-12 --document \"15/BC-STP of 2026-01-10\"")
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Ghi vào sổ submissions.csv: ngày nhận, số văn bản và mã SHA-256 của self/<cơ quan>.csv (hoặc .xlsx); từ đó bảng "
        + "bị khóa. Ghi phiếu tiếp nhận: đã nhận gì, đúng hạn hay nộp muộn "
        + "mấy ngày (theo stages.csv), bao nhiêu tiêu chí đã có số liệu. Không nhận (mã 1, không ghi gì): trước ngày "
        + "bắt đầu tự chấm, đã nhận rồi, ngày lùi so với dòng trước trong sổ.",
      "Adds a row to the register submissions.csv: day, number of the covering document, SHA-256 of "
        + "self/<agency>.csv (or .xlsx); from then on the table is locked. Writes a receipt slip: "
        + "what was received, in time or how many days late (by "
        + "stages.csv), how many leaves have figures. Refused (exit 1, nothing written): before the stage of "
        + "self-scoring begins, received already, a day before that of the agency's last row.")
  ]

  static func needs(_ call: Call) throws(CallError) -> RoundNeeds {
    RoundNeeds(stamps: true, lock: true, agency: try call[SharedOperands.agency])
  }

  static func run(_ call: RoundCall) throws -> CommandOutput {
    let (wording, date, number) = (call.wording, try call[day], try call[document])
    let agency = try call.agency(call[SharedOperands.agency])
    let owner = call.round.agencies[agency]
    let table = call.round.fileName("self/\(owner.code).csv")
    guard let stamp = call.round.scoreStamps.first(where: { $0.file == table }) else {
      var twins = ProblemList()
      for problem in call.outcome.problems.items where problem.code == .tableTwice { twins.append(problem) }
      if twins.hasErrors { return .refused(twins, wording) }
      throw FileError(
        path: joinedPath(call.path, table),
        reason: wording(
          "không có bảng tự chấm này; chép bảng của \(owner.code) vào đó rồi tiếp nhận.",
          "this table is not there; put the table of \(owner.code) there, then receive it."))
    }
    let entry = SubmissionRegister.Entry.received(agency, on: date, document: number, sha256: stamp.sha256)
    var problems = ProblemList()
    guard
      let register = try SubmissionRegister.appending(entry, to: call.outcome, in: call.path, &problems)
    else { return .refused(problems, wording) }
    let results = call.score(onlyAgency: agency)
    let scored = results[agency: agency]
    let submissions = scored.filed.submissions(adding: entry)
    let slip = try call.write(
      outputs, FilingReceipt(scored, submissions), call[only], with: register)
    let (due, counts) = scored.ownLeaves
    let filled = due - (counts[.missing] ?? 0)
    let days = submissions.lateDays
    var output = CommandOutput(
      results.problems,
      text: wording(
        """
        Đã tiếp nhận và khóa bảng tự chấm của \(owner.name) (\(owner.code)) ngày \(date.documentText): \
        \(submissions.timeliness). Có số liệu: \(filled)/\(due) tiêu chí tự chấm.
        Phiếu tiếp nhận: \(slip)

        """,
        """
        Received and locked the table of \(owner.name) (\(owner.code)) on \(date.isoText): \
        \(days == 0 ? "in time" : "\(days) days late"). Leaves with figures: \(filled) of \(due).
        Receipt slip: \(slip)

        """) + call.closedNotice)
    output.exitCode = .clean
    return output
  }
}
