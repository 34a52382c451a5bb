import CCHCScoring
import CCHCTables

extension Output where Source == Results {
  static var summary: Output {
    Output(
      "noi-bo/report", Bilingual("báo cáo của cơ quan thường trực", "the report of the standing member"),
      [.document { SummaryReport.document($0) }])
  }
}
