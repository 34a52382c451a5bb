import CCHCExact
import CCHCFiles
import CCHCOffice

/// Finds cases that the cases above cover, conditions that never hold, and gaps between cases.
///
/// It looks at comparisons of one and the same expression with constants. The constants cut the range of the
/// expression into cells (below, at, between and above them); in each cell every such comparison is decided.
struct RuleCoverage {
  /// A slip in a list of conditions, by the condition's place.
  struct Finding: Equatable {
    let place: Int
    /// That the conditions above cover it, or that it can never hold.
    let code: ProblemCode
  }

  private let conditions: [Condition]
  private let isOptional: (Int) -> Bool
  /// The values of all compared expressions that no figure changes.
  private let constants: [Expression: RuleValue]

  /// - Parameters:
  ///   - conditions: the conditions in the order in which they are tried; `else` is `always`.
  ///   - isOptional: whether an input may be empty.
  ///   - constant: the value of an expression that no figure changes.
  init(
    _ conditions: [Condition], isOptional: @escaping (Int) -> Bool,
    constant: (Expression) -> RuleValue?
  ) {
    self.conditions = conditions
    self.isOptional = isOptional
    var constants: [Expression: RuleValue] = [:]
    for condition in conditions {
      condition.forEachComparison { left, _, right in
        for side in [left, right] where constants[side] == nil { constants[side] = constant(side) }
      }
    }
    self.constants = constants
  }

  /// The range of one compared expression, cut into cells.
  private struct Line {
    let subject: Expression
    /// Sorted constants of the subject's comparisons.
    let constants: [RuleValue]
    let isOrdered: Bool
    let mayBeEmpty: Bool
    /// Where each constant stands among the cells.
    private let cells: [RuleValue: Int]

    init(subject: Expression, constants: [RuleValue], isOrdered: Bool, mayBeEmpty: Bool) {
      self.subject = subject
      self.constants = constants
      self.isOrdered = isOrdered
      self.mayBeEmpty = mayBeEmpty
      cells = Dictionary(
        uniqueKeysWithValues: constants.enumerated().map { ($1, isOrdered ? 2 * $0 + 1 : $0) })
    }

    /// How many cells the line has.
    ///
    /// Cells of an ordered subject alternate: below c0, at c0, between c0 and c1, … ; those of a text are
    /// each label and, last, any other. One more cell stands for an empty subject.
    var cellCount: Int {
      (isOrdered ? 2 * constants.count + 1 : constants.count + 1) + (mayBeEmpty ? 1 : 0)
    }

    func isEmptyCell(_ cell: Int) -> Bool { mayBeEmpty && cell == cellCount - 1 }

    /// What a comparison of the subject with a constant says in a cell.
    func decides(_ cell: Int, _ relation: Relation, _ constant: RuleValue) -> Bool {
      guard !isEmptyCell(cell), let place = cells[constant] else { return false }
      return relation.holds(cell, place)
    }
  }

  /// All slips found, in order.
  func findings() -> [Finding] {
    var unreachable: Set<Int> = []
    var impossible: Set<Int> = []
    for line in lines() {
      // Cells in which a condition above surely holds.
      var taken = [Bool](repeating: false, count: line.cellCount)
      for (place, condition) in conditions.enumerated() {
        let decisions = taken.indices.map { decided(condition, line, $0) }
        let open = taken.indices.filter { decisions[$0] != false }
        if open.isEmpty { impossible.insert(place) }
        if !open.isEmpty, open.allSatisfy({ taken[$0] }) { unreachable.insert(place) }
        for cell in taken.indices where decisions[cell] == true { taken[cell] = true }
      }
    }
    return conditions.indices.compactMap { place in
      if impossible.contains(place) { return Finding(place: place, code: .ruleNeverHolds) }
      return unreachable.contains(place) ? Finding(place: place, code: .ruleUnreachable) : nil
    }
  }

  /// The first range of an expression in which no condition holds, in words; nil where none is sure.
  func gap(_ shown: (Expression) -> String) -> String? {
    for line in lines() where line.isOrdered {
      for cell in 0..<line.cellCount where !line.isEmptyCell(cell) {
        guard conditions.allSatisfy({ decided($0, line, cell) == false }) else { continue }
        return range(cell, line, shown(line.subject))
      }
    }
    return nil
  }

  private func range(_ cell: Int, _ line: Line, _ subject: String) -> String {
    func text(_ place: Int) -> String {
      switch line.constants[place] {
      case .number(let number): exactText(number)
      case .day(let day): day.isoText
      default: ""
      }
    }
    if !cell.isMultiple(of: 2) { return "\(subject) = \(text(cell / 2))" }
    let low = cell > 0 ? "\(text(cell / 2 - 1)) < " : ""
    let high = cell / 2 < line.constants.count ? " < \(text(cell / 2))" : ""
    return low + subject + high
  }

  // MARK: Subjects

  private func lines() -> [Line] {
    var compared: [Expression: Set<RuleValue>] = [:]
    var order: [Expression] = []
    for condition in conditions {
      condition.forEachComparison { left, _, right in
        for (subject, other) in [(left, right), (right, left)] {
          guard constants[subject] == nil, let value = constants[other] else { continue }
          if compared[subject] == nil { order.append(subject) }
          compared[subject, default: []].insert(value)
        }
      }
    }
    return order.map { subject in
      let values = compared[subject, default: []].sorted(by: Self.precedes)
      let isText = values.contains { if case .text = $0 { true } else { false } }
      return Line(
        subject: subject, constants: values, isOrdered: !isText,
        mayBeEmpty: subject.mayBeEmpty(isOptional: isOptional))
    }
  }

  private static func precedes(_ left: RuleValue, _ right: RuleValue) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b
    case (.day(let a), .day(let b)): a < b
    case (.text(let a), .text(let b)): a.folded < b.folded
    default: false
    }
  }

  /// Whether a condition holds in a cell; nil where other figures decide it.
  private func decided(_ condition: Condition, _ line: Line, _ cell: Int) -> Bool? {
    switch condition {
    case .always: return true
    case .yes, .empty: return nil
    case .not(let inner): return decided(inner, line, cell).map { !$0 }
    case .all(let parts):
      let decisions = parts.map { decided($0, line, cell) }
      if decisions.contains(false) { return false }
      return decisions.contains(nil) ? nil : true
    case .any(let parts):
      let decisions = parts.map { decided($0, line, cell) }
      if decisions.contains(true) { return true }
      return decisions.contains(nil) ? nil : false
    case .comparison:
      var decisions: [Bool?] = []
      condition.forEachComparison { left, relation, right in
        if left == line.subject, let value = constants[right] {
          decisions.append(line.decides(cell, relation, value))
        } else if right == line.subject, let value = constants[left] {
          decisions.append(line.decides(cell, relation.seenFromRight, value))
        } else {
          decisions.append(nil)
        }
      }
      if decisions.contains(false) { return false }
      return decisions.contains(nil) ? nil : true
    }
  }
}
