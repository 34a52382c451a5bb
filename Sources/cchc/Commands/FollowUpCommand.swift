import CCHCReports
import CCHCScoring
import CCHCTables

/// `cchc followup ROUND`: what agencies owe after the announcement, and the papers that go with it.
enum FollowUpCommand: RoundCommand {
  static let name = "followup"
  static let summary = Bilingual(
    "theo dõi nghĩa vụ sau công bố, đôn đốc, tổng hợp báo cáo",
    "follow up the obligations after the announcement")
  private static let day = SharedOptions.requiredDay(
    Bilingual(
      "theo dõi đến hết ngày này, không trước ngày công bố",
      "the day that is asked about, not before the announcement"))
  private static let locale = SharedOptions.locale(default: .english)
  private static let only = SharedOptions.only([.md, .docx, .csv, .xlsx])
  static let options: [any DeclaredOption] = [
    day, SharedOptions.output, SharedOptions.criteria, locale, only, SharedOptions.json,
  ]
  static let examples = [
    Bilingual(
      "cchc followup evidence/2023-cchc-mau --on 28/3/2024",
      "cchc followup evidence/2023-cchc-mau --on 2024-03-28")
  ]
  static let details: [HelpBlock] = [
    .paragraph(
      "Từng cơ quan còn phải làm gì, đã nộp ngày nào, đúng hạn, muộn hay quá hạn bao nhiêu ngày, theo followup.csv, "
        + "breakthrough.csv và orders.csv (nghĩa vụ giao riêng). Trước khi khóa sổ, nghĩa vụ là dự kiến và không có "
        + "công văn. Mỗi văn bản một tệp .md (bản gốc) và một tệp .docx (Word):",
      "What each agency still owes, what it handed in and when, in time, late or overdue by how many days, from "
        + "followup.csv, breakthrough.csv and orders.csv (obligations entered by hand). Before the round is closed "
        + "obligations are expected only, and no letter is written. Each document is a file .md (the text of "
        + "record) and a file .docx (Word):"),
    .list([
      (
        Bilingual("noi-bo/theo-doi.md, .csv"),
        Bilingual("từng cơ quan, từng nghĩa vụ", "each agency and duty")
      ),
      (
        Bilingual("noi-bo/theo-doi.xlsx"),
        Bilingual("bảng tính: theo dõi, danh sách thi đua", "a workbook of both lists")
      ),
      (
        Bilingual("noi-bo/dot-pha.xlsx"),
        Bilingual(
          "bảng điền công việc đột phá; điền xong chép thành breakthrough.xlsx",
          "breakthrough work to be filled in; then it is breakthrough.xlsx")
      ),
      (
        Bilingual("noi-bo/cong-van-don-doc.md"),
        Bilingual("một công văn đôn đốc, danh sách kèm theo", "one reminder with the list as its annex")
      ),
      (
        Bilingual("noi-bo/danh-sach-thi-dua.md, .csv"),
        Bilingual("chỉ số, xếp loại, hạng, lĩnh vực dưới 75%", "index, band, rank, fields below 75%")
      ),
      (Bilingual("noi-bo/dot-pha.md"), Bilingual("tổng hợp công việc đột phá", "breakthrough work")),
      (
        Bilingual("noi-bo/bao-cao-tong-hop.md"),
        Bilingual(
          "báo cáo Chủ tịch UBND, kể cả tình hình thực hiện Chỉ thị",
          "report to the chairman, with how the directive was carried out")
      ),
      (
        Bilingual("co-quan/<cơ quan>/bang-kiem-diem.md", "co-quan/<agency>/bang-kiem-diem.md"),
        Bilingual("các nội dung bị trừ điểm, mọi cơ quan", "every lost point, for each agency")
      ),
      (
        Bilingual("co-quan/<cơ quan>/bao-cao-kiem-diem.md", "co-quan/<agency>/bao-cao-kiem-diem.md"),
        Bilingual("báo cáo kiểm điểm, cơ quan phải lập", "the self-criticism report, for those who owe it")
      ),
    ]),
  ]

  static func run(_ round: RoundCall) throws -> CommandOutput {
    let (day, locale, kinds) = (try round[day], try round[locale], try round[only])
    let (folder, wording) = (round.reportFolder, round.wording)
    let results = round.score()
    let refusals = FollowUp.problems(of: results.round, on: day)
    guard !refusals.hasErrors else {
      var problems = results.problems
      problems.append(contentsOf: refusals)
      return .refused(problems, wording)
    }
    let followUp = FollowUp(results, on: day)
    if kinds.contains(.xlsx), let filled = try FollowUpFolder.filledList(in: folder, results.round) {
      throw FileError(
        path: filled,
        reason: wording(
          "bảng này đã được điền; chép vào thư mục kỳ đánh giá với tên breakthrough.xlsx, hoặc ghi nơi khác bằng -o. Chưa ghi gì.",
          "this table has been filled in; copy it into the round's folder as breakthrough.xlsx, or write elsewhere by -o. Nothing was written."
        ))
    }
    let files = try FollowUpFolder.write(results, followUp, kinds, locale: locale, to: folder)
    return CommandOutput(
      results.problems, json: { FollowUpJSON.bytes(results, followUp, wording) },
      text: FollowUpSummary(results, followUp, wording).text(folder: folder, files: files.count))
  }
}
