import CCHCExact
import CCHCFiles
import CCHCOffice

/// That a part of a rule has no step.
struct NoStep: Error {}

/// Turns conditions and expressions into steps; names and types were settled when the set was read.
struct RuleCompiler {
  let inputs: [InputType]
  let full: SmallFraction
  var steps: [RuleProgram.Step] = []
  var mostDepth = 1
  private var depth = 0
  /// The check whose steps are made; negative for the rule.
  private var check: Int32 = -1
  /// Where the last jump that is settled goes on.
  private var lastTarget = -1

  init(inputs: [InputType], full: SmallFraction) {
    self.inputs = inputs
    self.full = full
  }

  mutating func add(_ condition: Condition, check index: Int) throws(NoStep) {
    check = Int32(index)
    let jumps = try jump(condition, when: true)
    emit(.init(operation: .fail))
    settle(jumps)
    check = -1
  }

  mutating func add(_ rule: Rule) throws(NoStep) {
    for ruleCase in rule.cases {
      let jumps = try jump(ruleCase.condition, when: false)
      try push(ruleCase.value)
      emitEnd()
      depth = 0
      settle(jumps)
    }
    push(0)
    emitEnd()
  }

  // MARK: Steps

  @discardableResult
  private mutating func emit(_ step: RuleProgram.Step) -> Int {
    steps.append(step)
    steps[steps.count - 1].check = check
    return steps.count - 1
  }

  /// Adds an operation on the numbers that were pushed last: in one step with their pushing where that is plain.
  private mutating func emitOperation(_ step: RuleProgram.Step) -> Int {
    guard let load = popLoad({ _ in true }) else { return emit(step) }
    var fused = step
    (fused.operand, fused.place) = (load.operand, load.place)
    (fused.numerator, fused.denominator) = (load.numerator, load.denominator)
    if let first = popLoad({ $0.operand == .input }) { (fused.loads, fused.first) = (true, first.place) }
    return emit(fused)
  }

  /// Takes back the last step where it puts a number on top, and nothing goes on behind it.
  private mutating func popLoad(_ isFit: (RuleProgram.Step) -> Bool) -> RuleProgram.Step? {
    guard let load = steps.last, load.operation == .load, lastTarget != steps.count, isFit(load) else {
      return nil
    }
    return steps.removeLast()
  }

  /// Ends the program with the number on top.
  private mutating func emitEnd() {
    if lastTarget == steps.count { emit(.init(operation: .pass)) }
    steps[steps.count - 1].ends = true
  }

  /// Lets jumps go on at the next step.
  private mutating func settle(_ jumps: [Int]) {
    guard !jumps.isEmpty else { return }
    lastTarget = steps.count
    for jump in jumps { steps[jump].target = Int32(steps.count) }
  }

  /// Puts a whole number on top.
  mutating func push(_ number: Int64) { push(SmallFraction(number)) }

  private mutating func push(_ fraction: SmallFraction) {
    push(
      .init(
        operation: .load, operand: .constant, numerator: fraction.numerator, denominator: fraction.denominator
      ))
  }

  /// Puts the leaf's maximum points on top.
  mutating func pushFull() { push(full) }

  /// Puts the days by which the agency filed late on top.
  mutating func pushLateDays() { push(.init(operation: .load, operand: .lateDays)) }

  private mutating func push(_ load: RuleProgram.Step) {
    emit(load)
    depth += 1
    mostDepth = max(mostDepth, depth)
  }

  // MARK: Conditions

  /// Adds steps that go elsewhere where a condition holds (`when`) or where it does not, and else go on.
  ///
  /// - Returns: the steps that go elsewhere.
  private mutating func jump(_ condition: Condition, when: Bool) throws(NoStep) -> [Int] {
    switch condition {
    case .always: return when ? [emit(.init(operation: .go))] : []
    // All figures are filed.
    case .empty: return when ? [] : [emit(.init(operation: .go))]
    case .yes(let input):
      return [emit(.init(operation: when ? .ifYes : .unlessYes, place: Int32(input)))]
    case .not(let inner): return try jump(inner, when: !when)
    case .all(let parts): return try jump(parts, each: false, when: when)
    case .any(let parts): return try jump(parts, each: true, when: when)
    case .comparison(let first, let links):
      // One comparison that holds is its opposite that does not.
      let isOpposite = when && links.count == 1
      let jumps = try compare(first, links, isOpposite: isOpposite)
      guard when, !isOpposite else { return jumps }
      let over = emit(.init(operation: .go))
      settle(jumps)
      return [over]
    }
  }

