import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == FollowedRound {
  static var breakthroughs: Output {
    Output(
      "noi-bo/dot-pha", Bilingual("tổng hợp công việc đột phá", "breakthrough work"), isDated: true,
      [.document { BreakthroughReport.document($0.results, $0.followUp) }])
  }
}
