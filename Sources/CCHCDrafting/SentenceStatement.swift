import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring

/// What a clause says of points.
enum SentenceStatement {
  /// When so, then that many points.
  case tier(Tier)
  /// Points for any case that no other tier takes.
  case otherwise(SentenceFormula)
  /// What a denominator of 0 gives: `zero`, `full`, `exempt`.
  case zeroDenominator(String)
  /// Points worked out without a condition.
  case formula(SentenceFormula)
  /// Points taken off or given for each of something.
  case each(Step)
  /// The most that steps add up to.
  case cap(SentenceFormula)
  /// What a letter stands for: a, b, c.
  case letters([(String, String)])
  /// The lowest points are 0.
  case floor
  /// Says nothing that a rule needs.
  case nothing
  /// Describes something without points or shares: shown to the person.
  case remark(String)

  struct Tier {
    let condition: ArraySlice<SentenceToken>
    let points: SentenceFormula
    /// Points that grow evenly from these at the range's start to the maximum at its end.
    var rampStart: SentenceFormula?
    let clause: SentenceClause
  }

  struct Step {
    let subject: String
    let points: SentenceFormula
    let isDeduction: Bool
    /// The share that counts as one step: `mỗi 1% …`; nil where things are counted.
    let share: Rational?
  }
}

/// Reads what the clauses of a text say.
struct StatementReader {
  /// The words of each share that the formulas name.
  var shares: [String] = []
  var statements: [SentenceStatement] = []
  /// The words of the share that a sentence has said to be worked out.
  var defined: Set<String> = []
  /// The sentence of the first statement on points.
  private var firstSentence: Int?
  /// The contents that a sentence lists: `Ba nội dung: quyết định thành lập; quy chế hoạt động`.
  private(set) var contents: [String] = []
  /// The sentence that lists contents.
  private var listing: Int?
  /// A sentence on documents, which is read no further.
  private var ignored: Int?

  /// - Throws: `RuleRefusal` at a clause that bears on points and is not understood.
  init(_ clauses: [SentenceClause]) throws(RuleRefusal) {
    for clause in clauses where !clause.tokens.isEmpty && clause.sentence != ignored {
      if Self.isSource(clause.tokens) {
        ignored = clause.sentence
        continue
      }
      guard !clause.tokens.contains(where: \.isUnclear) else { throw .notUnderstood(clause.text) }
      if lists(clause) { continue }
      let statement = try read(clause)
      switch statement {
      case .tier, .otherwise, .formula, .each: firstSentence = firstSentence ?? clause.sentence
      default: break
      }
      statements.append(statement)
    }
  }

  /// Takes a clause as one of listed contents.
  private mutating func lists(_ clause: SentenceClause) -> Bool {
    let tokens = clause.tokens
    if tokens.count > 3, tokens.first?.isWord("hai", "ba", "bốn", "năm", "sáu") == true,
      let colon = tokens.firstIndex(where: { $0.isSign(":") }), colon <= tokens.startIndex + 3,
      !Self.isAnyPoints(tokens)
    {
      listing = clause.sentence
      contents.append(tokens[(colon + 1)...].spelling)
      return true
    }
    guard listing == clause.sentence, !Self.isAnyPoints(tokens) else { return false }
    contents.append(clause.text)
    return true
  }

  private static func isAnyPoints(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    tokens.contains { $0.isWord("điểm", "mỗi", "trừ") }
  }

  private mutating func read(_ clause: SentenceClause) throws(RuleRefusal) -> SentenceStatement {
    let tokens = clause.tokens
    if Self.isFloor(tokens) { return .floor }
    if Self.isLead(tokens) || defines(tokens) { return .nothing }
    if let letters = Self.letters(tokens) { return .letters(letters) }
    if let zero = zeroDenominator(clause) { return .zeroDenominator(zero) }
    if let cap = cap(tokens) { return .cap(cap) }
    if let step = step(tokens) { return .each(step) }
    if Self.namesFormula(tokens), let formula = bareFormula(tokens) { return .formula(formula) }
    if let tier = tier(clause) {
      return Self.isOtherwise(tier.condition) ? .otherwise(tier.points) : .tier(tier)
    }
    if let formula = bareFormula(tokens) { return .formula(formula) }
    guard !Self.bearsOnPoints(tokens) else { throw .notUnderstood(clause.text) }
    return .remark(clause.text)
  }

  // MARK: Clauses without points

  private static func isSource(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    [["tài", "liệu", "kiểm", "chứng"], ["tlkc"], ["nguồn"], ["ghi", "chú"], ["minh", "chứng"]].contains {
      words in
      tokens.has(words, at: tokens.startIndex)
        && tokens.from(tokens.startIndex + words.count).first.map { $0.isSign(":") } ?? false
    }
  }

  /// Words that say what a formula says already: points end at 0.
  private static func isFloor(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    let text = tokens.spelling.folded
    return [
      "điểm thấp nhất là 0", "điểm thấp nhất bằng 0", "thấp nhất là 0", "không trừ quá", "trừ đến hết",
      "tối đa trừ hết",
      "điểm không âm",
    ].contains { text.hasPrefix($0) }
  }

