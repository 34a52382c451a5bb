import CCHCScoring
import TestSupport

/// A rule's tree as these tests know it, with its own way of being written and worked out.
indirect enum SlowExpression {
  case number(text: String, value: BigFraction)
  case input(String)
  case negated(SlowExpression)
  case sum(SlowExpression, [(isInverse: Bool, operand: SlowExpression)])
  case product(SlowExpression, [(isInverse: Bool, operand: SlowExpression)])
  case smallest([SlowExpression])
  case largest([SlowExpression])
  case rounded(SlowExpression, Int)
  case count([SlowCondition])
}

indirect enum SlowCondition {
  case always
  case yes(String)
  case empty(String)
  case not(SlowCondition)
  case all([SlowCondition])
  case any([SlowCondition])
  case chain(SlowExpression, [(sign: String, operand: SlowExpression)])
}

/// Why a rule has no value.
enum SlowFault: Error {
  case division
  case overflow
}

/// Works trees out with fractions of any size; an input without a number or a word is empty.
struct SlowEvaluator {
  var numbers: [String: BigFraction] = [:]
  var words: [String: Bool] = [:]
  var rounding = Rounding.halfUp

  /// The value as the engine's own tests show it.
  func shown(_ expression: SlowExpression) -> (value: BigFraction?, text: String) {
    if isEmpty(expression) { return (nil, "empty") }
    do throws(SlowFault) {
      return (try number(expression), "number")
    } catch {
      return (nil, error == .division ? "division by 0" : "overflow")
    }
  }

  private func isEmpty(_ expression: SlowExpression) -> Bool {
    switch expression {
    case .number, .count: false
    case .input(let name): numbers[name] == nil
    case .negated(let inner), .rounded(let inner, _): isEmpty(inner)
    case .sum(let first, let steps), .product(let first, let steps):
      isEmpty(first) || steps.contains { isEmpty($0.operand) }
    case .smallest(let list), .largest(let list): list.contains { isEmpty($0) }
    }
  }

  private func inRange(_ value: BigFraction) throws(SlowFault) -> BigFraction {
    guard value.isInRange else { throw .overflow }
    return value.reduced
  }

  private func number(_ expression: SlowExpression) throws(SlowFault) -> BigFraction {
    switch expression {
    case .number(_, let value): return value
    case .input(let name): return numbers[name] ?? BigFraction(0)
    case .negated(let inner): return try number(inner).negated
    case .sum(let first, let steps):
      var total = try number(first)
      for step in steps {
        let operand = try number(step.operand)
        total = try inRange(step.isInverse ? total - operand : total + operand)
      }
      return total
    case .product(let first, let steps):
      var total = try number(first)
      for step in steps {
        let operand = try number(step.operand)
        if step.isInverse, operand.isZero { throw .division }
        total = try inRange(step.isInverse ? total / operand : total * operand)
      }
      return total
    case .smallest(let list): return try extreme(list, -1)
    case .largest(let list): return try extreme(list, 1)
    case .rounded(let inner, let decimals):
      let (isNegative, units) = try number(inner).rounded(rounding, decimals: decimals)
      return try inRange(BigFraction(isNegative: isNegative, units, over: BigNatural.powerOfTen(decimals)))
    case .count(let conditions):
      var count = 0
      for condition in conditions where try holds(condition) { count += 1 }
      return BigFraction(count)
    }
  }

  private func extreme(_ list: [SlowExpression], _ sign: Int) throws(SlowFault) -> BigFraction {
    var values: [BigFraction] = []
    for expression in list { values.append(try number(expression)) }
    var best = values[0]
    for value in values where value.compared(to: best) == sign { best = value }
    return best
  }

  func holds(_ condition: SlowCondition) throws(SlowFault) -> Bool {
    switch condition {
    case .always: return true
    case .yes(let name): return words[name] ?? false
    case .empty(let name): return numbers[name] == nil && words[name] == nil
    case .not(let inner): return try !holds(inner)
    case .all(let parts):
      for part in parts where try !holds(part) { return false }
      return true
    case .any(let parts):
      for part in parts where try holds(part) { return true }
      return false
    case .chain(let first, let links):
      var left = first
      for link in links {
        if isEmpty(left) || isEmpty(link.operand) { return false }
        let order = try number(left).compared(to: number(link.operand))
        let fits =
          switch link.sign {
          case "=": order == 0
          case "!=": order != 0
          case "<": order < 0
          case "<=": order <= 0
          case ">": order > 0
          default: order >= 0
          }
        if !fits { return false }
        left = link.operand
      }
      return true
    }
  }
}

/// Writes trees as rules, with spaces and brackets that change nothing.
struct SlowWriter {
  var random: SeededGenerator

  private mutating func gap() -> String { random.pick(["", "", " ", "  ", "\n", "\t"]) }

  mutating func text(_ expression: SlowExpression) -> String {
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
    }
  }

  private mutating func joined(_ list: [SlowExpression]) -> String {
    var texts: [String] = []
    for expression in list { texts.append(text(expression)) }
    return texts.joined(separator: "," + gap())
  }

  /// An operand of a sum: a sum itself needs brackets.
  private mutating func term(_ expression: SlowExpression) -> String {
    if case .sum = expression { return "(" + text(expression) + ")" }
    return text(expression)
  }

  /// An operand of a product or of a sign: sums and products need brackets.
  private mutating func factor(_ expression: SlowExpression) -> String {
    switch expression {
    case .sum, .product: return "(" + text(expression) + ")"
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
