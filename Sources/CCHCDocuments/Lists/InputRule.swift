package import CCHCExact
package import CCHCOffice

/// What a person may type into a cell of a list, and what the program says of it.
package enum InputRule: Hashable {
  case whole(from: Int, to: Int?)
  case number(isSigned: Bool)
  case points(low: Decimal, high: Decimal)
  case day
  case oneOf([String])

  /// The rule for some cells; a request that no list offers is a question, not a refusal.
  package func validation(_ areas: [CellArea], allowsRequest: Bool = false) -> DataValidation {
    let (rule, remedy) = parts
    var validation = DataValidation(areas, rule)
    let isList = if case .list = rule { true } else { false }
    if allowsRequest, !isList { validation.strictness = .warning }
    validation.refusal = DataValidation.Message(
      "Giá trị chưa đúng",
      remedy + (allowsRequest && !isList ? " Nếu ghi “không áp dụng”, hãy chọn Có (Yes)." : ""))
    return validation
  }

  private var parts: (rule: DataValidation.Rule, remedy: String) {
    switch self {
    case .whole(let low, let high?):
      (.whole(.between("\(low)", "\(high)")), "Ghi số nguyên từ \(low) đến \(high).")
    case .whole(let low, nil): (.whole(.atLeast("\(low)")), "Ghi số nguyên không âm.")
    case .number(isSigned: false): (.decimal(.atLeast("0")), "Ghi một số không âm.")
    case .number(isSigned: true): (.decimal(.between("-999999999999", "999999999999")), "Ghi một số.")
    case .points(let low, let high):
      (
        .decimal(.between(Self.text(low, "."), Self.text(high, "."))),
        "Ghi điểm từ \(Self.text(low, ",")) đến \(Self.text(high, ","))."
      )
    // 1901-01-01 to 2199-12-31.
    case .day: (.date(.between("367", "109574")), "Ghi ngày, như 31/03/2025.")
    case .oneOf(let words): (.list(words), "Chọn một giá trị trong danh sách.")
    }
  }

  private static func text(_ value: Decimal, _ mark: Unicode.Scalar) -> String {
    decimalText(Int128(value.units), decimals: value.scale, mark: mark)
  }
}

/// Rules for the cells of one column, row by row from the top; equal ones are put together.
package struct ColumnRules {
  private let column: Int
  private let allowsRequest: Bool
  private var order: [InputRule] = []
  private var areas: [InputRule: [CellArea]] = [:]

  /// The most separate areas that a rule is written for: programs read no more.
  private static let mostAreas = 1_000

  /// - Parameters:
  ///   - column: The column's number, from 1.
  ///   - allowsRequest: Whether `không áp dụng` may be typed too.
  package init(column: Int, allowsRequest: Bool = false) {
    (self.column, self.allowsRequest) = (column, allowsRequest)
  }

  /// Sets the rule of some rows, which lie below those before.
  package mutating func add(_ rule: InputRule?, rows: ClosedRange<Int>) {
    guard let rule else { return }
    var list = areas.removeValue(forKey: rule) ?? []
    if list.isEmpty { order.append(rule) }
    if let last = list.last, last.last.row + 1 == rows.lowerBound {
      list[list.count - 1] = CellArea(rows: last.first.row...rows.upperBound, columns: column...column)
    } else {
      list.append(CellArea(rows: rows, columns: column...column))
    }
    areas[rule] = list
  }

  package var validations: [DataValidation] {
    order.compactMap { rule in
      guard let list = areas[rule], list.count <= Self.mostAreas else { return nil }
      return rule.validation(list, allowsRequest: allowsRequest)
    }
  }
}
