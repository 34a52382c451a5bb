import CCHCCriteria
import CCHCFiles
import CCHCForms
import CCHCScoring

/// `cchc import ROUND FILE…`: takes filled forms back into the self tables.
enum ImportCommand: RoundCommand {
  static let name = "import"
  static let summary = Bilingual(
    "nhận biểu mẫu Excel đã điền vào kỳ đánh giá", "take filled forms back into the round")
  private static let forms = Operand(
    repeated: .file, Bilingual("biểu mẫu đã điền (.xlsx)", "a filled form (.xlsx)"))
  static let operands: [any DeclaredOperand] = [SharedOperands.round, forms]
  static let replace = Option(
    flag: "replace", Bilingual("biểu mẫu được thay số liệu đã nộp", "forms may replace what is filed"))
  static let options: [any DeclaredOption] = [replace, SharedOptions.criteria, SharedOptions.json]
  static let examples = [
    Bilingual(
      "cchc import evidence/2024-cchc-mau bieu-mau/STP.xlsx",
      "cchc import evidence/2024-cchc-mau forms/STP.xlsx"),
    Bilingual(
      "cchc import evidence/2024-cchc-mau nhan-ve/*.xlsx --replace",
      "cchc import evidence/2024-cchc-mau returned/*.xlsx --replace"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Ghi số liệu của biểu mẫu “cchc form” đã điền vào self/<cơ quan>.csv và in mã đối chiếu để so với bản giấy; với "
        + "--replace, in từng ô thay đổi. Không nhận (mã 1, không ghi gì của tệp đó): biểu mẫu của kỳ, cơ quan hoặc "
        + "bản bộ tiêu chí khác; ô khóa đã bị sửa; ô nhập không hợp lệ, có công thức hoặc lỗi; bảng đã tiếp nhận và "
        + "khóa; biểu mẫu thay số liệu đã nộp mà không có --replace.",
      "Writes the figures of a filled form of “cchc form” into self/<agency>.csv and prints its check code, to be "
        + "compared with the signed paper; with --replace every changed cell is printed. Refused (exit 1, nothing "
        + "of that file written): a form for another round, agency or version of the set; locked cells that were "
        + "changed; input cells that are not valid or hold a formula or an error; a table that is received and "
        + "locked; filed figures that would be replaced without --replace.")
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(stamps: true, previous: false, lock: true) }

  static func run(_ round: RoundCall) throws -> CommandOutput {
    var press = FormPress(round.score(), folder: round.path)
    var problems = ProblemList()
    var files: [Int: String] = [:]
    var tables: [(name: String, bytes: [UInt8])] = []
    var text = ""
    for file in try round[forms] {
      let form = FormImport(
        try readFile(file), file: lastPathPart(file), &press, replaces: round.call.has(replace))
      problems.append(contentsOf: form.problems)
      guard let agency = form.agency else { continue }
      let code = round.round.agencies[agency].code
      if let other = files.updateValue(file, forKey: agency), form.table != nil {
        throw FileError(
          path: file,
          reason: round.wording(
            "là biểu mẫu thứ hai của \(code), sau \(other); chỉ đưa vào một.",
            "is a second form of \(code), after \(other); give only one."))
      }
      text += Self.text(form, code, file, round.wording)
      if let table = form.table { tables.append(("self/\(code).csv", table)) }
    }
    var output = round.output
    try output.write(tables)
    return CommandOutput(problems, text: text)
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
      text +=
        "  \(change.criterion) \(change.what.worded(in: wording.language)): “\(change.old)” → “\(change.new)”\n"
    }
    return text
  }
}
