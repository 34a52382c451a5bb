import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCOffice
import CCHCScoring

/// Random rules, each worked out by the engine and by fractions of any size.
package struct RuleDifference: Sendable {
  /// Where the two differ, with the rule's words; and where a rule that was printed and read again does.
  package private(set) var faults: [String] = []
  /// How many rules gave a number, nothing, or no value for which reason.
  package private(set) var seen: [String: Int] = [:]
  /// How many rules were compared.
  package private(set) var count = 0

  /// How many rules are loaded together, as leaves of one set, and worked out over the same figures.
  private static let most = 250

  /// Compares so many rules.
  ///
  /// - Parameters:
  ///   - part: which of the parts of a run, each with rules of its own.
  ///   - total: how many rules.
  /// - Throws: where a temporary folder cannot be written.
  package init(part: Int, count total: Int) throws {
    var source = TreeSource(random: SeededGenerator("random rules \(part)"), isWide: true)
    var writer = SlowWriter(random: SeededGenerator("random rule texts \(part)"))
    while count < total {
      let (evaluator, slow) = Self.figures(&source.random)
      var rules: [SlowRule] = []
      var texts: [String] = []
      while rules.count < min(Self.most, total - count) {
        let rule = source.rule(4)
        let text = writer.text(rule)
        guard text.unicodeScalars.count <= 4_000 else { continue }
        rules.append(rule)
        texts.append(text)
      }
      try compare(rules, texts, evaluator, slow)
    }
  }

  private mutating func compare(
    _ rules: [SlowRule], _ texts: [String], _ evaluator: RuleEvaluator, _ slow: SlowEvaluator
  ) throws {
    let printer = RulePrinter(inputName: { TreeSource.names[$0] }, rowCode: { _ in "" })
    var printed: [(text: String, value: Rational?)] = []
    for (place, rule) in try Self.load(texts).enumerated() {
      guard let rule else {
        faults.append("not read: \(texts[place])")
        continue
      }
      let (value, text) = Self.shown(rule, evaluator)
      let wanted = slow.shown(rules[place])
      let isEqual =
        text == wanted.text && value.map { wanted.value?.equals($0) ?? false } ?? (wanted.value == nil)
      if !isEqual {
        faults.append("\(text) \(value.map { exactText($0) } ?? "") for \(wanted.text): \(texts[place])")
      }
      seen[text, default: 0] += 1
      if place.isMultiple(of: 4), !rule.hasCases {
        printed.append((printer.text(rule.cases[0].value), value))
      }
    }
    count += rules.count
    for (place, rule) in try Self.load(printed.map(\.text)).enumerated() {
      guard let rule, Self.shown(rule, evaluator).value == printed[place].value else {
        faults.append("printed otherwise: \(printed[place].text)")
        continue
      }
    }
  }

  /// The rules of a set with a leaf for each text; nil where one cannot be read.
  private static func load(_ texts: [String]) throws -> [Rule?] {
    let folder = try TemporaryFolder()
    func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    var table = "code,name,max_points,inputs,rule,zero_denominator\n1,Lĩnh vực,\(texts.count * full),,,\n"
    for (place, text) in texts.enumerated() {
      table += "1.r\(place)x,Tiêu chí,\(full),\(cell(TreeSource.wideInputs)),\(cell(text)),zero\n"
    }
    try folder.write(table, to: "criteria.csv")
    try folder.write("key,value\nname,Bộ thử\nlegal_basis,Quyết định thử\n", to: "set.csv")
    return SetLoader.load(folder.path, code: "bo", makesStamps: false).set.leaves.map(\.rule)
  }

  private static let full = 1_000

  /// Works a rule of the engine out; its number beside the word for what it gave.
  private static func shown(_ rule: Rule, _ evaluator: RuleEvaluator) -> (value: Rational?, text: String) {
    do throws(EvaluationFault) {
      switch try evaluator.value(of: rule).value {
      case .number(let number): return (number, "number")
      default: return (nil, "empty")
      }
    } catch {
      return (nil, error == .overflow ? "overflow" : "division by 0")
    }
  }

  /// The same random figures for both.
  private static func figures(_ random: inout SeededGenerator) -> (RuleEvaluator, SlowEvaluator) {
    let rounding = random.pick(Rounding.allCases)
    var (evaluator, slow) = (RuleEvaluator(), SlowEvaluator(rounding: rounding))
    evaluator.rounding = rounding
    for name in ["a", "b", "c", "z"] {
      let units = name == "z" ? 0 : random.number(-5_000...5_000)
      evaluator.inputs.append(.number(Rational(units: Int128(units), decimals: 1)))
      slow.numbers[name] = BigFraction(units) / BigFraction(10)
    }
    evaluator.inputs += [.empty, .yes(true), .yes(false), .empty]
    slow.words = ["v": true, "w": false]
    for name in ["d", "e"] {
      let (year, month, day) = (random.number(1901...2199), random.number(1...12), random.number(1...28))
      evaluator.inputs.append(Day(year: year, month: month, day: day).map { .day($0) } ?? .empty)
      slow.dates[name] = slowDay(year, month, day)
    }
    let label = random.pick(["đúng hạn", "muộn"])
    evaluator.inputs += [.empty, .text(Label(label)), .empty]
    slow.choices["s"] = label
    evaluator.lateDays = random.number(0...30)
    slow.lateDays = evaluator.lateDays
    evaluator.full = Rational(full)
    slow.full = BigFraction(full)
    return (evaluator, slow)
  }
}