  /// Parts of which the first that is `each` decides.
  private mutating func jump(_ parts: [Condition], each: Bool, when: Bool) throws(NoStep) -> [Int] {
    var jumps: [Int] = []
    for part in parts { jumps += try jump(part, when: each) }
    guard each != when else { return jumps }
    let over = emit(.init(operation: .go))
    settle(jumps)
    return [over]
  }

  /// Adds a chain of comparisons, or of their opposites.
  ///
  /// - Returns: the steps that go elsewhere where one does not hold.
  private mutating func compare(
    _ first: Expression, _ links: [Condition.Link], isOpposite: Bool
  ) throws(NoStep) -> [Int] {
    let below = Int8(clamping: depth)
    var jumps: [Int] = []
    let labels = try labels(first, links)
    try push(first, labels)
    for (number, link) in links.enumerated() {
      try push(link.operand, labels)
      let isLast = number == links.count - 1
      let relation = isOpposite ? link.relation.opposite : link.relation
      jumps.append(
        emitOperation(.init(operation: isLast ? .compare : .compareOn, relation: relation, depth: below)))
      depth -= isLast ? 2 : 1
    }
    return jumps
  }

  /// The words that a comparison of texts is about; nil where it is one of numbers or dates.
  private func labels(_ first: Expression, _ links: [Condition.Link]) throws(NoStep) -> [Label]? {
    var result: [Label]?
    var hasText = false
    for operand in [first] + links.map(\.operand) {
      switch operand {
      case .text: hasText = true
      case .call(let function, _) where function.result == .text: hasText = true
      case .input(let index):
        guard case .choice(let labels) = inputs[index] else { continue }
        // Indices of two lists of labels cannot be compared.
        guard result == nil || result == labels else { throw NoStep() }
        result = labels
      default: continue
      }
    }
    if hasText, result == nil { throw NoStep() }
    return result
  }

  // MARK: Expressions

  /// Puts the value of an expression on top.
  ///
  /// - Throws: `NoStep` where some part of it has no compiled form.
  mutating func push(_ expression: Expression, _ labels: [Label]? = nil) throws(NoStep) {
    switch expression {
    case .number(let number):
      guard let small = SmallFraction(number) else { throw NoStep() }
      push(small)
    case .text(let label):
      guard let index = labels?.firstIndex(of: label) else { throw NoStep() }
      push(Int64(index))
    case .day(let day): push(Int64(day.number))
    case .input(let index): push(.init(operation: .load, operand: .input, place: Int32(index)))
    case .negated(let inner):
      try push(inner)
      emit(.init(operation: .negate))
    case .sum(let first, let steps): try fold(first, steps, .add, inverse: .subtract)
    case .product(let first, let steps): try fold(first, steps, .multiply, inverse: .divide)
    case .days(let end, since: let start):
      try push(end)
      try push(start)
      combine(.subtract)
    case .call(let function, let arguments): try function.compile(arguments, &self)
    }
  }

  /// Takes the two numbers on top and puts what an operation makes of them there.
  mutating func combine(_ operation: RuleProgram.Operation) {
    _ = emitOperation(.init(operation: operation))
    depth -= 1
  }

  /// Rounds the number on top as the set rounds.
  ///
  /// - Throws: `NoStep` where there are more decimals than 64 bits have room for.
  mutating func round(decimals: Int) throws(NoStep) {
    guard decimals <= 6 else { throw NoStep() }
    emit(.init(operation: .round, place: Int32(decimals)))
  }

  /// Adds steps that are done where a condition holds; they leave as many numbers as they found.
  mutating func when(
    _ condition: Condition, _ body: (inout RuleCompiler) throws(NoStep) -> Void
  ) throws(NoStep) {
    let jumps = try jump(condition, when: false)
    try body(&self)
    settle(jumps)
  }

  /// Puts on top what an operation makes of the values of expressions, from the left.
  mutating func fold(_ list: [Expression], _ operation: RuleProgram.Operation) throws(NoStep) {
    guard let first = list.first else { throw NoStep() }
    try push(first)
    for expression in list.dropFirst() {
      try push(expression)
      combine(operation)
    }
  }

  private mutating func fold(
    _ first: Expression, _ steps: [Expression.Step], _ operation: RuleProgram.Operation,
    inverse: RuleProgram.Operation
  ) throws(NoStep) {
    try push(first)
    for step in steps {
      try push(step.operand)
      combine(step.isInverse ? inverse : operation)
    }
  }
}
