import CCHCTables

/// What an expression gives.
enum ValueType: Equatable {
  case number
  case text
  case day
  case yesNo
  /// What follows a slip that is already reported; it fits everywhere.
  case unknown
}

extension ValueType {
  fileprivate var vietnamese: String {
    switch self {
    case .number, .unknown: "số"
    case .text: "chữ"
    case .day: "ngày"
    case .yesNo: "có/không"
    }
  }

  fileprivate var english: String {
    switch self {
    case .number, .unknown: "number"
    case .text: "text"
    case .day: "date"
    case .yesNo: "yes/no input"
    }
  }
}

/// An expression with its type.
struct TypedExpression {
  let tree: Expression
  let type: ValueType
}

extension RuleParser {
  /// Reads an expression that must give a number.
  mutating func number() throws(RuleFault) -> Expression {
    let start = current
    let found = try expression()
    requireNumber(found, at: start)
    return found.tree
  }

  private mutating func requireNumber(_ expression: TypedExpression, at token: Token) {
    switch expression.type {
    case .number, .unknown: break
    case .text: mistyped(at: token, vi: "cần một số, đây là chữ", en: "a number is needed, this is a text")
    case .day: mistyped(at: token, vi: "cần một số, đây là ngày", en: "a number is needed, this is a date")
    case .yesNo:
      mistyped(
        at: token, vi: "số liệu có/không chỉ đứng một mình làm điều kiện",
        en: "a yes/no input stands alone as a condition")
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
      if steps.isEmpty { requireNumber(result, at: start) }
      requireNumber(operand, at: token)
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
      requireNumber(operand, at: token)
      steps.append(Expression.Step(isInverse: symbol == .over, operand: operand.tree))
    }
    guard !steps.isEmpty else { return first }
    requireNumber(first, at: start)
    return TypedExpression(tree: .product(first.tree, steps), type: .number)
  }

  private mutating func factor() throws(RuleFault) -> TypedExpression {
    let token = current
    switch token.kind {
    case .symbol(.minus):
      advance()
      let operandToken = current
      let operand = try nested { parser throws(RuleFault) in try parser.factor() }
      requireNumber(operand, at: operandToken)
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
      throw unexpected(vi: "một số, một số liệu hoặc “(”", en: "a number, an input or “(”")
    }
  }

  private mutating func named(_ name: String, _ token: Token) throws(RuleFault) -> TypedExpression {
    if let input = scope.inputs.firstIndex(where: { $0.name == name }) {
      return TypedExpression(tree: .input(input), type: scope.inputs[input].type.valueType)
    }
    switch name {
    case "full" where scope.rows == nil && scope.hasLeaf: return TypedExpression(tree: .full, type: .number)
    case "late_days" where scope.rows == nil && scope.hasLeaf:
      return TypedExpression(tree: .lateDays, type: .number)
    case "index" where scope.rows != nil: return TypedExpression(tree: .index, type: .number)
    case "head_rating" where scope.rows != nil: return TypedExpression(tree: .headRating, type: .text)
    case "percent" where scope.rows != nil: return try rowFigure { .percent(row: $0) }
    case "points" where scope.rows != nil: return try rowFigure { .points(row: $0) }
    case "min": return TypedExpression(tree: .smallest(try arguments()), type: .number)
    case "max": return TypedExpression(tree: .largest(try arguments()), type: .number)
    case "round": return try rounding()
    case "count": return try counting()
    default:
      faults.append(unknownName(name, at: token))
      if current.kind == .symbol(.open) { try skipArguments() }
      return TypedExpression(tree: .full, type: .unknown)
    }
  }

  private mutating func skipArguments() throws(RuleFault) {
    var open = 0
    repeat {
      if current.kind == .symbol(.open) { open += 1 }
      if current.kind == .symbol(.close) { open -= 1 }
      if current.kind == .end { throw unexpected(vi: "“)”", en: "“)”") }
      advance()
    } while open > 0
  }

  private mutating func arguments() throws(RuleFault) -> [Expression] {
    try expect(.open)
    let list = try nested { parser throws(RuleFault) in
      var list = [try parser.number()]
      while parser.take(.comma) { list.append(try parser.number()) }
      return list
    }
    try expect(.close)
    return list
  }

  private mutating func rounding() throws(RuleFault) -> TypedExpression {
    try expect(.open)
    let value = try nested { parser throws(RuleFault) in try parser.number() }
    try expect(.comma)
    guard case .number(let decimals) = current.kind, decimals.denominator == 1, decimals.numerator <= 37
    else {
      throw unexpected(
        vi: "số chữ số thập phân, viết bằng số nguyên từ 0 đến 37", en: "a whole number of decimals, 0 to 37")
    }
    advance()
    try expect(.close)
    return TypedExpression(tree: .rounded(value, decimals: Int(decimals.numerator)), type: .number)
  }

  private mutating func counting() throws(RuleFault) -> TypedExpression {
    try expect(.open)
    let list = try nested { parser throws(RuleFault) in
      var list = [try parser.condition()]
      while parser.take(.comma) { list.append(try parser.condition()) }
      return list
    }
    try expect(.close)
    return TypedExpression(tree: .count(list), type: .number)
  }

  private mutating func rowFigure(_ make: (Int) -> Expression) throws(RuleFault) -> TypedExpression {
    try expect(.open)
    let token = current
    guard case .text(let code) = token.kind else {
      throw unexpected(vi: "mã tiêu chí trong ngoặc kép", en: "a criterion code in quotes")
    }
    advance()
    try expect(.close)
    guard let row = scope.rows?.firstIndex(of: code) else {
      faults.append(
        RuleFault(
          .ruleRowUnknown, at: token.position, code, suggestion: nearest(to: code, among: scope.rows ?? [])))
      return TypedExpression(tree: .index, type: .unknown)
    }
    return TypedExpression(tree: make(row), type: .number)
  }

  /// Reports a comparison of things that do not compare.
  mutating func checkComparison(
    _ left: ValueType, _ leftTree: Expression, _ relation: Relation, _ right: ValueType,
    _ rightTree: Expression,
    at token: Token
  ) {
    if left == .unknown || right == .unknown { return }
    guard left != .yesNo, right != .yesNo else {
      mistyped(
        at: token, vi: "số liệu có/không không so sánh được, viết “v” hoặc “not v”",
        en: "a yes/no input cannot be compared, write “v” or “not v”")
      return
    }
    guard left == right else {
      let hint =
        left == .day || right == .day ? ("; ngày viết 2023-03-31", "; write dates as 2023-03-31") : ("", "")
      mistyped(
        at: token, vi: "vế trái là \(left.vietnamese), vế phải là \(right.vietnamese)" + hint.0,
        en: "the left side is a \(left.english), the right one a \(right.english)" + hint.1)
      return
    }
    guard left == .text else { return }
    if relation != .equal, relation != .notEqual {
      mistyped(
        at: token, vi: "chữ và lựa chọn chỉ so sánh bằng = hoặc !=",
        en: "texts and choices take = and != only")
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
    case .headRating: allowed = scope.ratings
    default: return
    }
    guard !allowed.contains(label) else { return }
    let spellings = allowed.map(\.spelling)
    faults.append(
      RuleFault(
        .ruleLabelUnknown, at: token.position, label.spelling, spellings.joined(separator: " | "),
        suggestion: nearest(to: label.spelling, among: spellings)))
  }
}

extension InputType {
  /// What the input is in an expression.
  var valueType: ValueType {
    switch self {
    case .number, .signed, .count: .number
    case .yesNo: .yesNo
    case .day: .day
    case .choice: .text
    }
  }
}
