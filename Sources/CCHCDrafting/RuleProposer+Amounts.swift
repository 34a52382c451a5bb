import CCHCCriteria
import CCHCExact

// Tiers on how many, and on days.
extension RuleProposer {
  /// Tiers on a count: `Không có: điểm tối đa; 1 hoặc 2 nhiệm vụ: một nửa số điểm; từ 3 nhiệm vụ: 0 điểm`.
  func countTiers(_ said: SaidPoints, _ ranges: [AmountRange?]) throws(RuleRefusal) -> RuleProposal {
    guard said.shares.isEmpty, said.caps.isEmpty else { throw .notUnderstood(said.allText) }
    let known = ranges.compactMap { $0 }
    let units = Set(known.map(\.unit).filter { !$0.isEmpty })
    // Two things that are counted are two figures; the sentence does not say how they join.
    guard units.count <= 1 else { throw .notUnderstood(said.allText) }
    var tiers: [RangeTier] = []
    for (tier, range) in zip(said.tiers, ranges) {
      guard tier.points.constant(full: full) != nil, tier.rampStart == nil else {
        throw .notUnderstood(tier.clause.text)
      }
      if let range {
        tiers.append(RangeTier(range: range, points: tier.points))
      } else if tier.condition.first?.isWord("không") == true, let none = AmountRange(none: known) {
        tiers.append(RangeTier(range: none, points: tier.points))
      } else {
        throw .notUnderstood(tier.clause.text)
      }
    }
    let ends = tiers.flatMap { [$0.range.low, $0.range.high].compactMap { $0?.value } }
    let isWhole = ends.allSatisfy { $0.denominator == 1 }
    guard let list = RangeList(tiers, end: RangeList.Edge(top: nil), isWhole: isWhole) else {
      throw .notUnderstood(said.allText)
    }
    let values = tiers.compactMap { $0.points.constant(full: full) }
    try requireBest(values + (said.otherwise?.constant(full: full).map { [$0] } ?? []))
    var questions: [String] = []
    let rule = list.rule(subject: "n", otherwise: said.otherwise.map { text($0) }, questions: &questions) {
      tier in
      text(tier.points)
    }
    let words = known.max { $0.subject.count < $1.subject.count }?.subject ?? ""
    let figure = RuleProposal.Figure(
      name: "n", type: isWhole ? "số đếm" : "", label: words.isEmpty ? name : "Số \(words) (\(name))")
    var proposal = RuleProposal(.countTiers, rule, [figure])
    proposal.questions = questions
    proposal.minimum = minimum(values)
    return proposal
  }

  /// Tiers on a day: `chậm nhất ngày 15/12/2023: điểm tối đa; sau ngày đó đến hết ngày 31/12/2023: 1 điểm`.
  func dayTiers(_ said: SaidPoints, _ days: [DayRange?]) throws(RuleRefusal) -> RuleProposal {
    guard said.shares.isEmpty, said.caps.isEmpty else { throw .notUnderstood(said.allText) }
    var cases: [String] = []
    var nothing: String?
    var last: String?
    var before: Day?
    var values: [Rational] = []
    for (tier, day) in zip(said.tiers, days) {
      guard let value = tier.points.constant(full: full), last == nil || day == nil else {
        throw .notUnderstood(tier.clause.text)
      }
      values.append(value)
      let points = text(tier.points)
      if let end = day?.last {
        guard before.map({ $0 < end }) ?? true, day?.takesNothing == false else {
          throw .notUnderstood(tier.clause.text)
        }
        cases.append("d <= \(end.isoText): \(points)")
        before = end
      } else if let start = day?.after {
        guard start == before else { throw .notUnderstood(tier.clause.text) }
        last = points
        if day?.takesNothing == true { nothing = points }
      } else if tier.condition.first?.isWord("không", "chưa") == true,
        !tier.condition.contains(where: \.isNumber)
      {
        nothing = points
      } else {
        throw .notUnderstood(tier.clause.text)
      }
    }
    try requireBest(values)
    last = last ?? said.otherwise.map { text($0) }
    var proposal = RuleProposal(
      .dayTiers,
      (["empty(d): \(nothing ?? "0")"] + cases + [last.map { "else: \($0)" }].compactMap { $0 })
        .joined(separator: "; "),
      [
        RuleProposal.Figure(
          name: "d", type: "ngày?", label: "Ngày thực hiện (để trống nếu không thực hiện): \(name)")
      ])
    if nothing == nil {
      proposal.questions.append("Phụ lục không nói điểm khi không thực hiện. Đề xuất: 0 điểm.")
    }
    proposal.minimum = minimum(values)
    return proposal
  }
}

extension AmountRange {
  /// The range of “none at all”, of the unit that other ranges count.
  fileprivate init?(none others: [AmountRange]) {
    guard var range = others.first, !range.isPercent else { return nil }
    range.low = End(value: .zero, isIncluded: true)
    range.high = End(value: .zero, isIncluded: true)
    self = range
  }
}
