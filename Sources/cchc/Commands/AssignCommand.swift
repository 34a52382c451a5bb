import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc assign ROUND`: the worklists of the council's members.
enum AssignCommand: Command {
  static let name = "assign"
  private static let kinds: [OutputKind] = [.csv, .xlsx]
  static let options = [
    OptionSpec(name: "round", value: "K"), OptionSpec(name: "locale", value: "vi|en"), OptionSpec.only(kinds),
    OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "lập bảng công việc thẩm định cho từng thành viên Hội đồng",
      "write each council member's worklist")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc assign evidence/2024-cchc-mau
        cchc assign evidence/2024-cchc-mau --round 2

      cchc assign KỲ [--round K] [--only csv,xlsx] [--locale vi|en] [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--json]
      Mỗi thành viên một bảng noi-bo/tham-dinh/<thành viên>.xlsx và .csv (lần K: <thành viên>-lan-<K>), xếp theo tiêu chí, mọi
      cơ quan của một tiêu chí liền nhau: số liệu đã nộp, số liệu và điểm năm trước, điểm tự chấm, tài liệu, giải trình. Thành viên
      điền “lần thẩm định” (chỉ vậy là đồng ý), hoặc thêm số liệu sửa hay điểm, và lý do; sửa hai số liệu thì chép dòng ấy
      thành hai. Bảng đã điền, .xlsx hoặc .csv (chỉ một tệp), chép vào appraisal/ là dùng được. Cột có # chỉ để đọc; “# ghi chú nội bộ” không đi đâu khác.
      Tiêu chí của chính thành viên giao cho cơ quan thay thế.

        --round K             lần thẩm định: 1 (mặc định) là mọi tiêu chí; từ lần 2 là tiêu chí đã bị điều chỉnh hoặc có giải trình
        --only LOẠI,…         chỉ ghi csv hoặc xlsx
        --locale vi|en        bảng CSV cho Excel tiếng Việt (mặc định vi: dấu ;) hoặc tiếng Anh
        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc assign evidence/2024-cchc-mau
        cchc assign evidence/2024-cchc-mau --round 2

      cchc assign ROUND [--round K] [--only csv,xlsx] [--locale vi|en] [-o DIR] [--criteria DIR] [--json]
      A table for each member, noi-bo/tham-dinh/<member>.xlsx and .csv (round K: <member>-lan-<K>), by criterion over all
      agencies: filed figures, last year's figures and points, self points, documents, explanations. The member fills in
      the round (alone it means agreement), or a corrected figure or points, and the reason; two corrected figures take
      two copies of the row. A filled table, .xlsx or .csv (one of them), copied into appraisal/ is valid. Columns headed # are for reading;
      the internal note goes nowhere else. A member's own leaves go to its substitute.

        --round K         the appraisal round: 1 (default) is every leaf; later ones are corrected or explained leaves
        --only KIND,…     write csv or xlsx alone
        --locale vi|en    CSV tables for a Vietnamese spreadsheet (default vi) or an English one
        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let number = try round(options)
    let kinds = try options.kinds(Self.kinds)
    let locale = CSVLocale(rawValue: try options.choice("locale", ["vi", "en"]) ?? "vi") ?? .vietnamese
    let call = try RoundCall(path, options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let (lists, unassigned) = results.worklists(round: number)
    let folder = options["output"] ?? call.reportFolder
    var files: [(name: String, bytes: [UInt8])] = []
    var text = ""
    for (place, list) in lists.enumerated() {
      let table = WorklistTable(list, results, round: number)
      let stem = table.name(place: place)
      // A list of more rows than a sheet has is written as CSV, whatever was asked for.
      let workbook = kinds.contains(.xlsx) ? table.workbook() : nil
      if kinds.contains(.csv) || workbook == nil { files.append((stem + ".csv", table.csv(locale))) }
      if let workbook { files.append((stem + ".xlsx", workbook)) }
      let name = stem + (workbook == nil ? ".csv" : ".xlsx")
      text += wording(
        "  \(list.member ?? "–"): \(list.entries.count) lượt – \(joinedPath(folder, name))\n",
        "  \(list.member ?? "–"): \(list.entries.count) leaves – \(joinedPath(folder, name))\n")
    }
    for file in files where try isFilled(joinedPath(folder, file.name)) {
      throw FileError(
        path: joinedPath(folder, file.name),
        reason: wording(
          "bảng này đã được điền; chép vào appraisal/ rồi chuyển đi nơi khác, hoặc ghi nơi khác bằng -o. Chưa ghi gì.",
          "this table has been filled in; copy it into appraisal/ and move it away, or write elsewhere by -o. Nothing was written."
        ))
    }
    try OutputFolder.write(files, in: folder)
    if !unassigned.isEmpty {
      text += wording(
        "\(unassigned.count) lượt là của chính thành viên mà không có cơ quan thay thế: Hội đồng hoặc cơ quan thường trực thẩm định.\n",
        "\(unassigned.count) leaves are a member's own without a substitute: the council or the standing member decides.\n"
      )
    }
    if lists.isEmpty, unassigned.isEmpty {
      text = wording(
        "Không có lượt nào phải thẩm định ở lần \(number).\n",
        "Nothing is to be appraised in round \(number).\n")
    }
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      try Terminal.results(text)
      ProblemPrinter.printTally(results.problems, wording)
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }

  /// Whether a worklist that a member has filled in stands at a place.
  ///
  /// - Throws: `FileError` where that cannot be told.
  private static func isFilled(_ path: String) throws(FileError) -> Bool {
    guard fileKind(path) == .file else { return false }
    return Worklist.isFilled(try readFile(path), file: path)
  }

  private static func round(_ options: Options) throws(CallError) -> Int {
    guard let text = options["round"] else { return 1 }
    if let number = Int(text), (1...9).contains(number) { return number }
    throw .valueWrong(option: "--round", value: text, allowed: ["1", "2", "3"], suggestion: nil)
  }
}
