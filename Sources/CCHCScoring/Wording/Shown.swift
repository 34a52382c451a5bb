package import CCHCCriteria
package import CCHCExact
import CCHCFiles

/// What stands where there is no figure.
package let noFigure = "–"

extension SetSettings {
  /// Points with the set's decimals and a decimal comma.
  package func pointsText(_ units: Int128?) -> String {
    units.map { decimalText($0, decimals: pointDecimals, mark: ",") } ?? noFigure
  }

  /// Points of a leaf with the set's decimals and a decimal comma.
  package func pointsText(_ units: Int64?) -> String { pointsText(units.map { Int128($0) }) }

  /// A difference of points, which bears its sign.
  package func differenceText(_ units: Int128) -> String { (units > 0 ? "+" : "") + pointsText(units) }

  /// A maximum without trailing zeros.
  package func maximumText(_ units: Int128?) -> String {
    guard let units else { return noFigure }
    let plain = plainDecimal(units, decimals: pointDecimals)
    return decimalText(plain.units, decimals: plain.decimals, mark: ",")
  }

  /// A published percentage in units of the index decimals.
  package func percentText(_ units: Int128?) -> String {
    units.map { decimalText($0, decimals: indexDecimals, mark: ",") + "%" } ?? noFigure
  }

  /// A difference of shares in percentage points, rounded once, which bears its sign.
  package func percentDifferenceText(of change: Rational?) -> String {
    guard let units = change.flatMap(publishedPercent) else { return noFigure }
    return (units > 0 ? "+" : "") + decimalText(units, decimals: indexDecimals, mark: ",")
  }

  /// The published percentage of a share.
  package func percentText(of share: Rational?) -> String { percentText(share.flatMap(publishedPercent)) }
}

extension Rounding {
  /// The rule in words.
  package var vietnamese: String {
    switch self {
    case .halfUp: "làm tròn đến số gần nhất, từ nửa đơn vị trở lên thì làm tròn lên"
    case .halfEven: "làm tròn đến số gần nhất, nửa đơn vị thì làm tròn về chữ số chẵn"
    case .down: "bỏ phần lẻ, không làm tròn lên"
    }
  }
}

extension Method {
  /// The method as it is shown.
  package var vietnamese: String {
    switch self {
    case .own: "Cơ quan tự chấm"
    case .external: "Số liệu cơ quan khác"
    case .survey: "Điều tra xã hội học"
    }
  }
}

extension Criterion {
  /// The name of a field; one that is not a scored field says so.
  package var fieldTitle: String {
    switch fieldKind {
    case .scored: name
    case .bonus: name.folded.contains("điểm thưởng") ? name : name + " (điểm thưởng)"
    case .penalty: name.folded.contains("điểm trừ") ? name : name + " (điểm trừ)"
    }
  }
}

extension RoundSettings {
  /// The assessed year, left blank where round.csv does not give it.
  package var yearText: String { year.map(String.init) ?? "……" }
}

extension Figure {
  /// The figure as a Vietnamese document writes it.
  package func shown(as type: InputType) -> String {
    switch state {
    case .absent, .blank: return "chưa có số liệu"
    case .invalid, .conflict: return "số liệu không hợp lệ"
    case .requested: return "không áp dụng"
    case .filed: break
    }
    switch type {
    case .number, .signed, .count: return decimalText(Int128(units), decimals: Int(scale), mark: ",")
    case .yesNo: return units == 1 ? "có" : "không"
    case .day: return Day(number: Int(units)).documentText
    case .choice(let labels): return "“\(labels[Int(units)].spelling)”"
    }
  }
}
