import CCHCCriteria
import CCHCScoring

/// The points of an agency on one leaf.
public struct LeafResult: Sendable, Hashable {
  /// What became of a leaf.
  public enum Status: Sendable, Hashable, CaseIterable {
    /// It is scored.
    case scored
    /// It is exempt and leaves the maximum.
    case exempt
    /// The agency asks for an exemption, which is not granted: 0 points.
    case requested
    /// A figure is missing: 0 points.
    case missing
    /// A figure is invalid, or a check fails: 0 points.
    case invalid
    /// A required document is missing: 0 points.
    case undocumented
    /// It is shown and never scored.
    case monitored
  }

  /// The points after one appraisal.
  public struct Appraised: Sendable, Hashable {
    /// The number of the appraisal round, from 1.
    public let round: Int
    /// The points; nil where the leaf is exempt or monitored.
    public let points: DecimalNumber?
  }

  /// The code of the criterion.
  public let criterion: String
  /// What became of the leaf in the end.
  public let status: Status
  /// The points from what the agency filed; nil for figures of others, and where exempt or monitored.
  public let own: DecimalNumber?
  /// The points after each appraisal, oldest first.
  public let appraised: [Appraised]
  /// The points that count; nil where exempt or monitored.
  public let points: DecimalNumber?
  /// The most points; 0 where exempt, nil where monitored.
  public let maximum: DecimalNumber?

  init(_ leaf: ScoredLeaf) {
    let decimals = leaf.agency.set.settings.pointDecimals
    let score = leaf.score
    criterion = leaf.criterion.code
    status = Status(score.status)
    own = score.own.map { DecimalNumber(exactly: $0, decimals) }
    appraised = leaf.rounds.map { round in
      Appraised(round: round.round, points: round.points.map { DecimalNumber(exactly: $0, decimals) })
    }
    points = score.final.map { DecimalNumber(exactly: $0, decimals) }
    maximum = leaf.applicableMaximum.map { DecimalNumber(exactly: $0, decimals) }
  }
}

extension LeafResult.Status {
  init(_ base: LeafStatus) {
    switch base {
    case .scored: self = .scored
    case .exempt: self = .exempt
    case .requested: self = .requested
    case .missing: self = .missing
    case .invalid: self = .invalid
    case .undocumented: self = .undocumented
    case .monitored: self = .monitored
    }
  }
}
