import CCHCCriteria
import CCHCFiles
import CCHCForms
import CCHCScoring

/// `cchc form ROUND`: a workbook for each agency that scores itself while it is filled in.
enum FormCommand: RoundCommand {
  static let name = "form"
  static let summary = Bilingual(
    "biểu mẫu Excel tự chấm điểm cho từng cơ quan", "a workbook for each agency that scores itself")
  private static let output = Option(
    required: "output", short: "o", .folder, Bilingual("thư mục để ghi biểu mẫu", "the folder for the forms"))
  private static let agencies = Option(
    repeated: "agency", .agency, Bilingual("chỉ làm cho cơ quan này", "only for this agency"))
  static let options: [any DeclaredOption] = [
    agencies, output, SharedOptions.criteria, SharedOptions.json,
  ]
  static let examples = [
    Bilingual(
      "cchc form evidence/2024-cchc-mau -o bieu-mau", "cchc form evidence/2024-cchc-mau -o forms"),
    Bilingual(
      "cchc form evidence/2024-cchc-mau --agency STP -o bieu-mau",
      "cchc form evidence/2024-cchc-mau --agency STP -o forms"),
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Ghi <cơ quan>.xlsx cho từng cơ quan: bảng tự chấm điểm tự tính điểm ngay khi nhập số liệu, có sẵn số liệu đã "
        + "nộp. Mở bằng Excel 2007 trở lên, LibreOffice hoặc WPS. Tệp đã điền được nhận lại bằng “cchc import”.",
      "Writes <agency>.xlsx for each agency: a self-scoring table that works out its points while it is filled in, "
        + "with what the agency has filed so far. Opens in Excel 2007 and later, LibreOffice and WPS. “cchc import” "
        + "takes a filled form back.")
  ]

  static func needs(_ call: Call) -> RoundNeeds { RoundNeeds(stamps: true) }

  static func run(_ call: RoundCall) throws -> CommandOutput {
    let (round, wording, folder) = (call.round, call.wording, try call[output])
    let wanted = try call[agencies]
    var agencies: [Int] = []
    for name in wanted {
      let agency = try call.agency(name)
      if !agencies.contains(agency) { agencies.append(agency) }
    }
    if wanted.isEmpty { agencies = round.agencies.indices.filter { round[agency: $0].canFile } }
    let broken = Set(agencies.map { round.agencies[$0].group }).filter { round.groups[$0].set.isBroken }
    guard broken.isEmpty else { return .refused(call.outcome.problems, wording) }
    var press = FormPress(call.score(), folder: call.path)
    var output = OutputFolder(folder)
    do throws(FileError) {
      for agency in agencies {
        try output.write(press.form(agency: agency), to: round.agencies[agency].code + ".xlsx")
      }
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
    var result = CommandOutput(
      call.outcome.problems, display: .counted,
      text: wording(
        "\(agencies.count) biểu mẫu ghi vào \(folder)\n", "\(agencies.count) forms written to \(folder)\n"))
    result.message = notes(on: agencies, &press, round, wording)
    result.exitCode = .clean
    return result
  }

  /// The leaves whose points a spreadsheet cannot work out for the largest figures that may be typed.
  private static func notes(
    on agencies: [Int], _ press: inout FormPress, _ round: Round, _ wording: Wording
  ) -> String {
    var text = ""
    var seen: Set<String> = []
    for agency in agencies {
      let set = round[agency: agency].set.code
      guard seen.insert(set).inserted else { continue }
      let codes = press.largeLeaves(agency: agency)
      guard !codes.isEmpty else { continue }
      let list = codes.joined(separator: ", ")
      text += wording(
        "Lưu ý (\(set)): với số liệu rất lớn bảng tính không tính chính xác được \(list); biểu mẫu sẽ báo ngay tại dòng đó.\n",
        "Note (\(set)): for very large figures a spreadsheet cannot work out \(list) exactly; the form says so on the row.\n"
      )
    }
    return text
  }
}

extension CriteriaSet {
  /// Whether an error of the set keeps one of its leaves from being scored.
  fileprivate var isBroken: Bool { leaves.contains(where: \.isBroken) }
}
