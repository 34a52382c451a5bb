import CCHCCycle
import CCHCFiles
import CCHCPapers
import CCHCScoring

extension Output where Source == Results {
  static var obligations: Output {
    Output(
      "noi-bo/obligations",
      Bilingual("nghĩa vụ của từng cơ quan sau công bố", "what each agency owes after publication"),
      [
        .csvPieces { (results, options, put) throws(FileError) in
          try TablesCSV(results, locale: options.locale).obligations(jobs: options.jobs, put)
        }
      ])
  }
}
