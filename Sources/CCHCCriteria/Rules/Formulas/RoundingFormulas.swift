package import CCHCExact

extension WorkRow {
  /// A value rounded to whole units of 10^-decimals.
  ///
  /// Spreadsheets divide in binary, so a quotient is only a first guess: products of whole numbers decide it.
  package mutating func wholeUnits(of value: Fraction, decimals: Int, _ rounding: Rounding) -> Atom {
    if let constant = value.constant {
      guard let units = rounding.units(of: constant, decimals: decimals) else { return beyondExact() }
      return constantAtom(units)
    }
    guard let factor = value.factor.divided(by: Rational(1).tenths(decimals)) else { return beyondExact() }
    let above = Monomial(factor: factor.numerator, atoms: value.above)
    if factor.denominator == 1, value.below.isEmpty { return atom(above) }
    return quotient(above, Monomial(factor: factor.denominator, atoms: value.below), rounding)
  }

  private mutating func beyondExact() -> Atom {
    noteBeyondExact()
    return constantAtom(0)
  }

  private mutating func constantAtom(_ number: Int128) -> Atom {
    Atom(cell: cell(.number(number)), low: Double(number), high: Double(number))
  }

  private mutating func atom(_ product: Monomial) -> Atom {
    if product.factor == 1, product.atoms.count == 1 { return product.atoms[0] }
    let formula = noted(product.formula, magnitude: product.magnitude)
    return Atom(cell: cell(formula), low: product.limits.low, high: product.limits.high)
  }

  /// The rounded quotient of two products of whole numbers, the lower one not negative.
  private mutating func quotient(_ above: Monomial, _ below: Monomial, _ rounding: Rounding) -> Atom {
    let numerator = atom(above)
    let divisor: Formula = below.atoms.isEmpty ? .number(below.factor) : atom(below).formula
    let size =
      numerator.low < 0 ? Formula.cell(cell(.call(.absolute, [numerator.formula]))) : numerator.formula
    // Where the divisor is 0 the value is a fault and never used; the cell must bear no error all the same.
    let safe = below.atoms.isEmpty ? divisor : .call(.largest, [divisor, 1])
    let guess = Formula.cell(cell(.call(.whole, [.quotient(size, safe)])))
    let floor = Formula.cell(
      cell(
        .when(
          guess * divisor > size, guess - 1, .when((guess + 1) * divisor <= size, guess + 1, guess))))
    // What is left over against what is lacking to the next whole: nothing is doubled, so nothing grows.
    let left = Formula.cell(cell(size - floor * divisor))
    let lacking = divisor - left
    let isOdd = floor - 2 * .call(.whole, [.quotient(floor, 2)])
    let rounded: Formula =
      switch rounding {
      case .down: floor
      case .halfUp: .when(left >= lacking, floor + 1, floor)
      case .halfEven:
        .when(
          left > lacking, floor + 1,
          .when(.comparison(left, .equal, lacking), floor + isOdd, floor))
      }
    let units = Formula.cell(cell(rounded))
    let least = max(Double(below.factor), 1)
    let high = numerator.magnitude / least + 1
    guard numerator.low < 0 else { return Atom(cell: cell(units), low: 0, high: high) }
    let signed = cell(.when(numerator.formula < 0, .negated(units), units))
    return Atom(cell: signed, low: -high, high: high)
  }
}

extension Rational {
  /// The value × 10^-`decimals`, 0 to 37.
  func tenths(_ decimals: Int) -> Rational {
    var value = self
    for _ in 0..<decimals { value = value.divided(by: Rational(10)) ?? .zero }
    return value
  }

  /// The value in units of 10^-`decimals`.
  package func inUnits(_ decimals: Int) -> Rational {
    var value = self
    for _ in 0..<decimals { value = value.multiplied(by: Rational(10)) ?? .zero }
    return value
  }
}
