import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc import ROUND FILE…`: takes filled forms back into the self tables.
enum ImportCommand: Command {
  static let name = "import"
  static let options = [OptionSpec(name: "replace"), RoundCall.criteriaOption]

  static func summary(_ wording: Wording) -> String {
    wording("nhận biểu mẫu Excel đã điền vào kỳ đánh giá", "take filled forms back into the round")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc import evidence/2024-cchc-mau bieu-mau/STP.xlsx
        cchc import evidence/2024-cchc-mau nhan-ve/*.xlsx --replace

      cchc import KỲ TỆP… [--replace] [--criteria THƯ_MỤC] [--json]
      Ghi số liệu của biểu mẫu “cchc form” đã điền vào self/<cơ quan>.csv và in mã đối chiếu để so với bản giấy. Không nhận
      (mã 1, không ghi gì của tệp đó): biểu mẫu của kỳ, cơ quan hoặc bản bộ tiêu chí khác; ô khóa đã bị sửa; ô nhập không
      hợp lệ, có công thức hoặc lỗi; bảng đã tiếp nhận và khóa; biểu mẫu thay số liệu đã nộp mà không có --replace.

        --replace             thay số liệu đã nộp; in từng ô thay đổi

      """,
      """
      Example:
        cchc import evidence/2024-cchc-mau forms/STP.xlsx
        cchc import evidence/2024-cchc-mau returned/*.xlsx --replace

      cchc import ROUND FILE… [--replace] [--criteria DIR] [--json]
      Writes the figures of a filled form of “cchc form” into self/<agency>.csv and prints its check code, to be compared
      with the signed paper. Refused (exit 1, nothing of that file written): a form for another round, agency or
      version of the set; locked cells that were changed; input cells that are not valid or hold a formula or an
      error; a table that is received and locked; filed figures that would be replaced without --replace.

        --replace  replace what is filed; every changed cell is printed

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    guard options.operands.count > 1 else {
      throw CallError.tooFew(needed: wording("biểu mẫu đã điền (.xlsx)", "a filled form (.xlsx)"))
    }
    let call = try RoundCall(path, options, writes: true, wording)
    let outcome = try call.load(makesStamps: true, loadsPrevious: false, wording)
    var press = FormPress(Scorer.score(outcome), folder: path)
    var problems = ProblemList()
    var taken: [Int: String] = [:]
    var tables: [(name: String, bytes: [UInt8])] = []
    var text = ""
    for file in options.operands.dropFirst() {
      let form = FormImport(
        try readFile(file), file: lastPathPart(file), &press, replaces: options.has("replace"))
      problems.append(contentsOf: form.problems)
      guard let agency = form.agency else { continue }
      let code = outcome.round.agencies[agency].code
      if let other = taken.updateValue(file, forKey: agency), form.table != nil {
        throw FileError(
          path: file,
          reason: wording(
            "là biểu mẫu thứ hai của \(code), sau \(other); chỉ đưa vào một.",
            "is a second form of \(code), after \(other); give only one."))
      }
      text += Self.text(form, code, file, wording)
      if let table = form.table { tables.append(("self/\(code).csv", table)) }
    }
    var output = call.output
    try output.write(tables)
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(problems, wording))
    } else {
      ProblemPrinter.print(problems, wording)
      try Terminal.results(text)
    }
    return problems.hasErrors ? .errorsFound : .clean
  }

  /// What became of a form, with every cell that it changes.
  private static func text(_ form: FormImport, _ agency: String, _ file: String, _ wording: Wording) -> String
  {
    let code = wording("mã đối chiếu \(form.checkCode)", "check code \(form.checkCode)")
    guard form.table != nil else {
      return form.problems.hasErrors
        ? wording("\(file): không nhận (\(agency), \(code))\n", "\(file): not taken (\(agency), \(code))\n")
        : wording(
          "\(file): \(agency) đã nộp đúng như biểu mẫu, không có gì thay đổi, \(code)\n",
          "\(file): \(agency) has filed just this, nothing changes, \(code)\n")
    }
    let replaced = form.changes.filter { !$0.old.isEmpty }
    var text = wording(
      "\(file): đã ghi self/\(agency).csv, \(form.changes.count) ô mới hoặc thay đổi, \(code)\n",
      "\(file): self/\(agency).csv written, \(form.changes.count) cells new or changed, \(code)\n")
    for change in replaced {
      text += "  \(change.criterion) \(change.what): “\(change.old)” → “\(change.new)”\n"
    }
    return text
  }
}
