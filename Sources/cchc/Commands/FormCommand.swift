import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc form ROUND`: a workbook for each agency that scores itself while it is filled in.
enum FormCommand: Command {
  static let name = "form"
  static let options = [
    OptionSpec(name: "output", short: "o", value: "DIR"), OptionSpec(name: "agency", value: "CODE"),
    RoundCall.criteriaOption,
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "biểu mẫu Excel tự chấm điểm cho từng cơ quan", "a workbook for each agency that scores itself")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc form evidence/2024-cchc-mau -o bieu-mau
        cchc form evidence/2024-cchc-mau --agency STP -o bieu-mau

      cchc form KỲ [--agency CƠ_QUAN]… -o THƯ_MỤC [--criteria THƯ_MỤC]
      Ghi <cơ quan>.xlsx cho từng cơ quan: bảng tự chấm điểm tự tính điểm ngay khi nhập số liệu, có sẵn số liệu đã nộp.
      Mở bằng Excel 2007 trở lên, LibreOffice hoặc WPS. Tệp đã điền được nhận lại bằng “cchc import”.

        --agency CƠ_QUAN      chỉ làm cho cơ quan này; ghi nhiều lần cho nhiều cơ quan
        -o, --output THƯ_MỤC  nơi ghi

      """,
      """
      Example:
        cchc form evidence/2024-cchc-mau -o forms
        cchc form evidence/2024-cchc-mau --agency STP -o forms

      cchc form ROUND [--agency CODE]… -o DIR [--criteria DIR]
      Writes <agency>.xlsx for each agency: a self-scoring table that works out its points while it is filled in, with
      what the agency has filed so far. Opens in Excel 2007 and later, LibreOffice and WPS. “cchc import” takes a
      filled form back.

        --agency CODE     only this agency; may be given more than once
        -o, --output DIR  where to write

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let folder = try options.required(
      "output", wording("thư mục để ghi biểu mẫu", "the folder for the forms"))
    let call = try RoundCall(path, options, wording)
    let outcome = try call.load(makesStamps: true, wording)
    let round = outcome.round
    let wanted = options.all("agency")
    var agencies = try wanted.map { try RoundCall.agency($0, in: round, wording) }
    if wanted.isEmpty { agencies = round.agencies.indices.filter { round.canFile($0) } }
    let broken = Set(agencies.map { round.agencies[$0].group }).filter { round.groups[$0].set.isBroken }
    guard broken.isEmpty else {
      return try ProblemPrinter.refuse(outcome.problems, options, wording)
    }
    var press = FormPress(Scorer.score(outcome), folder: path)
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
    warn(of: agencies, &press, round, wording)
    ProblemPrinter.printTally(outcome.problems, wording)
    try Terminal.results(
      wording(
        "\(agencies.count) biểu mẫu ghi vào \(folder)\n", "\(agencies.count) forms written to \(folder)\n"))
    return .clean
  }

  /// Names the leaves whose points a spreadsheet cannot work out for the largest figures that may be typed.
  private static func warn(
    of agencies: [Int], _ press: inout FormPress, _ round: Round, _ wording: Wording
  ) {
    var told: Set<String> = []
    for agency in agencies {
      let set = round.set(of: agency).code
      guard told.insert(set).inserted else { continue }
      let codes = press.largeLeaves(agency: agency)
      guard !codes.isEmpty else { continue }
      let list = codes.joined(separator: ", ")
      Terminal.message(
        wording(
          "Lưu ý (\(set)): với số liệu rất lớn bảng tính không tính chính xác được \(list); biểu mẫu sẽ báo ngay tại dòng đó.\n",
          "Note (\(set)): for very large figures a spreadsheet cannot work out \(list) exactly; the form says so on the row.\n"
        ))
    }
  }
}

extension CriteriaSet {
  /// Whether an error of the set keeps one of its leaves from being scored.
  fileprivate var isBroken: Bool { leaves.contains(where: \.isBroken) }
}

extension Round {
  /// Whether an agency files figures: its set has leaves that it scores itself, and it has not ended.
  fileprivate func canFile(_ agency: Int) -> Bool {
    set(of: agency).leaves.contains { $0.method == .own && !$0.isMonitored }
  }
}
