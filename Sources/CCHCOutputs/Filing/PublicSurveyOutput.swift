import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var publicSurvey: Output {
    Output(
      "cong-bo/dieu-tra",
      Bilingual(
        "kết quả điều tra để công bố, số phiếu nhỏ được che",
        "the survey to be published, small counts masked"),
      [.document { SurveyReport.masked($0) }])
  }
}
