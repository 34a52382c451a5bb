import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == DatedRound {
  static var minutes: Output {
    Output(
      "noi-bo/bien-ban-hop-hoi-dong", Bilingual("biên bản họp Hội đồng", "minutes of the council's meeting"),
      [.document { CouncilMinutes.document($0.results) }])
  }
}
