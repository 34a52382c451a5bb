import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == DatedRound {
  static var notice: Output {
    Output(
      "co-quan/\(.agency)/thong-bao-tham-dinh-lan-\(.appraisalRound)",
      Bilingual(
        "thông báo kết quả thẩm định từng lần, có hạn giải trình",
        "notice of each appraisal round, with the day to explain by"),
      each: { round in
        let notices = Notice.all(in: round.results)
        // Only the notices of the newest appraisal round bear the day.
        let newest = notices.map(\.round).max()
        return notices.map { notice in
          let values: OutputPath.Values = [
            .agency: round.results.round.agencies[notice.agency].code,
            .appraisalRound: String(notice.round),
          ]
          let isDated = notice.round == newest
          return OutputSubject(
            values, (results: round.results, notice: notice, day: isDated ? round.day : nil),
            isDated: isDated)
        }
      },
      [.document { AppraisalNotice.document($0.results, $0.notice, on: $0.day) }])
  }
}
