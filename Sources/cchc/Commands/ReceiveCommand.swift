import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc receive ROUND AGENCY`: registers an agency's table, locks it and writes a receipt slip.
enum ReceiveCommand: Command {
  static let name = "receive"
  static let options = [
    OptionSpec.day, OptionSpec(name: "document", value: "NUMBER"),
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption, .only(SlipFiles.kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "tiếp nhận và khóa bảng tự chấm của một cơ quan, ghi phiếu tiếp nhận",
      "receive and lock an agency's table, write the receipt slip")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc receive evidence/2025-thu STP --on 12/01/2026 --document "Số 15/BC-STP ngày 10/01/2026"

      cchc receive KỲ CƠ_QUAN --on NGÀY --document SỐ_VĂN_BẢN [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--only md,docx] [--json]
      Ghi vào sổ submissions.csv: ngày nhận, số văn bản và mã SHA-256 của self/<cơ quan>.csv (hoặc .xlsx); từ đó bảng bị khóa.
      Ghi phiếu tiếp nhận: đã nhận gì, đúng hạn hay nộp muộn mấy ngày (theo stages.csv), bao nhiêu tiêu chí đã có số liệu.
      Không nhận (mã 1, không ghi gì): trước ngày bắt đầu tự chấm, đã nhận rồi, ngày lùi so với dòng trước trong sổ.

        --on NGÀY             ngày nhận, như 12/01/2026
        --document SỐ         số, ngày văn bản gửi hồ sơ
        -o, --output THƯ_MỤC  nơi ghi phiếu (mặc định reports/<kỳ>/ cạnh evidence/): co-quan/<cơ quan>/phieu-tiep-nhan.md, .docx
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…         chỉ ghi md hoặc docx (mặc định mọi loại)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc receive evidence/2025-thu STP --on 2026-01-12 --document "Số 15/BC-STP ngày 10/01/2026"

      cchc receive ROUND AGENCY --on DATE --document NUMBER [-o DIR] [--criteria DIR] [--only md,docx] [--json]
      Adds a row to the register submissions.csv: day, number of the covering document, SHA-256 of
      self/<agency>.csv (or .xlsx); from then on the table is locked. Writes a receipt slip: what was received, in time or how
      many days late (by stages.csv), how many leaves have figures. Refused (exit 1, nothing written): before the
      stage of self-scoring begins, received already, a day before that of the agency's last row.

        --on DATE          the day of receipt, 2026-01-12
        --document NUMBER  number and date of the covering document
        -o, --output DIR   where the slip goes (default reports/<round>/): co-quan/<agency>/phieu-tiep-nhan.md, .docx
        --criteria DIR     the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…      write md or docx alone (default both)
        --json             the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let operands = try AgencyCall.operands(options, wording)
    let date = try options.requiredDay(wording)
    let number = try options.required(
      "document", wording("SỐ (số, ngày văn bản gửi hồ sơ)", "NUMBER (of the covering document)"))
    let kinds = try options.kinds(SlipFiles.kinds)
    let agencyCall = try AgencyCall(operands, options, makesStamps: true, wording)
    let (call, outcome, agency) = (agencyCall.call, agencyCall.outcome, agencyCall.agency)
    let owner = outcome.round.agencies[agency]
    let table = outcome.round.fileName("self/\(owner.code).csv")
    guard let stamp = outcome.round.scoreStamps.first(where: { $0.file == table }) else {
      var twins = ProblemList()
      for problem in outcome.problems.items where problem.code.id == "table-twice" { twins.append(problem) }
      if twins.hasErrors { return try ProblemPrinter.refuse(twins, options, wording) }
      throw FileError(
        path: joinedPath(call.path, table),
        reason: wording(
          "không có bảng tự chấm này; chép bảng của \(owner.code) vào đó rồi tiếp nhận.",
          "this table is not there; put the table of \(owner.code) there, then receive it."))
    }
    let entry = SubmissionRegister.Entry.received(agency, on: date, document: number, sha256: stamp.sha256)
    var problems = ProblemList()
    guard let register = try SubmissionRegister.appending(entry, to: outcome, in: call.path, &problems) else {
      return try ProblemPrinter.refuse(problems, options, wording)
    }
    let results = Scorer.score(outcome, onlyAgency: agency)
    let round = outcome.round.registering(entry)
    let output = options["output"] ?? call.reportFolder
    let slip = try SlipFiles(round: call.path, register: register).write(
      ReceiptSlip.document(results, round: round, agency: agency), to: ReceiptSlip.name(of: owner),
      in: output, kinds
    ).places(in: output)
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      ProblemPrinter.print(results.problems, wording)
      let (due, counts) = results.ownLeaves(of: agency)
      let filled = due - (counts[.missing] ?? 0)
      let days = round.lateDays(of: agency)
      try Terminal.results(
        wording(
          """
          Đã tiếp nhận và khóa bảng tự chấm của \(owner.name) (\(owner.code)) ngày \(date.documentText): \
          \(round.timeliness(of: agency)). Có số liệu: \(filled)/\(due) tiêu chí tự chấm.
          Phiếu tiếp nhận: \(slip)

          """,
          """
          Received and locked the table of \(owner.name) (\(owner.code)) on \(date.isoText): \
          \(days == 0 ? "in time" : "\(days) days late"). Leaves with figures: \(filled) of \(due).
          Receipt slip: \(slip)

          """) + agencyCall.closedNotice(wording))
    }
    return .clean
  }
}
