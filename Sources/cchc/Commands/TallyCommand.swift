import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCScoring
import CCHCTables
import CCHCTally

/// `cchc tally ROUND LIST…`: counts lists of case files into the figures of a round.
enum TallyCommand: RoundCommand {
  static let name = "tally"
  static let summary = Bilingual(
    "đếm danh sách hồ sơ thành số liệu của kỳ đánh giá", "count lists of case files into figures")
  private static let lists = Operand(
    repeated: .file, Bilingual("danh sách hồ sơ (.csv)", "a list of case files (.csv)"))
  static let operands: [any DeclaredOperand] = [SharedOperands.round, lists]
  private static let dryRun = Option(
    flag: "dry-run", Bilingual("chỉ đếm và in tổng, không ghi", "count and print sums, write nothing"))
  private static let acceptRejected = Option(
    flag: "accept-rejected",
    Bilingual(
      "vẫn ghi khi có dòng bị từ chối, số liệu đã nộp khác hoặc bảng đã khóa; mã vẫn là 1",
      "write in spite of rejected rows, differing filed figures or locked tables; the exit code stays 1"))
  private static let set = Option(
    "set", .text("BỘ", "SET"),
    Bilingual(
      "bộ tiêu chí, khi kỳ có nhiều bộ có tally.csv",
      "the criteria set, where several of the round have a tally.csv"))
  static let options: [any DeclaredOption] = [
    dryRun, acceptRejected, SharedOptions.jobs, set, SharedOptions.criteria, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc tally evidence/2025-mot-cua-mau evidence/2025-mot-cua-mau/cases/ho-so-2025.csv"),
    Bilingual(
      "cchc tally evidence/2025-mot-cua-mau ho-so/*.csv --dry-run",
      "cchc tally evidence/2025-mot-cua-mau lists/*.csv --dry-run"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Đọc các danh sách hồ sơ xuất từ hệ thống một cửa (mỗi dòng một hồ sơ, tệp lớn bao nhiêu cũng được) và đếm theo "
        + "tally.csv, case_columns.csv của bộ tiêu chí và case_agencies.csv của kỳ. Số đếm ghi vào external/tally.csv "
        + "và self/tally.csv, kèm tên và mã SHA-256 của các tệp. Số liệu đã nộp ở tệp khác và bảng đã khóa được giữ "
        + "nguyên. Có dòng bị từ chối: mã 1 và không ghi gì; 100 dòng đầu được nêu chỗ, mọi dòng được đếm theo lý do.",
      "Reads lists of case files as the one-stop system exports them (one row a case file, of any size) and counts "
        + "by the set's tally.csv and case_columns.csv and the round's case_agencies.csv. Counts go to "
        + "external/tally.csv and self/tally.csv with the names and SHA-256 of the lists. Figures filed in other "
        + "tables and locked tables stay. With rejected rows: exit 1 and nothing is written; the first 100 are listed "
        + "with their rows, all are counted by reason.")
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(previous: false, lock: !call.has(dryRun)) }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    guard let code = try set(round) else { return output(errors(of: round.outcome), "") }
    var problems = ProblemList()
    guard let plan = CasePlan(round.round, set: code, in: round.path, &problems), !problems.hasErrors else {
      return output(problems, "")
    }
    let jobs = try round[SharedOptions.jobs]
    let counts = try CaseCounter.count(
      CaseCounter.files(round[lists]), plan, CaseCounter.Options(jobs: jobs))
    problems.append(contentsOf: counts.problems)
    var text = TallyText(counts, round.wording).text()
    if counts.isCounted {
      let rows = TallyRows(counts, round.outcome)
      problems.append(contentsOf: rows.problems)
      text += try write(rows, round, isAllowed: !problems.hasErrors || round.call.has(acceptRejected))
    }
    return output(problems, text)
  }

  private static func output(_ problems: ProblemList, _ text: String) -> CommandOutput {
    CommandOutput(problems, display: .listed(problems, allBy: "cchc tally … --json"), text: text)
  }

  /// The set by whose tables is counted; nil where the tables of the round's sets have errors.
  private static func set(_ round: RoundCall) throws -> String? {
    var codes: [String] = []
    for group in round.round.groups where group.set.tally != nil && !codes.contains(group.set.code) {
      codes.append(group.set.code)
    }
    let name = set.declaration.written
    if let wanted = try round[set] {
      guard codes.contains(wanted) else {
        throw CallError.valueWrong(
          Bilingual(name), value: wanted, expected: Bilingual(oneOf: codes),
          suggestion: nearest(to: wanted, among: codes))
      }
      return wanted
    }
    if codes.count > 1 { throw CallError.missing(Bilingual("\(name) \(codes.joined(separator: "|"))")) }
    if let code = codes.first { return code }
    guard !errors(of: round.outcome).hasErrors else { return nil }
    throw FileError(
      path: TallyColumn.schema.file,
      reason: round.wording(
        "không bộ tiêu chí nào của kỳ có bảng này, nên không biết đếm gì.",
        "no criteria set of the round has this table, which says what to count."))
  }

  /// The errors of the round's tables, which keep a set from being used.
  private static func errors(of outcome: RoundLoader.Outcome) -> ProblemList {
    var list = ProblemList()
    for problem in outcome.problems.items where problem.severity == .error { list.append(problem) }
    return list
  }

  /// Writes the tables where that is asked for and allowed, and says so.
  private static func write(
    _ rows: TallyRows, _ round: RoundCall, isAllowed: Bool
  ) throws(FileError) -> String {
    let wording = round.wording
    var text = ""
    if rows.agreeing > 0 {
      text += wording(
        "\(rows.agreeing) số liệu đã nộp đúng bằng số đếm.\n",
        "\(rows.agreeing) filed figures are just what was counted.\n")
    }
    if round.call.has(dryRun) {
      return text + wording("Chạy thử: không ghi gì.\n", "Dry run: nothing is written.\n")
    }
    guard isAllowed, !rows.isBlocked else {
      return text + wording("Có lỗi nên không ghi gì.\n", "There are errors, so nothing is written.\n")
    }
    var folder = round.output
    do throws(FileError) {
      for file in rows.files {
        try folder.write(to: file.name) { put throws(FileError) in
          for piece in rows.pieces(of: file) { try put(piece) }
        }
      }
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
    for file in rows.files {
      text += wording(
        "Đã ghi \(file.name): \(file.rowCount) dòng.\n", "\(file.name) written: \(file.rowCount) rows.\n")
    }
    return text
  }
}
