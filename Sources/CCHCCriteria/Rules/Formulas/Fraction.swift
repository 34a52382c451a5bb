package import CCHCExact

/// A value as an exact fraction of whole numbers in cells: factor × the atoms above over those below.
package struct Fraction {
  var factor: Rational
  var above: [Atom] = []
  /// Never negative; one that can be 0 is among the faults.
  var below: [Atom] = []
  /// Truths; where one holds the value divides by 0.
  package var faults: [Formula] = []

  package init(_ factor: Rational) { self.factor = factor }

  package init(_ atom: Atom, over scale: Atom? = nil) {
    factor = Rational(1)
    above = [atom]
    below = scale.map { [$0] } ?? []
  }

  /// The constant that the fraction is; nil where a cell changes it.
  package var constant: Rational? { above.isEmpty && below.isEmpty ? factor : nil }

  /// Takes atoms that stand both above and below from both: those below are never 0 where the value counts.
  mutating func cancel() {
    if factor.isZero { (above, below) = ([], []) }
    for atom in below {
      guard let place = above.firstIndex(of: atom), let other = below.firstIndex(of: atom) else { continue }
      above.remove(at: place)
      below.remove(at: other)
    }
  }

  mutating func addFaults(_ more: [Formula]) {
    for fault in more where !faults.contains(fault) { faults.append(fault) }
  }
}

/// A product of a whole number and atoms.
struct Monomial {
  var factor: Int128
  var atoms: [Atom]

  /// The largest and the least that the product can be.
  var limits: (low: Double, high: Double) {
    var (low, high) = (Double(factor), Double(factor))
    for atom in atoms {
      let corners = [low * atom.low, low * atom.high, high * atom.low, high * atom.high]
      (low, high) = (corners.min() ?? 0, corners.max() ?? 0)
    }
    return (low, high)
  }

  var magnitude: Double { max(abs(limits.low), abs(limits.high)) }

  /// The product as a formula; its sign stands outside.
  var formula: Formula {
    let parts = (factor.magnitude == 1 && !atoms.isEmpty ? [] : [Formula.number(Int128(factor.magnitude))])
    let operands = parts + atoms.map(\.formula)
    let product = operands.count == 1 ? operands[0] : .product(operands)
    return factor < 0 ? .negated(product) : product
  }
}

extension [Atom] {
  /// The atoms without those of another list, each as often as it stands there.
  func without(_ others: [Atom]) -> [Atom] {
    var rest = self
    for atom in others {
      if let place = rest.firstIndex(of: atom) { rest.remove(at: place) }
    }
    return rest
  }
}

extension WorkRow {
  /// The product of two fractions.
  mutating func product(_ left: Fraction, _ right: Fraction) -> Fraction {
    var result = left
    result.factor = exact(left.factor.multiplied(by: right.factor))
    result.above += right.above
    result.below += right.below
    result.addFaults(right.faults)
    result.cancel()
    return result
  }

  /// The quotient of two fractions; a divisor of 0 is a fault.
  package mutating func quotient(_ left: Fraction, _ right: Fraction) -> Fraction {
    var inverse = Fraction(Rational(1))
    inverse.faults = right.faults
    guard !right.factor.isZero else {
      inverse.addFaults([.always])
      return product(left, inverse)
    }
    inverse.factor = exact(Rational(1).divided(by: right.factor))
    inverse.above = right.below
    for atom in right.above {
      if atom.low <= 0, atom.high >= 0 { inverse.addFaults([atom.formula.equals(0)]) }
      guard atom.low < 0 else {
        inverse.below.append(atom)
        continue
      }
      let size = Atom(
        cell: cell(.call(.absolute, [atom.formula])), low: max(0, -atom.high), high: atom.magnitude)
      inverse.below.append(size)
      inverse.above.append(Atom(cell: cell(.call(.sign, [atom.formula])), low: -1, high: 1))
    }
    return product(left, inverse)
  }

  /// Brings fractions over one denominator.
  ///
  /// - Returns: the numerators, the constant part of the denominator, and its atoms.
  private mutating func common(_ terms: [Fraction]) -> ([Monomial], denominator: Rational, below: [Atom]) {
    var below: [Atom] = []
    var whole: Int128 = 1
    for term in terms {
      below += term.below.without(below)
      let divisor = Rational(whole, over: term.factor.denominator)?.denominator ?? 1
      let (next, overflow) = whole.multipliedReportingOverflow(by: divisor)
      if overflow { noteBeyondExact() } else { whole = next }
    }
    let monomials = terms.map { term -> Monomial in
      let (factor, overflow) = term.factor.numerator.multipliedReportingOverflow(
        by: whole / term.factor.denominator)
      if overflow { noteBeyondExact() }
      return Monomial(factor: overflow ? 0 : factor, atoms: term.above + below.without(term.below))
    }
    return (monomials, Rational(1, over: whole) ?? .zero, below)
  }

