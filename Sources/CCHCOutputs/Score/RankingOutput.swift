import CCHCBooks
import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var ranking: Output {
    Output(
      "cong-bo/ranking", Bilingual("bảng xếp hạng để công bố", "the ranking to be published"),
      [
        .document { PublicRanking.document($0) },
        .csvPieces { (results, options, put) throws(FileError) in
          try TablesCSV(results, locale: options.locale).ranking(jobs: options.jobs, put)
        },
        .xlsx { RankingWorkbook.bytes($0) },
      ])
  }
}
