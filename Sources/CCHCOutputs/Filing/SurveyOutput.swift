import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var survey: Output {
    Output(
      "noi-bo/dieu-tra", Bilingual("kết quả điều tra, số phiếu đầy đủ", "the survey, every count"),
      [.document { SurveyReport.full($0) }, .csv { SurveyCounts.csv($0, locale: $1) }])
  }
}
