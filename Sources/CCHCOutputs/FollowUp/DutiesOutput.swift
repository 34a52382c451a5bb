import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCTables

extension Output where Source == FollowedRound {
  static var duties: Output {
    Output(
      "noi-bo/theo-doi",
      Bilingual(
        "theo dõi từng cơ quan, từng nghĩa vụ; bảng tính kèm danh sách thi đua",
        "each agency and duty; the workbook has the list for emulation too"), isDated: true,
      [
        .document { FollowUpReport.document($0.results, $0.followUp) },
        .csv { FollowUpTables($0.results, $0.followUp, locale: $1).duties() },
        .xlsx { FollowUpTables($0.results, $0.followUp, locale: .vietnamese).workbook() },
      ])
  }
}
