import CCHCTables

/// Scores some agencies of a round, one after the other: what one thread does.
struct AgencyScorer {
  private let round: Round
  private let onlyAgency: Int?
  private var judges: [LeafJudge]
  private var duties: ObligationJudge
  private let fields: [[Field]]
  private var block: ScoredBlock
  private let places: Places
  /// Scores of the agency's leaves, and of their rounds.
  private var scores: [LeafScore] = []
  private var roundScores: [RoundScore] = []

  /// Where the scores of all agencies go.
  struct Places: Sendable {
    let scores: SharedPlaces<LeafScore>
    let rounds: SharedPlaces<RoundScore>
  }

  /// A field of a set as the sums of an agency see it.
  struct Field: Sendable {
    let row: Int
    let kind: FieldKind
  }

  /// What may be used again and again, made once for all threads.
  struct Tools: Sendable {
    let judges: [LeafJudge]
    let duties: ObligationJudge
    let fields: [[Field]]

    init(_ round: Round) {
      fields = round.groups.map { group in
        group.set.fields.map { Field(row: $0, kind: group.set.rows[$0].fieldKind) }
      }
      judges = round.groups.map { LeafJudge($0.set, isForMany: true) }
      duties = ObligationJudge(round)
    }
  }

  /// Scores the agencies of a range.
  static func score(
    _ agencies: Range<Int>, of round: Round, _ tools: Tools, onlyAgency: Int?, to places: Places
  ) -> ScoredBlock {
    var scorer = AgencyScorer(round, tools, onlyAgency, places)
    for agency in agencies { scorer.score(agency) }
    return scorer.block
  }

  private init(_ round: Round, _ tools: Tools, _ onlyAgency: Int?, _ places: Places) {
    self.round = round
    self.places = places
    self.onlyAgency = onlyAgency
    (judges, duties, fields) = (tools.judges, tools.duties, tools.fields)
    block = ScoredBlock(waiting: round.groups.map { [Int](repeating: 0, count: $0.set.leaves.count) })
  }

  // MARK: Leaves

  private mutating func score(_ number: Int) {
    let agency = round.agencies[number]
    let group = agency.group
    let count = judges[group].facts.count
    scores.removeAll(keepingCapacity: true)
    roundScores.removeAll(keepingCapacity: true)
    let rows = round.evidence.appraisals(of: number)
    let (appraisals, figures, marks) = (
      round.evidence.appraisals, round.evidence.figures, round.evidence.marks
    )
    var next = rows.lowerBound
    for leaf in 0..<count {
      let start = next
      while next < rows.upperBound, appraisals[next].leaf == leaf { next += 1 }
      let filed = figures.span.extracting(judges[group].facts[leaf].inputs.moved(by: agency.firstFigure))
      // The rounds of an agency stand where its appraisals do; there are at most as many.
      let firstRound = rows.lowerBound + roundScores.count
      let score = score(
        number, group, leaf, filed, marks[agency.firstLeaf + leaf], start..<next, firstRound: firstRound)
      scores.append(score)
    }
    judge(number, agency, scores[...])
    while roundScores.count < rows.count { roundScores.append(RoundScore(round: 0, points: nil)) }
    places.scores.put(scores, at: agency.firstLeaf)
    places.rounds.put(roundScores, at: rows.lowerBound)
    block.leafCount += scores.count
    block.rowCount += rows.count
  }

  private mutating func score(
    _ number: Int, _ group: Int, _ leaf: Int, _ filed: Span<Figure>, _ marks: LeafMarks,
    _ appraisals: Range<Int>, firstRound: Int
  ) -> LeafScore {
    let facts = judges[group].facts[leaf]
    let lateDays = round.lateDays[number]
    var judgement = judges[group].judge(leaf, filed, marks, decided: nil, lateDays: lateDays)
    var hasFault = judgement.fault != nil
    var score = LeafScore()
    if facts.method == .own { score.own = judgement.points }
    if appraisals.isEmpty {
      if facts.method == .own, !marks.contains(.exempt), !facts.isMonitored {
        block.waiting[group][leaf] += 1
      }
    } else {
      score.firstRound = Int32(firstRound)
      let before = roundScores.count
      var figures = filed.withUnsafeBufferPointer { Array($0) }
      var decided: Int64?
      var row = appraisals.lowerBound
      while row < appraisals.upperBound {
        let appraisalRound = round.evidence.appraisals[row].round
        while row < appraisals.upperBound, round.evidence.appraisals[row].round == appraisalRound {
          round.evidence.appraisals[row].decision.apply(to: &figures, &decided)
          row += 1
        }
        judgement = judges[group].judge(leaf, figures.span, marks, decided: decided, lateDays: lateDays)
        hasFault = hasFault || judgement.fault != nil
        roundScores.append(RoundScore(round: appraisalRound, points: judgement.points))
      }
      score.roundCount = Int32(roundScores.count - before)
    }
    score.status = judgement.status
    score.final = judgement.points
    if appraisals.isEmpty, facts.isUndocumented(judgement.status, marks) {
      score.status = .undocumented
      score.final = 0
    }
    if hasFault || score.status.lacksSomething { tell(number, leaf, appraisals, score) }
    return score
  }

