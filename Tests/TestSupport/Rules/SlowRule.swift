import CCHCExact

/// A rule's tree as these tests know it, with its own way of being written and worked out.
package indirect enum SlowExpression {
  case number(text: String, value: BigFraction)
  case input(String)
  case negated(SlowExpression)
  case sum(SlowExpression, [(isInverse: Bool, operand: SlowExpression)])
  case product(SlowExpression, [(isInverse: Bool, operand: SlowExpression)])
  case smallest([SlowExpression])
  case largest([SlowExpression])
  case rounded(SlowExpression, Int)
  case count([SlowCondition])
  case full
  case lateDays
  /// Days from the second date to the first.
  case days(SlowDate, SlowDate)
}

/// A date that a rule names.
package enum SlowDate {
  case input(String)
  case literal(year: Int, month: Int, day: Int)
}

package indirect enum SlowCondition {
  case always
  case yes(String)
  case empty(String)
  case not(SlowCondition)
  case all([SlowCondition])
  case any([SlowCondition])
  case chain(SlowExpression, [(sign: String, operand: SlowExpression)])
  /// A choice beside one of its labels.
  case choice(String, isEqual: Bool, label: String)
  case dates(SlowDate, sign: String, SlowDate)
}

/// A rule: cases with their conditions, of which the last may have none, or a single value.
package struct SlowRule {
  var cases: [(condition: SlowCondition?, value: SlowExpression)]
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
  /// The labels of choices.
  var choices: [String: String] = [:]
  /// Dates as days since some day.
  var dates: [String: Int] = [:]
  var full = BigFraction(0)
  var lateDays = 0
  var rounding = Rounding.halfUp

  /// The value as the engine's own tests show it.
  func shown(_ rule: SlowRule) -> (value: BigFraction?, text: String) {
    do throws(SlowFault) {
      for entry in rule.cases {
        if let condition = entry.condition, try !holds(condition) { continue }
        if isEmpty(entry.value) { return (nil, "empty") }
        return (try number(entry.value), "number")
      }
      return (BigFraction(0), "number")
    } catch {
      return (nil, error == .division ? "division by 0" : "overflow")
    }
  }

  private func isEmpty(_ expression: SlowExpression) -> Bool {
    switch expression {
    case .number, .count, .full, .lateDays: false
    case .days(let end, let start): day(end) == nil || day(start) == nil
    case .input(let name): numbers[name] == nil
    case .negated(let inner), .rounded(let inner, _): isEmpty(inner)
    case .sum(let first, let steps), .product(let first, let steps):
      isEmpty(first) || steps.contains { isEmpty($0.operand) }
    case .smallest(let list), .largest(let list): list.contains { isEmpty($0) }
    }
  }

  private func day(_ date: SlowDate) -> Int? {
    switch date {
    case .input(let name): dates[name]
    case .literal(let year, let month, let day): slowDay(year, month, day)
    }
  }

  /// A value within the exact range, cancelled only where it must be.
  private func inRange(_ value: BigFraction) throws(SlowFault) -> BigFraction {
    if value.numerator < BigFraction.limit, value.denominator < BigFraction.limit { return value }
    let form = value.reduced
    guard form.isInRange else { throw .overflow }
    return form
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
    case .full: return full
    case .lateDays: return BigFraction(lateDays)
    case .days(let end, let start): return BigFraction((day(end) ?? 0) - (day(start) ?? 0))
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
    case .empty(let name):
      return numbers[name] == nil && words[name] == nil && choices[name] == nil && dates[name] == nil
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
        if !Self.fits(try number(left).compared(to: number(link.operand)), link.sign) { return false }
        left = link.operand
      }
      return true
    case .choice(let name, let isEqual, let label):
      // Rules write labels in any case.
      guard let filed = choices[name] else { return false }
      return (filed.lowercased() == label.lowercased()) == isEqual
    case .dates(let left, let sign, let right):
      guard let first = day(left), let second = day(right) else { return false }
      return Self.fits(first - second, sign)
    }
  }

  private static func fits(_ order: Int, _ sign: String) -> Bool {
    switch sign {
    case "=": order == 0
    case "!=": order != 0
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    default: order >= 0
    }
  }
}

/// The days of the years before a date's, of its months before, and its own: counted one by one.
func slowDay(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let isLeap = { (year: Int) in
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
  var days = day
  for before in 1900..<year { days += isLeap(before) ? 366 : 365 }
  for before in 1..<month {
    days += before == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(before) ? 30 : 31
  }
  return days
}
