import CCHCExact
package import CCHCFiles

extension Rounding {
  /// The way of rounding for a message.
  package var argument: ProblemArgument {
    switch self {
    case .halfUp: .phrase(vi: "nửa thì lên", en: "halves up")
    case .halfEven: .phrase(vi: "nửa về số chẵn", en: "halves to even")
    case .down: .phrase(vi: "bỏ phần lẻ", en: "toward zero")
    }
  }
}
