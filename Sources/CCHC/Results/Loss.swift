import CCHCScoring

/// Points that an agency lost on one leaf.
public struct Loss: Sendable, Hashable {
  /// The code of the field.
  public let field: String
  /// The code of the leaf.
  public let criterion: String
  /// The points below the leaf's maximum, or taken off by a penalty field.
  public let points: DecimalNumber
  /// What became of the leaf.
  public let status: LeafResult.Status
}
