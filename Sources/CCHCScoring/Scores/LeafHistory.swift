import CCHCCriteria
import CCHCFiles

/// The states that a leaf goes through: as filed, then after each appraisal round (FORMATS 4).
package struct LeafHistory {
  package struct Step {
    /// nil for what was filed.
    package let round: Int?
    package let appraisals: [Appraisal]
    package let state: LeafJudge.State
  }

  package let steps: [Step]

  package var last: LeafJudge.State { steps.last?.state ?? LeafJudge.State() }

  /// Replays the appraisals of a leaf, which stand in the order of their rounds, over what was filed.
  package init(filed: LeafJudge.State, appraisals: ArraySlice<Appraisal>) {
    var steps = [Step(round: nil, appraisals: [], state: filed)]
    var state = filed
    var rest = appraisals
    while let round = rest.first?.round {
      let count = rest.prefix { $0.round == round }.count
      let rows = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      for row in rows { row.decision.apply(to: &state.figures, &state.decided) }
      steps.append(Step(round: round, appraisals: rows, state: state))
    }
    self.steps = steps
  }
}
