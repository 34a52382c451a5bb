import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == RoundComparison {
  static var split: Output {
    Output(
      "noi-bo/so-sanh-\(.olderRound)-tach",
      Bilingual(
        "thay đổi điểm do số liệu, do sửa tiêu chí (--split)",
        "changes of points by figures and by changed criteria (--split)"),
      each: { $0.isSplit ? [OutputSubject([.olderRound: $0.older.round.code], $0)] : [] },
      [.csv { ComparisonCSV($0, locale: $1).leaves() }])
  }
}
