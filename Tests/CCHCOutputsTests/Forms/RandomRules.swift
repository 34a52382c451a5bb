import TestSupport

/// Random rules that load: every shape of the language over inputs of every type.
struct RandomRules {
  var random: SeededGenerator

  /// The inputs of every leaf.
  static let inputs =
    "a[count]: A; b[count]: B; c[count?]: C; x: X; g[signed]: G; v[yesno]: V; w[yesno?]: W; "
    + "s[choice: tốt|khá|kém]: S; t[choice?: khá|tốt]: T; d[date]: D; e[date?]: E"

  /// A rule of random depth.
  mutating func rule() -> String {
    guard !random.once(in: 3) else { return expression(3) }
    let cases = (0..<random.number(1...3)).map { _ in "\(condition(2)): \(expression(2))" }
    return (cases + ["else: \(expression(1))"]).joined(separator: "; ")
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0, !random.once(in: 4) else { return leaf() }
    switch random.number(1...10) {
    case 1...3: return "(\(expression(depth - 1)) \(random.pick(["+", "-"])) \(expression(depth - 1)))"
    case 4...6: return "\(factor(depth - 1)) \(random.pick(["*", "/", "/"])) \(factor(depth - 1))"
    case 7: return "\(random.pick(["min", "max"]))(\(expression(depth - 1)), \(expression(depth - 1)))"
    case 8: return "round(\(expression(depth - 1)), \(random.number(0...3)))"
    case 9: return "count(\(condition(depth - 1)), \(condition(depth - 1)), v)"
    default: return "-\(factor(depth - 1))"
    }
  }

  private mutating func factor(_ depth: Int) -> String {
    depth > 0 ? "(\(expression(depth)))" : leaf()
  }

  private mutating func leaf() -> String {
    random.pick([
      "a", "b", "a", "b", "c", "x", "g", "full", "late_days", "d - e", "2", "0.5", "80%", "3", "0", "0.125",
      "100",
    ]).wrapped
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return comparison() }
    switch random.number(1...8) {
    case 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 2: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 3: return "not (\(condition(depth - 1)))"
    case 4: return random.pick(["v", "w", "empty(c)", "empty(e)", "not w"])
    case 5: return random.pick(["s = \"khá\"", "s != t", "t = \"TỐT\"", "s = t"])
    case 6: return random.pick(["d < 2023-06-30", "e >= d", "2023-01-01 <= d <= 2023-12-31"])
    default: return comparison()
    }
  }

  private mutating func comparison() -> String {
    let relation = random.pick(["<", "<=", ">", ">=", "=", "!="])
    guard random.once(in: 3) else { return "\(expression(1)) \(relation) \(expression(1))" }
    return "\(random.pick(["0", "50%", "1"])) <= \(expression(1)) \(relation) \(expression(1))"
  }

  /// A value for an input: edges, halves, wrong ones and none.
  mutating func value(_ name: String) -> String {
    if random.once(in: 12) { return "" }
    if random.once(in: 40) { return "sai" }
    switch name {
    case "a", "b", "c":
      return random.pick(["0", "1", "2", "3", "7", "8", "40", "99", "100", "365", "12345", "999999"])
    case "x": return random.pick(["0", "0.5", "12.5", "0.000001", "3.333333", "100", "0.125", "1500.25"])
    case "g": return random.pick(["-3", "-0.5", "0", "2.25", "-0.125", "17"])
    case "v", "w": return random.pick(["có", "không"])
    case "s": return random.pick(["tốt", "khá", "kém"])
    case "t": return random.pick(["khá", "tốt"])
    default: return random.pick(["2023-01-01", "2023-06-30", "2023-06-29", "2024-02-29", "1999-12-31"])
    }
  }
}

extension String {
  /// A difference of dates in brackets, so that it can be an operand.
  fileprivate var wrapped: String { contains(" ") ? "(\(self))" : self }
}
