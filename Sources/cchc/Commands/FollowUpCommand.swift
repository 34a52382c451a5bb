import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc followup ROUND`: what agencies owe after the announcement, and the papers that go with it.
enum FollowUpCommand: Command {
  static let name = "followup"
  static let kinds: [OutputKind] = [.md, .docx, .csv, .xlsx]
  static let options = [
    OptionSpec.day, OptionSpec(name: "output", short: "o", value: "DIR"), RoundCall.criteriaOption,
    OptionSpec(name: "locale", value: "vi|en"), .only(kinds),
  ]

  static func summary(_ wording: Wording) -> String {
    wording(
      "theo dõi nghĩa vụ sau công bố, đôn đốc, tổng hợp báo cáo",
      "follow up the obligations after the announcement")
  }

  static func help(_ wording: Wording) -> String {
    wording(
      """
      Ví dụ:
        cchc followup evidence/2023-cchc-mau --on 28/3/2024

      cchc followup KỲ --on NGÀY [-o THƯ_MỤC] [--criteria THƯ_MỤC] [--locale vi|en] [--only md,docx,csv,xlsx] [--json]
      Từng cơ quan còn phải làm gì, đã nộp ngày nào, đúng hạn, muộn hay quá hạn bao nhiêu ngày, theo followup.csv,
      breakthrough.csv và orders.csv (nghĩa vụ giao riêng). Trước khi khóa sổ, nghĩa vụ là dự kiến và không có công văn.
      Mỗi văn bản một tệp .md (bản gốc) và một tệp .docx (Word):

        noi-bo/theo-doi.md, theo-doi.csv        từng cơ quan, từng nghĩa vụ
        noi-bo/theo-doi.xlsx                    bảng tính: theo dõi, danh sách thi đua
        noi-bo/dot-pha.xlsx                     bảng điền công việc đột phá; điền xong chép thành breakthrough.xlsx
        noi-bo/cong-van-don-doc.md              một công văn đôn đốc, danh sách kèm theo
        noi-bo/danh-sach-thi-dua.md, .csv       chỉ số, xếp loại, hạng, lĩnh vực dưới 75%
        noi-bo/dot-pha.md                       tổng hợp công việc đột phá
        noi-bo/bao-cao-tong-hop.md              báo cáo Chủ tịch UBND, kể cả tình hình thực hiện Chỉ thị
        co-quan/<cơ quan>/bang-kiem-diem.md     các nội dung bị trừ điểm, mọi cơ quan
        co-quan/<cơ quan>/bao-cao-kiem-diem.md  báo cáo kiểm điểm, cơ quan phải lập

        --on NGÀY             theo dõi đến hết ngày này, không trước ngày công bố
        -o, --output THƯ_MỤC  nơi ghi (mặc định reports/<kỳ>/ cạnh evidence/)
        --criteria THƯ_MỤC    thư mục chứa các bộ tiêu chí (mặc định criteria/ cạnh evidence/)
        --locale vi|en        CSV cho bảng tính tiếng Việt (dấu ; và dấu phẩy thập phân) hoặc tiếng Anh (mặc định en)
        --only LOẠI,…         chỉ ghi md, docx, csv hoặc xlsx (mặc định mọi loại)
        --json                kết quả theo dõi dạng JSON cho chương trình khác đọc, ra stdout

      """,
      """
      Example:
        cchc followup evidence/2023-cchc-mau --on 2024-03-28

      cchc followup ROUND --on DATE [-o DIR] [--criteria DIR] [--locale vi|en] [--only md,docx,csv,xlsx] [--json]
      What each agency still owes, what it handed in and when, in time, late or overdue by how many days, from
      followup.csv, breakthrough.csv and orders.csv (obligations entered by hand). Before the round is closed
      obligations are expected only, and no letter is written. Each document is a file .md (the text of record)
      and a file .docx (Word):

        noi-bo/theo-doi.md, theo-doi.csv        each agency and duty
        noi-bo/theo-doi.xlsx                    a workbook of both lists
        noi-bo/dot-pha.xlsx                     breakthrough work to be filled in; then it is breakthrough.xlsx
        noi-bo/cong-van-don-doc.md              one reminder with the list as its annex
        noi-bo/danh-sach-thi-dua.md, .csv       index, band, rank, fields below 75 %
        noi-bo/dot-pha.md                       breakthrough work
        noi-bo/bao-cao-tong-hop.md              report to the chairman, with how the directive was carried out
        co-quan/<agency>/bang-kiem-diem.md      every lost point, for each agency
        co-quan/<agency>/bao-cao-kiem-diem.md   the self-criticism report, for those who owe it

        --on DATE         the day that is asked about, not before the announcement
        -o, --output DIR  where to write (default reports/<round>/ beside evidence/)
        --criteria DIR    the folder of the criteria sets (default criteria/ beside evidence/)
        --locale vi|en    CSV for a Vietnamese spreadsheet (`;`, decimal comma) or an English one (default en)
        --only KIND,…     write md, docx, csv or xlsx alone (default all)
        --json            the follow-up for machines, to stdout

      """)
  }

  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode {
    guard let path = options.operands.first else {
      throw CallError.tooFew(needed: wording("thư mục kỳ đánh giá", "the folder of a round"))
    }
    if options.operands.count > 1 { throw CallError.tooMany(options.operands[1]) }
    let day = try options.requiredDay(wording)
    let locale = CSVLocale(rawValue: try options.choice("locale", ["vi", "en"]) ?? "en") ?? .english
    let kinds = try options.kinds(kinds)
    let call = try RoundCall(path, options, wording)
    let results = Scorer.score(try call.load(makesStamps: false, wording))
    let refusals = FollowUp.problems(of: results.round, on: day)
    guard !refusals.hasErrors else { return try refuse(results.problems, refusals, options, wording) }
    let followUp = FollowUp(results, on: day)
    let folder = options["output"] ?? call.reportFolder
    if kinds.contains(.xlsx), let filled = FollowUpFolder.filledList(in: folder, results.round) {
      throw FileError(
        path: filled,
        reason: wording(
          "bảng này đã được điền; chép vào thư mục kỳ đánh giá với tên breakthrough.xlsx, hoặc ghi nơi khác bằng -o. Chưa ghi gì.",
          "this table has been filled in; copy it into the round's folder as breakthrough.xlsx, or write elsewhere by -o. Nothing was written."
        ))
    }
    let files = try FollowUpFolder.write(results, followUp, kinds, locale: locale, to: folder)
    if options.has("json") {
      try Terminal.results(FollowUpJSON.bytes(results, followUp, wording))
    } else {
      ProblemPrinter.print(results.problems, wording)
      try Terminal.results(
        FollowUpSummary(results, followUp, wording).text(folder: folder, files: files.count))
    }
    return results.problems.hasErrors ? .errorsFound : .clean
  }

  /// Tells every problem and writes nothing.
  private static func refuse(
    _ found: ProblemList, _ refusals: ProblemList, _ options: Options, _ wording: Wording
  ) throws -> ExitCode {
    var problems = found
    problems.append(contentsOf: refusals)
    if options.has("json") {
      try Terminal.results(ProblemPrinter.json(problems, wording))
    } else {
      ProblemPrinter.print(problems, wording)
      Terminal.message(wording("Chưa ghi gì.\n", "Nothing was written.\n"))
    }
    return .errorsFound
  }
}
