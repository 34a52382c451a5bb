import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == RoundComparison {
  static var comparison: Output {
    Output(
      "noi-bo/so-sanh-\(.olderRound)",
      Bilingual(
        "thay đổi của chỉ số, hạng, lĩnh vực so với một kỳ trước",
        "changes of index, rank and fields since an older round"),
      each: { [OutputSubject([.olderRound: $0.older.round.code], $0)] },
      [
        .document { ComparisonReport.document($0) },
        .csv { ComparisonCSV($0, locale: $1).agencies() },
      ])
  }
}
