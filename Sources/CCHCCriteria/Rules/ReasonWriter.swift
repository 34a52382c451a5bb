import CCHCExact
import CCHCOffice

/// Says in Vietnamese why a condition on results holds, with as many decimals as show it.
package struct ReasonWriter {
  private let set: CriteriaSet
  private let totals: [RowTotal]
  private let evaluator: RuleEvaluator

  package init(_ set: CriteriaSet, _ totals: [RowTotal], _ evaluator: RuleEvaluator) {
    self.set = set
    self.totals = totals
    self.evaluator = evaluator
  }

  package func reason(_ condition: Condition) -> String {
    switch condition {
    case .always: "Áp dụng đối với mọi cơ quan"
    case .any(let parts): joined(parts.filter(evaluator.holdsOrNull), "; ")
    case .all(let parts): joined(parts, " và ")
    case .comparison(let first, let links): comparisons(first, links)
    case .not, .yes, .empty: "Thỏa điều kiện \(printer.text(condition))"
    }
  }

  private func joined(_ parts: [Condition], _ separator: String) -> String {
    parts.map(reason).joined(separator: separator)
  }

  private var printer: RulePrinter {
    RulePrinter(inputName: { _ in "" }, rowCode: { set.rows[$0].code })
  }

  private func comparisons(_ first: Expression, _ links: [Condition.Link]) -> String {
    var left = first
    var texts: [String] = []
    for link in links {
      if let text = statement(left, link.relation, link.operand) { texts.append(text) }
      left = link.operand
    }
    return texts.joined(separator: " và ")
  }

  /// A comparison that holds, seen from its subject.
  struct Comparison {
    let value: RuleValue
    let relation: Relation
    let limit: RuleValue

    /// The value and the limit as numbers; nil where they are none.
    var numbers: (value: Rational, limit: Rational)? {
      if case (.number(let value), .number(let limit)) = (value, limit) { (value, limit) } else { nil }
    }
  }

  /// One comparison in words, the result first.
  private func statement(_ left: Expression, _ relation: Relation, _ right: Expression) -> String? {
    guard let a = try? evaluator.value(of: left), let b = try? evaluator.value(of: right) else { return nil }
    if right.isConstant { return statement(left, Comparison(value: a, relation: relation, limit: b)) }
    if left.isConstant {
      return statement(right, Comparison(value: b, relation: relation.seenFromRight, limit: a))
    }
    guard case (.number, .number) = (a, b) else {
      return statement(left, Comparison(value: a, relation: relation, limit: b))
    }
    return "\(printer.text(left)) \(relation.inWords) \(printer.text(right))"
  }

  private func statement(_ subject: Expression, _ comparison: Comparison) -> String? {
    if case .call(let function, let arguments) = subject,
      let reason = function.reason?(arguments, comparison, self)
    {
      return reason
    }
    guard let (value, limit) = comparison.numbers else { return nil }
    return "\(printer.text(subject)) = \(exactText(value, mark: ",")), "
      + "\(comparison.relation.inWords) \(exactText(limit, mark: ","))"
  }

  /// The name of a row of the set.
  func name(_ row: Int) -> String { set.rows[row].name }

  /// The points of a row and its applicable maximum.
  func standing(_ row: Int) -> (points: String, maximum: String) {
    let decimals = set.settings.pointDecimals
    return (
      decimalText(totals[row].points, decimals: decimals, mark: ","),
      exactText(Rational(units: totals[row].max, decimals: decimals), mark: ",")
    )
  }

  /// A share as an exact percentage.
  func percentText(_ share: Rational) -> String {
    share.multiplied(by: Rational(100)).map { exactText($0, mark: ",") + "%" } ?? exactText(share, mark: ",")
  }

  /// A share as a percentage, with the decimals that it takes to see why the comparison holds.
  func percent(_ share: Rational, _ relation: Relation, _ limit: Rational) -> String {
    let rounding = set.settings.rounding
    for decimals in set.settings.indexDecimals...20 {
      guard let units = rounding.units(of: share, decimals: decimals + 2) else { break }
      let shown = rounding.rounded(share, decimals: decimals + 2)
      if shown.map({ relation.holds($0, limit) }) ?? false {
        return decimalText(units, decimals: decimals, mark: ",") + "%"
      }
    }
    return percentText(share)
  }
}

extension Relation {
  /// The relation in Vietnamese words.
  var inWords: String {
    switch self {
    case .equal: "bằng"
    case .notEqual: "khác"
    case .less: "thấp hơn"
    case .atMost: "không quá"
    case .greater: "cao hơn"
    case .atLeast: "không thấp hơn"
    }
  }
}
