import TestSupport
import Testing

@testable import CCHCBooks
@testable import CCHCCriteria
@testable import CCHCExact
@testable import CCHCFiles
@testable import CCHCScoring
@testable import CCHCTables
@testable import CCHCTally

/// Makes random conditions over the columns of a case table.
private struct ConditionTexts {
  var random: SeededGenerator

  mutating func condition(_ depth: Int) -> String {
    switch depth > 0 ? random.number(0...12) : random.number(0...5) {
    case 0: return random.pick(["v", "w", "always"])
    case 1: return "empty(\(random.pick(["w", "m", "e", "t", "u"])))"
    case 2:
      return
        "\(random.pick(["s", "t"])) \(random.pick(["=", "!="])) \(random.pick(["\"x\"", "\"Y\"", "\"ế\""]))"
    case 3: return "\(random.pick(["\"x\"", "\"y\""])) \(random.pick(["=", "!="])) \(random.pick(["s", "t"]))"
    case 4, 5: return chain(["d", "e", "2025-06-30", "2025-07-01"]) { $0 }
    case 6...8:
      var copy = self
      defer { self = copy }
      return chain([""]) { _ in copy.number(depth - 1) }
    case 9: return "not \(condition(depth - 1))"
    case 10: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    default: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    }
  }

  private mutating func chain(_ names: [String], _ operand: (String) -> String) -> String {
    let signs = ["=", "!=", "<", "<=", ">", ">="]
    var text = operand(random.pick(names))
    for _ in 0...random.number(0...1) { text += " \(random.pick(signs)) \(operand(random.pick(names)))" }
    return text
  }

  private mutating func number(_ depth: Int) -> String {
    switch depth > 0 ? random.number(0...10) : random.number(0...4) {
    case 0...2: return random.pick(["n", "m", "g"])
    case 3: return random.pick(["0", "1", "2", "0.5", "80%", "1000", "3.125"])
    case 4: return random.pick(["(d - e)", "(d - 2025-06-30)"])
    case 5: return "(\(number(depth - 1)) + \(number(depth - 1)))"
    case 6: return "(\(number(depth - 1)) - \(number(depth - 1)))"
    case 7: return "\(number(depth - 1)) * \(number(depth - 1))"
    case 8: return "\(number(depth - 1)) / \(random.pick(["3", "0.25", "7", "60%"]))"
    case 9: return "\(random.pick(["min", "max"]))(\(number(depth - 1)), \(number(depth - 1)), -m)"
    default: return "count(\(condition(depth - 1)), \(condition(depth - 1)))"
    }
  }
}

@Suite("Conditions as programs")
struct CountProgramTests {
  private static let declared =
    "n[count]: N; m[count?]: M; g[signed]: G; d[date]: D; e[date?]: E; v[yesno]: V; w[yesno?]: W; s[choice: x|y]: S"

  private static func columns() throws -> [CaseColumn] {
    var columns = try parseInputs(declared, untyped: .number).map {
      CaseColumn(name: $0.name, type: $0.type, isOptional: $0.isOptional, headings: [], place: Place("x"))
    }
    for (name, isOptional) in [("t", true), ("u", true)] {
      columns.append(
        CaseColumn(name: name, type: .choice([]), isOptional: isOptional, headings: [], place: Place("x")))
    }
    return columns
  }

  /// A condition; nil where the text has a slip.
  private static func condition(_ text: String, _ columns: [CaseColumn]) -> Condition? {
    var tally = CaseTally()
    tally.columns = columns
    return RuleParser.conditions(text, scope: tally.scope).conditions?.first?.condition
  }

  private static let texts = ["x", "y", "ế", "khác"].map { Label($0) }

  /// A random cell as the reader gives it, and as the evaluator takes it.
  private static func cell(_ column: CaseColumn, _ random: inout SeededGenerator) -> (Int32, RuleValue) {
    if column.isOptional, random.once(in: 3) { return (ColumnReader.empty, .empty) }
    switch column.type {
    case .count, .number:
      let value = random.once(in: 5) ? 999_999_999 : random.number(0...4)
      return (Int32(value), .number(Rational(value)))
    case .signed:
      let value = random.once(in: 5) ? -999_999_999 : random.number(-3...3)
      return (Int32(value), .number(Rational(value)))
    case .yesNo:
      let yes = random.once(in: 2)
      return (yes ? 1 : 0, .yes(yes))
    case .day:
      let day = Day(number: 20_269 + random.number(-2...2))
      return (Int32(day.number), .day(day))
    case .choice(let labels) where labels.isEmpty:
      let place = random.number(0...3)
      return (Int32(place), .text(texts[place]))
    case .choice(let labels):
      let place = random.number(0...1)
      return (Int32(place), .text(labels[place]))
    }
  }

  @Test("Random conditions: a program says of every row what the exact evaluator says")
  func agreesWithEvaluator() throws {
    let columns = try Self.columns()
    var source = ConditionTexts(random: SeededGenerator("count programs"))
    var programs = 0
    for _ in 0..<repetitions(400) {
      let text = source.condition(3)
      guard let condition = Self.condition(text, columns) else { continue }
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed): \(text)")
      guard
        let program = CountCompiler.program(
          [condition, .not(condition)], columns: columns, places: columns.indices.map { $0 + 1 },
          texts: columns.map { _ in Array(Self.texts.dropLast()) })
      else { continue }
      programs += 1
      let rows = source.random.number(1...40)
      var values = [Int32](repeating: 0, count: (columns.count + 1) * ColumnReader.blockRows)
      var evaluators = [RuleEvaluator](repeating: RuleEvaluator(), count: rows)
      for row in 0..<rows {
        for (place, column) in columns.enumerated() {
          let (cell, value) = Self.cell(column, &source.random)
          values[(place + 1) * ColumnReader.blockRows + row] = cell
          evaluators[row].inputs.append(value)
        }
      }
      var memory = CountMemory(program)
      memory.run(program, values.span, rows: rows)
      for row in 0..<rows {
        let wanted = try evaluators[row].holds(condition)
        #expect((memory.masks[program.outcomes[0]][row] == 1) == wanted, note)
        #expect((memory.masks[program.outcomes[1]][row] == 0) == wanted, note)
      }
    }
    #expect(programs > repetitions(400) / 3)
  }

  @Test(
    "What divides by a column, rounds, compares texts of two columns or grows too large has no program",
    arguments: [
      "n / m > 1", "round(g / 2, 0) = 1", "t = u", "n / 0 > 1", "n * n * n > 1",
      "n > 100000000000000000000000000", "n * 0.0000000000001 * 0.0000000000001 > 0",
    ])
  func refused(text: String) throws {
    let columns = try Self.columns()
    let condition = try #require(Self.condition(text, columns))
    let texts = columns.map { _ in [Label]() }
    let program = CountCompiler.program(
      [condition], columns: columns, places: columns.indices.map { $0 + 1 }, texts: texts)
    #expect(program?.outcomes == nil)
  }

  @Test(
    "Words of leaves and results mean nothing in a case table",
    arguments: ["full > 1", "late_days = 0", "index > 1"])
  func leafWords(text: String) throws {
    #expect(Self.condition(text, try Self.columns()) == nil)
  }
}