  /// The sum of fractions.
  mutating func sum(_ terms: [Fraction]) -> Fraction {
    let (all, unit, below) = common(terms)
    var monomials: [Monomial] = []
    for monomial in all where monomial.factor != 0 {
      let key = monomial.atoms.sorted { $0.cell.position < $1.cell.position }
      if let place = monomials.firstIndex(where: { $0.atoms == key }) {
        let (sum, overflow) = monomials[place].factor.addingReportingOverflow(monomial.factor)
        if overflow { noteBeyondExact() }
        monomials[place].factor = sum
      } else {
        monomials.append(Monomial(factor: monomial.factor, atoms: key))
      }
    }
    monomials.removeAll { $0.factor == 0 }
    var result = Fraction(unit)
    for term in terms { result.addFaults(term.faults) }
    result.below = below
    if monomials.count <= 1 {
      let single = monomials.first ?? Monomial(factor: 0, atoms: [])
      result.factor = exact(Rational(single.factor, over: 1).flatMap { unit.multiplied(by: $0) })
      result.above = single.atoms
    } else {
      let divisor = monomials.dropFirst().reduce(monomials[0].factor.magnitude) {
        divisorOf($0, $1.factor.magnitude)
      }
      for place in monomials.indices { monomials[place].factor /= Int128(divisor) }
      result.factor = exact(Rational(Int128(divisor), over: 1).flatMap { unit.multiplied(by: $0) })
      result.above = [total(monomials)]
    }
    result.cancel()
    return result
  }

  /// The cell of a sum of products.
  private mutating func total(_ monomials: [Monomial]) -> Atom {
    let operands = monomials.map { noted($0.formula, magnitude: $0.magnitude) }
    let low = monomials.reduce(0) { $0 + $1.limits.low }
    let high = monomials.reduce(0) { $0 + $1.limits.high }
    let size = monomials.reduce(0) { $0 + $1.magnitude }
    let formula = noted(combined(operands) { .sum($0) }, magnitude: size)
    return Atom(cell: cell(formula), low: low, high: high)
  }

  /// The smallest or the largest of fractions.
  mutating func extreme(_ function: SheetFunction, _ terms: [Fraction]) -> Fraction {
    if terms.count == 1 { return terms[0] }
    let (monomials, unit, below) = common(terms)
    let limits = monomials.map(\.limits)
    let operands = monomials.map { noted($0.formula, magnitude: $0.magnitude) }
    let formula = combined(operands) { .call(function, $0) }
    var low = limits.map(\.low).min() ?? 0
    var high = limits.map(\.high).max() ?? 0
    if function == .smallest {
      high = limits.map(\.high).min() ?? 0
    } else {
      low = limits.map(\.low).max() ?? 0
    }
    var result = Fraction(unit)
    for term in terms { result.addFaults(term.faults) }
    result.above = [Atom(cell: cell(formula), low: low, high: high)]
    result.below = below
    return result
  }

  /// Whether two fractions without faults stand in a relation: both sides multiplied by both denominators.
  mutating func comparison(_ left: Fraction, _ relation: Relation, _ right: Fraction) -> Formula {
    let leftOver = right.below.without(left.below)
    let rightOver = left.below.without(right.below)
    var a = Monomial(factor: 0, atoms: left.above + leftOver)
    var b = Monomial(factor: 0, atoms: right.above + rightOver)
    let shared = a.atoms.without(a.atoms.without(b.atoms)).filter { $0.low > 0 }
    a.atoms = a.atoms.without(shared)
    b.atoms = b.atoms.without(shared)
    // Both factors over their common denominator, and without a common divisor.
    let denominators = Rational(left.factor.denominator, over: right.factor.denominator) ?? .zero
    let (above, first) = left.factor.numerator.multipliedReportingOverflow(by: denominators.denominator)
    let (below, second) = right.factor.numerator.multipliedReportingOverflow(by: denominators.numerator)
    if first || second { noteBeyondExact() }
    let divisor = Int128(divisorOf(above.magnitude, below.magnitude))
    a.factor = above / divisor
    b.factor = below / divisor
    if a.factor == 0 { a.atoms = [] }
    if b.factor == 0 { b.atoms = [] }
    return .comparison(
      noted(a.formula, magnitude: a.magnitude), relation, noted(b.formula, magnitude: b.magnitude))
  }

  /// An exact constant; one beyond the exact range is noted.
  mutating func exact(_ value: Rational?) -> Rational {
    if value == nil { noteBeyondExact() }
    return value ?? .zero
  }
}

/// The greatest common divisor; 1 for two zeros.
private func divisorOf(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (a, b) = (first, second)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}
