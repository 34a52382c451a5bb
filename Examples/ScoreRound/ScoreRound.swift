import CCHC

/// Scores a round and prints its ranks: `ScoreRound [FOLDER]`.
@main enum ScoreRound {
  static func main() {
    let folder = CommandLine.arguments.dropFirst().first ?? "evidence/2026-dvc-766"
    do throws(LoadError) {
      let results = try Round(folder: folder).score()
      for problem in results.problems where problem.severity == .error {
        print("\(problem.file), row \(problem.row ?? 1): \(problem.message(in: .english))")
      }
      for result in results.groups.flatMap(\.agencies) {
        let rank = result.rank.map { "\($0)." } ?? "–"
        print(rank, result.agency.name, result.index.map { "\($0)%" } ?? "no index")
      }
    } catch {
      print("\(error.path): \(error.message(in: .english))")
    }
  }
}