  private static func isLead(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    let text = tokens.spelling.folded
    return ["trong đó", "cụ thể", "cách tính", "cách chấm", "cách đánh giá"].contains {
      text == $0 || text == $0 + ":"
    }
  }

  /// Whether a clause begins with words that only a formula follows: `tính theo công thức:`, `điểm =`.
  private static func namesFormula(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    guard let mark = tokens.firstIndex(where: { $0.isSign(":") || $0.isSign("=") }) else { return false }
    guard !tokens[..<mark].contains(where: { $0.isNumber || $0.isWord("thì") }) else { return false }
    let lead = tokens[..<mark].spelling.folded
    return ["điểm", "điểm đánh giá", "số điểm"].contains(lead) || lead.hasSuffix("theo công thức")
      || lead == "công thức"
  }

  /// What letters stand for: `a là tổng số vấn đề`, `b = số đã hoàn thành`.
  private static func letters(_ tokens: ArraySlice<SentenceToken>) -> [(String, String)]? {
    var rest = tokens
    for lead in [["trong", "đó"], ["với"], ["gọi"], ["nếu", "gọi"]] where rest.has(lead, at: rest.startIndex)
    {
      rest = rest.from(rest.startIndex + lead.count)
      break
    }
    rest = rest.drop { $0.isSign(":") || $0.isSign(",") }
    var found: [(String, String)] = []
    var starts: [Int] = []
    for place in rest.indices where rest[place].isWord("a", "b", "c", "d", "e") && place + 1 < rest.endIndex {
      if rest[place + 1].isWord("là") || rest[place + 1].isSign("=") || rest[place + 1].isSign(":") {
        starts.append(place)
      }
    }
    guard starts.first == rest.startIndex else { return nil }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : rest.endIndex
      guard start + 2 < end else { return nil }
      var words = rest[(start + 2)..<end]
      while let last = words.last, last.isSign(",") || last.isWord("và") { words.removeLast() }
      found.append((rest[start].text.folded, words.spelling))
    }
    return found
  }

  /// Whether a clause may change points; one that may and is not understood leaves the whole text without a rule.
  private static func bearsOnPoints(_ tokens: ArraySlice<SentenceToken>) -> Bool {
    let isTarget =
      tokens.has(["chỉ", "tiêu"], at: tokens.startIndex)
      || tokens.has(["mục", "tiêu"], at: tokens.startIndex)
    for (place, token) in zip(tokens.indices, tokens) {
      if case .number(_, let isPercent) = token.kind, isPercent, !isTarget { return true }
      if token.isWord("điểm", "mỗi", "cứ", "nửa", "còn") || token.isSign("=") { return true }
      if token.isSign(":"), !isTarget { return true }
      if token.isWord("trừ", "cộng"), let next = tokens.from(place + 1).first,
        next.isNumber || next.isWord("một")
      {
        return true
      }
    }
    return false
  }

  // MARK: Clauses on points

  /// `Không phát sinh hồ sơ: không đánh giá`; with points it is one only where it is said after the tiers.
  private mutating func zeroDenominator(_ clause: SentenceClause) -> String? {
    if let condition = exemption(clause) { return Self.isNone(condition) ? "exempt" : nil }
    guard let first = firstSentence, clause.sentence > first, let tier = tier(clause),
      Self.isNone(tier.condition)
    else { return nil }
    if tier.points == .full { return "full" }
    return tier.points == .number(.zero, isPercent: false) ? "zero" : nil
  }

  /// Whether a condition says that there is nothing to measure.
  static func isNone(_ condition: ArraySlice<SentenceToken>) -> Bool {
    if condition.spelling.folded.hasPrefix("mẫu số bằng 0") { return true }
    let hasFigure = condition.contains { token in
      if case .day = token.kind { true } else { token.isNumber }
    }
    return !hasFigure && condition.contains { $0.isWord("không", "chưa") }
  }

  /// The condition of `…: không đánh giá`.
  private func exemption(_ clause: SentenceClause) -> ArraySlice<SentenceToken>? {
    guard let colon = clause.tokens.lastIndex(where: { $0.isSign(":") || $0.isWord("thì") }) else {
      return nil
    }
    let words = clause.tokens[(colon + 1)...].spelling.folded
    guard ["không đánh giá", "không tính điểm", "không xem xét", "không áp dụng"].contains(words) else {
      return nil
    }
    return clause.tokens[..<colon]
  }

  private static func isOtherwise(_ condition: ArraySlice<SentenceToken>) -> Bool {
    let text = condition.spelling.folded
    return [
      "còn lại", "các trường hợp còn lại", "trường hợp còn lại", "trường hợp khác", "khác",
      "các trường hợp khác",
      "ngoài ra", "các mức còn lại", "mức còn lại",
    ].contains(text)
  }
}
