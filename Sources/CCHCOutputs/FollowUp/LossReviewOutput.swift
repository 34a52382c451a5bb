import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == FollowedRound {
  static var lossReview: Output {
    Output(
      "co-quan/\(.agency)/bang-kiem-diem",
      Bilingual("các nội dung bị trừ điểm, mọi cơ quan", "every lost point, for each agency"),
      each: { round in
        let results = round.results
        return results.round.agencies.enumerated().map { index, agency in
          OutputSubject([.agency: agency.code], results[agency: index])
        }
      },
      [.document { LossReview.document($0) }])
  }
}
