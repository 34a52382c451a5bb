import CCHCTables

/// Finds the band of an agency and what it owes after publication.
struct ObligationJudge {
  private let round: Round

  init(_ round: Round) { self.round = round }

  /// Sets an agency's band and obligations.
  func judge(
    _ result: inout AgencyResult, _ totals: [RowTotal], _ set: CriteriaSet, _ problems: inout ProblemList
  ) {
    let decimals = set.settings.pointDecimals
    var evaluator = RuleEvaluator()
    evaluator.rounding = set.settings.rounding
    evaluator.divisionByZeroIsNull = true
    evaluator.results.index = result.index
    evaluator.results.percents = totals.map(\.share)
    evaluator.results.points = totals.map {
      $0.max == 0 ? nil : Rational(units: $0.points, decimals: decimals)
    }
    evaluator.results.headRating = round.headRatings[result.agency]
    if result.index != nil {
      result.band = set.bands.first { $0.isElse || evaluator.holdsOrNull($0.condition.condition) }?.label
    }
    // Nobody is left to carry out what an ended agency would owe; its successor may be ordered to (orders.csv).
    if round.agencies[result.agency].hasEnded { return }
    let writer = ReasonWriter(set, totals, evaluator)
    for (place, rule) in set.obligations.enumerated() {
      let isOwed = evaluator.holdsOrNull(rule.condition.condition)
      if isOwed {
        result.obligations.append(
          OwedDuty(rule: place, deadline: deadline(rule), reason: writer.reason(rule.condition.condition)))
      }
      if evaluator.results.headRating == nil, rule.condition.condition.asksForHeadRating {
        if !isOwed { result.unconcluded.append(place) }
        let agency = round.agencies[result.agency]
        problems.report(.headUnrated, at: Place(round.fileName("head_ratings.csv")), agency.code, rule.id)
      }
    }
  }

  /// The first day that is too late for a duty; nil without an announcement that it counts from.
  private func deadline(_ rule: ObligationRule) -> Day? {
    if let day = round.publication.deadlines[rule.id] { return day }
    switch rule.deadline {
    case .dayOfNextYear(let month, let day):
      return round.settings.year.flatMap { Day(year: $0 + 1, month: month, day: day) }
    case .daysAfterAnnouncement(let days):
      return round.publication.announced.map { Day(number: $0.number + days) }
    case nil: return nil
    }
  }

  /// Reports deadlines that the announcement has overtaken, or that the year lacks.
  func reportDeadlines(_ problems: inout ProblemList) {
    var seen: Set<String> = []
    for group in round.groups {
      for rule in group.set.obligations where seen.insert("\(group.set.code)/\(rule.id)").inserted {
        if let day = deadline(rule) {
          guard let announced = round.publication.announced, day <= announced else { continue }
          problems.report(
            .deadlineNotAfter, at: rule.place, rule.id, day.documentText, announced.documentText)
        } else if case .dayOfNextYear(let month, let day) = rule.deadline, let year = round.settings.year {
          problems.report(
            .deadlineNoDay, at: rule.place, rule.id, String(year + 1), "\(day)/\(month)")
        }
      }
    }
  }
}

extension RuleEvaluator {
  /// Whether a condition on results holds; a value beyond the exact range makes it fail.
  package func holdsOrNull(_ condition: Condition) -> Bool { (try? holds(condition)) ?? false }
}

extension Condition {
  /// Whether the condition asks how an agency's head is rated.
  package var asksForHeadRating: Bool {
    var answer = false
    visit { answer = answer || $0 == .headRating }
    return answer
  }
}
