import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc draft-set ANNEX.xlsx`: drafts a criteria set from the table of a decision's annex.
enum DraftSetCommand: Command {
  static let name = "draft-set"
  static let options = [
    OptionSpec(name: "output", short: "o", value: "DIR"), OptionSpec(name: "sheet", value: "NAME"),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "dự thảo bộ tiêu chí từ phụ lục của quyết định (.xlsx)",
      "draft a criteria set from a decision's annex (.xlsx)")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc draft-set phu-luc.xlsx -o criteria/cchc-so-2026

      cchc draft-set PHỤ_LỤC.xlsx -o THƯ_MỤC [--sheet TRANG] [--json]
      Đọc bảng tiêu chí trong phụ lục của quyết định (STT, tiêu chí, điểm tối đa, cách đánh giá, tài liệu kiểm chứng),
      đặt mã, kiểm tra mọi tổng điểm, đề xuất công thức cho những câu nhận ra được và ghi set.csv, criteria.csv,
      de-xuat.md. Công thức đề xuất phải được soát; câu chưa hiểu để trống công thức. THƯ_MỤC phải chưa có hoặc còn trống.

        -o THƯ_MỤC      thư mục của bộ tiêu chí sẽ tạo
        --sheet TRANG   trang tính có bảng (mặc định: trang đầu tiên có dòng tiêu đề của bảng tiêu chí)
        --json          danh sách vấn đề dạng JSON cho chương trình khác đọc

      Mã kết thúc 1 khi tổng điểm không khớp hoặc có ô không đọc được; dự thảo vẫn được ghi.

      """,
      """
      Example:
        cchc draft-set phu-luc.xlsx -o criteria/cchc-so-2026

      cchc draft-set ANNEX.xlsx -o DIR [--sheet NAME] [--json]
      Reads the table of criteria in a decision's annex, gives codes, checks every sum, proposes rules for the
      sentences that it recognises and writes set.csv, criteria.csv and de-xuat.md. Proposed rules have to be gone
      over; where a sentence is not understood the rule stays empty. DIR must not be there, or be empty.

        -o DIR        the folder of the set to be made
        --sheet NAME  the sheet with the table (default: the first one with the header of such a table)
        --json        the problems for machines

      Exit code 1 where sums do not agree or cells cannot be read; the draft is written all the same.

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("tệp phụ lục (.xlsx)", "the workbook of the annex"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    let folder = try options.required("output", wording("THƯ_MỤC", "DIR"))
    try requireEmpty(folder, wording)
    let file = lastPathPart(path)
    let bytes = try readFile(path)
    let outcome: DraftReader.Outcome
    do throws(WorkbookFault) {
      outcome = try DraftReader.draft(bytes, file: file, sheet: options["sheet"])
    } catch {
      let problem = error.problem(at: Place(file))
      throw FileError(path: path, reason: problem.message(in: wording.language))
    }
    guard let set = outcome.set else { return try ProblemPrinter.refuse(outcome.problems, options, wording) }
    let tables = DraftTables(set)
    try OutputFolder.write([
      (folder, "set.csv", tables.settings()), (folder, "criteria.csv", tables.criteria()),
      (folder, "de-xuat.md", DraftReport(set, outcome.problems).document().markdown),
    ])
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(outcome.problems, wording))
    } else {
      ProblemPrinter.print(outcome.problems, wording, limit: .max)
      try Terminal.results(DraftText(set, folder: folder, wording).text())
    }
    return outcome.problems.hasErrors ? .errorsFound : .clean
  }

  /// Nothing is overwritten: the folder is not there yet, or holds nothing.
  private static func requireEmpty(_ folder: String, _ wording: Wording) throws(FileError) {
    guard isFileCode(lastPathPart(folder)) else {
      throw FileError(
        path: folder,
        reason: wording(
          "tên thư mục của bộ tiêu chí chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, như cchc-so-2026.",
          "the name of a set has ASCII letters, digits, “.”, “-”, “_” only, as cchc-so-2026."))
    }
    switch fileKind(folder) {
    case .nothing: return
    case .folder where try folderNames(folder).isEmpty: return
    default:
      throw FileError(
        path: folder,
        reason: wording(
          "đã có và không trống; “cchc draft-set” không ghi đè, hãy chọn tên khác.",
          "is there and not empty; “cchc draft-set” overwrites nothing, choose another name."))
    }
  }
}
