import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice

/// Scores some agencies of a round, one after the other: what one thread does.
struct AgencyScorer {
  private let round: Round
  private let onlyAgency: Int?
  private let tools: Tools
  private var duties: ObligationJudge
  /// The group of the agency that is scored, its judge, and how many of its agencies wait for each leaf's appraisal.
  private var group: Int
  private var judge: LeafJudge
  private var waiting: [Int] = []
  /// Where the appraisals of the next agency begin.
  private var nextAppraisal: Int
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
    let sums: [RowSums]

    init(_ round: Round, _ sums: [RowSums]) {
      self.sums = sums
      fields = round.groups.map { group in
        group.set.fields.map { Field(row: $0, kind: group.set.rows[$0].fieldKind) }
      }
      judges = round.groups.map { LeafJudge($0.set, isForMany: true) }
      duties = ObligationJudge(round)
    }
  }

  /// Scores the agencies of a range that is not empty.
  static func score(
    _ agencies: Range<Int>, of round: Round, _ tools: Tools, onlyAgency: Int?, to places: Places
  ) -> ScoredBlock {
    var scorer = AgencyScorer(agencies.lowerBound, round, tools, onlyAgency, places)
    for agency in agencies { scorer.score(agency) }
    scorer.leaveGroup()
    return scorer.block
  }

  private init(_ first: Int, _ round: Round, _ tools: Tools, _ onlyAgency: Int?, _ places: Places) {
    self.round = round
    self.places = places
    self.onlyAgency = onlyAgency
    self.tools = tools
    duties = tools.duties
    group = round.agencies[first].group
    judge = tools.judges[group]
    nextAppraisal = round.evidence.appraisals.partitioningIndex { $0.agency >= first }
    block = ScoredBlock(waiting: round.groups.map { [Int](repeating: 0, count: $0.set.leaves.count) })
    waiting = block.waiting[group]
  }

  private mutating func leaveGroup() { block.waiting[group] = waiting }

  /// Turns to the group of an agency.
  private mutating func enter(_ next: Int) {
    guard next != group else { return }
    leaveGroup()
    group = next
    (judge, waiting) = (tools.judges[next], block.waiting[next])
  }

  // MARK: Leaves

  private mutating func score(_ number: Int) {
    enter(round.agencies[number].group)
    let (firstLeaf, firstFigure) = (round.agencies[number].firstLeaf, round.agencies[number].firstFigure)
    let (appraisals, figures, marks) = (
      round.evidence.appraisals, round.evidence.figures, round.evidence.marks
    )
    scores.removeAll(keepingCapacity: true)
    roundScores.removeAll(keepingCapacity: true)
    let first = nextAppraisal
    var next = first
    for leaf in judge.facts.indices {
      let start = next
      while next < appraisals.count, appraisals[next].agency == number, appraisals[next].leaf == leaf {
        next += 1
      }
      let facts = judge.facts[leaf]
      // The rounds of an agency stand where its appraisals do; there are at most as many.
      let score = score(
        number, leaf, facts, figures.span.extracting(facts.inputs.moved(by: firstFigure)),
        marks[firstLeaf + leaf], start..<next, firstRound: first + roundScores.count)
      scores.append(score)
    }
    nextAppraisal = next
    sumUp(number, scores[...])
    while roundScores.count < next - first { roundScores.append(RoundScore(round: 0, points: nil)) }
    places.scores.put(scores, at: firstLeaf)
    places.rounds.put(roundScores, at: first)
    block.leafCount += scores.count
    block.rowCount += next - first
  }

  private mutating func score(
    _ number: Int, _ leaf: Int, _ facts: LeafFacts, _ filed: Span<Figure>, _ marks: LeafMarks,
    _ appraisals: Range<Int>, firstRound: Int
  ) -> LeafScore {
    let lateDays = round.lateDays[number]
    var judgement = judge.judge(leaf, facts, filed, marks, decided: nil, lateDays: lateDays)
    let own = facts.isOwn ? judgement.points : nil
    var hasFault = judgement.fault != nil
    let roundsBefore = roundScores.count
    if appraisals.isEmpty {
      if facts.isOwn, !marks.contains(.exempt), !facts.isMonitored { waiting[leaf] += 1 }
      if facts.isUndocumented(judgement.status, marks) {
        judgement = LeafJudge.Judgement(status: .undocumented, points: 0, fault: judgement.fault)
      }
    } else {
      var figures = [Figure](copying: filed)
      var decided: Int64?
      var row = appraisals.lowerBound
      while row < appraisals.upperBound {
        let appraisalRound = round.evidence.appraisals[row].round
        while row < appraisals.upperBound, round.evidence.appraisals[row].round == appraisalRound {
          round.evidence.appraisals[row].decision.apply(to: &figures, &decided)
          row += 1
        }
        judgement = judge.judge(leaf, facts, figures.span, marks, decided: decided, lateDays: lateDays)
        hasFault = hasFault || judgement.fault != nil
        roundScores.append(RoundScore(round: appraisalRound, points: judgement.points))
      }
    }
    let score = LeafScore(
      own: own, final: judgement.points, status: judgement.status, firstRound: firstRound,
      roundCount: roundScores.count - roundsBefore)
    if hasFault || score.status.lacksSomething { tell(number, leaf, appraisals, score) }
    return score
  }

  // MARK: Problems of leaves

  /// Reports why a leaf gets no points, or did not after one of its appraisals.
  private mutating func tell(_ agency: Int, _ number: Int, _ appraisals: Range<Int>, _ score: LeafScore) {
    let leaf = round.groups[group].set.leaves[number]
    // An agency alone is not told of figures that others owe.
    let isTold = onlyAgency.map { $0 == agency && (leaf.method == .own || score.status != .missing) } ?? true
    guard isTold else { return }
    let filed = round[agency: agency][leaf: number].state
    report(agency, leaf, filed, score.status)
    let steps = LeafHistory(filed: filed, appraisals: round.evidence.appraisals[appraisals]).steps
    let judgements = steps.map { judge.judge(number, $0.state) }
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
        code, at: filedPlace(agency, leaf, filed), names(agency, leaf) + [.texts(list, .comma)]))
  }

  private func names(_ agency: Int, _ leaf: Leaf) -> [ProblemArgument] {
    [.text(round.agencies[agency].code), .text(round[agency: agency].set.rows[leaf.row].code)]
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
    _ fault: LeafFault, _ leaf: Leaf, _ names: [ProblemArgument], _ figures: [Figure], at place: Place,
    _ severity: Severity
  ) -> Problem {
    switch fault {
    case .check(let check):
      let shown = zip(leaf.inputs, figures).map { input, figure in
        ProblemArgument.phrase(
          vi: "{0} = {1}", en: "{0} = {1}", .text(input.name), figure.argument(of: input.type))
      }
      return Problem(
        .checkFails, at: place, names + [.text(leaf.checks[check].text), .list(shown, .comma)],
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
  private mutating func sumUp(_ number: Int, _ scores: ArraySlice<LeafScore>) {
    let totals = tools.sums[group].totals(scores)
    var points: Int128 = 0
    var maximum: Int128 = 0
    let fields = tools.fields[group]
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
      publishedIndex: index.flatMap(round.groups[group].set.settings.publishedPercent))
    var problems = ProblemList()
    if index == nil {
      problems.report(
        .agencyWithoutMaximum, at: round.agencies[number].place, .text(round.agencies[number].code))
    }
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
