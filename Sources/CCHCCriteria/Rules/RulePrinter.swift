package import CCHCExact
package import CCHCFiles

/// Writes a tree back as text of the rule language.
package struct RulePrinter {
  /// The name of an input.
  private let inputName: (Int) -> String
  /// The code of a row of the set.
  private let rowCode: (Int) -> String

  package init(inputName: @escaping (Int) -> String, rowCode: @escaping (Int) -> String) {
    self.inputName = inputName
    self.rowCode = rowCode
  }

  package func text(_ expression: Expression) -> String {
    switch expression {
    case .number(let number): exactText(number)
    case .text(let label): "\"\(label.spelling)\""
    case .day(let day): day.isoText
    case .input(let index): inputName(index)
    case .negated(let inner): "-" + operand(inner)
    case .sum(let first, let steps):
      operand(first) + steps.map { ($0.isInverse ? " - " : " + ") + operand($0.operand) }.joined()
    case .product(let first, let steps):
      operand(first) + steps.map { ($0.isInverse ? " / " : " * ") + operand($0.operand) }.joined()
    case .days(let end, since: let start): "\(text(end)) - \(text(start))"
    case .call(let function, let arguments):
      arguments.isEmpty ? function.name : "\(function.name)(\(arguments.map(text).joined(separator: ", ")))"
    }
  }

  package func text(_ condition: Condition) -> String {
    switch condition {
    case .always: "always"
    case .yes(let input): inputName(input)
    case .empty(let input): "empty(\(inputName(input)))"
    case .not(let inner): "not (\(text(inner)))"
    case .all(let parts): parts.map { "(\(text($0)))" }.joined(separator: " and ")
    case .any(let parts): parts.map { "(\(text($0)))" }.joined(separator: " or ")
    case .comparison(let first, let links):
      text(first) + links.map { " \($0.relation.rawValue) \(text($0.operand))" }.joined()
    }
  }

  private func text(_ argument: Argument) -> String {
    switch argument {
    case .expression(let expression): text(expression)
    case .condition(let condition): text(condition)
    case .whole(let number): String(number)
    case .name(let input): inputName(input)
    case .row(let row): "\"\(rowCode(row))\""
    }
  }

  /// An operand, in brackets where it is a sum or a product itself.
  private func operand(_ expression: Expression) -> String {
    switch expression {
    case .sum, .product, .days: "(\(text(expression)))"
    case .number(let number) where exactText(number).contains("/"): "(\(exactText(number)))"
    default: text(expression)
    }
  }
}

/// A fraction as a decimal where it ends within 6 places, else as `a/b`.
package func exactText(_ value: Rational, mark: Unicode.Scalar = ".") -> String {
  if let (units, decimals) = endingDecimal(value) {
    return decimalText(units, decimals: decimals, mark: mark)
  }
  return "\(value.numerator)/\(value.denominator)"
}

/// A fraction as `units` × 10^-`decimals` with as few decimals as hold it; nil where six do not.
private func endingDecimal(_ value: Rational) -> (units: Int128, decimals: Int)? {
  for decimals in 0...6 {
    let scale = Rational(Int(powerOfTen(decimals)))
    if let scaled = value.multiplied(by: scale), scaled.denominator == 1 {
      return (scaled.numerator, decimals)
    }
  }
  return nil
}

extension ProblemArgument {
  /// A fraction as a decimal where it ends within 6 places, else as `a/b`.
  package static func exact(_ value: Rational) -> ProblemArgument {
    endingDecimal(value).map { .number(units: $0.units, decimals: $0.decimals) } ?? .text(exactText(value))
  }
}
