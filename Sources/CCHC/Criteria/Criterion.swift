import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// A row of a criteria set: a field, a criterion, or a leaf that is scored.
public struct Criterion: Sendable, Hashable {
  /// What the points of a row do.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// They count for the index.
    case scored
    /// They are added beyond the maximum.
    case bonus
    /// They are taken off.
    case penalty
    /// There are none: the row is shown and never scored.
    case monitored
  }

  /// How a leaf gets its figures.
  public enum Method: Sendable, Hashable, CaseIterable {
    /// Each agency files its own.
    case own
    /// A survey counts answers.
    case survey
    /// The department that owns the figure enters it.
    case external
  }

  /// The dotted code, such as `3.2.1`.
  public let code: String
  /// The name.
  public let name: String
  /// The code of the row above; nil for a field.
  public let parent: String?
  /// What the points do.
  public let kind: Kind
  /// The most points; nil where the row is monitored, or the set has an error here.
  public let maximum: DecimalNumber?
  /// How the leaf gets its figures; nil for a row with children.
  public let method: Method?
  /// The figures that the leaf asks for.
  public let inputs: [Input]
  /// The rule of the leaf in the rule language; nil where there is none.
  public let rule: String?
  /// How points are given in the decision's own words.
  public let ruleText: String
  /// The documents that the row rests on.
  public let legalBasis: String

  /// Whether the row is scored itself: no row is below it.
  public var isLeaf: Bool { method != nil }

  init(_ set: CCHCCriteria.CriteriaSet, row: Int) {
    let base = set.rows[row]
    let leaf = base.leaf.map { set.leaves[$0] }
    code = base.code
    name = base.name
    parent = base.parent.map { set.rows[$0].code }
    kind = base.isMonitored ? .monitored : Kind(base.fieldKind)
    maximum = base.maxPoints.map { DecimalNumber(exactly: $0.units, $0.scale) }
    method = leaf.map { Method($0.method) }
    inputs = leaf?.inputs.map(Input.init) ?? []
    rule = leaf?.rule?.text
    ruleText = base.ruleText
    legalBasis = base.legalBasis
  }
}

extension Criterion.Kind {
  init(_ base: FieldKind) {
    switch base {
    case .scored: self = .scored
    case .bonus: self = .bonus
    case .penalty: self = .penalty
    }
  }
}

extension Criterion.Method {
  init(_ base: CCHCCriteria.Method) {
    switch base {
    case .own: self = .own
    case .survey: self = .survey
    case .external: self = .external
    }
  }
}
