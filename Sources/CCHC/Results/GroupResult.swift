import CCHCCriteria
import CCHCScoring

/// The results of one group, whose agencies share a criteria set.
public struct GroupResult: Sendable {
  private let results: CCHCScoring.Results
  private let base: CCHCScoring.GroupResult

  init(_ results: CCHCScoring.Results, _ base: CCHCScoring.GroupResult) {
    self.results = results
    self.base = base
  }

  /// The code of the group.
  public var code: String { results.round.groups[base.group].code }

  /// The code of the criteria set.
  public var criteriaSet: String { results.round.groups[base.group].set.code }

  /// The agencies by bloc, rank and code; those without a rank are last in their bloc.
  ///
  /// - Complexity: O(n) in the number of agencies.
  public var agencies: [AgencyResult] { base.agencies.map { AgencyResult(results[agency: $0.agency]) } }
}
