import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// A field, a criterion or a leaf of a set that a program builds in code.
///
/// A row is a leaf where no other row's code continues its own. Only leaves have inputs and a rule.
public struct CriterionDefinition: Sendable, Hashable {
  /// What the whole rule gives when it divides by 0.
  public enum ZeroDenominator: Sendable, Hashable, CaseIterable {
    /// No points.
    case zero
    /// All points.
    case full
    /// The leaf is exempt.
    case exempt
  }

  /// Whether a leaf needs a document.
  public enum DocumentPolicy: Sendable, Hashable, CaseIterable {
    /// Without one there are no points.
    case required
    /// Without one or a note there are no points.
    case requiredOrExplained
    /// It may have one.
    case optional
  }

  /// The dotted code, such as `3.2.1`; the row above has the code less its last part.
  public var code: String
  /// The name.
  public var name: String
  /// The most points, those of the children together for a parent; nil for a monitored row.
  public var maximum: DecimalNumber?
  /// The least points of a leaf.
  public var minimum: DecimalNumber?
  /// What the points of a field do; `.monitored` for a leaf below that is only shown.
  public var kind: Criterion.Kind
  /// How a leaf gets its figures.
  public var method: Criterion.Method
  /// The figures that a leaf asks for; those of a survey leaf are counts.
  public var inputs: [Input]
  /// The rule of a leaf in the rule language; empty for a parent.
  public var rule: String
  /// Conditions that the figures must meet, such as `b <= a`.
  public var checks: [String] = []
  /// What the rule gives when it divides by 0; nil where it cannot.
  public var zeroDenominator: ZeroDenominator?
  /// Whether a leaf needs a document.
  public var documents: DocumentPolicy = .optional
  /// The code of the council member that appraises this row and all below it.
  public var appraiser: String = ""
  /// The documents that the row rests on.
  public var legalBasis: String = ""
  /// How points are given in the decision's own words.
  public var ruleText: String = ""

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - code: The dotted code, such as `3.2.1`.
  ///   - name: The name.
  ///   - maximum: The most points; nil for a monitored row.
  ///   - minimum: The least points of a leaf; nil for 0.
  ///   - kind: What the points of a field do; `.monitored` for a leaf below that is only shown.
  ///   - method: How a leaf gets its figures.
  ///   - inputs: The figures that a leaf asks for.
  ///   - rule: The rule of a leaf in the rule language.
  ///   - zeroDenominator: What the rule gives when it divides by 0; nil where it cannot.
  public init(
    _ code: String, _ name: String, maximum: DecimalNumber?, minimum: DecimalNumber? = nil,
    kind: Criterion.Kind = .scored, method: Criterion.Method = .own, inputs: [Input] = [], rule: String = "",
    zeroDenominator: ZeroDenominator? = nil
  ) {
    self.code = code
    self.name = name
    self.maximum = maximum
    self.minimum = minimum
    self.kind = kind
    self.method = method
    self.inputs = inputs
    self.rule = rule
    self.zeroDenominator = zeroDenominator
  }
}
