package import CCHCOffice

/// A sheet of a form.
package enum FormSheet: String, Sendable {
  /// What an agency fills in and signs.
  case form = "Tự chấm điểm"
  /// Hidden: the steps of every computation.
  case work = "Tinh"

  /// The name as a formula of another sheet writes it.
  fileprivate var quotedName: String { self == .work ? rawValue : "'\(rawValue)'" }
}

/// A cell of a form.
package struct FormCell: Hashable, Sendable {
  package let sheet: FormSheet
  package let position: CellPosition

  package init(_ sheet: FormSheet, row: Int, column: Int) {
    self.sheet = sheet
    position = CellPosition(row: row, column: column)
  }

  package init(_ sheet: FormSheet, _ position: CellPosition) {
    self.sheet = sheet
    self.position = position
  }
}

/// A function that every spreadsheet since Excel 2007 knows, by its name in US form.
package enum SheetFunction: String, Sendable {
  case when = "IF"
  case and = "AND"
  case or = "OR"
  case absolute = "ABS"
  /// The whole number below or at a number.
  case whole = "INT"
  case sign = "SIGN"
  case smallest = "MIN"
  case largest = "MAX"
  case round = "ROUND"
  case isNumber = "ISNUMBER"
  /// A number as itself, anything else as 0.
  case number = "N"
  case remainder = "MOD"
  case sum = "SUM"
  case right = "RIGHT"
}

/// A spreadsheet formula as a tree: printed in US form, and computed as a spreadsheet computes it.
///
/// Rules are printed over whole numbers alone, which binary numbers hold exactly up to 2^53.
package indirect enum Formula: Hashable, Sendable {
  case number(Int128)
  case text(String)
  case cell(FormCell)
  /// Cells of one sheet, for functions that take many.
  case area(FormSheet, CellArea)
  /// Terms added; a negative one is subtracted.
  case sum([Formula])
  case negated(Formula)
  case product([Formula])
  case quotient(Formula, Formula)
  case comparison(Formula, Relation, Formula)
  /// Texts and whole numbers one after the other.
  case joined([Formula])
  case call(SheetFunction, [Formula])

  package static func when(_ condition: Formula, _ then: Formula, _ otherwise: Formula) -> Formula {
    .call(.when, [condition, then, otherwise])
  }

  /// A truth that always holds.
  package static let always = Formula.comparison(1, .equal, 1)

  /// A truth that never holds.
  package static let never = Formula.comparison(1, .equal, 0)

  /// Whether any of some truths holds.
  package static func any(_ truths: [Formula]) -> Formula {
    truths.count == 1 ? truths[0] : .call(.or, truths)
  }

  /// Whether the value is a whole number.
  package func equals(_ number: Int128) -> Formula { .comparison(self, .equal, .number(number)) }

  /// Whether the value is a text, whatever its case; an empty cell is the empty text.
  package func reads(_ text: String) -> Formula { .comparison(self, .equal, .text(text)) }

  package static func > (left: Formula, right: Formula) -> Formula { .comparison(left, .greater, right) }
  package static func >= (left: Formula, right: Formula) -> Formula { .comparison(left, .atLeast, right) }
  package static func <= (left: Formula, right: Formula) -> Formula { .comparison(left, .atMost, right) }
  package static func < (left: Formula, right: Formula) -> Formula { .comparison(left, .less, right) }
  package static func + (left: Formula, right: Formula) -> Formula { .sum([left, right]) }
  package static func - (left: Formula, right: Formula) -> Formula { .sum([left, .negated(right)]) }
  package static func * (left: Formula, right: Formula) -> Formula { .product([left, right]) }
}

extension Formula: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .number(Int128(value)) }
}

extension Formula {
  /// The most letters of a formula (Excel 2007).
  package static let longest = 8192

  /// The formula as a cell of a sheet holds it, without `=`.
  package func text(on sheet: FormSheet) -> String {
    var text = ""
    write(to: &text, on: sheet)
    return text
  }

  private func write(to text: inout String, on sheet: FormSheet) {
    switch self {
    case .number(let number): text += String(number)
    case .text(let words): text += "\"" + words.replacing("\"", with: "\"\"") + "\""
    case .cell(let cell): text += Self.prefix(cell.sheet, on: sheet) + cell.position.absoluteText
    case .area(let owner, let area): text += Self.prefix(owner, on: sheet) + area.absoluteText
    case .sum(let terms):
      for (place, term) in terms.enumerated() {
        if case .negated(let inner) = term {
          text += "-"
          inner.writeOperand(to: &text, on: sheet)
        } else {
          if place > 0 { text += "+" }
          term.writeOperand(to: &text, on: sheet)
        }
      }
    case .negated(let inner):
      text += "-"
      inner.writeOperand(to: &text, on: sheet)
    case .product(let factors):
      for (place, factor) in factors.enumerated() {
        if place > 0 { text += "*" }
        factor.writeOperand(to: &text, on: sheet)
      }
    case .quotient(let above, let below):
      above.writeOperand(to: &text, on: sheet)
      text += "/"
      below.writeOperand(to: &text, on: sheet)
    case .comparison(let left, let relation, let right):
      left.writeOperand(to: &text, on: sheet)
      text += relation == .notEqual ? "<>" : relation.rawValue
      right.writeOperand(to: &text, on: sheet)
    case .joined(let parts):
      for (place, part) in parts.enumerated() {
        if place > 0 { text += "&" }
        part.writeOperand(to: &text, on: sheet)
      }
    case .call(let function, let arguments):
      text += function.rawValue + "("
      for (place, argument) in arguments.enumerated() {
        if place > 0 { text += "," }
        argument.write(to: &text, on: sheet)
      }
      text += ")"
    }
  }

  /// Writes an operand, in brackets where it is more than a number, a cell or a call.
  private func writeOperand(to text: inout String, on sheet: FormSheet) {
    var isSimple = true
    switch self {
    case .number(let number): isSimple = number >= 0
    case .text, .cell, .area, .call: break
    case .product where !text.hasSuffix("/"): break
    default: isSimple = false
    }
    if !isSimple { text += "(" }
    write(to: &text, on: sheet)
    if !isSimple { text += ")" }
  }

  private static func prefix(_ owner: FormSheet, on sheet: FormSheet) -> String {
    owner == sheet ? "" : owner.quotedName + "!"
  }
}
