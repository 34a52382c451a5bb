import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables

/// `cchc compare OLDER NEWER`: what changed between two rounds, agency by agency.
enum CompareCommand: Command {
  static let name = "compare"
  static let summary = Bilingual(
    "so sánh hai kỳ: chỉ số, thứ hạng, lĩnh vực của từng cơ quan",
    "compare two rounds: index, rank and fields of each agency")
  private static let older = Operand(
    .round.named("KỲ_TRƯỚC", "OLDER"), Bilingual("thư mục kỳ đánh giá trước", "the folder of the older round")
  )
  private static let newer = Operand(
    .round.named("KỲ_NÀY", "NEWER"), Bilingual("thư mục kỳ đánh giá sau", "the folder of the newer round"))
  static let operands: [any DeclaredOperand] = [older, newer]
  private static let map = Option(
    "map", .file,
    Bilingual(
      "bảng “mã cũ”, “mã mới” của cơ quan hợp nhất, đổi tên",
      "a table “old”, “new” of merged and renamed agencies"),
    standard: Bilingual("map.csv của kỳ sau", "map.csv of the newer round"))
  private static let split = Option(
    flag: "split",
    Bilingual(
      "tách thay đổi về điểm: do số liệu, do sửa tiêu chí; ghi thêm tệp -tach.csv",
      "part changes of points into figures and changed criteria; also writes -tach.csv"))
  private static let locale = SharedOptions.locale(default: .english)
  private static let outputs = OutputCatalogue.compare
  private static let only = SharedOptions.only(outputs.kinds)
  static let options: [any DeclaredOption] = [
    map, split, SharedOptions.output, SharedOptions.criteria, locale, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual("cchc compare evidence/2023-cchc-mau evidence/2024-cchc-mau"),
    Bilingual("cchc compare evidence/2023-cchc-mau evidence/2024-cchc-mau --split"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Tính chính xác thay đổi của chỉ số, thứ hạng, chỉ số thành phần; cơ quan hợp nhất so với từng cơ quan cũ. "
        + "Ghi vào thư mục báo cáo của kỳ sau. Với --json, không ghi tệp nếu không có -o.",
      "Exact changes of index, rank and field percents; a merged agency is compared with each old one. "
        + "Writes into the reports of the newer round. With --json it writes no file without -o.")
  ]

  static func run(_ call: Call) throws -> CommandOutput {
    let (kinds, locale, wording) = (try call[only], try call[locale], call.wording)
    let needs = RoundNeeds(previous: false)
    let first = try RoundCall(call[older], call, needs).score()
    let newerCall = try RoundCall(call[newer], call, needs)
    let second = newerCall.score()
    var found = ProblemList()
    var changes: [AgencyChange]?
    if let path = try call[map] { changes = try Self.changes(path, in: second.round, &found) }
    let comparison = RoundComparison(
      first, second, changes: changes, found: found, splits: call.has(split))
    if call.has(map), comparison.problems.hasErrors { return .refused(comparison.problems, wording) }
    var files: [String] = []
    if !call.isJSON || call.has(SharedOptions.output) {
      files = try newerCall.write(outputs, comparison, kinds, locale: locale)
        .map { joinedPath(newerCall.reportFolder, $0) }
    }
    var output = CommandOutput(
      comparison.problems, json: { ComparisonJSON.bytes(comparison) },
      text: ComparisonSummary(comparison, wording).text(files: files))
    for results in [first, second] where results.problems.hasErrors {
      output.message += "\(results.round.code): \(wording.tally(results.problems))\n"
      output.exitCode = .errorsFound
    }
    return output
  }

  /// Reads a table of merged and renamed agencies.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  private static func changes(
    _ path: String, in round: Round, _ problems: inout ProblemList
  ) throws(FileError) -> [AgencyChange] {
    let bytes = try readFile(path)
    guard
      let table = Table(contents: bytes, file: path, schema: AgencyChangeColumn.schema, problems: &problems)
    else {
      return []
    }
    return AgencyChange.read(table, known: round.agencies.map(\.code), &problems)
  }
}
