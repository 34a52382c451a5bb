/// Writes trees as rules, with spaces and brackets that change nothing.
package struct SlowWriter {
  var random: SeededGenerator

  package init(random: SeededGenerator) { self.random = random }

  private mutating func gap() -> String { random.pick(["", "", " ", "  ", "\n", "\t"]) }

  /// A rule as somebody might write it.
  package mutating func text(_ rule: SlowRule) -> String {
    if rule.cases.count == 1, let only = rule.cases.first, only.condition == nil { return text(only.value) }
    var texts: [String] = []
    for entry in rule.cases {
      var condition = "else"
      if let given = entry.condition { condition = text(given) }
      texts.append(condition + gap() + ":" + gap() + text(entry.value))
    }
    return texts.joined(separator: gap() + ";" + gap()) + random.pick(["", "", ";"])
  }

  package mutating func text(_ expression: SlowExpression) -> String {
    if random.once(in: 12) { return "(" + gap() + plain(expression) + gap() + ")" }
    return plain(expression)
  }

  private mutating func plain(_ expression: SlowExpression) -> String {
    switch expression {
    case .number(let text, _): return text
    case .input(let name): return name
    case .negated(let inner): return "-" + gap() + factor(inner)
    case .sum(let first, let steps):
      var text = term(first)
      for step in steps { text += " " + (step.isInverse ? "-" : "+") + " " + term(step.operand) }
      return text
    case .product(let first, let steps):
      var text = factor(first)
      for step in steps { text += gap() + (step.isInverse ? "/" : "*") + gap() + factor(step.operand) }
      return text
    case .smallest(let list): return "min" + gap() + "(" + joined(list) + ")"
    case .largest(let list): return "max(" + joined(list) + gap() + ")"
    case .rounded(let inner, let decimals): return "round(" + text(inner) + "," + gap() + "\(decimals))"
    case .count(let conditions):
      var texts: [String] = []
      for condition in conditions { texts.append(text(condition)) }
      return "count(" + texts.joined(separator: ",") + ")"
    case .full: return "full"
    case .lateDays: return "late_days"
    case .days(let end, let start): return text(end) + " - " + text(start)
    }
  }

  private func text(_ date: SlowDate) -> String {
    switch date {
    case .input(let name): return name
    case .literal(let year, let month, let day):
      return "\(year)-" + [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }
  }

  private mutating func joined(_ list: [SlowExpression]) -> String {
    var texts: [String] = []
    for expression in list { texts.append(text(expression)) }
    return texts.joined(separator: "," + gap())
  }

  /// An operand of a sum: a sum itself needs brackets.
  private mutating func term(_ expression: SlowExpression) -> String {
    switch expression {
    case .sum, .days: return "(" + text(expression) + ")"
    default: return text(expression)
    }
  }

  /// An operand of a product or of a sign: sums and products need brackets.
  private mutating func factor(_ expression: SlowExpression) -> String {
    switch expression {
    case .sum, .product, .days: return "(" + text(expression) + ")"
    default: return text(expression)
    }
  }

  mutating func text(_ condition: SlowCondition) -> String {
    switch condition {
    case .always: return "always"
    case .yes(let name): return name
    case .empty(let name): return "empty(" + gap() + name + ")"
    case .not(let inner): return "not " + part(inner, bracketsAll: true)
    case .all(let parts):
      var texts: [String] = []
      for item in parts { texts.append(part(item, bracketsAll: false)) }
      return texts.joined(separator: " and ")
    case .any(let parts):
      var texts: [String] = []
      for item in parts { texts.append(isAny(item) ? "(" + text(item) + ")" : text(item)) }
      return texts.joined(separator: " or ")
    case .chain(let first, let links):
      var text = self.text(first)
      for link in links { text += gap() + link.sign + gap() + self.text(link.operand) }
      return text
    case .choice(let name, let isEqual, let label):
      return name + gap() + (isEqual ? "=" : "!=") + gap() + "\"" + label + "\""
    case .dates(let left, let sign, let right): return text(left) + " " + sign + " " + text(right)
    }
  }

  private func isAny(_ condition: SlowCondition) -> Bool { if case .any = condition { true } else { false } }

  private mutating func part(_ condition: SlowCondition, bracketsAll: Bool) -> String {
    switch condition {
    case .any: return "(" + text(condition) + ")"
    case .all: return "(" + text(condition) + ")"
    default: return bracketsAll && random.once(in: 2) ? "(" + text(condition) + ")" : text(condition)
    }
  }
}
