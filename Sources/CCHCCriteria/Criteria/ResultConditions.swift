import CCHCExact
import CCHCFiles
import CCHCTables

/// Reads the tables of conditions on results: bands.csv and obligations.csv.
struct ResultConditions {
  private let set: CriteriaSet
  private let scope: RuleScope

  /// How many bands are compared with those above them; each is, in every range that they name.
  private static let mostCompared = 300

  init(_ set: CriteriaSet) {
    self.set = set
    scope = RuleScope(
      .results, rows: set.rows.map(\.code), ratings: set.settings.headRatings.map(\.full))
  }

  private func condition(_ text: String, at place: Place, _ problems: inout ProblemList) -> StatedCondition? {
    let (conditions, faults) = RuleParser.conditions(text, scope: scope)
    for fault in faults { problems.append(fault.problem(at: place)) }
    guard let conditions else { return nil }
    guard conditions.count == 1 else {
      let fault = RuleFault(
        .ruleUnexpected, at: 1, .quoted(";"),
        .phrase(vi: "một điều kiện", en: "one condition"))
      problems.append(fault.problem(at: place))
      return nil
    }
    warnOfPercents(conditions[0], at: place, &problems)
    return conditions[0]
  }

  /// Warns where a share is compared with a number such as 80 that must be meant in percent.
  private func warnOfPercents(_ stated: StatedCondition, at place: Place, _ problems: inout ProblemList) {
    stated.condition.forEachComparison { left, _, right in
      for (subject, other) in [(left, right), (right, left)] {
        guard case .number(let value) = other, value > Rational(2) else { continue }
        if subject.measure == .share {
          problems.report(.shareComparedAsPercent, at: place, .text(stated.text), .exact(value))
        }
      }
    }
  }

  func bands(_ table: Table, _ problems: inout ProblemList) -> [Band] {
    var bands: [Band] = []
    var places: [Place] = []
    var isComplete = true
    var rows = table.rows()
    while rows.next(&problems) {
      guard let label = rows.requiredText(BandColumn.label, &problems),
        let text = rows.requiredText(BandColumn.condition, &problems)
      else {
        isComplete = false
        continue
      }
      if let last = bands.last, last.isElse {
        problems.report(.bandElseNotLast, at: rows.place(BandColumn.condition))
      }
      if text.folded == "else" {
        let condition = StatedCondition(condition: .always, text: text, position: 1)
        bands.append(Band(label: label, condition: condition, isElse: true))
      } else if let condition = condition(text, at: rows.place(BandColumn.condition), &problems) {
        bands.append(Band(label: label, condition: condition, isElse: false))
      } else {
        isComplete = false
        continue
      }
      places.append(rows.place(BandColumn.condition))
    }
    if isComplete, !bands.isEmpty, !bands.contains(where: \.isElse) {
      problems.report(.bandWithoutElse, at: places.last ?? Place(table.file))
    }
    checkOverlaps(bands, places, &problems)
    return bands
  }

  /// Reports bands that the bands above cover, so that they are never given.
  private func checkOverlaps(_ bands: [Band], _ places: [Place], _ problems: inout ProblemList) {
    guard bands.count <= Self.mostCompared else { return }
    let coverage = RuleCoverage(
      bands.map(\.condition.condition), isOptional: { _ in false },
      constant: { $0.isConstant ? try? RuleEvaluator().value(of: $0) : nil })
    for finding in coverage.findings() {
      let fault = RuleFault(finding.code, at: 1, .text(bands[finding.place].condition.text))
      var problem = fault.problem(at: places[finding.place])
      // A band that is never given takes nothing from anybody: unlike a case of a rule it is only a warning.
      problem.severity = .warning
      problems.append(problem)
    }
  }

  func obligations(_ table: Table, _ problems: inout ProblemList) -> [ObligationRule] {
    var obligations: [ObligationRule] = []
    var keyed = KeyedRows<String>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let id = rows.requiredText(ObligationColumn.id, &problems) else { continue }
      guard
        keyed.isNew(
          id, digest: rows.digest(of: ObligationColumn.content), at: rows.place(ObligationColumn.id),
          &problems)
      else {
        continue
      }
      let duty = rows.requiredText(ObligationColumn.duty, &problems)
      let deadline = rows.requiredText(ObligationColumn.deadline, &problems).flatMap { text in
        let deadline = Deadline(text)
        if deadline == nil {
          problems.report(.deadlineInvalid, at: rows.place(ObligationColumn.deadline), .text(text))
        }
        return deadline
      }
      let recipient = rows.requiredText(ObligationColumn.recipient, &problems)
      guard let text = rows.requiredText(ObligationColumn.condition, &problems),
        let condition = condition(text, at: rows.place(ObligationColumn.condition), &problems)
      else { continue }
      obligations.append(
        ObligationRule(
          id: id, condition: condition, duty: duty ?? "", deadline: deadline, recipient: recipient ?? "",
          legalBasis: rows.text(ObligationColumn.legalBasis), report: rows.text(ObligationColumn.report),
          place: rows.place()))
    }
    return obligations
  }
}

extension Deadline {
  /// Reads `MM-DD` or `+N`; nil for anything else.
  init?(_ text: String) {
    if text.hasPrefix("+"), let days = parseCount(Array(text.dropFirst().utf8).span), days <= 100_000 {
      self = .daysAfterAnnouncement(Int(days))
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // 2000 is a leap year, so 02-29 is taken here and checked against the year later.
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.unicodeScalars.allSatisfy(isDigit) }),
      let month = Int(parts[0]), let day = Int(parts[1]), Day(year: 2000, month: month, day: day) != nil
    else { return nil }
    self = .dayOfNextYear(month: month, day: day)
  }
}
