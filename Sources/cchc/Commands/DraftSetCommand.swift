import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCDrafting
import CCHCFiles
import CCHCOffice
import CCHCScoring
import CCHCTables

/// `cchc draft-set ANNEX.xlsx`: drafts a criteria set from the table of a decision's annex.
enum DraftSetCommand: Command {
  static let name = "draft-set"
  static let summary = Bilingual(
    "dự thảo bộ tiêu chí từ phụ lục của quyết định (.xlsx)",
    "draft a criteria set from a decision's annex (.xlsx)")
  private static let annex = Operand(
    .file.named("PHỤ_LỤC.xlsx", "ANNEX.xlsx"), Bilingual("tệp phụ lục (.xlsx)", "the workbook of the annex"))
  static let operands: [any DeclaredOperand] = [annex]
  private static let output = Option(
    required: "output", short: "o", .folder,
    Bilingual("thư mục của bộ tiêu chí sẽ tạo", "the folder of the set to be made"))
  private static let sheet = Option(
    "sheet", .text("TRANG", "NAME"), Bilingual("trang tính có bảng", "the sheet with the table"),
    standard: Bilingual(
      "trang đầu tiên có dòng tiêu đề của bảng tiêu chí", "the first one with the header of such a table"))
  static let options: [any DeclaredOption] = [output, sheet, SharedOptions.json]
  static let examples = [Bilingual("cchc draft-set phu-luc.xlsx -o criteria/cchc-so-2026")]
  static let details: [HelpBlock] = [
    .paragraph(
      "Đọc bảng tiêu chí trong phụ lục của quyết định (STT, tiêu chí, điểm tối đa, cách đánh giá, tài liệu kiểm "
        + "chứng), đặt mã, kiểm tra mọi tổng điểm, đề xuất công thức cho những câu nhận ra được và ghi set.csv, "
        + "criteria.csv, de-xuat.md. Công thức đề xuất phải được soát; câu chưa hiểu để trống công thức. THƯ_MỤC "
        + "phải chưa có hoặc còn trống.",
      "Reads the table of criteria in a decision's annex, gives codes, checks every sum, proposes rules for the "
        + "sentences that it recognises and writes set.csv, criteria.csv and de-xuat.md. Proposed rules have to be "
        + "gone over; where a sentence is not understood the rule stays empty. DIR must not exist, or be empty."
    ),
    .paragraph(
      "Mã kết thúc 1 khi tổng điểm không khớp hoặc có ô không đọc được; dự thảo vẫn được ghi.",
      "Exit code 1 where sums do not agree or cells cannot be read; the draft is written all the same."),
  ]

  static func run(_ call: Call) throws -> CommandOutput {
    let (path, folder, wording) = (try call[annex], try call[output], call.wording)
    try requireEmpty(folder, wording)
    let file = lastPathPart(path)
    let bytes = try readFile(path)
    let outcome: DraftReader.Outcome
    let sheet = try call[sheet]
    do throws(WorkbookFault) {
      outcome = try DraftReader.draft(bytes, file: file, sheet: sheet)
    } catch {
      let problem = error.problem(at: Place(file))
      throw FileError(path: path, reason: problem.message(in: wording.language))
    }
    guard let set = outcome.set else { return .refused(outcome.problems, wording) }
    let tables = DraftTables(set)
    try OutputFolder.write(
      [
        (SetKey.schema.file, tables.settings()), (CriterionColumn.schema.file, tables.criteria()),
        ("de-xuat.md", DraftReport(set, outcome.problems).document().markdown),
      ], in: folder)
    return CommandOutput(
      outcome.problems, display: .listed(outcome.problems, limit: .max),
      text: DraftText(set, folder: folder, wording).text())
  }

  /// Nothing is overwritten: the folder does not exist yet, or holds nothing.
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
