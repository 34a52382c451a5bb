import CCHCExact
import CCHCFiles

/// An expression with its type.
struct TypedExpression {
  let tree: Expression
  let type: ValueType

  /// What stands for a name that is not known, once that is reported.
  static let unknown = TypedExpression(tree: .number(.zero), type: .unknown)
}

extension RuleParser {
  /// Reads an expression that must give a number.
  mutating func number() throws(RuleFault) -> Expression { try expression(of: .number) }

  /// Reads an expression that must be of a type.
  mutating func expression(of type: ValueType) throws(RuleFault) -> Expression {
    let start = current
    let found = try expression()
    require(type, found, at: start)
    return found.tree
  }

  private mutating func require(_ type: ValueType, _ expression: TypedExpression, at token: Token) {
    guard expression.type != type, expression.type != .unknown else { return }
    if expression.type == .yesNo {
      mistyped(
        at: token,
        .phrase(
          vi: "số liệu có/không chỉ đứng một mình làm điều kiện",
          en: "a yes/no input stands alone as a condition"))
    } else {
      mistyped(
        at: token,
        .phrase(
          vi: "cần một {0}, đây là {1}", en: "a {0} is needed, this is a {1}", type.argument,
          expression.type.argument))
    }
  }

  mutating func expression() throws(RuleFault) -> TypedExpression {
    let start = current
    var result = try term()
    var steps: [Expression.Step] = []
    while case .symbol(let symbol) = current.kind, symbol == .plus || symbol == .minus {
      advance()
      let token = current
      let operand = try term()
      if symbol == .minus, steps.isEmpty, result.type == .day, operand.type == .day {
        result = TypedExpression(tree: .days(result.tree, since: operand.tree), type: .number)
        continue
      }
      if steps.isEmpty { require(.number, result, at: start) }
      require(.number, operand, at: token)
      steps.append(Expression.Step(isInverse: symbol == .minus, operand: operand.tree))
    }
    return steps.isEmpty ? result : TypedExpression(tree: .sum(result.tree, steps), type: .number)
  }

  private mutating func term() throws(RuleFault) -> TypedExpression {
    let start = current
    let first = try factor()
    var steps: [Expression.Step] = []
    while case .symbol(let symbol) = current.kind, symbol == .times || symbol == .over {
      advance()
      let token = current
      let operand = try factor()
      require(.number, operand, at: token)
      steps.append(Expression.Step(isInverse: symbol == .over, operand: operand.tree))
    }
    guard !steps.isEmpty else { return first }
    require(.number, first, at: start)
    return TypedExpression(tree: .product(first.tree, steps), type: .number)
  }

  private mutating func factor() throws(RuleFault) -> TypedExpression {
    let token = current
    switch token.kind {
    case .symbol(.minus):
      advance()
      let operandToken = current
      let operand = try nested { parser throws(RuleFault) in try parser.factor() }
      require(.number, operand, at: operandToken)
      return TypedExpression(tree: .negated(operand.tree), type: .number)
    case .symbol(.open):
      advance()
      let inner = try nested { parser throws(RuleFault) in try parser.expression() }
      try expect(.close)
      return inner
    case .number(let value):
      advance()
      return TypedExpression(tree: .number(value), type: .number)
    case .text(let text):
      advance()
      return TypedExpression(tree: .text(Label(text)), type: .text)
    case .day(let day):
      advance()
      return TypedExpression(tree: .day(day), type: .day)
    case .name(let name):
      advance()
      return try named(name, token)
    default:
      throw unexpected(.phrase(vi: "một số, một số liệu hoặc “(”", en: "a number, an input or “(”"))
    }
  }

  private mutating func named(_ name: String, _ token: Token) throws(RuleFault) -> TypedExpression {
    if let input = scope.inputs.firstIndex(where: { $0.name == name }) {
      return TypedExpression(tree: .input(input), type: scope.inputs[input].type.valueType)
    }
    if let function = scope.function(name) { return try call(function) }
    faults.append(unknownName(name, at: token))
    if current.kind == .symbol(.open) { try skipArguments() }
    return .unknown
  }

  private mutating func skipArguments() throws(RuleFault) {
    var open = 0
    repeat {
      if current.kind == .symbol(.open) { open += 1 }
      if current.kind == .symbol(.close) { open -= 1 }
      if current.kind == .end { throw unexpected(.quoted(")")) }
      advance()
    } while open > 0
  }

  // MARK: Calls

