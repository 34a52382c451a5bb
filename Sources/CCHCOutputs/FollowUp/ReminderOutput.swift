import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == FollowedRound {
  static var reminder: Output {
    Output(
      "noi-bo/cong-van-don-doc",
      Bilingual("công văn đôn đốc, kèm danh sách", "a reminder with the list as its annex"), isDated: true,
      isDue: { ReminderLetter.isDue($0.followUp) },
      [.document { ReminderLetter.document($0.results, $0.followUp) }])
  }
}
