import CCHCCriteria
import CCHCExact
package import CCHCFiles

extension CriteriaSet {
  /// Runs the worked examples of cases.csv and reports those that come out otherwise.
  package func runCases() -> ProblemList {
    var problems = ProblemList()
    var judge = LeafJudge(self)
    for example in cases {
      let leaf = leaves[example.leaf]
      let judgement = judge.judge(example.leaf, state(of: example))
      let found = judgement.points.map {
        ProblemArgument.exact(Rational(units: Int128($0), decimals: settings.pointDecimals))
      }
      let isRight =
        switch (judgement.status, example.points) {
        case (.exempt, nil): true
        case (.scored, let wanted?): judgement.points == wanted.units(atScale: settings.pointDecimals)
        default: false
        }
      guard !isRight else { continue }
      let wanted = example.points.map { ProblemArgument.exact(Rational($0)) }
      let given = judgement.status == .scored ? found : nil
      problems.report(
        .caseDiffers, at: example.place, .text(rows[leaf.row].code),
        .text(example.source.isEmpty ? "" : " (\(example.source))"),
        wanted ?? LeafStatus.exempt.argument, given ?? judgement.status.argument)
    }
    return problems
  }

  /// The figures of an example as an agency would file them.
  private func state(of example: WorkedCase) -> LeafJudge.State {
    let leaf = leaves[example.leaf]
    var state = LeafJudge.State()
    state.lateDays = example.lateDays
    if leaf.method == .survey { state.marks = .isSurveyed }
    for (input, written) in zip(leaf.inputs, example.figures) {
      var figure = Figure(state: leaf.method == .survey ? .filed : .absent)
      if let written, !written.isEmpty { figure = input.type.figure(from: Array(written.utf8).span).figure }
      state.figures.append(figure)
    }
    return state
  }
}
