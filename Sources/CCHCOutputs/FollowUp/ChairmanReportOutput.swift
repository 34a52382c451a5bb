import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == FollowedRound {
  static var chairmanReport: Output {
    Output(
      "noi-bo/bao-cao-tong-hop",
      Bilingual(
        "báo cáo Chủ tịch UBND, kể cả tình hình thực hiện Chỉ thị",
        "report to the chairman, with how the directive was carried out"), isDated: true,
      [.document { ChairmanReport.document($0.results, $0.followUp) }])
  }
}
