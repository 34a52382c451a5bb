import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCTables

/// Finds the band of an agency and what it owes after publication.
struct ObligationJudge {
  private let round: Round
  /// For each group the rows that bands and obligations ask for.
  private let asked: [[Int]]
  /// For each group what is asked of every agency again.
  private var rules: [[Rule]] = []
  /// For each group an evaluator that knows nothing yet of those rows.
  private var evaluators: [RuleEvaluator] = []

  /// What is asked of every agency again, side by side.
  private struct Rule {
    let id: String
    let condition: Condition
    let asksForHeadRating: Bool
    let deadline: Day?
  }

  init(_ round: Round) {
    self.round = round
    asked = round.groups.map { $0.set.rowsOfConditions }
    for group in round.groups {
      var evaluator = RuleEvaluator()
      evaluator.rounding = group.set.settings.rounding
      evaluator.divisionByZeroIsNull = true
      evaluator.results.percents = [Rational?](repeating: nil, count: group.set.rows.count)
      evaluator.results.points = evaluator.results.percents
      evaluators.append(evaluator)
      rules.append(
        group.set.obligations.map {
          let condition = $0.condition.condition
          return Rule(
            id: $0.id, condition: condition, asksForHeadRating: condition.asksForHeadRating,
            deadline: Self.deadline($0, round))
        })
    }
  }

  /// Sets an agency's band and obligations.
  mutating func judge(_ result: inout AgencyResult, _ totals: [RowTotal], _ problems: inout ProblemList) {
    let agency = round.agencies[result.agency]
    let group = agency.group
    evaluators[group].results.index = result.index
    evaluators[group].results.headRating = round.headRatings[result.agency]
    let decimals = round.groups[group].set.settings.pointDecimals
    for row in asked[group] {
      let total = totals[row]
      evaluators[group].results.percents[row] = total.share
      evaluators[group].results.points[row] =
        total.max == 0 ? nil : Rational(units: total.points, decimals: decimals)
    }
    if result.index != nil {
      result.band =
        round.groups[group].set.bands.first {
          $0.isElse || evaluators[group].holdsOrNull($0.condition.condition)
        }?.label
    }
    // Nobody is left to carry out what an ended agency would owe; its successor may be ordered to (orders.csv).
    if agency.hasEnded { return }
    for (place, rule) in rules[group].enumerated() {
      let isOwed = evaluators[group].holdsOrNull(rule.condition)
      if isOwed {
        let reason = ReasonWriter(round.groups[group].set, totals, evaluators[group]).reason(rule.condition)
        result.obligations.append(OwedDuty(rule: place, deadline: rule.deadline, reason: reason))
      }
      if rule.asksForHeadRating, round.headRatings[result.agency] == nil {
        if !isOwed { result.unconcluded.append(place) }
        problems.report(
          .headUnrated, at: Place(round.fileName(HeadRatingColumn.schema.file)), .text(agency.code),
          .text(rule.id))
      }
    }
  }

  /// The first day that is too late for a duty; nil without an announcement that it counts from.
  private static func deadline(_ rule: ObligationRule, _ round: Round) -> Day? {
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
        if let day = Self.deadline(rule, round) {
          guard let announced = round.publication.announced, day <= announced else { continue }
          problems.report(
            .deadlineNotAfter, at: rule.place, .text(rule.id), .day(day), .day(announced))
        } else if case .dayOfNextYear(let month, let day) = rule.deadline, let year = round.settings.year {
          problems.report(
            .deadlineNoDay, at: rule.place, .text(rule.id), .count(year + 1), .text("\(day)/\(month)"))
        }
      }
    }
  }
}

extension CriteriaSet {
  /// The rows whose percent or points some band or obligation asks for, in table order.
  fileprivate var rowsOfConditions: [Int] {
    var rows: Set<Int> = []
    for condition in bands.map(\.condition) + obligations.map(\.condition) {
      condition.condition.visit { if let row = $0.row { rows.insert(row) } }
    }
    return rows.sorted()
  }
}

extension Condition {
  /// Whether the condition asks how an agency's head is rated.
  package var asksForHeadRating: Bool {
    var answer = false
    visit { answer = answer || $0 == .call(.headRating, []) }
    return answer
  }
}
