import CCHCCriteria

/// What the scoring asks of a leaf, side by side for a loop over a million of them: nothing in it is shared or counted, and
/// nothing has to be compared by a function of another module.
package struct LeafFacts: Sendable {
  /// Whether agencies score it themselves.
  let isOwn: Bool
  /// Whether it is scored by the survey.
  let isSurveyed: Bool
  let isMonitored: Bool
  /// Whether the set has a rule for it that can be worked out.
  let hasRule: Bool
  let zeroDenominator: ZeroDenominator?
  let documents: DocumentPolicy
  /// In units of the set's point decimals.
  let minUnits: Int64
  let maxUnits: Int64
  /// Where its inputs stand among all inputs of an agency.
  let inputs: Range<Int>
  /// Where its program begins; nil where the evaluator has to work its rule out.
  let firstStep: Int?

  /// Whether a leaf that would be scored as filed gets no points for want of a document.
  package func isUndocumented(_ status: LeafStatus, _ marks: LeafMarks) -> Bool {
    guard status == .scored, !isSurveyed, !marks.contains(.hasDocument) else { return false }
    switch documents {
    case .required: return true
    case .requiredOrExplained: return !marks.contains(.hasNote)
    case .optional: return false
    }
  }
}
