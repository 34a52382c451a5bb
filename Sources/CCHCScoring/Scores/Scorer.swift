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
    if onlyAgency == nil {
      scorer.reportReceipts()
      scorer.reportShortSurveys()
    }
    return scorer.results
  }

  private init(_ outcome: RoundLoader.Outcome) {
    round = outcome.round
    results = Results(outcome.round, problems: outcome.problems, previous: outcome.previous)
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
    let steps = LeafHistory(filed: filed, appraisals: appraisals).steps
    let judgements = steps.map { judge.judge(number, $0.state) }
    guard let first = judgements.first, let last = judgements.last else { return LeafScore() }
    var score = LeafScore()
    if leaf.method == .own { score.own = first.points }
    if !appraisals.isEmpty {
      score.firstRound = Int32(results.roundScores.count)
      for (step, judgement) in zip(steps, judgements) {
        guard let round = step.round else { continue }
        results.roundScores.append(RoundScore(round: round, points: judgement.points))
      }
      score.roundCount = Int32(results.roundScores.count) - score.firstRound
    } else if leaf.method == .own, !filed.marks.contains(.exempt), !leaf.isMonitored {
      waiting[round.groups[group].appraisers[number].member, default: 0] += 1
    }
    score.status = last.status
    score.final = last.points
    if appraisals.isEmpty, leaf.isUndocumented(last.status, filed.marks) {
      score.status = .undocumented
      score.final = 0
    }
    // An agency alone is not told of figures that others owe.
    let isTold = onlyAgency.map { $0 == agency && (leaf.method == .own || score.status != .missing) } ?? true
    if isTold {
      report(agency, number, filed, score.status)
      report(agency, number, steps, judgements, score.status)
    }
    return score
  }

  // MARK: Problems of leaves

  /// Reports a leaf that gets no points because something is missing.
  private mutating func report(_ agency: Int, _ number: Int, _ filed: LeafJudge.State, _ status: LeafStatus) {
    let code: ProblemCode
    switch status {
    case .missing: code = .leafMissing
    case .requested: code = .leafRequested
    case .undocumented: code = .leafUndocumented
    case .scored, .exempt, .invalid, .monitored: return
    }
    let leaf = round.groups[round.agencies[agency].group].set.leaves[number]
    let absent = leaf.needed.filter { filed.figures[$0].state != .filed }.map { leaf.inputs[$0].name }
    let list = absent.isEmpty ? leaf.inputs.map(\.name) : absent
    results.problems.append(
      Problem(
        code, at: filedPlace(agency, leaf, filed), names(agency, leaf) + [list.joined(separator: ", ")]))
  }

  private func names(_ agency: Int, _ leaf: Leaf) -> [String] {
    [round.agencies[agency].code, round.set(of: agency).rows[leaf.row].code]
  }

  /// Reports why a leaf is invalid, as filed and after each appraisal; it is an error unless it is settled.
  private mutating func report(
    _ agency: Int, _ number: Int, _ steps: [LeafHistory.Step], _ judgements: [LeafJudge.Judgement],
    _ status: LeafStatus
  ) {
    guard judgements.contains(where: { $0.fault != nil }) else { return }
    let leaf = round.groups[round.agencies[agency].group].set.leaves[number]
    var before: LeafFault?
    for (step, judgement) in zip(steps, judgements) {
      defer { before = judgement.fault }
      guard let fault = judgement.fault, fault != before else { continue }
      var place = filedPlace(agency, leaf, step.state)
      if let row = step.appraisals.last(where: { $0.decision.changes }) {
        place = round.evidence.place(file: row.file, row: row.row)
      }
      let severity = status == .invalid ? Severity.error : .warning
      results.problems.append(
        problem(fault, leaf, names(agency, leaf), step.state.figures, at: place, severity))
    }
  }

  private func problem(
    _ fault: LeafFault, _ leaf: Leaf, _ names: [String], _ figures: [Figure], at place: Place,
    _ severity: Severity
  ) -> Problem {
    switch fault {
    case .check(let check):
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
      return round.evidence.place(file: figure.file, row: figure.row)
    }
    switch leaf.method {
    case .own: return Place(round.fileName("self/\(round.agencies[agency].code).csv"))
    case .external: return Place("external")
    case .survey: return Place("survey")
    }
  }

  /// Makes warnings of the errors on rows whose leaf an appraisal has settled.
  private mutating func settle(_ faults: [RoundLoader.RowFault]) {
    var settled: Set<Int> = []
    for fault in faults {
      let score = results.score(agency: fault.agency, leaf: fault.leaf)
      // A request stands before the check of the figures, so it settles nothing.
      if score.isAppraised, score.status != .invalid, score.status != .requested {
        settled.insert(fault.problem)
      }
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

  /// Reports receipts of obligations that the agency does not owe.
  private mutating func reportReceipts() {
    guard !round.receipts.isEmpty else { return }
    var owed: Set<[String]> = []
    for group in results.groups {
      let rules = round.groups[group.group].set.obligations
      for result in group.agencies {
        for duty in result.obligations { owed.insert([String(result.agency), rules[duty.rule].id]) }
      }
    }
    for order in round.orders { owed.insert([String(order.agency), order.id]) }
    for receipt in round.receipts where !owed.contains([String(receipt.agency), receipt.obligation]) {
      results.problems.report(
        .obligationNotOwed, at: receipt.place, round.agencies[receipt.agency].code, receipt.obligation)
    }
  }

  /// Reports agencies with too few answers on a scored survey leaf.
  private mutating func reportShortSurveys() {
    for agency in round.agencies.indices {
      let short = results.shortSurveys(of: agency)
      guard !short.isEmpty else { continue }
      let set = round.set(of: agency)
      let list = short.map { "\(set.rows[set.leaves[$0.leaf].row].code) (\($0.answers))" }
      results.problems.report(
        .surveyFewAnswers, at: round.agencies[agency].place, round.agencies[agency].code,
        String(set.settings.surveyMinAnswers), list.joined(separator: ", "))
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

extension Leaf {
  /// Whether a leaf that would be scored as filed gets no points for want of a document.
  func isUndocumented(_ status: LeafStatus, _ marks: LeafMarks) -> Bool {
    guard status == .scored, method != .survey, !marks.contains(.hasDocument) else { return false }
    switch documents {
    case .required: return true
    case .requiredOrExplained: return !marks.contains(.hasNote)
    case .optional: return false
    }
  }
}