  // MARK: Problems of leaves

  /// Reports why a leaf gets no points, or did not after one of its appraisals.
  private mutating func tell(_ agency: Int, _ number: Int, _ appraisals: Range<Int>, _ score: LeafScore) {
    let group = round.agencies[agency].group
    let leaf = round.groups[group].set.leaves[number]
    // An agency alone is not told of figures that others owe.
    let isTold = onlyAgency.map { $0 == agency && (leaf.method == .own || score.status != .missing) } ?? true
    guard isTold else { return }
    let filed = round.filedState(agency: agency, leaf: number)
    report(agency, leaf, filed, score.status)
    let steps = LeafHistory(filed: filed, appraisals: round.evidence.appraisals[appraisals]).steps
    let judgements = steps.map { judges[group].judge(number, $0.state) }
    report(agency, leaf, steps, judgements, score.status)
  }

  /// Reports a leaf that gets no points because something is missing.
  private mutating func report(
    _ agency: Int, _ leaf: Leaf, _ filed: LeafJudge.State, _ status: LeafStatus
  ) {
    let code: ProblemCode
    switch status {
    case .missing: code = .leafMissing
    case .requested: code = .leafRequested
    case .undocumented: code = .leafUndocumented
    case .scored, .exempt, .invalid, .monitored: return
    }
    let absent = leaf.needed.filter { filed.figures[$0].state != .filed }.map { leaf.inputs[$0].name }
    let list = absent.isEmpty ? leaf.inputs.map(\.name) : absent
    block.problems.append(
      Problem(
        code, at: filedPlace(agency, leaf, filed), names(agency, leaf) + [list.joined(separator: ", ")]))
  }

  private func names(_ agency: Int, _ leaf: Leaf) -> [String] {
    [round.agencies[agency].code, round.set(of: agency).rows[leaf.row].code]
  }

  /// Reports why a leaf is invalid, as filed and after each appraisal; it is an error unless it is settled.
  private mutating func report(
    _ agency: Int, _ leaf: Leaf, _ steps: [LeafHistory.Step], _ judgements: [LeafJudge.Judgement],
    _ status: LeafStatus
  ) {
    var before: LeafFault?
    for (step, judgement) in zip(steps, judgements) {
      defer { before = judgement.fault }
      guard let fault = judgement.fault, fault != before else { continue }
      var place = filedPlace(agency, leaf, step.state)
      if let row = step.appraisals.last(where: { $0.decision.changes }) {
        place = round.evidence.place(file: row.file, row: row.row)
      }
      let severity = status == .invalid ? Severity.error : .warning
      block.problems.append(
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

  // MARK: Agencies

  /// Sums an agency's points up, and finds its band and what it owes.
  private mutating func judge(_ number: Int, _ agency: Agency, _ scores: ArraySlice<LeafScore>) {
    let totals = RowTotal.totals(round.groups[agency.group].set, scores)
    var points: Int128 = 0
    var maximum: Int128 = 0
    let fields = fields[agency.group]
    for field in fields {
      switch field.kind {
      case .scored:
        points += totals[field.row].points
        maximum += totals[field.row].max
      case .bonus: points += totals[field.row].points
      case .penalty: points -= totals[field.row].points
      }
    }
    let index = Rational(points, over: maximum)
    var result = AgencyResult(
      agency: number, fields: fields.map { totals[$0.row] }, points: points, max: maximum, index: index,
      publishedIndex: index.flatMap(round.groups[agency.group].set.settings.publishedPercent))
    var problems = ProblemList()
    if index == nil { problems.report(.agencyWithoutMaximum, at: agency.place, agency.code) }
    duties.judge(&result, totals, &problems)
    block.agencies.append(result)
    if !problems.items.isEmpty { block.agencyProblems[number] = problems }
  }
}

/// What the scoring of some agencies gives.
struct ScoredBlock: Sendable {
  /// How many leaves were scored, and how many rows of appraisals there were.
  var leafCount = 0
  var rowCount = 0
  /// Problems of leaves.
  var problems = ProblemList()
  /// Self leaves without an appraisal, by group and leaf.
  var waiting: [[Int]]
  /// The results of the agencies, not yet ranked.
  var agencies: [AgencyResult] = []
  /// What is wrong with the agencies of which anything is.
  var agencyProblems: [Int: ProblemList] = [:]

  init(waiting: [[Int]]) { self.waiting = waiting }
}

extension Range<Int> {
  fileprivate func moved(by places: Int) -> Range<Int> { (lowerBound + places)..<(upperBound + places) }
}

extension LeafStatus {
  /// Whether a leaf gets no points because something is missing.
  fileprivate var lacksSomething: Bool {
    switch self {
    case .missing, .requested, .undocumented: true
    case .scored, .exempt, .invalid, .monitored: false
    }
  }
}
