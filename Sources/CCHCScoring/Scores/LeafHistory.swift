import CCHCTables

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

extension Round {
  /// What was filed for a leaf.
  package func filedState(agency: Int, leaf: Int) -> LeafJudge.State {
    let owner = agencies[agency]
    let declared = groups[owner.group].set.leaves[leaf]
    let first = owner.firstFigure + declared.firstInput
    return LeafJudge.State(
      figures: Array(evidence.figures[first..<(first + declared.inputs.count)]),
      marks: evidence.marks[owner.firstLeaf + leaf], lateDays: lateDays[agency])
  }

  /// Where the appraisals of each leaf stand, by the leaf's place in the evidence.
  func appraisalRanges() -> [Int: Range<Int>] {
    var ranges: [Int: Range<Int>] = [:]
    var start = 0
    let list = evidence.appraisals
    while start < list.count {
      var end = start + 1
      while end < list.count, list[end].agency == list[start].agency, list[end].leaf == list[start].leaf {
        end += 1
      }
      ranges[agencies[list[start].agency].firstLeaf + list[start].leaf] = start..<end
      start = end
    }
    return ranges
  }
}
