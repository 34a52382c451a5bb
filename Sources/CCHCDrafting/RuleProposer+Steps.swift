import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring

// Points for each of something: `mỗi báo cáo gửi chậm trừ 0,25 điểm`, `mỗi sáng kiến được 1 điểm`.
extension RuleProposer {
  func steps(_ said: SaidPoints) throws(RuleRefusal) -> RuleProposal {
    guard said.formulas.isEmpty, said.caps.count <= 1, said.otherwise == nil else {
      throw .notUnderstood(said.allText)
    }
    var said = said
    // “Không gửi báo cáo năm: -1 điểm” beside deductions is one of them.
    let losses = said.tiers.filter { ($0.points.constant(full: full) ?? .zero) < .zero }
    said.tiers.removeAll { ($0.points.constant(full: full) ?? .zero) < .zero }
    for tier in losses {
      guard case .number(let value, _) = tier.points else { throw .notUnderstood(tier.clause.text) }
      said.steps.append(
        SentenceStatement.Step(
          subject: tier.condition.spelling, points: .number(value.negated, isPercent: false),
          isDeduction: true,
          share: nil))
    }
    let takesOff = said.steps.allSatisfy(\.isDeduction)
    guard takesOff || !said.steps.contains(where: \.isDeduction), said.shares.isEmpty else {
      throw .notUnderstood(said.steps.map(\.subject).joined(separator: "; "))
    }
    let isLoss = takesOff && !isPenalty
    var figures: [RuleProposal.Figure] = []
    var terms: [String] = []
    for (step, name) in zip(said.steps, ["n", "m", "k", "p", "q", "r", "t", "u"]) {
      if let share = step.share {
        figures = [
          RuleProposal.Figure(name: "a", type: "số đếm", label: Self.wholeLabel(step.subject)),
          RuleProposal.Figure(name: "b", type: "số đếm", label: "Tử số: số \(step.subject)"),
        ]
        terms.append("\(text(step.points)) * (b/a) / \(ruleText(share, isPercent: true))")
      } else {
        let words = Self.counted(step.subject)
        figures.append(RuleProposal.Figure(name: name, type: "số đếm", label: words))
        terms.append("\(text(step.points)) * \(name)")
      }
    }
    let hasShare = said.steps.contains { $0.share != nil }
    guard said.steps.count <= 8, !hasShare || said.steps.count == 1 else {
      throw .notUnderstood(said.allText)
    }
    let sum = terms.joined(separator: " + ")
    let cap = said.caps.first.map { text($0) }
    var rule: String
    if isLoss {
      rule = cap.map { "full - min(\(sum), \($0))" } ?? "full - " + terms.joined(separator: " - ")
    } else {
      rule = "min(\(sum), \(cap ?? "full"))"
    }
    let guards = try self.guards(said, isLoss: isLoss, hasShare: hasShare, &figures)
    if !guards.isEmpty { rule = (guards + ["else: \(rule)"]).joined(separator: "; ") }
    var proposal = RuleProposal(takesOff ? .deductions : .gains, rule, figures)
    if hasShare { proposal.checks = "b <= a" }
    if isLoss, cap == nil, !said.hasFloor {
      proposal.questions.append("Phụ lục không nói trừ đến mức nào. Đang trừ đến hết điểm, thấp nhất là 0.")
    }
    return proposal
  }

  /// The cases before the steps, for the tiers that stand beside them.
  private func guards(
    _ said: SaidPoints, isLoss: Bool, hasShare: Bool, _ figures: inout [RuleProposal.Figure]
  ) throws(RuleRefusal) -> [String] {
    var cases: [String] = []
    for tier in said.tiers {
      guard let value = tier.points.constant(full: full) else { throw .notUnderstood(tier.clause.text) }
      if hasShare, value.isZero, let low = AmountRange(tier.condition)?.low {
        cases.append("b/a \(low.isIncluded ? ">=" : ">") \(ruleText(low.value, isPercent: true)): 0")
        continue
      }
      guard !tier.condition.contains(where: \.isNumber) else { throw .notUnderstood(tier.clause.text) }
      let denies = tier.condition.first?.isWord("không", "chưa") ?? false
      // “Đảm bảo: 2 điểm” beside deductions, “không tổ chức: 0 điểm” beside gains say what the steps say already.
      if isLoss ? value == full : denies && value.isZero { continue }
      guard value.isZero, !denies, isLoss, !figures.contains(where: { $0.name == "v" }) else {
        throw .notUnderstood(tier.clause.text)
      }
      figures.insert(RuleProposal.Figure(name: "v", type: "có/không", label: label(tier.condition)), at: 0)
      cases.append("v: 0")
    }
    return cases
  }

  /// How many of something there are; of what was done or left undone how often.
  private static func counted(_ subject: String) -> String {
    let folded = subject.folded
    if folded.hasPrefix("số ") { return subject }
    let isDeed = ["không ", "chưa ", "có ", "bị ", "để ", "đã ", "gửi "].contains { folded.hasPrefix($0) }
    return (isDeed ? "Số lần " : "Số ") + lowered(subject)
  }

  private static func lowered(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, !second.isUppercase else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }
}
