import CCHCExact
import CCHCFiles

// Conditions and what they are worth: `Từ 90% trở lên: 1 điểm`, `Nếu tỷ lệ này dưới 80% thì điểm đánh giá là 0`.
extension StatementReader {
  /// Reads a clause as a condition and its points; nil where no part of it is points.
  mutating func tier(_ clause: SentenceClause) -> SentenceStatement.Tier? {
    let tokens = clause.tokens
    var splits: [Int] = []
    if let then = tokens.lastIndex(where: { $0.text.folded == "thì" }) { splits.append(then) }
    splits += tokens.indices.reversed().filter { tokens[$0].isSign(":") || tokens[$0].isSign("=") }
    splits += tokens.indices.reversed().filter { place in
      tokens[place].isWord("được", "đạt") && place + 1 < tokens.endIndex
        && (tokens[place + 1].isNumber || tokens[place + 1].isWord("một", "điểm"))
    }
    for split in splits where split > tokens.startIndex {
      guard let (points, start) = award(tokens[(split + 1)...]) else { continue }
      var condition = tokens[..<split]
      // What stands before another colon tells how the tiers are meant.
      if let colon = condition.lastIndex(where: { $0.isSign(":") }) {
        statements.append(.remark(condition[..<colon].spelling))
        condition = condition[(colon + 1)...]
      }
      guard !condition.isEmpty else { continue }
      return SentenceStatement.Tier(condition: condition, points: points, rampStart: start, clause: clause)
    }
    return nil
  }

  /// Reads points, with those that a ramp begins at.
  private mutating func award(_ tokens: ArraySlice<SentenceToken>) -> (
    SentenceFormula, rampStart: SentenceFormula?
  )? {
    var rest = Self.withoutLead(tokens)
    if let found = plainAward(rest) { return found }
    // A remark in brackets: “0 điểm (ngày theo lịch)”.
    guard rest.last?.isSign(")") == true, let bracket = rest.lastIndex(where: { $0.isSign("(") }),
      !rest[bracket...].contains(where: { $0.isNumber })
    else { return nil }
    rest = rest[..<bracket]
    return plainAward(rest)
  }

  private mutating func plainAward(_ tokens: ArraySlice<SentenceToken>) -> (
    SentenceFormula, rampStart: SentenceFormula?
  )? {
    guard let first = tokens.first else { return nil }
    if tokens.has(["tăng", "đều", "từ"], at: tokens.startIndex) {
      return ramp(tokens.from(tokens.startIndex + 3))
    }
    if first.isWord("trừ") || first.isSign("-") {
      guard let loss = formula(tokens.dropFirst()) else { return nil }
      if case .product(let part, .full) = loss { return (.product(rest(of: part), .full), nil) }
      if case .number(let value, true) = loss {
        return (.product(rest(of: .number(value, isPercent: true)), .full), nil)
      }
      guard case .number(let value, _) = loss else { return nil }
      return (.number(value.negated, isPercent: false), nil)
    }
    guard let formula = byShare(tokens) ?? formula(tokens) else { return nil }
    // “Tốt: 75%” is a part of the maximum.
    if case .number(_, isPercent: true) = formula { return (.product(formula, .full), nil) }
    return (formula, nil)
  }

  /// What is left of 100%.
  private func rest(of part: SentenceFormula) -> SentenceFormula {
    guard case .number(let value, let isPercent) = part, let left = Rational(1).subtracting(value) else {
      return .difference(.one, part)
    }
    return .number(left, isPercent: isPercent)
  }

  /// Points that grow evenly: `tăng đều từ 0,5 điểm đến điểm tối đa`.
  private mutating func ramp(_ tokens: ArraySlice<SentenceToken>) -> (
    SentenceFormula, rampStart: SentenceFormula?
  )? {
    guard let to = tokens.firstIndex(where: { $0.isWord("đến", "tới") }),
      let start = formula(tokens[..<to]),
      formula(tokens[(to + 1)...]) == .full
    else { return nil }
    return (.full, start)
  }

