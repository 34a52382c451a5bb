import CCHCExact

/// A rule by which a value between two decimals is rounded.
public enum Rounding: Sendable, Hashable, CaseIterable {
  /// To the nearest, a half away from zero.
  case halfUp
  /// To the nearest, a half to the even neighbour.
  case halfEven
  /// Toward zero.
  case down

  /// The rounding of the engine.
  var base: CCHCExact.Rounding {
    switch self {
    case .halfUp: .halfUp
    case .halfEven: .halfEven
    case .down: .down
    }
  }

  init(_ base: CCHCExact.Rounding) {
    switch base {
    case .halfUp: self = .halfUp
    case .halfEven: self = .halfEven
    case .down: self = .down
    }
  }
}
