package import CCHCCriteria
import CCHCFiles

/// One leaf of one agency as it was filed and appraised, before any scoring.
package struct FiledLeaf: Sendable {
  package let agency: FiledAgency
  /// The leaf's index in the set.
  package let index: Int

  init(_ agency: FiledAgency, _ index: Int) {
    self.agency = agency
    self.index = index
  }

  /// The leaf as the set declares it.
  package var declared: Leaf { agency.set.leaves[index] }

  /// Its row of criteria.csv.
  package var criterion: Criterion {
    let set = agency.set
    return set.rows[set.leaves[index].row]
  }

  package var marks: LeafMarks { agency.round.evidence.marks[agency.firstLeaf + index] }
  /// Whether a decision exempts the agency from the leaf.
  package var isExempt: Bool { marks.contains(.exempt) }

  /// The figures of its inputs, in their order.
  package var figures: ArraySlice<Figure> { agency.round.evidence.figures[figureIndices] }

  /// The figure of one input, by the input's index.
  package func figure(input: Int) -> Figure {
    agency.round.evidence.figures[figureIndices.lowerBound + input]
  }

  /// Where its figures are in the evidence.
  private var figureIndices: Range<Int> {
    let round = agency.round
    let group = round.agencies[agency.index].group
    let first = round.agencies[agency.index].firstFigure + round.groups[group].set.leaves[index].firstInput
    return first..<(first + round.groups[group].set.leaves[index].inputs.count)
  }

  /// Whether any figure was filed, or its survey has a row.
  package var isFiled: Bool {
    marks.contains(.isSurveyed) || figures.contains { $0.state != .absent && $0.state != .blank }
  }

  /// Whether members of the council appraise it.
  package var isAppraisable: Bool {
    let declared = declared
    return declared.method != .survey && !declared.isMonitored && !isExempt
  }

  /// What a count holds of agencies that ended (carryover.csv), by the input's index; nil where nothing.
  package func carried(input: Int) -> Int64? {
    agency.round.evidence.carried[figureIndices.lowerBound + input]
  }

  /// Whether a count is of agencies that ended alone: the agency itself filed nothing.
  package func isCarriedAlone(input: Int) -> Bool {
    agency.round.evidence.carriedAlone.contains(figureIndices.lowerBound + input)
  }

  /// The rows that name a document, a note or a source.
  ///
  /// Complexity: O(log n) in the rows of all agencies.
  package var proofs: ArraySlice<Proof> {
    agency.round.evidence.proofs.elements(with: agency.index) { $0.agency }.elements(with: index) { $0.leaf }
  }

  /// Appraisal rows that count, by appraisal round.
  ///
  /// Complexity: O(log n) in the rows of all agencies.
  package var appraisals: ArraySlice<Appraisal> { agency.appraisals.elements(with: index) { $0.leaf } }

  /// The agency's answers, by appraisal round.
  ///
  /// Complexity: O(log n) in the answers of all agencies.
  package var explanations: ArraySlice<Explanation> { agency.explanations.elements(with: index) { $0.leaf } }

  /// What was filed, as it is judged.
  package var state: LeafJudge.State {
    LeafJudge.State(figures: Array(figures), marks: marks, lateDays: agency.lateDays)
  }

  /// The states that it goes through: as filed, then after each appraisal round.
  package var history: LeafHistory { LeafHistory(filed: state, appraisals: appraisals) }

  /// Where its points come from.
  package var trace: LeafTrace { LeafTrace(self) }

  /// The answers of its survey; nil where no table has a row for it.
  package var survey: SurveyLeaf? {
    declared.method == .survey && marks.contains(.isSurveyed) ? SurveyLeaf(self) : nil
  }

  /// The answers of named groups of respondents.
  ///
  /// Complexity: O(log n) in those of all agencies.
  var answers: ArraySlice<GroupAnswers> {
    let (answers, figures) = (agency.round.evidence.answers, figureIndices)
    let start = answers.partitioningIndex { $0.figure >= figures.lowerBound }
    let end = answers.partitioningIndex { $0.figure >= figures.upperBound }
    return answers[start..<end]
  }
}