  /// Points by the share alone: `tính theo tỷ lệ đạt được so với mục tiêu 95%`, `tính theo công thức`.
  private mutating func byShare(_ tokens: ArraySlice<SentenceToken>) -> SentenceFormula? {
    let text = tokens.spelling.folded
    if ["theo công thức", "công thức", "tỷ lệ", "theo tỷ lệ", "theo tỷ lệ đạt được", "theo tỷ lệ thực tế"]
      .contains(text)
    {
      return .product(.share(namedShare("Tỷ lệ")), .full)
    }
    guard let against = tokens.place(of: "so", "với"), tokens.contains(where: { $0.isWord("lệ") }),
      tokens[..<against].allSatisfy({ $0.isWord("theo", "tỷ", "lệ", "đạt", "được") }),
      let target = tokens.last, case .number(let value, true) = target.kind, !value.isZero,
      tokens[(against + 2)..<(tokens.endIndex - 1)].allSatisfy({ $0.isWord("mục", "tiêu", "mức", "chỉ") })
    else { return nil }
    return .product(
      .quotient(.share(namedShare("Tỷ lệ")), .number(value, isPercent: true)), .full)
  }

  private mutating func namedShare(_ words: String) -> Int {
    if shares.isEmpty { shares.append(words) }
    return 0
  }

  /// Points worked out without a condition.
  mutating func bareFormula(_ tokens: ArraySlice<SentenceToken>) -> SentenceFormula? {
    var rest = Self.withoutLead(tokens)
    if let mark = tokens.firstIndex(where: { $0.isSign(":") || $0.isSign("=") }) {
      let lead = tokens[..<mark].spelling.folded
      guard lead.hasPrefix("điểm") || lead.hasSuffix("công thức") || lead.hasPrefix("cách tính") else {
        return nil
      }
      rest = Self.withoutLead(tokens[(mark + 1)...])
    }
    let before = shares
    if let formula = byShare(rest) ?? formula(rest), formula.constant(full: Rational(1)) == nil {
      return formula
    }
    shares = before
    return nil
  }

  /// `Tính tỷ lệ % số nhiệm vụ hoàn thành so với kế hoạch`: names the share that the tiers are about.
  mutating func defines(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    guard shares.isEmpty, tokens.has(["tính", "tỷ", "lệ"], at: tokens.startIndex),
      !tokens.contains(where: { $0.isNumber || $0.isSign(":") || $0.isSign("=") })
    else { return false }
    let words = tokens.dropFirst()
    guard formula(words) == .share(0) else {
      shares = []
      return false
    }
    defined = Set(words.compactMap(\.word))
    return true
  }

  /// Reads points with the shares named so far.
  mutating func formula(_ tokens: ArraySlice<SentenceToken>) -> SentenceFormula? {
    FormulaReader.formula(tokens, shares: &shares, defined: defined)
  }

  /// The tokens without the words that lead to points: “điểm đánh giá được tính theo công thức:”.
  private static func withoutLead(_ tokens: ArraySlice<SentenceToken>) -> ArraySlice<SentenceToken> {
    let leads = [
      ["điểm", "đánh", "giá"], ["số", "điểm", "là"], ["số", "điểm", "bằng"], ["điểm", "số", "là"],
      ["điểm", "bằng"],
      ["điểm", "là"], ["điểm", "tính"], ["điểm", "được", "tính"], ["tính", "điểm"], ["theo", "công", "thức"],
      ["được", "tính"], ["được", "chấm"], ["tính"], ["được"], ["đạt"], ["chấm"], ["cho"], ["là"], ["bị"],
      ["bằng"],
    ]
    var rest = tokens.drop { $0.isSign(":") || $0.isSign("=") }
    while let lead = leads.first(where: { rest.has($0, at: rest.startIndex) }) {
      let next = rest.from(rest.startIndex + lead.count).drop {
        $0.isSign(":") || $0.isSign("=") || $0.isSign(",")
      }
      // “tính theo công thức” without one: the words themselves are all there is.
      if next.isEmpty { return rest }
      rest = next
    }
    return rest
  }
}
