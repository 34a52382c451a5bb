import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == FollowedRound {
  static var emulation: Output {
    Output(
      "noi-bo/danh-sach-thi-dua",
      Bilingual("chỉ số, xếp loại, hạng, lĩnh vực dưới 75%", "index, band, rank, fields below 75 %"),
      isDated: true,
      [
        .document { EmulationList.document($0.results, $0.followUp) },
        .csv { FollowUpTables($0.results, $0.followUp, locale: $1).emulation() },
      ])
  }
}
