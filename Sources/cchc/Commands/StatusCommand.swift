import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc status ROUND`: where every agency stands, any day of the year.
enum StatusCommand: Command {
  static let name = "status"
  static let kinds: [OutputKind] = [.md, .docx, .csv, .xlsx]
  static let options = [
    OptionSpec.day, OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
    .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "từng cơ quan đang ở giai đoạn nào: nộp, khóa, thẩm định, giải trình",
      "where every agency stands: filed, locked, appraised, explained")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc status evidence/2024-cchc-mau
        cchc status evidence/2024-cchc-mau --on 20/01/2025

      cchc status KỲ [--on NGÀY] [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--only md,docx,csv,xlsx] [--json]
      Tình hình của từng cơ quan: chưa nộp, đang hoàn thiện n/m, đã nộp đủ, nộp muộn, trả lại, đã khóa, đã thẩm định, chờ giải
      trình, đã giải trình. Ghi noi-bo/tinh-hinh.md, .docx, .csv và .xlsx (kèm Sổ tiếp nhận).

        --on NGÀY             ngày tính, để nêu giai đoạn hiện tại và số ngày còn lại (theo stages.csv)
        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…         chỉ ghi md, docx, csv hoặc xlsx (mặc định mọi loại)
        --json                tình hình dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc status evidence/2024-cchc-mau
        cchc status evidence/2024-cchc-mau --on 2025-01-20

      cchc status ROUND [--on DATE] [-o DIR] [--criteria DIR] [--only md,docx,csv,xlsx] [--json]
      Where every agency stands: not filed, in progress n/m, complete, late, returned, locked, appraised, awaiting
      explanation, explained. Writes noi-bo/tinh-hinh.md, .docx, .csv
      and .xlsx (with the register of receipts).

        --on DATE         the day, to name the current stage and the days left (by stages.csv)
        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…     write md, docx, csv or xlsx alone (default all)
        --json            the table for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let date = try options.day("on")
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(path, options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let table = ProgressTable(results, on: date, Wording(.vietnamese))
    let folder = options["output"] ?? call.reportFolder
    try ChosenFiles.write(to: folder, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try table.put(into: &files)
    }
    let shown = ProgressTable(results, on: date, wording)
    if options.has("json") {
      var json = JSONWriter()
      shown.write(&json)
      try Terminal.results(json.bytes)
    } else {
      try Terminal.results(shown.text())
      let tally = wording.tally(results.problems)
      Terminal.message(wording("Bảng số liệu: \(tally) (cchc check)\n", "Tables: \(tally) (cchc check)\n"))
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }
}

extension Options {
  /// The folder of a round, the one operand of a call.
  ///
  /// - Throws: `CallError` where there is none, or more.
  func round(_ wording: Wording) throws(CallError) -> String {
    guard let path = operands.first else {
      throw .tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    if operands.count > 1 { throw .tooMany(operands[1]) }
    return path
  }
}
