import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc compare ROUND_A ROUND_B`: what changed between two rounds, agency by agency.
enum CompareCommand: Command {
  static let name = "compare"
  static let kinds: [OutputKind] = [.md, .docx, .csv]
  static let options = [
    OptionSpec(name: "map", value: "FILE"), OptionSpec(name: "split"),
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
    OptionSpec(name: "locale", value: "vi|en"), .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "so sánh hai kỳ: chỉ số, thứ hạng, lĩnh vực của từng cơ quan",
      "compare two rounds: index, rank and fields of each agency")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc compare evidence/2023-cchc-mau evidence/2024-cchc-mau
        cchc compare evidence/2023-cchc-mau evidence/2024-cchc-mau --split

      cchc compare KỲ_TRƯỚC KỲ_NÀY [--map TỆP] [--split] [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--locale vi|en]
        [--only md,docx,csv] [--json]
      Tính chính xác thay đổi của chỉ số, thứ hạng, chỉ số thành phần; cơ quan hợp nhất so với từng cơ quan cũ.
      Ghi noi-bo/so-sanh-<kỳ trước>.md, .docx, .csv.

        --map TỆP             bảng “mã cũ”, “mã mới” của cơ quan hợp nhất, đổi tên (mặc định map.csv của kỳ này)
        --split               tách thay đổi về điểm: do số liệu, do sửa tiêu chí; ghi thêm tệp -tach.csv
        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ này>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --locale vi|en        CSV cho bảng tính tiếng Việt hoặc tiếng Anh (mặc định en)
        --only LOẠI,…         chỉ ghi md, docx hoặc csv (mặc định mọi loại)
        --json                kết quả dạng JSON cho chương trình khác đọc; không ghi tệp nếu không có -o

      """,
      """
      Example:
        cchc compare evidence/2023-cchc-mau evidence/2024-cchc-mau
        cchc compare evidence/2023-cchc-mau evidence/2024-cchc-mau --split

      cchc compare OLDER NEWER [--map FILE] [--split] [-o DIR] [--criteria DIR] [--locale vi|en] [--only md,docx,csv]
        [--json]
      Exact changes of index, rank and field percents; a merged agency is compared with each old one.
      Writes noi-bo/so-sanh-<older>.md, .docx and .csv.

        --map FILE        a table `old`, `new` of merged and renamed agencies (default map.csv of the newer round)
        --split           part changes of points into figures and changed criteria; also writes -tach.csv
        -o, --output DIR  where to write (default reports/<newer>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --locale vi|en    CSV for a Vietnamese spreadsheet or an English one (default en)
        --only KIND,…     write md, docx or csv alone (default all)
        --json            results for machines; writes no file without -o

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard options.operands.count >= 2 else {
      throw CallError.tooFew(
        needed: options.operands.isEmpty
          ? wording("hai thư mục kỳ đánh giá", "the folders of two rounds")
          : wording("thư mục kỳ đánh giá thứ hai", "the folder of the second round"))
    }
    if options.operands.count > 2 { throw CallError.tooMany(options.operands[2]) }
    let locale = CSVLocale(rawValue: try options.choice("locale", ["vi", "en"]) ?? "en") ?? .english
    let kinds = try options.kinds(kinds)
    var calls: [RoundCall] = []
    var rounds: [Results] = []
    for path in options.operands {
      let call = try RoundCall(path, options, wording)
      calls.append(call)
      let outcome = try call.load(makesStamps: false, loadsPrevious: false, wording)
      rounds.append(Scorer.score(outcome))
    }
    var found = ProblemList()
    var changes: [AgencyChange]?
    if let path = options["map"] { changes = try Self.changes(path, in: rounds[1].round, &found) }
    let comparison = RoundComparison(
      rounds[0], rounds[1], changes: changes, found: found, splits: options.has("split"))
    if options.has("map"), comparison.problems.hasErrors {
      return try ProblemPrinter.refuse(comparison.problems, options, wording)
    }
    var files: [String] = []
    if !options.has("json") || options.has("output") {
      files = try ComparisonFiles.write(
        comparison, kinds, locale: locale, isSplit: options.has("split"),
        to: options["output"] ?? calls[1].reportFolder)
    }
    if options.has("json") {
      try Terminal.results(ComparisonJSON.bytes(comparison))
    } else {
      ProblemPrinter.print(comparison.problems, wording)
      for results in rounds where results.problems.hasErrors {
        Terminal.message("\(results.round.code): \(wording.tally(results.problems))\n")
      }
      try Terminal.results(ComparisonSummary(comparison, wording).text(files: files))
    }
    let hasErrors = comparison.problems.hasErrors || rounds.contains { $0.problems.hasErrors }
    return hasErrors ? .errorsFound : .clean
  }

  /// Reads a table of merged and renamed agencies.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  private static func changes(
    _ path: String, in round: Round, _ problems: inout ProblemList
  ) throws(FileError) -> [AgencyChange] {
    let bytes = try readFile(path)
    guard let table = Table(contents: bytes, file: path, schema: AgencyChange.schema, problems: &problems)
    else {
      return []
    }
    return AgencyChange.read(table, known: round.agencies.map(\.code), &problems)
  }
}
