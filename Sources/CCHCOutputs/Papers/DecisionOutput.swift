import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Output where Source == DatedRound {
  static var decision: Output {
    Output(
      "cong-bo/quyet-dinh-cong-bo",
      Bilingual(
        "quyết định phê duyệt và công bố, kèm phụ lục",
        "decision that approves and announces, with its annexes"),
      [.document { PublicDecision.document($0.results) }])
  }
}
