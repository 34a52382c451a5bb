import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == DatedRound {
  static var proposal: Output {
    Output(
      "noi-bo/to-trinh", Bilingual("tờ trình", "proposal to the chairman"), isDated: true,
      [.document { DecisionProposal.document($0.results, on: $0.day) }])
  }
}
