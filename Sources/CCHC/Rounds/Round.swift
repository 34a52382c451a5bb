import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCScoring

/// One year's evidence for one or more groups of agencies, with the sets that score them.
///
/// What is wrong in the tables is in ``problems``; whatever can be scored is.
///
/// ```swift
/// let round = try Round(folder: "evidence/2026-dvc-766")
/// let results = round.score()
/// ```
public struct Round: Sendable {
  private let outcome: RoundLoader.Outcome

  private var base: CCHCScoring.Round { outcome.round }

  /// Loads the round in a folder.
  ///
  /// The round of the year before, where `round.csv` names one, is loaded and scored too.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - criteria: The folder of the criteria sets; nil for `criteria` beside the folder that holds the round's.
  /// - Throws: ``LoadError`` where a file cannot be read. Errors inside the tables are ``problems`` instead.
  /// - Complexity: O(n) in the size of the tables.
  public init(folder path: String, criteria: String? = nil) throws(LoadError) {
    let sets = criteria ?? joinedPath(parentFolder(parentFolder(resolvedPath(path))), "criteria")
    let outcome = RoundLoader.load(path, options: .init(criteriaFolder: sets, makesStamps: false))
    if let failure = outcome.failures.first { throw LoadError(failure, outcome.problems) }
    self.outcome = outcome
  }

  /// Creates a round that a program has built.
  ///
  /// - Parameter definition: The parts of the round; what is wrong with them, or with its sets, is in ``problems``.
  /// - Complexity: O(n) in the size of the definition.
  public init(_ definition: RoundDefinition) {
    let tables = RoundTables(definition)
    outcome = RoundLoader.load(
      .memory(tables.tables), code: definition.code,
      options: .init(sets: definition.sets.values.map(\.outcome)), after: tables.problems)
  }

  /// The code, which is the name of the folder.
  public var code: String { base.code }

  /// The title.
  public var name: String { base.settings.name }

  /// The assessed year; nil where the tables do not give it.
  public var year: Int? { base.settings.year }

  /// The agencies in the order of the table.
  ///
  /// - Complexity: O(n) in the number of agencies.
  public var agencies: [Agency] { base.agencies.indices.map { Agency(base, $0) } }

  /// Everything that is wrong in the tables, in the order in which they were read.
  ///
  /// - Complexity: O(n) in the number of problems.
  public var problems: [Problem] { outcome.problems.face }

  /// Scores all agencies.
  ///
  /// The results depend on the tables alone, not on the number of threads or on the machine.
  ///
  /// - Parameter threads: The number of threads, 1 to 256; nil for one on each core.
  /// - Returns: The results.
  /// - Complexity: O(n log n) in the number of agencies and O(n) in their leaves.
  public func score(threads: Int? = nil) -> Results {
    Results(Scorer.score(outcome, jobs: min(max(1, threads ?? coreCount), 256)))
  }
}
