import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == FollowedRound {
  static var selfCriticism: Output {
    Output(
      "co-quan/\(.agency)/bao-cao-kiem-diem\(.number, after: "-")",
      Bilingual("báo cáo kiểm điểm, cơ quan phải lập", "the self-criticism report, for those who owe it"),
      isDated: true,
      each: { round in
        round.results.round.agencies.enumerated().flatMap {
          index, agency -> [OutputSubject<(results: Results, duty: FollowedDuty)>] in
          // Obligations with other report words are papers of their own.
          let duties = round.followUp.duties(ofAgency: index).filter(round.followUp.isSelfCriticism)
          return duties.enumerated().map { number, duty in
            OutputSubject(
              number == 0 ? [.agency: agency.code] : [.agency: agency.code, .number: String(number + 1)],
              (results: round.results, duty: duty))
          }
        }
      },
      [.document { SelfCriticismReport.document($0.results, $0.duty) }])
  }
}
