import CCHCFiles
import CCHCScoring

/// The results of a scored round.
///
/// ```swift
/// for group in round.score().groups {
///   for agency in group.agencies { print(agency.rank ?? 0, agency.agency.name) }
/// }
/// ```
public struct Results: Sendable {
  private let base: CCHCScoring.Results

  init(_ base: CCHCScoring.Results) { self.base = base }

  /// Whether the results are provisional: errors were found, or figures await an appraisal.
  public var isProvisional: Bool { base.isProvisional }

  /// Everything that is wrong in the tables and in the figures.
  ///
  /// - Complexity: O(n) in the number of problems.
  public var problems: [Problem] { base.problems.face }

  /// The groups in the order of their codes.
  public var groups: [GroupResult] { base.groups.map { GroupResult(base, $0) } }

  /// The results of one agency.
  ///
  /// - Parameter code: The code of the agency.
  /// - Returns: The results; nil where the round has no such agency.
  /// - Complexity: O(n) in the number of agencies.
  public func agency(_ code: String) -> AgencyResult? {
    base.round.agency(code).map { AgencyResult(base[agency: $0]) }
  }
}
