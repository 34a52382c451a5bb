import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc papers ROUND`: the papers of the council and of the announcement.
enum PapersCommand: Command {
  static let name = "papers"
  static let kinds: [OutputKind] = [.md, .docx]
  static let options = [
    OptionSpec.day, OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
    .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "văn bản của hội đồng và công bố kết quả", "papers of the council and of the announcement")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc papers evidence/2023-cchc-mau --on 15/3/2024

      cchc papers KỲ --on NGÀY [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--only md,docx] [--json]
      Ghi văn bản theo thể thức Nghị định 30/2020/NĐ-CP; chỗ chỉ người soạn mới biết để “……”.
      Mỗi văn bản một tệp .md (bản gốc) và một tệp .docx (Word):

        co-quan/<cơ quan>/thong-bao-tham-dinh-lan-<k>.md  Thông báo kết quả thẩm định từng lần, có hạn giải trình
        noi-bo/bien-ban-hop-hoi-dong.md                   Biên bản họp Hội đồng
        noi-bo/to-trinh.md                                Tờ trình
        cong-bo/quyet-dinh-cong-bo.md                     Quyết định phê duyệt và công bố, kèm Phụ lục

        --on NGÀY             ngày ghi trên văn bản; thông báo của lần thẩm định trước để trống ngày
        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --only LOẠI,…         chỉ ghi md hoặc docx (mặc định mọi loại)
        --json                danh sách vấn đề dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc papers evidence/2023-cchc-mau --on 2024-03-15

      cchc papers ROUND --on DATE [-o DIR] [--criteria DIR] [--only md,docx] [--json]
      Writes papers in the layout of decree 30/2020, in Vietnamese; what only a person can know is left as “……”.
      Each is a file .md (the text of record) and a file .docx (Word):

        co-quan/<agency>/thong-bao-tham-dinh-lan-<k>.md  notice of each appraisal round, with the day to explain by
        noi-bo/bien-ban-hop-hoi-dong.md                  minutes of the council's meeting
        noi-bo/to-trinh.md                               proposal to the chairman
        cong-bo/quyet-dinh-cong-bo.md                    decision that approves and announces, with its annexes

        --on DATE         the day that papers bear; notices of earlier appraisal rounds have theirs left open
        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --only KIND,…     write md or docx alone (default all)
        --json            the problems for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    let day = try options.requiredDay(wording)
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(path, options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let folder = options["output"] ?? call.reportFolder
    let files = try PaperFolder.write(results, kinds, on: day, to: folder)
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(results.problems, wording))
    } else {
      ProblemPrinter.print(results.problems, wording)
      try Terminal.results(text(results, files, folder, wording))
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }

  private static func text(_ results: Results, _ files: [String], _ folder: String, _ wording: Wording)
    -> String
  {
    var text = "\(results.round.settings.name)\n"
    if results.isProvisional { text += wording("TẠM TÍNH", "PROVISIONAL") + "\n" }
    let own = files.filter { !$0.hasPrefix("co-quan/") }
    for file in own.byName { text += "  \(file)\n" }
    let notices = files.filter { $0.hasPrefix("co-quan/") }.byName.count
    text +=
      notices == 0
      ? wording(
        "  Chưa có lần thẩm định nào nên chưa có thông báo kết quả thẩm định.\n",
        "  No leaf was appraised yet, so there are no notices.\n")
      : wording(
        "  co-quan/: \(notices) thông báo kết quả thẩm định\n",
        "  co-quan/: \(notices) notices of appraisal\n")
    return text + wording("\(files.count) tệp: \(folder)\n", "\(files.count) files: \(folder)\n")
  }
}
