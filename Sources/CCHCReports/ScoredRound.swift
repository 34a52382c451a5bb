import CCHCScoring
public import CCHCTables

/// A round scored in one call, for programs that embed the engine.
public struct ScoredRound: Sendable {
  /// The bytes of results.json.
  public let resultsJSON: [UInt8]
  /// Every error and warning of the run.
  public let problems: [Problem]
  /// Whether the results are provisional: errors were found, or self scores await an appraisal.
  public let isProvisional: Bool

  /// Loads and scores the round in a folder.
  ///
  /// - Parameters:
  ///   - round: the round's folder.
  ///   - criteria: the folder that holds the criteria sets.
  /// - Throws: `FileError` where a table that must be there cannot be read.
  public init(round: String, criteria: String) throws(FileError) {
    let outcome = RoundLoader.load(round, options: .init(criteriaFolder: criteria))
    if let failure = outcome.failures.first { throw failure }
    let results = Scorer.score(outcome)
    resultsJSON = ResultsJSON.bytes(results)
    problems = results.problems.items
    isProvisional = results.isProvisional
  }
}
