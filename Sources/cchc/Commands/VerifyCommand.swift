import CCHCBooks
import CCHCCriteria
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOutputs
import CCHCScoring

/// `cchc verify`: works a form, results.xlsx or a folder of reports out anew, or checks a published table.
enum VerifyCommand: Command {
  static let name = "verify"
  static let summary = Bilingual(
    "tính lại biểu mẫu, results.xlsx, thư mục báo cáo; đối chiếu bảng xếp hạng đã công bố",
    "work a form, results.xlsx or reports out anew; check a published ranking")
  private static let path = Operand(
    optional: .file.named("TỆP|THƯ_MỤC", "FILE|DIR"),
    Bilingual(
      "tệp .xlsx hoặc thư mục báo cáo cần kiểm tra", "the .xlsx file or the folder of reports to verify"))
  static let operands: [any DeclaredOperand] = [path]
  static let round = Option(
    "round", .round, Bilingual("thư mục kỳ đánh giá của tệp này", "the folder of the round of this file"),
    standard: Bilingual(
      "evidence/<kỳ> theo biểu mẫu hoặc báo cáo", "evidence/<round>, by the form or the reports"))
  static let days = Option(
    repeated: "on", .day,
    Bilingual("ngày đã ghi sau --on khi lập văn bản", "the day after --on when papers were made"))
  private static let tables = Option(
    repeated: "table", .file, Bilingual("bảng xếp hạng cần đối chiếu", "a ranking to be checked"))
  static let options: [any DeclaredOption] = [
    round, days, tables, SharedOptions.criteria, SharedOptions.json,
  ]
  static let relations: [Relation] = [
    .either(path, tables), .excludes(tables, round, days, SharedOptions.criteria),
  ]
  static let examples = [
    Bilingual("cchc verify nhan-ve/STP.xlsx", "cchc verify returned/STP.xlsx"),
    Bilingual("cchc verify reports/2024-cchc-mau/noi-bo/results.xlsx --round evidence/2024-cchc-mau"),
    Bilingual("cchc verify reports/2023-cchc-mau"),
    Bilingual("cchc verify --table bang-xep-hang.xlsx", "cchc verify --table ranking.xlsx"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Biểu mẫu đã điền, hoặc results.xlsx của kỳ: tính lại và nêu từng ô có giá trị khác kết quả của chương trình.",
      "A filled form, or a round's results.xlsx: works it out anew and lists each cell whose value is not the "
        + "program's."),
    .paragraph(
      "Thư mục báo cáo (reports/<kỳ>/): đối chiếu số liệu đầu vào với mã SHA-256 ghi trong noi-bo/results.json, lập lại "
        + "và so từng byte mọi tệp. Tệp đầu vào đã đổi, kết quả bị sửa tay, tệp thiếu hoặc thừa đều được nêu; văn bản "
        + "có ngày lập chỉ kiểm tra được khi nêu ngày đó sau --on.",
      "A folder of reports (reports/<round>/): compares the inputs with the SHA-256 in noi-bo/results.json, makes "
        + "every file anew and compares it byte by byte. Inputs that changed, results edited by hand, files that are "
        + "missing or unexpected are named; papers that bear a day are verified where --on names that day."),
    .paragraph(
      "Với --table, bảng xếp hạng đã công bố của bất kỳ nơi nào, .csv hoặc .xlsx, không cần kỳ đánh giá: hạng theo chỉ "
        + "số, đồng hạng, chỉ số theo điểm, điểm theo tổng các lĩnh vực, xếp loại, dòng trung bình, cơ quan trùng. "
        + "Cột được nhận theo tiêu đề.",
      "With --table, any published ranking, .csv or .xlsx, without its round: ranks by index, ties, index by points, "
        + "points by the sum of the fields, bands, rows of means, agencies given twice. Columns are found by their "
        + "headings."),
    .paragraph(
      "Mã 0: mọi thứ đều đúng; mã 1: có chỗ sai khác.", "Exit code 0: all is right; 1: something differs."),
  ]

  static func run(_ call: Call) throws -> CommandOutput {
    guard let file = try call[path] else { return try TableCheck.run(call[tables], call) }
    if fileKind(file) == .folder { return try ReportCheck.run(file, call) }
    if file.folded.hasSuffix(".csv") {
      throw CallError.missing(
        Bilingual("--table trước tên bảng \(file)", "--table before the name of the table \(file)"))
    }
    return try verifyBook(file, call)
  }

  /// Works a form or results.xlsx out anew.
  private static func verifyBook(_ file: String, _ call: Call) throws -> CommandOutput {
    let wording = call.wording
    let bytes = try readFile(file)
    let name = lastPathPart(file)
    let stamped = FormVerification.round(of: bytes)
    guard let path = try call[round] ?? stamped.map({ joinedPath("evidence", $0) }) else {
      throw CallError.missing(round.declaration.explained)
    }
    let loaded = try RoundCall(path, call, RoundNeeds(stamps: true))
    let results = loaded.score()
    var problems: ProblemList
    var code = ""
    if stamped != nil {
      var press = FormPress(results, folder: path)
      let form = FormVerification(bytes, file: name, &press)
      problems = form.problems
      code = wording(", mã đối chiếu \(form.checkCode)", ", check code \(form.checkCode)")
    } else {
      problems = ResultsVerification.problems(bytes, file: name, results)
    }
    return CommandOutput(
      problems,
      text: problems.hasErrors
        ? wording("\(file): có sai khác\(code)\n", "\(file): differs\(code)\n")
        : wording(
          "\(file): mọi ô đã tính đều đúng\(code)\n", "\(file): every computed cell is right\(code)\n"))
  }
}
