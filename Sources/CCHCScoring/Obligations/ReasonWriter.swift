import CCHCTables

/// Says in Vietnamese why a condition on results holds, with as many decimals as show it.
struct ReasonWriter {
  private let set: CriteriaSet
  private let totals: [RowTotal]
  private let evaluator: RuleEvaluator

  init(_ set: CriteriaSet, _ totals: [RowTotal], _ evaluator: RuleEvaluator) {
    self.set = set
    self.totals = totals
    self.evaluator = evaluator
  }

  func reason(_ condition: Condition) -> String {
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

  /// One comparison in words, the result first.
  private func statement(_ left: Expression, _ relation: Relation, _ right: Expression) -> String? {
    guard let a = try? evaluator.value(of: left), let b = try? evaluator.value(of: right) else { return nil }
    if left == .headRating || right == .headRating,
      case .text(let rating) = evaluator.results.headRating.map(RuleValue.text)
    {
      return "Người đứng đầu được xếp loại “\(rating.spelling)” về CCHC"
    }
    guard case (.number(let value), .number(let limit)) = (a, b) else { return nil }
    if right.isConstant { return statement(left, value, relation, limit) }
    if left.isConstant { return statement(right, limit, relation.seenFromRight, value) }
    return "\(printer.text(left)) \(relation.inWords) \(printer.text(right))"
  }

  private func statement(_ subject: Expression, _ value: Rational, _ relation: Relation, _ limit: Rational)
    -> String
  {
    switch subject {
    case .percent(let row):
      let decimals = set.settings.pointDecimals
      let points = decimalText(totals[row].points, decimals: decimals, mark: ",")
      let maximum = exactText(Rational(units: totals[row].max, decimals: decimals), mark: ",")
      return "Chỉ số thành phần “\(set.rows[row].name)” đạt \(percent(value, relation, limit)) "
        + "(\(points)/\(maximum) điểm), \(relation.inWords) \(percentText(limit))"
    case .index:
      return "Chỉ số CCHC đạt \(percent(value, relation, limit)), \(relation.inWords) \(percentText(limit))"
    case .points(let row):
      return
        "Điểm “\(set.rows[row].name)” đạt \(exactText(value, mark: ",")), \(relation.inWords) \(exactText(limit, mark: ","))"
    default:
      return
        "\(printer.text(subject)) = \(exactText(value, mark: ",")), \(relation.inWords) \(exactText(limit, mark: ","))"
    }
  }

  private func percentText(_ share: Rational) -> String {
    share.multiplied(by: Rational(100)).map { exactText($0, mark: ",") + "%" } ?? exactText(share, mark: ",")
  }

  /// A share as a percentage, with the decimals that it takes to see why the comparison holds.
  private func percent(_ share: Rational, _ relation: Relation, _ limit: Rational) -> String {
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
  fileprivate var inWords: String {
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
