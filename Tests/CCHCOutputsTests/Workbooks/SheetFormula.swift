import CCHCOffice
import Foundation
import Testing

/// Works out the formulas of a sheet in binary, as a spreadsheet does, over the cells that stand beside them.
///
/// Knows only the functions of Excel 2007 that workbooks of results need; anything else fails the test.
struct SheetFormula {
  private let sheet: SheetCells
  private var rest: Substring

  /// The value of a formula of a sheet.
  static func value(_ text: String, in sheet: SheetCells) throws -> Double {
    var formula = SheetFormula(sheet: sheet, rest: Substring(text))
    let value = try formula.comparison()
    try #require(formula.rest.isEmpty, "\(text): what is \(formula.rest)?")
    return value
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard rest.first == sign else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func comparison() throws -> Double {
    let left = try sum()
    return take("=") ? (try sum() == left ? 1 : 0) : left
  }

  private mutating func sum() throws -> Double {
    var value = try product()
    while true {
      if take("+") {
        value += try product()
      } else if take("-") {
        value -= try product()
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Double {
    var value = try factor()
    while true {
      if take("*") {
        value *= try factor()
      } else if take("/") {
        value /= try factor()
      } else {
        return value
      }
    }
  }

  private mutating func factor() throws -> Double {
    if take("-") { return try -factor() }
    if take("(") {
      let value = try comparison()
      try #require(take(")"))
      return value
    }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == ":" }
    rest = rest.dropFirst(word.count)
    if take("(") {
      if ["SUM", "COUNT", "N"].contains(word) { return try call(String(word), area: areaWord()) }
      var values = [try comparison()]
      while take(",") { values.append(try comparison()) }
      try #require(take(")"))
      return try call(String(word), values)
    }
    if let number = Double(word) { return number }
    let cell = try #require(CellPosition(String(word)), "\(word) is no cell")
    // A text among numbers would be #VALUE!.
    return try #require(number(cell), "\(word) holds no number")
  }

  private mutating func areaWord() throws -> CellArea {
    let word = rest.prefix { $0 != ")" }
    rest = rest.dropFirst(word.count + 1)
    return try #require(CellArea(String(word)))
  }

  private func number(_ cell: CellPosition) -> Double? {
    guard case .number(let number)? = sheet[cell]?.value else { return nil }
    return Double(number.written)
  }

  private func call(_ name: String, area: CellArea) throws -> Double {
    var values: [Double] = []
    for row in area.first.row...area.last.row {
      for column in area.first.column...area.last.column {
        if let value = number(CellPosition(row: row, column: column)) { values.append(value) }
      }
    }
    if name == "COUNT" { return Double(values.count) }
    return values.reduce(0, +)
  }

  private func call(_ name: String, _ values: [Double]) throws -> Double {
    switch (name, values.count) {
    case ("ROUND", 2):
      let scale = pow(10, values[1])
      return (values[0] * scale).rounded(.toNearestOrAwayFromZero) / scale
    case ("INT", 1): return values[0].rounded(.down)
    case ("ABS", 1): return abs(values[0])
    case ("SIGN", 1): return values[0] > 0 ? 1 : values[0] < 0 ? -1 : 0
    case ("MOD", 2): return values[0] - values[1] * (values[0] / values[1]).rounded(.down)
    default: throw UnknownFunction(name: name)
    }
  }

  struct UnknownFunction: Error {
    let name: String
  }
}
