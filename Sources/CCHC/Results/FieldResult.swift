import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// The points of an agency in one field.
public struct FieldResult: Sendable, Hashable {
  /// The code of the field.
  public let criterion: String
  /// The name of the field.
  public let name: String
  /// What the points do.
  public let kind: Criterion.Kind
  /// The points of the field's leaves together.
  public let points: DecimalNumber
  /// The most points of the leaves that are not exempt.
  public let maximum: DecimalNumber
  /// Points over maximum, exact; nil where the maximum is 0.
  public let share: Fraction?
  /// The published percentage; nil where the maximum is 0.
  public let percent: DecimalNumber?

  init(_ set: CCHCCriteria.CriteriaSet, row: Int, _ total: RowTotal) {
    let settings = set.settings
    criterion = set.rows[row].code
    name = set.rows[row].name
    kind = Criterion.Kind(set.rows[row].fieldKind)
    points = DecimalNumber(exactly: total.points, settings.pointDecimals)
    maximum = DecimalNumber(exactly: total.max, settings.pointDecimals)
    share = total.share.map(Fraction.init)
    percent = total.share.flatMap(settings.publishedPercent).map {
      DecimalNumber(exactly: $0, settings.indexDecimals)
    }
  }
}
