import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc tally ROUND LIST…`: counts lists of case files into the figures of a round.
enum TallyCommand: Command {
  static let name = "tally"
  static let options = [
    OptionSpec(name: "dry-run"), OptionSpec(name: "accept-rejected"), .jobs,
    OptionSpec(name: "set", value: "CODE"), RoundCall.criteriaOption,
  ]

  static func summary(_ wording: Wording) -> String {
    wording("đếm danh sách hồ sơ thành số liệu của kỳ đánh giá", "count lists of case files into figures")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc tally evidence/2025-mot-cua-mau evidence/2025-mot-cua-mau/cases/ho-so-2025.csv
        cchc tally evidence/2025-mot-cua-mau ho-so/*.csv --dry-run

      cchc tally KỲ TỆP… [--dry-run] [--accept-rejected] [--jobs N] [--set BỘ] [--criteria THƯ_MỤC] [--json]
      Đọc các danh sách hồ sơ xuất từ hệ thống một cửa (mỗi dòng một hồ sơ, tệp lớn bao nhiêu cũng được) và đếm theo
      tally.csv, case_columns.csv của bộ tiêu chí và case_agencies.csv của kỳ. Số đếm ghi vào external/tally.csv và
      self/tally.csv, kèm tên và mã SHA-256 của các tệp. Số liệu đã nộp ở tệp khác và bảng đã khóa được giữ nguyên.
      Có dòng bị từ chối: mã 1 và không ghi gì; 100 dòng đầu được nêu chỗ, mọi dòng được đếm theo lý do.

        --dry-run          chỉ đếm và in tổng, không ghi
        --accept-rejected  vẫn ghi khi có dòng bị từ chối, số liệu đã nộp khác hoặc bảng đã khóa; mã vẫn là 1
        --jobs N           số luồng (mặc định: mọi lõi); kết quả như nhau
        --set BỘ           bộ tiêu chí, khi kỳ có nhiều bộ có tally.csv

      """,
      """
      Example:
        cchc tally evidence/2025-mot-cua-mau evidence/2025-mot-cua-mau/cases/ho-so-2025.csv
        cchc tally evidence/2025-mot-cua-mau lists/*.csv --dry-run

      cchc tally ROUND FILE… [--dry-run] [--accept-rejected] [--jobs N] [--set SET] [--criteria DIR] [--json]
      Reads lists of case files as the one-stop system exports them (one row a case file, of any size) and counts by the
      set's tally.csv and case_columns.csv and the round's case_agencies.csv. Counts go to external/tally.csv and
      self/tally.csv with the names and SHA-256 of the lists. Figures filed in other tables and locked tables stay.
      With rejected rows: exit 1 and nothing is written; the first 100 are placed, all are counted by reason.

        --dry-run          count and print sums, write nothing
        --accept-rejected  write in spite of rejected rows, differing filed figures or locked tables; the exit stays 1
        --jobs N           threads (default: all cores); the results are the same
        --set SET          the criteria set, where several of the round have a tally.csv

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    guard options.operands.count > 1 else {
      throw CallError.tooFew(needed: wording("danh sách hồ sơ (.csv)", "a list of case files (.csv)"))
    }
    let jobs = try options.jobs()
    let call = try RoundCall(path, options, writes: !options.has("dry-run"), wording)
    let outcome = try call.load(makesStamps: false, loadsPrevious: false, wording)
    guard let code = try set(outcome, options, wording) else {
      return try end(errors(of: outcome), "", options, wording)
    }
    var problems = ProblemList()
    guard let plan = CasePlan(outcome.round, set: code, in: path, &problems), !problems.hasErrors else {
      return try end(problems, "", options, wording)
    }
    let files = CaseCounter.files(Array(options.operands.dropFirst()))
    let counts = try CaseCounter.count(files, plan, CaseCounter.Options(jobs: jobs))
    problems.append(contentsOf: counts.problems)
    var text = TallyText(counts, wording).text()
    if counts.isCounted {
      let rows = TallyRows(counts, outcome)
      problems.append(contentsOf: rows.problems)
      text += try write(
        rows, to: call.output, isAllowed: !problems.hasErrors || options.has("accept-rejected"), options,
        wording)
    }
    return try end(problems, text, options, wording)
  }

  /// The set by whose tables is counted; nil where the tables of the round's sets have errors.
  private static func set(
    _ outcome: RoundLoader.Outcome, _ options: Options, _ wording: Wording
  ) throws -> String? {
    var codes: [String] = []
    for group in outcome.round.groups where group.set.tally != nil && !codes.contains(group.set.code) {
      codes.append(group.set.code)
    }
    if let wanted = options["set"] {
      guard codes.contains(wanted) else {
        throw CallError.valueWrong(
          option: "--set", value: wanted, allowed: codes, suggestion: nearest(to: wanted, among: codes))
      }
      return wanted
    }
    if codes.count > 1 { throw CallError.tooFew(needed: "--set \(codes.joined(separator: "|"))") }
    if let code = codes.first { return code }
    guard !errors(of: outcome).hasErrors else { return nil }
    throw FileError(
      path: "tally.csv",
      reason: wording(
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
    _ rows: TallyRows, to folder: OutputFolder, isAllowed: Bool, _ options: Options, _ wording: Wording
  ) throws(FileError) -> String {
    var text = ""
    if rows.agreeing > 0 {
      text += wording(
        "\(rows.agreeing) số liệu đã nộp đúng bằng số đếm.\n",
        "\(rows.agreeing) filed figures are just what was counted.\n")
    }
    if options.has("dry-run") {
      return text + wording("Chạy thử: không ghi gì.\n", "Dry run: nothing is written.\n")
    }
    guard isAllowed, !rows.isBlocked else {
      return text + wording("Có lỗi nên không ghi gì.\n", "There are errors, so nothing is written.\n")
    }
    var folder = folder
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

  /// Tells problems and results.
  private static func end(
    _ problems: ProblemList, _ text: String, _ options: Options, _ wording: Wording
  ) throws(FileError) -> ExitCode {
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(problems, wording))
    } else {
      ProblemPrinter.print(problems, wording, allBy: "cchc tally … --json")
      try Terminal.results(text)
    }
    return problems.hasErrors ? .errorsFound : .clean
  }
}
