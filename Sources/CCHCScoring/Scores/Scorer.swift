import CCHCTables

/// Scores a round: a pure function of what was loaded.
package struct Scorer {
  private var results: Results
  private let round: Round
  private var waiting: [String?: Int] = [:]
  private var onlyAgency: Int?

  /// Gives the results of a loaded round; problems are told of all agencies, or of one alone.
  package static func score(_ outcome: RoundLoader.Outcome, onlyAgency: Int? = nil) -> Results {
    var scorer = Scorer(outcome)
    scorer.onlyAgency = onlyAgency
    scorer.scoreLeaves()
    scorer.settle(outcome.rowFaults)
    scorer.countWaiting()
    scorer.scoreAgencies()
    return scorer.results
  }

  private init(_ outcome: RoundLoader.Outcome) {
    round = outcome.round
    results = Results(outcome.round, problems: outcome.problems)
  }

  // MARK: Leaves

  private mutating func scoreLeaves() {
    let ranges = round.appraisalRanges()
    var judges = round.groups.map { LeafJudge($0.set) }
    results.scores.reserveCapacity(round.evidence.marks.count)
    for (number, agency) in round.agencies.enumerated() {
      for leaf in round.groups[agency.group].set.leaves.indices {
        let range = ranges[agency.firstLeaf + leaf] ?? 0..<0
        let score = score(number, leaf, round.evidence.appraisals[range], &judges[agency.group])
        results.scores.append(score)
      }
    }
  }

  private mutating func score(
    _ agency: Int, _ number: Int, _ appraisals: ArraySlice<Appraisal>, _ judge: inout LeafJudge
  ) -> LeafScore {
    let group = round.agencies[agency].group
    let leaf = round.groups[group].set.leaves[number]
    let filed = round.filedState(agency: agency, leaf: number)
    let first = judge.judge(number, filed)
    var last = first
    var score = LeafScore()
    if leaf.method == .own { score.own = first.points }
    if !appraisals.isEmpty {
      score.firstRound = Int32(results.roundScores.count)
      for step in LeafHistory(filed: filed, appraisals: appraisals).steps {
        guard let round = step.round else { continue }
        last = judge.judge(number, step.state)
        results.roundScores.append(RoundScore(round: round, points: last.points))
      }
      score.roundCount = Int32(results.roundScores.count) - score.firstRound
    } else if leaf.method == .own, !filed.marks.contains(.exempt), !leaf.isMonitored {
      waiting[round.groups[group].appraisers[number].member, default: 0] += 1
    }
    score.status = last.status
    score.final = last.points
    if appraisals.isEmpty, isUndocumented(leaf, last.status, filed.marks) {
      score.status = .undocumented
      score.final = 0
    }
    // An agency alone is not told of figures that others owe.
    let isTold = onlyAgency.map { $0 == agency && (leaf.method == .own || score.status != .missing) } ?? true
    if isTold {
      report(agency, number, filed, first, last, score.status, appraisals)
    }
    return score
  }

  private func isUndocumented(_ leaf: Leaf, _ status: LeafStatus, _ marks: LeafMarks) -> Bool {
    guard status == .scored, leaf.method != .survey, !marks.contains(.hasDocument) else { return false }
    switch leaf.documents {
    case .required: return true
    case .requiredOrExplained: return !marks.contains(.hasNote)
    case .optional: return false
    }
  }

  // MARK: Problems of leaves

  private mutating func report(
    _ agency: Int, _ number: Int, _ filed: LeafJudge.State, _ first: LeafJudge.Judgement,
    _ last: LeafJudge.Judgement, _ status: LeafStatus, _ appraisals: ArraySlice<Appraisal>
  ) {
    let isPlain = status == .scored || status == .exempt || status == .monitored
    if isPlain, first.fault == nil, last.fault == nil { return }
    let set = round.set(of: agency)
    let leaf = set.leaves[number]
    let names = [round.agencies[agency].code, set.rows[leaf.row].code]
    let place = filedPlace(agency, leaf, filed)
    switch status {
    case .missing:
      let absent = leaf.needed.filter { filed.figures[$0].state != .filed }.map { leaf.inputs[$0].name }
      let list = absent.isEmpty ? leaf.inputs.map(\.name) : absent
      results.problems.append(Problem(.leafMissing, at: place, names + [list.joined(separator: ", ")]))
    case .requested: results.problems.append(Problem(.leafRequested, at: place, names))
    case .undocumented: results.problems.append(Problem(.leafUndocumented, at: place, names))
    default: break
    }
    if let fault = first.fault {
      let severity = status == .invalid ? Severity.error : .warning
      results.problems.append(problem(fault, leaf, names, filed.figures, at: place, severity))
    }
    if let fault = last.fault, fault != first.fault, let row = appraisals.last(where: { $0.decision.changes })
    {
      let file = round.evidence.files[Int(row.file)]
      let figures = LeafHistory(filed: filed, appraisals: appraisals).last.figures
      results.problems.append(
        problem(fault, leaf, names, figures, at: Place(file, row: Int(row.row)), .error))
    }
  }

  private func problem(
    _ fault: LeafFault, _ leaf: Leaf, _ names: [String], _ figures: [Figure], at place: Place,
    _ severity: Severity
  ) -> Problem {
    switch fault {
    case .check(let check), .checkDivision(let check):
      let shown = zip(leaf.inputs, figures).map { "\($0.name) = \($1.text(of: $0.type))" }
      return Problem(
        .checkFails, at: place, names + [leaf.checks[check].text, shown.joined(separator: ", ")],
        severity: severity)
    case .divisionByZero: return Problem(.divisionByZero, at: place, names, severity: severity)
    case .overflow: return Problem(.valueTooLarge, at: place, names, severity: severity)
    }
  }

  /// The row that filed the leaf's first figure, else the file where it was to be filed.
  private func filedPlace(_ agency: Int, _ leaf: Leaf, _ filed: LeafJudge.State) -> Place {
    if let figure = filed.figures.first(where: { $0.row > 0 }) {
      return Place(round.evidence.files[Int(figure.file)], row: Int(figure.row))
    }
    switch leaf.method {
    case .own: return Place("self/\(round.agencies[agency].code).csv")
    case .external: return Place("external")
    case .survey: return Place("survey")
    }
  }

  /// Makes warnings of the errors on rows whose leaf an appraisal has settled.
  private mutating func settle(_ faults: [RoundLoader.RowFault]) {
    var settled: Set<Int> = []
    for fault in faults {
      let score = results.score(agency: fault.agency, leaf: fault.leaf)
      if score.isAppraised, score.status != .invalid { settled.insert(fault.problem) }
    }
    results.problems.soften(settled)
  }

  private mutating func countWaiting() {
    results.unappraised = waiting.map { (member: $0.key, count: $0.value) }.sorted {
      precedesInBytes($0.member ?? "", $1.member ?? "")
    }
  }

  // MARK: Agencies

  private mutating func scoreAgencies() {
    let duties = ObligationJudge(round)
    duties.reportDeadlines(&results.problems)
    for (number, group) in round.groups.enumerated() {
      var list: [AgencyResult] = []
      for agency in round.agencies.indices where round.agencies[agency].group == number {
        list.append(result(agency, group.set, duties))
      }
      results.groups.append(Ranking.ranked(list, group: number, in: round))
    }
  }

  private mutating func result(_ agency: Int, _ set: CriteriaSet, _ duties: ObligationJudge) -> AgencyResult {
    let totals = results.totals(agency: agency)
    var points: Int128 = 0
    var maximum: Int128 = 0
    for field in set.fields {
      switch set.rows[field].fieldKind {
      case .scored:
        points += totals[field].points
        maximum += totals[field].max
      case .bonus: points += totals[field].points
      case .penalty: points -= totals[field].points
      }
    }
    let index = Rational(points, over: maximum)
    var result = AgencyResult(
      agency: agency, fields: set.fields.map { totals[$0] }, points: points, max: maximum, index: index,
      publishedIndex: index.flatMap(set.settings.publishedPercent))
    var problems = ProblemList()
    if index == nil {
      problems.report(.agencyWithoutMaximum, at: round.agencies[agency].place, round.agencies[agency].code)
    }
    duties.judge(&result, totals, set, &problems)
    if onlyAgency == nil { results.problems.append(contentsOf: problems) }
    return result
  }
}

extension Appraisal.Decision {
  /// Whether the row changes points or a figure.
  package var changes: Bool { if case .agreed = self { false } else { true } }
}
