import CCHCCriteria
import CCHCExact

/// What points are worked out by, as a sentence says it.
indirect enum SentenceFormula: Hashable, Sendable {
  case number(Rational, isPercent: Bool)
  /// The maximum points.
  case full
  /// The share that the sentence names, by its place among the sentence's shares.
  case share(Int)
  /// A figure that the sentence calls by a letter: a, b, c.
  case letter(String)
  case sum(SentenceFormula, SentenceFormula)
  case difference(SentenceFormula, SentenceFormula)
  case product(SentenceFormula, SentenceFormula)
  case quotient(SentenceFormula, SentenceFormula)

  static let one = SentenceFormula.number(Rational(1), isPercent: false)

  static func fraction(_ numerator: Int128, _ denominator: Int128) -> SentenceFormula {
    .number(Rational(numerator, over: denominator) ?? .zero, isPercent: false)
  }

  /// The value where no figure changes it; nil where one does or it has none.
  func constant(full: Rational) -> Rational? { value(full: full, shares: [:], letters: [:]) }

  /// The value where figures are known; nil where one is not, or a division by 0 is met.
  func value(full: Rational, shares: [Int: Rational], letters: [String: Rational]) -> Rational? {
    func both(_ left: SentenceFormula, _ right: SentenceFormula, _ join: (Rational, Rational) -> Rational?)
      -> Rational?
    {
      guard let a = left.value(full: full, shares: shares, letters: letters),
        let b = right.value(full: full, shares: shares, letters: letters)
      else { return nil }
      return join(a, b)
    }
    return switch self {
    case .number(let value, _): value
    case .full: full
    case .share(let place): shares[place]
    case .letter(let letter): letters[letter]
    case .sum(let left, let right): both(left, right) { $0.adding($1) }
    case .difference(let left, let right): both(left, right) { $0.subtracting($1) }
    case .product(let left, let right): both(left, right) { $0.multiplied(by: $1) }
    case .quotient(let left, let right): both(left, right) { $1.isZero ? nil : $0.divided(by: $1) }
    }
  }

  /// The values where every figure is 0 or the most that it can be: shares end at `most`, letters are tried at 1.
  func corners(full: Rational, most: Int) -> [Rational] {
    var shares: Set<Int> = []
    var letters: Set<String> = []
    visit { part in
      if case .share(let place) = part { shares.insert(place) }
      if case .letter(let letter) = part { letters.insert(letter) }
    }
    guard shares.count + letters.count <= 6 else { return [] }
    let (places, names) = (shares.sorted(), letters.sorted())
    return (0..<(1 << (places.count + names.count))).compactMap { bits in
      func value(_ bit: Int, _ high: Int) -> Rational { bits >> bit & 1 == 1 ? Rational(high) : .zero }
      var known: [Int: Rational] = [:]
      var named: [String: Rational] = [:]
      for (bit, place) in places.enumerated() { known[place] = value(bit, most) }
      for (bit, name) in names.enumerated() { named[name] = value(bit + places.count, 1) }
      return self.value(full: full, shares: known, letters: named)
    }
  }

  /// Every part of the formula, itself first.
  func visit(_ body: (SentenceFormula) -> Void) {
    body(self)
    switch self {
    case .number, .full, .share, .letter: break
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right):
      left.visit(body)
      right.visit(body)
    }
  }

  /// The formula as the rule language writes it.
  func text(share: (Int) -> String) -> String { printed(share, level: 0) }

  private func printed(_ share: (Int) -> String, level: Int) -> String {
    let (text, own): (String, Int) =
      switch self {
      case .number(let value, let isPercent): (ruleText(value, isPercent: isPercent), 3)
      case .full: ("full", 3)
      case .share(let place): (share(place), 2)
      case .letter(let letter): (letter, 3)
      case .sum(let left, let right):
        (left.printed(share, level: 1) + " + " + right.printed(share, level: 1), 1)
      case .difference(let left, let right):
        (left.printed(share, level: 1) + " - " + right.printed(share, level: 2), 1)
      case .product(let left, let right):
        (left.printed(share, level: 2) + " * " + right.printed(share, level: 3), 2)
      case .quotient(let left, let right):
        (left.printed(share, level: 2) + " / " + right.printed(share, level: 3), 2)
      }
    return own < level ? "(\(text))" : text
  }

  /// The formula without factors that change nothing: 100%, and 100 over 100%.
  var simplified: SentenceFormula {
    switch self {
    case .quotient(let left, .number(let value, isPercent: true)) where value == Rational(1):
      return left.simplified
    case .product(let left, .number(let value, isPercent: true)) where value == Rational(1):
      return left.simplified
    case .sum(let left, let right): return .sum(left.simplified, right.simplified)
    case .difference(let left, let right): return .difference(left.simplified, right.simplified)
    case .product(let left, let right): return .product(left.simplified, right.simplified)
    case .quotient(let left, let right): return .quotient(left.simplified, right.simplified)
    default: return self
    }
  }
}

/// A number as the rule language writes it: `0.5`, `80%`, `1 / 3`.
func ruleText(_ value: Rational, isPercent: Bool = false) -> String {
  guard isPercent, let hundredfold = value.multiplied(by: Rational(100)) else { return exactText(value) }
  return exactText(hundredfold) + "%"
}
