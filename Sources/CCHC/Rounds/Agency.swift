import CCHCScoring

/// An agency that takes part in a round.
public struct Agency: Sendable, Hashable {
  /// The code, such as `STP`.
  public let code: String
  /// The name.
  public let name: String
  /// The code of the group, whose agencies share a criteria set.
  public let group: String
  /// The bloc, whose agencies are ranked among each other.
  public let bloc: String
  /// Whether the agency takes part in the ranking.
  public let isRanked: Bool

  init(_ round: CCHCScoring.Round, _ index: Int) {
    let base = round.agencies[index]
    code = base.code
    name = base.name
    group = round.groups[base.group].code
    bloc = base.bloc
    isRanked = base.takesPart
  }
}
