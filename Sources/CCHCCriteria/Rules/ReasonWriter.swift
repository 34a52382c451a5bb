import CCHCExact
package import CCHCFiles
import CCHCOffice

/// Words why a condition on results holds, in both languages, with as many decimals as show it.
package struct ReasonWriter {
  private let set: CriteriaSet
  private let totals: [RowTotal]
  private let evaluator: RuleEvaluator

  package init(_ set: CriteriaSet, _ totals: [RowTotal], _ evaluator: RuleEvaluator) {
    self.set = set
    self.totals = totals
    self.evaluator = evaluator
  }

  package func reason(_ condition: Condition) -> Bilingual {
    switch condition {
    case .always: Bilingual("Áp dụng đối với mọi cơ quan", "It applies to every agency")
    case .any(let parts): joined(parts.filter(evaluator.holdsOrNull), Bilingual("; "))
    case .all(let parts): joined(parts, Self.and)
    case .comparison(let first, let links): comparisons(first, links)
    case .not, .yes, .empty:
      Bilingual("Thỏa điều kiện \(printer.text(condition))", "The condition \(printer.text(condition)) holds")
    }
  }

  private static let and = Bilingual(" và ", " and ")

  private func joined(_ parts: [Condition], _ separator: Bilingual) -> Bilingual {
    Bilingual(parts.map(reason), separator: separator)
  }

  private var printer: RulePrinter {
    RulePrinter(inputName: { _ in "" }, rowCode: { set.rows[$0].code })
  }

  private func comparisons(_ first: Expression, _ links: [Condition.Link]) -> Bilingual {
    var left = first
    var texts: [Bilingual] = []
    for link in links {
      if let text = statement(left, link.relation, link.operand) { texts.append(text) }
      left = link.operand
    }
    return Bilingual(texts, separator: Self.and)
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
  private func statement(_ left: Expression, _ relation: Relation, _ right: Expression) -> Bilingual? {
    guard let a = try? evaluator.value(of: left), let b = try? evaluator.value(of: right) else { return nil }
    if right.isConstant { return statement(left, Comparison(value: a, relation: relation, limit: b)) }
    if left.isConstant {
      return statement(right, Comparison(value: b, relation: relation.seenFromRight, limit: a))
    }
    guard case (.number, .number) = (a, b) else {
      return statement(left, Comparison(value: a, relation: relation, limit: b))
    }
    return Bilingual("\(printer.text(left)) ") + relation.inWords + Bilingual(" \(printer.text(right))")
  }

  private func statement(_ subject: Expression, _ comparison: Comparison) -> Bilingual? {
    if case .call(let function, let arguments) = subject,
      let reason = function.reason?(arguments, comparison, self)
    {
      return reason
    }
    guard let (value, limit) = comparison.numbers else { return nil }
    return Bilingual("\(printer.text(subject)) = ") + number(value) + Bilingual(", ")
      + comparison.relation.inWords
      + Bilingual(" ") + number(limit)
  }

  /// The name of a row of the set.
  func name(_ row: Int) -> String { set.rows[row].name }

  /// The points of a row and its applicable maximum.
  func standing(_ row: Int) -> (points: Bilingual, maximum: Bilingual) {
    let decimals = set.settings.pointDecimals
    return (
      decimal(totals[row].points, decimals),
      number(Rational(units: totals[row].max, decimals: decimals))
    )
  }

  /// An exact number, with the decimal mark of each language.
  func number(_ value: Rational) -> Bilingual {
    Bilingual(exactText(value, mark: ","), exactText(value, mark: "."))
  }

  private func decimal(_ units: Int128, _ decimals: Int) -> Bilingual {
    Bilingual(
      decimalText(units, decimals: decimals, mark: ","), decimalText(units, decimals: decimals, mark: "."))
  }

  /// A share as an exact percentage.
  func percentText(_ share: Rational) -> Bilingual {
    share.multiplied(by: Rational(100)).map { number($0) + Bilingual("%") } ?? number(share)
  }

  /// A share as a percentage, with the decimals that it takes to see why the comparison holds.
  func percent(_ share: Rational, _ relation: Relation, _ limit: Rational) -> Bilingual {
    let rounding = set.settings.rounding
    for decimals in set.settings.indexDecimals...20 {
      guard let units = rounding.units(of: share, decimals: decimals + 2) else { break }
      let shown = rounding.rounded(share, decimals: decimals + 2)
      if shown.map({ relation.holds($0, limit) }) ?? false {
        return decimal(units, decimals) + Bilingual("%")
      }
    }
    return percentText(share)
  }
}

extension Relation {
  /// The relation in words.
  var inWords: Bilingual {
    switch self {
    case .equal: Bilingual("bằng", "equal to")
    case .notEqual: Bilingual("khác", "other than")
    case .less: Bilingual("thấp hơn", "below")
    case .atMost: Bilingual("không quá", "at most")
    case .greater: Bilingual("cao hơn", "above")
    case .atLeast: Bilingual("không thấp hơn", "at least")
    }
  }
}
