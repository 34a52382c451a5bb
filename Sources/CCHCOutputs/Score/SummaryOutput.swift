import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var summary: Output {
    Output(
      "noi-bo/report", Bilingual("báo cáo của cơ quan thường trực", "the report of the standing member"),
      [.document { SummaryReport.document($0) }])
  }
}
