import CCHCCriteria
import CCHCExact
import CCHCFiles

// Points worked out without tiers, and two shapes of their own.
extension RuleProposer {
  func worked(_ formula: SentenceFormula, _ said: SaidPoints) throws(RuleRefusal) -> RuleProposal {
    guard said.caps.isEmpty, said.otherwise == nil else { throw .notUnderstood(said.allText) }
    var figures: [RuleProposal.Figure] = []
    var shares: [String] = []
    var checks: [String] = []
    for (place, words) in said.shares.enumerated() {
      let isIndex = words.folded.hasPrefix("chỉ số")
      guard place < 2, !isIndex || said.shares.count == 1 else { throw .notUnderstood(words) }
      if isIndex {
        figures.append(RuleProposal.Figure(name: "x", type: "", label: words))
        shares.append("x")
        checks.append("x <= 100")
      } else if place == 0 {
        figures += ratioFigures(said)
        shares.append("b/a")
        checks.append("b <= a")
      } else if Self.noun(words) == Self.noun(said.shares[0]) {
        figures.append(RuleProposal.Figure(name: "c", type: "số đếm", label: Self.partLabel(words)))
        shares.append("c/a")
        checks.append("c <= a")
      } else {
        figures.append(RuleProposal.Figure(name: "c", type: "số đếm", label: Self.wholeLabel(words)))
        figures.append(RuleProposal.Figure(name: "d", type: "số đếm", label: Self.partLabel(words)))
        shares.append("d/c")
        checks.append("d <= c")
      }
    }
    var letters: Set<String> = []
    formula.visit { if case .letter(let letter) = $0 { letters.insert(letter) } }
    guard letters.isEmpty || said.shares.isEmpty else {
      throw .notUnderstood(said.shares.joined(separator: "; "))
    }
    for letter in letters.sorted() {
      figures.append(
        RuleProposal.Figure(
          name: letter, type: "số đếm", label: said.letters[letter] ?? "\(letter) trong công thức của phụ lục"
        ))
    }
    let corners = formula.corners(full: full, most: shares == ["x"] ? 100 : 1)
    guard corners.contains(full) else { throw .bestTier(corners.max() ?? .zero) }
    if letters == ["a", "b"] { checks.append("b <= a") }
    var rule = text(formula) { $0 < shares.count ? shares[$0] : "b/a" }
    let guards = try guards(said, &figures)
    if !guards.isEmpty { rule = (guards + ["else: \(rule)"]).joined(separator: "; ") }
    var proposal = RuleProposal(.formula, rule, figures)
    proposal.checks = checks.joined(separator: "; ")
    for letter in letters.sorted() where said.letters[letter] == nil {
      proposal.questions.append("Phụ lục không nói “\(letter)” là số liệu nào.")
    }
    return proposal
  }

  /// Cases of 0 points that stand beside a formula: `có văn bản trái pháp luật: 0 điểm`.
  private func guards(
    _ said: SaidPoints, _ figures: inout [RuleProposal.Figure]
  ) throws(RuleRefusal) -> [String] {
    var cases: [String] = []
    for tier in said.tiers {
      guard tier.points.constant(full: full)?.isZero == true, cases.isEmpty,
        tier.condition.first?.isWord("có") == true,
        !tier.condition.contains(where: \.isNumber)
      else { throw .notUnderstood(tier.clause.text) }
      figures.insert(RuleProposal.Figure(name: "v", type: "có/không", label: label(tier.condition)), at: 0)
      cases.append("v: 0")
    }
    return cases
  }

  /// What a share counts: the two words after “tỷ lệ”.
  private static func noun(_ share: String) -> String {
    share.folded.split(separator: " ").filter { $0 != "%" }.dropFirst(2).prefix(2).joined(separator: " ")
  }

  // MARK: Surveys and the council

  /// Weights of answers: `Bình quân trọng số của các phiếu (100%, 60%, 20%, 0%) nhân với điểm tối đa`.
  func surveyWeights(_ clauses: [SentenceClause]) -> RuleProposal? {
    guard let tokens = clauses.first?.tokens, let bracket = tokens.firstIndex(where: { $0.isSign("(") }),
      let close = tokens.lastIndex(where: { $0.isSign(")") }), bracket < close,
      tokens[..<bracket].contains(where: { $0.isWord("phiếu") }),
      tokens[..<bracket].contains(where: { $0.isWord("quân") }),
      tokens[(close + 1)...].spelling.folded == "nhân với điểm tối đa"
    else { return nil }
    var weights: [Rational] = []
    for token in tokens[(bracket + 1)..<close] where !token.isSign(",") {
      guard case .number(let value, true) = token.kind else { return nil }
      weights.append(value)
    }
    guard (2...9).contains(weights.count), weights.max() == Rational(1) else { return nil }
    let names = (1...weights.count).map { "n\($0)" }
    let sum = zip(names, weights).map { "\($0) * \(ruleText($1, isPercent: true))" }.joined(separator: " + ")
    let figures = zip(names, weights).map { name, weight in
      RuleProposal.Figure(
        name: name, type: "số đếm", label: "Mức trả lời có trọng số \(ruleText(weight, isPercent: true))")
    }
    var proposal = RuleProposal(
      .surveyWeights, "(\(sum)) / (\(names.joined(separator: " + "))) * full", figures)
    proposal.questions.append("Ghi tên từng mức trả lời của phiếu vào cột “số liệu”.")
    for clause in clauses.dropFirst() {
      if clause.text.folded.hasSuffix("không đánh giá") { proposal.zeroDenominator = "exempt" }
    }
    return proposal
  }

  /// Points that the council gives: `Hội đồng chấm trực tiếp, từ 0 đến 1 điểm`.
  func councilPoints(_ clauses: [SentenceClause]) -> RuleProposal? {
    guard let tokens = clauses.first?.tokens, tokens.has(["hội", "đồng", "chấm"], at: tokens.startIndex)
    else {
      return nil
    }
    let numbers = tokens.compactMap { if case .number(let value, false) = $0.kind { value } else { nil } }
    guard numbers == [.zero, full] else { return nil }
    var proposal = RuleProposal(
      .councilPoints, "p", [RuleProposal.Figure(name: "p", type: "", label: "Điểm do Hội đồng chấm")])
    proposal.checks = "p <= \(exactText(full))"
    return proposal
  }
}
