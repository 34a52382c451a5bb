package import CCHCFiles
import CCHCPapers
import CCHCScoring

/// A round scored in one call, for programs that embed the engine.
package struct ScoredRound: Sendable {
  /// The bytes of results.json.
  package let resultsJSON: [UInt8]
  /// Every error and warning of the run.
  package let problems: [Problem]
  /// Whether the results are provisional: errors were found, or self scores await an appraisal.
  package let isProvisional: Bool

  /// Loads and scores the round in a folder.
  ///
  /// - Parameters:
  ///   - round: the round's folder.
  ///   - criteria: the folder that holds the criteria sets.
  /// - Throws: `FileError` where a table that must be there cannot be read.
  package init(round: String, criteria: String) throws(FileError) {
    let outcome = RoundLoader.load(round, options: .init(criteriaFolder: criteria))
    if let failure = outcome.failures.first { throw failure }
    let results = Scorer.score(outcome)
    resultsJSON = ResultsJSON.bytes(results)
    problems = results.problems.items
    isProvisional = results.isProvisional
  }
}
