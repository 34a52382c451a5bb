import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc verify FILE`: works a workbook out anew and lists every cell that differs.
enum VerifyCommand: Command {
  static let name = "verify"
  static let options = [OptionSpec(name: "round", value: "DIR"), RoundCall.criteriaOption]

  static func summary(_ wording: Wording) -> String {
    wording(
      "tính lại biểu mẫu hoặc results.xlsx, nêu từng ô sai khác",
      "work a form or results.xlsx out anew, list each cell that differs")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc verify nhan-ve/STP.xlsx
        cchc verify reports/2024-cchc-mau/noi-bo/results.xlsx --round evidence/2024-cchc-mau

      cchc verify TỆP [--round KỲ] [--criteria THƯ_MỤC] [--json]
      Tính lại một biểu mẫu đã điền, hoặc tệp results.xlsx của kỳ, và nêu từng ô có giá trị khác kết quả của chương trình.
      Mã 0: mọi ô đều đúng; mã 1: có ô sai khác.

        --round KỲ  thư mục kỳ đánh giá (mặc định evidence/<kỳ ghi trong biểu mẫu>)

      """,
      """
      Example:
        cchc verify returned/STP.xlsx
        cchc verify reports/2024-cchc-mau/noi-bo/results.xlsx --round evidence/2024-cchc-mau

      cchc verify FILE [--round DIR] [--criteria DIR] [--json]
      Works a filled form, or a round's results.xlsx, out anew and lists each cell whose value is not the program's.
      Exit code 0: every cell is right; 1: some differ.

        --round DIR  the folder of the round (default evidence/<the round that the form names>)

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let file = options.operands.first else {
      throw CallError.tooFew(needed: wording("tệp cần kiểm tra (.xlsx)", "the file to verify (.xlsx)"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    if fileKind(file) == .folder { return try ReportCheck.run(file, options, wording) }
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
