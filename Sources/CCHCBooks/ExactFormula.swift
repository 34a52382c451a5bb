import CCHCCriteria
import CCHCExact
import CCHCOffice

/// Formulas that give the engine's figures to the last digit although spreadsheets compute in binary.
///
/// Cells are turned into whole numbers of units before anything is divided. Whole numbers below 2^53 are exact
/// in binary, and a quotient of two below 2^48 lies on the right side of the next whole number and of the next
/// half. Only functions of Excel 2007 appear.
struct ExactFormula {
  /// The formula in US form, without `=`.
  let text: String

  /// Magnitudes beyond which a formula might not be exact: 2^45 units, so that four times one is below 2^48.
  private static let limit: Int128 = 1 << 45

  /// The sum of some cells or areas, such as `D5+E5-F5` or `SUM(D5:H5)`, rounded so that nothing of the binary
  /// form is left; nil where it might not be exact.
  ///
  /// `largest` is the sum of the cells' magnitudes in units.
  static func sum(_ terms: String, decimals: Int, largest: Int128) -> ExactFormula? {
    guard !terms.isEmpty, largest.magnitude < limit.magnitude else { return nil }
    return ExactFormula(text: "ROUND(\(terms),\(decimals))")
  }

  /// A number of units, from an expression with decimals.
  static func units(_ expression: String, decimals: Int) -> String {
    decimals == 0 ? expression : "ROUND(\(expression)*\(powerOfTen(decimals)),0)"
  }

  /// The quotient of two whole numbers, rounded to whole numbers by a set's rule, over a power of ten.
  ///
  /// Each number is an expression and how large it is; the lower one is above 0. The result is nil where it
  /// might not be exact.
  static func quotient(
    _ above: (text: String, units: Int128), over below: (text: String, units: Int128), _ rounding: Rounding,
    canBeNegative: Bool, decimals: Int
  ) -> ExactFormula? {
    guard above.units.magnitude < limit.magnitude, below.units > 0, below.units < limit else { return nil }
    let value = canBeNegative ? "ABS(\(above.text))" : above.text
    let (numerator, denominator) = (value, below.text)
    var text: String
    switch rounding {
    case .halfUp: text = "INT(\(numerator)/\(denominator)+0.5)"
    case .down: text = "INT(\(numerator)/\(denominator))"
    case .halfEven:
      // A half above an even number has been taken up to an odd one: one goes off again.
      text =
        "INT(\(numerator)/\(denominator)+0.5)-(MOD(2*\(numerator)+\(denominator),4*\(denominator))=2*\(denominator))"
      if canBeNegative || decimals > 0 { text = "(\(text))" }
    }
    if canBeNegative { text = "SIGN(\(above.text))*\(text)" }
    return ExactFormula(text: decimals == 0 ? text : "\(text)/\(powerOfTen(decimals))")
  }

  /// Points over a maximum as a published percentage, which is written as a share; each is a cell and its units.
  static func share(
    _ points: (cell: String, units: Int128), of max: (cell: String, units: Int128), in set: CriteriaSet
  ) -> ExactFormula? {
    let settings = set.settings
    let scale = Int128(powerOfTen(settings.indexDecimals + 2))
    guard points.units.magnitude < limit.magnitude else { return nil }
    return quotient(
      ("\(units(points.cell, decimals: settings.pointDecimals))*\(scale)", points.units * scale),
      over: (units(max.cell, decimals: settings.pointDecimals), max.units), settings.rounding,
      canBeNegative: set.pointsCanBeNegative, decimals: settings.indexDecimals + 2)
  }

  /// The mean of the cells of an area, which all hold numbers of some decimals, rounded to as many.
  ///
  /// The result is nil where there is no number, or the mean might not be exact.
  static func mean(
    _ area: CellArea, _ values: [Int128], decimals: Int, _ rounding: Rounding
  ) -> (formula: ExactFormula, units: Int128)? {
    let sum = values.reduce(0, +)
    let size = values.reduce(0) { $0 + Int128($1.magnitude) }
    guard size < limit, let mean = Rational(sum, over: Int128(values.count)),
      let units = rounding.units(of: mean, decimals: 0),
      let formula = quotient(
        (Self.units("SUM(\(area.text))", decimals: decimals), sum),
        over: ("COUNT(\(area.text))", Int128(values.count)), rounding,
        canBeNegative: values.contains { $0 < 0 }, decimals: decimals)
    else { return nil }
    return (formula, units)
  }
}

extension CriteriaSet {
  /// Whether some points of the set may be below 0.
  var pointsCanBeNegative: Bool {
    fields.contains { rows[$0].fieldKind == .penalty } || leaves.contains { $0.minUnits < 0 }
  }
}
