import CCHCCriteria
import CCHCDocuments
import CCHCScoring

extension ListCell {
  /// Points of a set, an empty cell for nil.
  static func points(_ units: Int64?, _ settings: SetSettings) -> ListCell {
    guard let units else { return .text(settings.pointsText(units)) }
    return .figure(Int128(units), decimals: settings.pointDecimals, shown: settings.pointsText(units))
  }
}
