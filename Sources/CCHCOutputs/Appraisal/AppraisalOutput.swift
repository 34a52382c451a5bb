import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCTables

extension Output where Source == AppraisalReport {
  static var appraisal: Output {
    Output(
      "noi-bo/tham-dinh",
      Bilingual(
        "báo cáo kết quả thẩm định; các lượt điều chỉnh", "the report on appraisal; every correction"),
      [.document { $0.document() }, .csv { report, _ in report.csv(.vietnamese) }])
  }
}
