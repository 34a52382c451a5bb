import CCHCCriteria
import CCHCDrafting
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import CCHCTables

/// `cchc check PATH`: every problem of a set, a round or the filing of one agency.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = Bilingual(
    "kiểm tra bộ tiêu chí hoặc kỳ đánh giá, nêu mọi vấn đề",
    "check a criteria set or a round, list every problem")
  private static let path = Operand(
    .round.named("ĐƯỜNG_DẪN", "PATH"),
    Bilingual("đường dẫn đến bộ tiêu chí hoặc kỳ đánh giá", "the path of a set or a round"))
  static let operands: [any DeclaredOperand] = [path]
  static let agency = Option(
    "agency", .agency,
    Bilingual("chỉ kiểm tra hồ sơ tự chấm của cơ quan này", "check the filing of this agency alone"))
  static let slip = Option(
    flag: "slip",
    Bilingual(
      "ghi Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
      "write the slip that sends the filing back for completion"))
  static let day = SharedOptions.day(Bilingual("ngày lập phiếu", "the day of the slip"))
  static let until = Option(
    "until", .day, Bilingual("bổ sung trước hết ngày này", "the last day for completing"))
  static let only = SharedOptions.only(OutputCatalogue.filingCheck.kinds)
  static let options: [any DeclaredOption] = [
    agency, slip, day, until, SharedOptions.output, only, SharedOptions.criteria, SharedOptions.json,
  ]
  static let relations: [Relation] = [
    .needs(slip, agency, day, until), .needs(day, slip), .needs(until, slip),
    .needs(SharedOptions.output, slip), .needs(only, slip),
  ]
  static let examples = [
    Bilingual("cchc check criteria/cchc-so-2023"), Bilingual("cchc check evidence/2023-cchc-mau"),
    Bilingual("cchc check evidence/2024-cchc-mau --agency SVHTTDL"),
    Bilingual(
      "cchc check evidence/2024-cchc-mau --agency SVHTTDL --slip --on 18/12/2024 --until 25/12/2024",
      "cchc check evidence/2024-cchc-mau --agency SVHTTDL --slip --on 2024-12-18 --until 2024-12-25"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Đọc bộ tiêu chí hoặc kỳ đánh giá, chạy các ví dụ tính (cases.csv), nêu mọi vấn đề: tệp, dòng, cột, sai gì, "
        + "viết gì. Tệp của các tài liệu đã đăng ký được đối chiếu mã SHA-256.",
      "Reads a criteria set or a round, runs the worked examples (cases.csv) and lists every problem: file, row, "
        + "column, what is wrong, what to write. The files of registered documents are compared by their SHA-256."
    ),
    .paragraph(
      "Với --agency, nêu hồ sơ tự chấm của một cơ quan còn thiếu gì, sai gì, từng tiêu chí. Với --slip, ghi Phiếu yêu "
        + "cầu bổ sung, hoàn thiện hồ sơ và, nếu bảng tự chấm đã nhận, ghi “trả lại” vào sổ tiếp "
        + "nhận để cơ quan sửa.",
      "With --agency it lists what the filing of one agency lacks, leaf by leaf. With --slip it writes the return "
        + "slip and, where the table is received, the row “returned” into the register."
    ),
  ]

  static func run(_ call: Call) throws -> CommandOutput {
    let path = try call[path]
    if let agency = try call[agency] { return try AgencyCheck.run(path, agency, call) }
    let problems = try isSet(path) ? setProblems(path) : roundProblems(path, call)
    let wording = call.wording
    return CommandOutput(
      problems, display: .hidden,
      text: ProblemPrinter.text(problems, wording, limit: .max) + wording.tally(problems) + "\n")
  }

  private static func isSet(_ path: String) -> Bool {
    !TableFiles.has(RoundKey.schema.file, in: path) && TableFiles.has(CriterionColumn.schema.file, in: path)
  }

  private static func setProblems(_ path: String) throws -> ProblemList {
    let outcome = SetLoader.load(path, code: lastPathPart(resolvedPath(path)), makesStamps: false)
    var problems = outcome.problems
    problems.append(contentsOf: outcome.set.runCases())
    if let failure = outcome.failures.first {
      throw LoadFailure(failure: failure, problems: problems, limit: .max)
    }
    return problems
  }

  private static func roundProblems(_ path: String, _ call: Call) throws -> ProblemList {
    if fileKind(path) == .folder, !TableFiles.has(RoundKey.schema.file, in: path) {
      throw FileError(
        path: path,
        reason: call.wording(
          "không phải bộ tiêu chí (thiếu criteria.csv) hay kỳ đánh giá (thiếu round.csv).",
          "is neither a criteria set (no criteria.csv) nor a round (no round.csv)."))
    }
    let round = try RoundCall(path, call, RoundNeeds(documents: true))
    var problems = round.score().problems
    var seen: Set<String> = []
    for group in round.round.groups where seen.insert(group.set.code).inserted {
      problems.append(contentsOf: group.set.runCases())
    }
    return problems
  }
}
