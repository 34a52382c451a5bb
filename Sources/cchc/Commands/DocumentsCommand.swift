import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc documents ROUND`: the documents that prove each field, and what is missing.
enum DocumentsCommand: Command {
  static let name = "documents"
  static let kinds: [OutputKind] = [.md, .docx, .csv]
  static let options = [
    OptionSpec(name: "field", value: "F"), OptionSpec(name: "output", short: "o", value: "DIR"),
    RoundCall.criteriaOption, .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "danh mục tài liệu kiểm chứng theo lĩnh vực, và tài liệu còn thiếu",
      "the documents that prove each field, and those missing")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc documents evidence/2023-cchc-mau
        cchc documents evidence/2023-cchc-mau --field 3

      cchc documents KỲ [--field LĨNH_VỰC] [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--only md,docx,csv] [--json]
      Tài liệu của từng tiêu chí, từng cơ quan; cơ quan nào còn thiếu. Đối chiếu mã SHA-256 của các tệp. Ghi
      noi-bo/tai-lieu.md, .docx, .csv (thêm -<lĩnh vực> khi chỉ liệt kê một lĩnh vực).

        --field LĨNH_VỰC      mã một lĩnh vực; không ghi là mọi lĩnh vực
        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…         chỉ ghi md, docx hoặc csv (mặc định mọi loại)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc documents evidence/2023-cchc-mau
        cchc documents evidence/2023-cchc-mau --field 3

      cchc documents ROUND [--field F] [-o DIR] [--criteria DIR] [--only md,docx,csv] [--json]
      The documents of every leaf and agency, and which are missing. The files are compared by their SHA-256.
      Writes noi-bo/tai-lieu.md, .docx and .csv (with -<field> where one field is listed).

        --field F         the code of one field; all fields without it
        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…     write md, docx or csv alone (default all)
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    let path = try options.round(wording)
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(path, options, wording)
    let outcome = try call.load(makesStamps: false, verifiesDocuments: true, wording)
    let field = options["field"]
    if let field { try check(field, outcome.round) }
    let list = DocumentList(outcome.round, field: field)
    let folder = options["output"] ?? call.reportFolder
    let files = try ChosenFiles.write(to: folder, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try list.put(into: &files)
    }
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(outcome.problems, wording))
    } else {
      ProblemPrinter.print(outcome.problems, wording)
      let (documents, gaps, broken) = list.counts
      if broken > 0 {
        try Terminal.results(
          wording("\(broken) tệp tài liệu phải xem lại.\n", "\(broken) files are to be looked at again.\n"))
      }
      try Terminal.results(
        wording(
          "\(documents) lượt dẫn tài liệu; \(gaps) lượt chấm còn thiếu tài liệu. Danh mục: \(files.places(in: folder))\n",
          "\(documents) documents named; \(gaps) leaves lack one. The list: \(files.places(in: folder))\n")
      )
    }
    return outcome.problems.hasErrors ? .errorsFound : .clean
  }

  private static func check(_ field: String, _ round: Round) throws(CallError) {
    let known = round.groups.flatMap { group in group.set.fields.map { group.set.rows[$0].code } }
    guard !known.contains(field) else { return }
    throw .valueWrong(
      option: "--field", value: field, allowed: known, suggestion: nearest(to: field, among: known))
  }
}