  /// Reads the arguments of a function, whose name is read.
  private mutating func call(_ function: RuleFunction) throws(RuleFault) -> TypedExpression {
    let signature = function.signature
    var arguments: [Argument] = []
    // Names that there are not are reported behind the closing bracket.
    var unknown: [RuleFault] = []
    if !signature.parameters.isEmpty {
      try expect(.open)
      for (index, parameter) in signature.parameters.enumerated() {
        if index > 0 { try expect(.comma) }
        repeat {
          if let argument = try argument(parameter, &unknown) { arguments.append(argument) }
        } while signature.isOpen && take(.comma)
      }
      try expect(.close)
    }
    faults += unknown
    guard unknown.isEmpty else { return .unknown }
    return TypedExpression(tree: .call(function, arguments), type: function.result)
  }

  /// Reads an argument; nil where it is the name of nothing, which is added to the unknown ones.
  private mutating func argument(
    _ parameter: Parameter, _ unknown: inout [RuleFault]
  ) throws(RuleFault) -> Argument? {
    switch parameter {
    case .value(let type):
      return .expression(try nested { parser throws(RuleFault) in try parser.expression(of: type) })
    case .condition:
      return .condition(try nested { parser throws(RuleFault) in try parser.condition() })
    case .whole(let range, let needed):
      guard case .number(let number) = current.kind, number.denominator == 1,
        let whole = Int(exactly: number.numerator), range.contains(whole)
      else { throw unexpected(needed) }
      advance()
      return .whole(whole)
    case .input:
      let token = current
      let name = try name()
      let input = scope.inputs.firstIndex { $0.name == name }
      if input == nil { unknown.append(unknownName(name, at: token)) }
      return input.map { .name(input: $0) }
    case .row:
      let token = current
      guard case .text(let code) = token.kind else {
        throw unexpected(.phrase(vi: "mã tiêu chí trong ngoặc kép", en: "a criterion code in quotes"))
      }
      advance()
      let row = scope.rows.firstIndex(of: code)
      if row == nil {
        let near = nearest(to: code, among: scope.rows)
        unknown.append(RuleFault(.ruleRowUnknown, at: token.position, .text(code), suggestion: near))
      }
      return row.map { .row($0) }
    }
  }

  // MARK: Types

  /// Reports a comparison of things that do not compare.
  mutating func checkComparison(
    _ left: ValueType, _ leftTree: Expression, _ relation: Relation, _ right: ValueType,
    _ rightTree: Expression,
    at token: Token
  ) {
    if left == .unknown || right == .unknown { return }
    guard left != .yesNo, right != .yesNo else {
      mistyped(
        at: token,
        .phrase(
          vi: "số liệu có/không không so sánh được, viết “v” hoặc “not v”",
          en: "a yes/no input cannot be compared, write “v” or “not v”"))
      return
    }
    guard left == right else {
      let sides = [left.argument, right.argument]
      mistyped(
        at: token,
        left == .day || right == .day
          ? .phrase(
            vi: "vế trái là {0}, vế phải là {1}; ngày viết 2023-03-31",
            en: "the left side is a {0}, the right one a {1}; write dates as 2023-03-31", sides)
          : .phrase(
            vi: "vế trái là {0}, vế phải là {1}", en: "the left side is a {0}, the right one a {1}", sides))
      return
    }
    guard left == .text else { return }
    if relation != .equal, relation != .notEqual {
      mistyped(
        at: token,
        .phrase(
          vi: "chữ và lựa chọn chỉ so sánh bằng = hoặc !=",
          en: "texts and choices take = and != only"))
    }
    checkLabel(leftTree, against: rightTree, at: token)
    checkLabel(rightTree, against: leftTree, at: token)
  }

  /// Reports a text that the other side can never be.
  private mutating func checkLabel(_ text: Expression, against other: Expression, at token: Token) {
    guard case .text(let label) = text else { return }
    let allowed: [Label]
    switch other {
    case .input(let input):
      // A column of a case table that may hold any text has no labels.
      guard case .choice(let labels) = scope.inputs[input].type, !labels.isEmpty else { return }
      allowed = labels
    case .call(let function, _):
      guard let labels = function.labels else { return }
      allowed = labels(scope)
    default: return
    }
    guard !allowed.contains(label) else { return }
    let spellings = allowed.map(\.spelling)
    faults.append(
      RuleFault(
        .ruleLabelUnknown, at: token.position, .text(label.spelling), .texts(spellings, .bar),
        suggestion: nearest(to: label.spelling, among: spellings)))
  }
}
