import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCScoring

/// A criteria set: one decision, one version, with its criteria, bands and obligations.
///
/// A set is loaded from a folder of tables. What is wrong in the tables is in ``problems``; the rest of the set
/// counts nevertheless.
///
/// ```swift
/// let set = try CriteriaSet(folder: "criteria/cchc-so-2023")
/// print(set.name, set.criteria.count)
/// ```
public struct CriteriaSet: Sendable {
  private let loaded: Loaded

  /// What was loaded, which all copies of the set share.
  private final class Loaded: Sendable {
    let outcome: SetLoader.Outcome

    init(_ outcome: SetLoader.Outcome) { self.outcome = outcome }
  }

  var outcome: SetLoader.Outcome { loaded.outcome }

  private var base: CCHCCriteria.CriteriaSet { outcome.set }

  /// Loads the set in a folder.
  ///
  /// - Parameter path: The folder, whose name is the code of the set.
  /// - Throws: ``LoadError`` where a file cannot be read. Errors inside the tables are ``problems`` instead.
  /// - Complexity: O(n) in the size of the tables.
  public init(folder path: String) throws(LoadError) {
    let outcome = SetLoader.load(path, code: lastPathPart(resolvedPath(path)), makesStamps: false)
    if let failure = outcome.failures.first { throw LoadError(failure, outcome.problems) }
    loaded = Loaded(outcome)
  }

  /// Creates a set that a program has built.
  ///
  /// - Parameter definition: The parts of the set; what is wrong with them is in ``problems``.
  /// - Complexity: O(n) in the size of the definition.
  public init(_ definition: SetDefinition) {
    let tables = SetTables(definition)
    loaded = Loaded(
      SetLoader.load(
        .memory(tables.tables), code: definition.code, makesStamps: false, after: tables.problems))
  }

  /// Whether two values are copies of one set.
  func isIdentical(to other: CriteriaSet) -> Bool { loaded === other.loaded }

  /// The code, which is the name of the folder.
  public var code: String { base.code }

  /// The title.
  public var name: String { base.settings.name }

  /// The decision that issued the set.
  public var legalBasis: String { base.settings.legalBasis }

  /// Everything that is wrong in the tables, in the order in which they were read.
  ///
  /// - Complexity: O(n) in the number of problems.
  public var problems: [Problem] { outcome.problems.face }

  /// All rows in the order of the table: fields, criteria and leaves.
  ///
  /// - Complexity: O(n) in the number of rows.
  public var criteria: [Criterion] { base.rows.indices.map { Criterion(base, row: $0) } }

  /// The labels of the bands, best first.
  public var bands: [String] { base.bands.map(\.label) }

  /// Works out the examples of the set and compares them with the points that it states.
  ///
  /// - Returns: A problem for each example that comes out otherwise.
  /// - Complexity: O(n) in the number of examples.
  public func checkExamples() -> [Problem] { base.runCases().face }
}
