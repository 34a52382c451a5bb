import CCHCCriteria
import CCHCExact
import CCHCFiles

// Tiers on a share of things: `từ 80% đến dưới 100%: tính theo công thức`.
extension RuleProposer {
  func ratioTiers(_ said: inout SaidPoints, _ ranges: [AmountRange?]) throws(RuleRefusal) -> RuleProposal {
    var tiers: [RangeTier] = []
    var isFullAtNone = false
    let best = zip(said.tiers, ranges).compactMap { $1 == nil ? nil : $0.points.constant(full: full) }.max()
    for (tier, range) in zip(said.tiers, ranges) {
      if range == nil, tiers.isEmpty, !isFullAtNone, StatementReader.isNone(tier.condition),
        tier.points.constant(full: full) == full, best.map({ $0 < full }) == true
      {
        // “Không có văn bản bị trả lại: điểm tối đa” before worse tiers: the part is none, not the whole.
        isFullAtNone = true
      } else if let range {
        tiers.append(RangeTier(range: range, points: tier.points, rampStart: tier.rampStart))
      } else if said.zeroDenominator == nil, StatementReader.isNone(tier.condition),
        let zero = zeroWord(tier.points)
      {
        // “Không phát sinh hồ sơ: điểm tối đa” among the tiers; they must cover all else, which is seen below.
        said.zeroDenominator = zero
        said.zeroText = tier.clause.text
      } else {
        throw .notUnderstood(tier.clause.text)
      }
    }
    guard said.shares.count <= 1, said.caps.isEmpty else { throw .notUnderstood("nhiều tỷ lệ trong một câu") }
    let zeroIsTier = tiers.count + (isFullAtNone ? 1 : 0) < said.tiers.count
    let list = RangeList(tiers, end: RangeList.Edge(top: Rational(1)), isWhole: false)
    guard let list, !zeroIsTier || (list.reachesBottom && list.gaps.isEmpty) else {
      throw .notUnderstood(said.tiers.map(\.clause.text).joined(separator: "; "))
    }
    try requireBest(
      tiers.map { value($0, at: $0.range.high?.value ?? Rational(1)) } + constants(said.otherwise)
        + (isFullAtNone ? [full] : []))
    var questions: [String] = []
    var rule = list.rule(subject: "b/a", otherwise: said.otherwise.map { text($0) }, questions: &questions) {
      tier in
      self.points(tier)
    }
    if isFullAtNone { rule = "b = 0: full; " + rule }
    var proposal = RuleProposal(.ratioTiers, rule, ratioFigures(said))
    let passesWhole = tiers.contains {
      ($0.range.high?.value ?? .zero) > Rational(1) || ($0.range.low?.value ?? .zero) > Rational(1)
    }
    if !passesWhole { proposal.checks = "b <= a" }
    proposal.questions = questions
    proposal.minimum = minimum(tiers.compactMap { $0.points.constant(full: full) })
    return proposal
  }

  private func zeroWord(_ points: SentenceFormula) -> String? {
    guard let value = points.constant(full: full) else { return nil }
    return value == full ? "full" : value.isZero ? "zero" : nil
  }

  private func constants(_ points: SentenceFormula?) -> [Rational] {
    points?.constant(full: full).map { [$0] } ?? []
  }

  /// What a tier gives at the upper end of its range.
  private func value(_ tier: RangeTier, at share: Rational) -> Rational {
    if tier.rampStart != nil { return full }
    if let value = tier.points.constant(full: full) { return value }
    // A share that is worked into points is limited to the maximum by the engine.
    let value = tier.points.value(full: full, shares: [0: share], letters: [:]) ?? .zero
    return value > full ? full : value
  }

  private func points(_ tier: RangeTier) -> String {
    guard let start = tier.rampStart, let low = tier.range.low?.value else { return text(tier.points) }
    let high = tier.range.high?.value ?? Rational(1)
    let (from, to) = (ruleText(low, isPercent: true), ruleText(high, isPercent: true))
    let first = text(start)
    return "\(first) + (b/a - \(from)) / (\(to) - \(from)) * (full - \(first))"
  }

  /// The figures of a share: a is what is divided by.
  func ratioFigures(_ said: SaidPoints) -> [RuleProposal.Figure] {
    let words = said.shares.first { $0.split(separator: " ").count > 2 } ?? name
    return [
      RuleProposal.Figure(name: "a", type: "số đếm", label: said.letters["a"] ?? Self.wholeLabel(words)),
      RuleProposal.Figure(name: "b", type: "số đếm", label: said.letters["b"] ?? Self.partLabel(words)),
    ]
  }

  /// What is divided by, from the words of a share.
  static func wholeLabel(_ share: String) -> String { "Mẫu số: tổng số để tính “\(withoutShare(share))”" }

  /// What is divided, from the words of a share.
  static func partLabel(_ share: String) -> String {
    let words = withoutShare(share)
    if words == share { return "Tử số: số đạt yêu cầu “\(words)”" }
    return "Tử số: " + (words.folded.hasPrefix("số ") ? words : "số \(words)")
  }

  private static func withoutShare(_ text: String) -> String {
    for lead in ["tỷ lệ % ", "tỷ lệ ", "tỉ lệ "] where text.folded.hasPrefix(lead) {
      return String(text.dropFirst(lead.count))
    }
    return text
  }
}
