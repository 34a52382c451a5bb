import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var scores: Output {
    Output(
      "noi-bo/scores",
      Bilingual("điểm của từng cơ quan, từng tiêu chí", "the points of each agency and leaf"),
      [
        .csvPieces { (results, options, put) throws(FileError) in
          try TablesCSV(results, locale: options.locale).scores(jobs: options.jobs, put)
        }
      ])
  }
}
