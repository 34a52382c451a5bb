import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc verify`: works a form, results.xlsx or a folder of reports out anew, or checks a published table.
enum VerifyCommand: Command {
  static let name = "verify"
  static let options = [
    OptionSpec(name: "round", value: "DIR"), OptionSpec(name: "table", value: "FILE"),
    .day, RoundCall.criteriaOption,
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "tính lại biểu mẫu, results.xlsx, thư mục báo cáo; đối chiếu bảng xếp hạng đã công bố",
      "work a form, results.xlsx or reports out anew; check a published ranking")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc verify nhan-ve/STP.xlsx
        cchc verify reports/2024-cchc-mau/noi-bo/results.xlsx --round evidence/2024-cchc-mau
        cchc verify reports/2023-cchc-mau
        cchc verify --table bang-xep-hang.xlsx

      cchc verify TỆP|THƯ_MỤC [--round KỲ] [--on NGÀY] [--criteria THƯ_MỤC] [--json]
      Biểu mẫu đã điền, hoặc results.xlsx của kỳ: tính lại và nêu từng ô có giá trị khác kết quả của chương trình.
      Thư mục báo cáo (reports/<kỳ>/): đối chiếu số liệu đầu vào với mã SHA-256 ghi trong noi-bo/results.json, lập lại
      và so từng byte mọi tệp. Tệp đầu vào đã đổi, kết quả bị sửa tay, tệp thiếu hoặc thừa đều được nêu; văn bản có ngày
      lập chỉ kiểm tra được khi nêu ngày đó sau --on.

      cchc verify --table TỆP.csv|.xlsx [--json]
      Bảng xếp hạng đã công bố của bất kỳ nơi nào, không cần kỳ đánh giá: hạng theo chỉ số, đồng hạng, chỉ số theo điểm,
      điểm theo tổng các lĩnh vực, xếp loại, dòng trung bình, cơ quan trùng. Cột được nhận theo tiêu đề.

      Mã 0: mọi thứ đều đúng; mã 1: có chỗ sai khác.

        --round KỲ            thư mục kỳ đánh giá (mặc định evidence/<kỳ> theo biểu mẫu hoặc báo cáo)
        --on NGÀY             ngày đã ghi sau --on khi lập văn bản; ghi nhiều lần cho nhiều ngày
        --table TỆP           bảng xếp hạng cần đối chiếu; ghi nhiều lần cho nhiều tệp
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc verify returned/STP.xlsx
        cchc verify reports/2024-cchc-mau/noi-bo/results.xlsx --round evidence/2024-cchc-mau
        cchc verify reports/2023-cchc-mau
        cchc verify --table ranking.xlsx

      cchc verify FILE|FOLDER [--round DIR] [--on DATE] [--criteria DIR] [--json]
      A filled form, or a round's results.xlsx: works it out anew and lists each cell whose value is not the program's.
      A folder of reports (reports/<round>/): compares the inputs with the SHA-256 in noi-bo/results.json, makes every
      file anew and compares it byte by byte. Inputs that changed, results edited by hand, files that are missing or
      one too many are named; papers that bear a day are verified where --on names that day.

      cchc verify --table FILE.csv|.xlsx [--json]
      Any published ranking, without its round: ranks by index, ties, index by points, points by the sum of the fields,
      bands, rows of means, agencies given twice. Columns are found by their headings.

      Exit code 0: all is right; 1: something differs.

        --round DIR     the folder of the round (default evidence/<round>, by the form or the reports)
        --on DATE       the day after --on when papers were made; may be given more than once
        --table FILE    a ranking to be checked; may be given more than once
        --criteria DIR  the folder of the criteria sets (default criteria/ beside evidence/)
        --json          the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let tables = options.all("table")
    if !tables.isEmpty {
      if let file = options.operands.first { throw CallError.tooMany(file) }
      return try TableCheck.run(tables, options, wording)
    }
    guard let file = options.operands.first else {
      throw CallError.tooFew(
        needed: wording(
          "tệp .xlsx hoặc thư mục báo cáo cần kiểm tra, hoặc --table TỆP",
          "the .xlsx file or the folder of reports to verify, or --table FILE"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    if fileKind(file) == .folder { return try ReportCheck.run(file, options, wording) }
    if file.folded.hasSuffix(".csv") {
      throw CallError.tooFew(
        needed: wording("--table trước tên bảng \(file)", "--table before the name of the table \(file)"))
    }
    return try verifyBook(file, options, wording)
  }

  /// Works a form or results.xlsx out anew.
  private static func verifyBook(_ file: String, _ options: Options, _ wording: Wording) throws -> ExitCode {
    let bytes = try readFile(file)
    let name = lastPathPart(file)
    let stamped = FormVerification.round(of: bytes)
    guard let path = options["round"] ?? stamped.map({ joinedPath("evidence", $0) }) else {
      throw CallError.tooFew(
        needed: wording("--round KỲ (kỳ của tệp này)", "--round DIR (the round of this file)"))
    }
    let call = try RoundCall(path, options, wording)
    let outcome = try call.load(makesStamps: true, wording)
    let results = Scorer.score(outcome)
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
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(problems, wording))
    } else {
      ProblemPrinter.print(problems, wording)
      try Terminal.results(
        problems.hasErrors
          ? wording("\(file): có sai khác\(code)\n", "\(file): differs\(code)\n")
          : wording(
            "\(file): mọi ô đã tính đều đúng\(code)\n", "\(file): every computed cell is right\(code)\n"))
    }
    return problems.hasErrors ? .errorsFound : .clean
  }
}
