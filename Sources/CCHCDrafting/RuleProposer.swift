import CCHCCriteria
package import CCHCExact
import CCHCFiles
import CCHCScoring

/// Proposes a rule from the words by which an annex says how a criterion is scored.
///
/// Nothing is proposed unless every part of the text that bears on points is understood and the rule passes the
/// checks of a set's loader.
package struct RuleProposer {
  /// The criterion's name, for the labels of figures.
  let name: String
  let full: Rational
  let decimals: Int
  /// Whether the criterion takes points off the total.
  let isPenalty: Bool

  /// Longer texts are not ways of scoring, and reading them takes long.
  private static let longest = 6_000
  private static let mostTokens = 150

  package init(name: String, maximum: Decimal, isPenalty: Bool = false) {
    self.name = name
    full = Rational(maximum)
    decimals = maximum.scale
    self.isPenalty = isPenalty
  }

  /// The rule for a text.
  ///
  /// - Throws: `RuleRefusal` where none is proposed.
  package func proposal(for text: String) throws(RuleRefusal) -> RuleProposal {
    guard text.utf8.count <= Self.longest else { throw .tooLong }
    let clauses = SentenceClause.clauses(of: text)
    guard !clauses.isEmpty else { throw .noSentence }
    guard clauses.allSatisfy({ $0.tokens.count <= Self.mostTokens }) else { throw .tooLong }
    if let known = surveyWeights(clauses) ?? councilPoints(clauses) { return try checked(known) }
    let reader = try StatementReader(clauses)
    var said = SaidPoints(reader)
    guard !said.isEmpty else { throw .noSentence }
    var proposal = try compose(&said)
    if let zero = said.zeroDenominator {
      // A figure of 0 that is not below a stroke is a case that was misread.
      guard proposal.divides else { throw .notUnderstood(said.zeroText) }
      proposal.zeroDenominator = zero
    }
    for remark in said.remarks { proposal.questions.append("Câu chưa đưa vào công thức: “\(remark)”") }
    return try checked(proposal)
  }

  private func compose(_ said: inout SaidPoints) throws(RuleRefusal) -> RuleProposal {
    if !said.steps.isEmpty { return try steps(said) }
    if let formula = said.formulas.first {
      guard said.formulas.count == 1 else { throw .notUnderstood("nhiều công thức trong một câu") }
      return try worked(formula, said)
    }
    if let contents = try contents(said) { return contents }
    let days = said.tiers.map { DayRange($0.condition) }
    if days.contains(where: { $0 != nil }) { return try dayTiers(said, days) }
    let ranges = said.tiers.map { AmountRange($0.condition) }
    let found = ranges.compactMap { $0 }
    guard let range = found.first else { return try labelTiers(said) }
    guard found.allSatisfy({ $0.isPercent == range.isPercent }) else {
      throw .notUnderstood("tỷ lệ và số lượng trong cùng một câu")
    }
    return range.isPercent ? try ratioTiers(&said, ranges) : try countTiers(said, ranges)
  }

  // MARK: Checking

  /// A proposal that the loader of a set accepts; what it warns of becomes a question.
  private func checked(_ proposal: RuleProposal) throws(RuleRefusal) -> RuleProposal {
    var proposal = proposal
    let inputs: [Input]
    do throws(InputFault) {
      inputs = try parseInputs(proposal.inputs, untyped: .number)
    } catch {
      throw .checkFailed(proposal.inputs)
    }
    var problems = ProblemList()
    let rules = LeafRules(inputs: inputs, full: full, rounding: .halfUp)
    let place = Place("")
    let rule = rules.rule(
      proposal.rule, hasZeroDenominator: proposal.zeroDenominator != nil, at: place, &problems)
    let checks = rules.checks(proposal.checks, at: place, &problems)
    guard rule != nil, checks != nil, !problems.hasErrors else {
      let text = problems.items.first { $0.severity == .error }?.message(in: .vietnamese) ?? proposal.rule
      throw .checkFailed(text)
    }
    for problem in problems.items {
      if problem.code == .ruleDivisionUnsaid {
        proposal.questions.append(
          "Khi mẫu số bằng 0 thì chấm thế nào: 0 điểm, điểm tối đa hay không đánh giá? Ghi vào cột “mẫu số bằng 0”."
        )
      } else {
        proposal.questions.append(problem.message(in: .vietnamese))
      }
    }
    return proposal
  }

  // MARK: Points

  /// Points as the rule language writes them.
  func text(_ points: SentenceFormula, share: (Int) -> String = { _ in "b/a" }) -> String {
    if let value = points.constant(full: full) {
      if value == full { return "full" }
      if value.isZero { return "0" }
    }
    return points.text(share: share)
  }

  /// Refuses tiers of which the best is not worth the maximum: the text or the points were misread.
  func requireBest(_ values: [Rational]) throws(RuleRefusal) {
    guard let best = values.max() else { throw .noSentence }
    if best != full { throw .bestTier(best) }
  }

  /// The least points where some lie below 0.
  func minimum(_ values: [Rational]) -> Decimal? {
    guard let least = values.min(), least < .zero else { return nil }
    for scale in 0...4 {
      guard let units = least.multiplied(by: Rational(Int(powerOfTen(scale)))), units.denominator == 1 else {
        continue
      }
      return Int64(exactly: units.numerator).map { Decimal(units: $0, scale: scale) }
    }
    return nil
  }
}

extension RuleProposal {
  /// Whether the rule divides by a figure.
  fileprivate var divides: Bool { rule.contains("/a") || rule.contains("/ a") || rule.contains("/ (") }
}

/// What the clauses of a text say, by kind.
struct SaidPoints {
  var tiers: [SentenceStatement.Tier] = []
  var otherwise: SentenceFormula?
  var zeroDenominator: String?
  var zeroText = "mẫu số bằng 0"
  var formulas: [SentenceFormula] = []
  var steps: [SentenceStatement.Step] = []
  var caps: [SentenceFormula] = []
  var letters: [String: String] = [:]
  var remarks: [String] = []
  /// Whether the text says that points end at 0.
  var hasFloor = false
  let shares: [String]
  /// The names of contents that the text lists.
  let contents: [String]

  init(_ reader: StatementReader) {
    shares = reader.shares
    contents = reader.contents
    for statement in reader.statements {
      switch statement {
      case .tier(let tier): tiers.append(tier)
      case .otherwise(let points): otherwise = points
      case .zeroDenominator(let word): zeroDenominator = word
      case .formula(let formula): formulas.append(formula)
      case .each(let step): steps.append(step)
      case .cap(let cap): caps.append(cap)
      case .letters(let list): for (letter, label) in list { letters[letter] = letters[letter] ?? label }
      case .floor: hasFloor = true
      case .nothing: break
      case .remark(let text): remarks.append(text)
      }
    }
  }

  var isEmpty: Bool { tiers.isEmpty && formulas.isEmpty && steps.isEmpty }
}
