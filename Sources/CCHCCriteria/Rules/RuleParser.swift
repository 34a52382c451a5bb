import CCHCFiles
import CCHCOffice

/// Reads a rule into its tree, checking names and types on the way.
///
/// A fault of grammar ends the reading; faults of names and types are collected.
struct RuleParser {
  let scope: RuleScope
  private let letters: [Unicode.Scalar]
  let tokens: [Token]
  /// For each `(` the token of its `)`.
  private var partners: [Int: Int] = [:]
  private(set) var index = 0
  private var depth = 0
  /// Whether the text is written as cases.
  private var hasCases = false
  var faults: [RuleFault] = []

  /// The deepest nesting of a rule (FORMATS 3).
  private static let deepest = 64

  private init(_ text: String, scope: RuleScope) throws(RuleFault) {
    self.scope = scope
    letters = Array(text.unicodeScalars)
    tokens = try RuleLexer.tokens(of: text)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .symbol(.open) { open.append(index) }
      if token.kind == .symbol(.close), let start = open.popLast() { partners[start] = index }
    }
  }

  /// Reads a leaf's rule.
  static func rule(_ text: String, scope: RuleScope) -> (rule: Rule?, faults: [RuleFault]) {
    parse(text, scope: scope) { parser throws(RuleFault) in
      let hasCases = parser.tokens.contains { $0.kind == .symbol(.colon) }
      parser.hasCases = hasCases
      let cases = hasCases ? try parser.cases() : [try parser.bareCase()]
      if !hasCases, case .symbol(let symbol) = parser.current.kind, Relation(rawValue: symbol.rawValue) != nil
      {
        throw RuleFault(.ruleConditionAlone, at: parser.current.position)
      }
      try parser.expectEnd()
      return Rule(text: text, cases: cases, hasCases: hasCases)
    }
  }

  /// Reads conditions separated by `;`, such as a leaf's checks.
  static func conditions(_ text: String, scope: RuleScope) -> (
    conditions: [StatedCondition]?, faults: [RuleFault]
  ) {
    parse(text, scope: scope) { parser throws(RuleFault) in
      var list: [StatedCondition] = []
      while parser.current.kind != .end {
        let start = parser.current
        let condition = try parser.condition()
        list.append(
          StatedCondition(condition: condition, text: parser.words(from: start), position: start.position))
        guard parser.take(.semicolon) else { break }
      }
      try parser.expectEnd()
      return list
    }
  }

  private static func parse<Result>(
    _ text: String, scope: RuleScope, _ body: (inout RuleParser) throws(RuleFault) -> Result
  ) -> (Result?, [RuleFault]) {
    do throws(RuleFault) {
      var parser = try RuleParser(text, scope: scope)
      do throws(RuleFault) {
        let result = try body(&parser)
        return (parser.faults.isEmpty ? result : nil, parser.faults)
      } catch {
        return (nil, parser.faults + [error])
      }
    } catch {
      return (nil, [error])
    }
  }

  // MARK: Tokens

  var current: Token { tokens[index] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard current.kind == .name(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(RuleFault) {
    guard take(symbol) else { throw unexpected(.quoted(symbol.rawValue)) }
  }

  mutating func expectEnd() throws(RuleFault) {
    guard current.kind == .end else { throw unexpected(Self.endOfRule) }
  }

  func unexpected(_ needed: ProblemArgument) -> RuleFault {
    if current.kind == .symbol(.comma) { return RuleFault(.ruleComma, at: current.position) }
    return RuleFault(.ruleUnexpected, at: current.position, shown(current), needed)
  }

  /// The words of the rule from a token up to the current one.
  func words(from start: Token) -> String {
    let end = index > 0 ? tokens[index - 1].range.upperBound : 0
    return text(start.range.lowerBound..<max(end, start.range.lowerBound))
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters[range])
    return String(view)
  }

  private static let endOfRule = ProblemArgument.phrase(vi: "hết công thức", en: "the end of the rule")

  private func shown(_ token: Token) -> ProblemArgument {
    token.kind == .end ? Self.endOfRule : .quoted(text(token.range))
  }

  /// Whether the `(` at the current token opens a condition: it does unless an operator follows its `)`.
  var opensCondition: Bool {
    guard let close = partners[index], case .symbol(let next) = tokens[close + 1].kind else { return true }
    switch next {
    case .close, .comma, .colon, .semicolon, .open: return true
    default: return false
    }
  }

  /// Runs a reading one level deeper.
  mutating func nested<Result>(
    _ body: (inout RuleParser) throws(RuleFault) -> Result
  ) throws(RuleFault) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw RuleFault(.ruleTooDeep, at: current.position) }
    return try body(&self)
  }

  mutating func mistyped(at token: Token, _ fault: ProblemArgument) {
    faults.append(RuleFault(.ruleType, at: token.position, fault))
  }

  // MARK: Cases

  private mutating func cases() throws(RuleFault) -> [RuleCase] {
    var list: [RuleCase] = []
    repeat {
      if current.kind == .end { break }
      if let last = list.last, last.isElse {
        faults.append(RuleFault(.ruleElseNotLast, at: last.position))
      }
      let start = current
      let isElse = take(word: "else")
      let condition = isElse ? Condition.always : try condition()
      let conditionText = words(from: start)
      try expect(.colon)
      let valueStart = current
      let value = try number()
      list.append(
        RuleCase(
          condition: condition, value: value, isElse: isElse, conditionText: conditionText,
          valueText: words(from: valueStart), position: start.position, valuePosition: valueStart.position))
    } while take(.semicolon)
    return list
  }

  private mutating func bareCase() throws(RuleFault) -> RuleCase {
    let start = current
    let value = try number()
    return RuleCase(
      condition: .always, value: value, isElse: false, conditionText: "", valueText: words(from: start),
      position: start.position, valuePosition: start.position)
  }

  // MARK: Conditions

  mutating func condition() throws(RuleFault) -> Condition {
    var parts = [try conjunction()]
    while take(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(RuleFault) -> Condition {
    var parts = [try unaryCondition()]
    while take(word: "and") { parts.append(try unaryCondition()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func unaryCondition() throws(RuleFault) -> Condition {
    if take(word: "not") {
      return .not(try nested { parser throws(RuleFault) in try parser.unaryCondition() })
    }
    if take(word: "always") { return .always }
    if current.kind == .name("empty") { return try emptyQuestion() }
    if current.kind == .symbol(.open), opensCondition {
      advance()
      let inner = try nested { parser throws(RuleFault) in try parser.condition() }
      try expect(.close)
      return inner
    }
    return try comparison()
  }

  private mutating func emptyQuestion() throws(RuleFault) -> Condition {
    advance()
    try expect(.open)
    let token = current
    let name = try name()
    try expect(.close)
    guard let input = scope.inputs.firstIndex(where: { $0.name == name }) else {
      faults.append(unknownName(name, at: token))
      return .always
    }
    if !scope.inputs[input].isOptional {
      faults.append(RuleFault(.ruleEmptyNotOptional, at: token.position, .text(name)))
    }
    return .empty(input)
  }

  /// Reads the name of an input.
  mutating func name() throws(RuleFault) -> String {
    guard case .name(let name) = current.kind else {
      throw unexpected(.phrase(vi: "tên một số liệu", en: "the name of an input"))
    }
    advance()
    return name
  }

  /// What is wrong with a name that is no input and no word of the rule.
  func unknownName(_ name: String, at token: Token) -> RuleFault {
    if scope.isOfResultsOnly(name) { return RuleFault(.ruleNameElsewhere, at: token.position, .text(name)) }
    let known = scope.names.filter { $0 != name }
    return RuleFault(
      .ruleNameUnknown, at: token.position, .text(name), suggestion: nearest(to: name, among: known))
  }

  private mutating func comparison() throws(RuleFault) -> Condition {
    let start = current
    let first = try expression()
    var links: [Condition.Link] = []
    var left = (first, start)
    while case .symbol(let symbol) = current.kind, let relation = Relation(rawValue: symbol.rawValue) {
      advance()
      let token = current
      let operand = try expression()
      checkComparison(left.0.type, left.0.tree, relation, operand.type, operand.tree, at: token)
      links.append(Condition.Link(relation: relation, operand: operand.tree))
      left = (operand, token)
    }
    if !links.isEmpty { return .comparison(first.tree, links) }
    if first.type == .yesNo, case .input(let input) = first.tree { return .yes(input) }
    if first.type == .unknown { return .always }
    if hasCases, current.kind == .end || current.kind == .symbol(.semicolon) {
      throw RuleFault(.ruleElseMissing, at: start.position)
    }
    throw unexpected(
      .phrase(vi: "một phép so sánh (=, !=, <, <=, >, >=)", en: "a comparison (=, !=, <, <=, >, >=)"))
  }
}
