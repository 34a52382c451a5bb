import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring

// Tiers in words: `Đạt: 1; không đạt: 0`, `kịp thời: 1; không kịp thời: 0,5; không ban hành: 0`.
extension RuleProposer {
  func labelTiers(_ said: SaidPoints) throws(RuleRefusal) -> RuleProposal {
    guard said.shares.isEmpty, said.caps.isEmpty else { throw .notUnderstood(said.allText) }
    var values: [Rational] = []
    var labels: [String] = []
    for tier in said.tiers {
      guard let value = tier.points.constant(full: full) else { throw .notUnderstood(tier.clause.text) }
      // A figure in words that stand for themselves is a condition that was not understood.
      guard !tier.condition.contains(where: \.isNumber) else { throw .notUnderstood(tier.clause.text) }
      values.append(value)
      labels.append(label(tier.condition))
    }
    let points = said.tiers.map { text($0.points) }
    if let parts = parts(labels, values) { return parts }
    try requireBest(values + (said.otherwise?.constant(full: full).map { [$0] } ?? []))
    if labels.count == 1
      || (labels.count == 2 && said.otherwise == nil && isDenied(labels[0], by: labels[1])),
      values[0] == full
    {
      return yesNo(labels, values, points, said)
    }
    guard Set(labels.map(\.folded)).count == labels.count, labels.allSatisfy(Self.isChoice) else {
      throw .notUnderstood(said.allText)
    }
    var choices = labels
    if said.otherwise != nil { choices.append("trường hợp còn lại") }
    let last = said.otherwise.map { text($0) } ?? points[points.count - 1]
    let cases = zip(labels, points).dropLast(said.otherwise == nil ? 1 : 0).map { "s = \"\($0)\": \($1)" }
    let figure = RuleProposal.Figure(
      name: "s", type: "lựa chọn: " + choices.joined(separator: "|"), label: name)
    var proposal = RuleProposal(.choice, (cases + ["else: \(last)"]).joined(separator: "; "), [figure])
    proposal.minimum = minimum(values)
    return proposal
  }

  private func yesNo(
    _ labels: [String], _ values: [Rational], _ points: [String], _ said: SaidPoints
  ) -> RuleProposal {
    let other = labels.count > 1 ? points[1] : said.otherwise.map { text($0) } ?? "0"
    let isBare = ["đạt", "có", "đúng", "đủ", "đã thực hiện", "có thực hiện"].contains(labels[0].folded)
    let label = isBare ? name : "\(name): \(labels[0])"
    var proposal = RuleProposal(
      .yesNo, "v: \(points[0]); else: \(other)",
      [RuleProposal.Figure(name: "v", type: "có/không", label: label)])
    if labels.count == 1, said.otherwise == nil {
      proposal.questions.append("Phụ lục không nói điểm khi không “\(labels[0])”. Đề xuất: 0 điểm.")
    }
    proposal.minimum = minimum(values + (said.otherwise?.constant(full: full).map { [$0] } ?? []))
    return proposal
  }

  /// Parts that add up: `Có kiểm tra theo kế hoạch: một nửa số điểm; có kiểm tra đột xuất: một nửa số điểm`.
  private func parts(_ labels: [String], _ values: [Rational]) -> RuleProposal? {
    guard labels.count > 1, values.allSatisfy({ $0 > .zero && $0 < full }),
      values.reduce(Rational?.some(.zero), { $0?.adding($1) }) == full
    else { return nil }
    let figures = zip(Self.names(labels.count), labels).map {
      RuleProposal.Figure(name: $0, type: "có/không", label: $1)
    }
    let terms = zip(figures, values).map { "count(\($0.name)) * \(ruleText($1))" }
    var proposal = RuleProposal(.parts, terms.joined(separator: " + "), figures)
    proposal.questions.append("Hiểu là cộng điểm từng phần, vì các mức cộng lại đúng bằng điểm tối đa.")
    return proposal
  }

  /// Whether the second of two labels denies the first.
  private func isDenied(_ first: String, by second: String) -> Bool {
    func denies(_ text: String) -> Bool {
      ["không", "chưa", "thiếu"].contains { text.folded == $0 || text.folded.hasPrefix($0 + " ") }
    }
    return denies(second) && !denies(first)
  }

  /// A condition as a label: in lower case where it begins with a plain word.
  func label(_ condition: ArraySlice<SentenceToken>) -> String {
    var tokens = condition
    if tokens.first?.isWord("nếu") == true { tokens = tokens.dropFirst() }
    while let last = tokens.last, last.isSign(",") { tokens.removeLast() }
    let text = tokens.spelling
    guard let first = text.first, let second = text.dropFirst().first, !second.isUppercase else {
      return text.folded
    }
    return first.lowercased() + text.dropFirst()
  }

  /// Whether a label may stand in a list of choices.
  private static func isChoice(_ label: String) -> Bool {
    !label.isEmpty && !label.contains { "|;]\":".contains($0) } && !Words.isRequest(label)
  }

  /// Names for figures of one kind.
  static func names(_ count: Int) -> [String] {
    count <= 4 ? Array(["v", "w", "x", "y"].prefix(count)) : (1...count).map { "v\($0)" }
  }

  // MARK: Counting contents

  private static let numbers = ["một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6]
  private static let nouns: Set<String> = ["nội", "tiêu", "yêu", "hình", "mục", "điều"]

  /// `Đủ hai nội dung: điểm tối đa; một nội dung: một nửa số điểm`; nil where the tiers count no contents.
  func contents(_ said: SaidPoints) throws(RuleRefusal) -> RuleProposal? {
    guard said.shares.isEmpty, said.caps.isEmpty else { return nil }
    if said.tiers.count == 1, said.tiers[0].condition.contains(where: { $0.isWord("mỗi") }) {
      return each(said)
    }
    let counts = said.tiers.map { count($0.condition) }
    var cases: [String] = []
    var values: [Rational] = []
    var last: String?
    let most = counts.compactMap { $0 }.max() ?? 0
    guard most > 1 else { return nil }
    let names = Self.names(most)
    for (tier, count) in zip(said.tiers, counts) {
      guard let value = tier.points.constant(full: full), last == nil else {
        throw .notUnderstood(tier.clause.text)
      }
      values.append(value)
      if let count {
        cases.append("count(\(names.joined(separator: ", "))) = \(count): \(text(tier.points))")
      } else if ["không", "thiếu", "chưa"].contains(where: { tier.condition.first?.isWord($0) ?? false }) {
        last = text(tier.points)
      } else {
        throw .notUnderstood(tier.clause.text)
      }
    }
    try requireBest(values)
    last = last ?? said.otherwise.map { text($0) }
    if let last { cases.append("else: \(last)") }
    return asking(RuleProposal(.contents, cases.joined(separator: "; "), contentFigures(names, said)), said)
  }

  /// Each content is worth a part: `Đạt mỗi nội dung được một phần ba số điểm`.
  private func each(_ said: SaidPoints) -> RuleProposal? {
    guard let value = said.tiers[0].points.constant(full: full), !value.isZero,
      let count = full.divided(by: value),
      count.denominator == 1, (2...6).contains(count.numerator)
    else { return nil }
    let names = Self.names(Int(count.numerator))
    return asking(
      RuleProposal(
        .contents, "count(\(names.joined(separator: ", "))) * full / \(names.count)",
        contentFigures(names, said)), said)
  }

  private func contentFigures(_ names: [String], _ said: SaidPoints) -> [RuleProposal.Figure] {
    let labels = said.contents(names.count) ?? (1...names.count).map { "Nội dung thứ \($0)" }
    return zip(names, labels).map { RuleProposal.Figure(name: $0, type: "có/không", label: $1) }
  }

  private func asking(_ proposal: RuleProposal, _ said: SaidPoints) -> RuleProposal {
    var proposal = proposal
    if said.contents(proposal.figures.count) == nil {
      proposal.questions.append("Ghi tên từng nội dung vào cột “số liệu” thay cho “Nội dung thứ …”.")
    }
    return proposal
  }

  /// How many contents a condition asks for; nil where it asks for none.
  private func count(_ condition: ArraySlice<SentenceToken>) -> Int? {
    if condition.first?.isWord("không", "thiếu", "chưa") == true { return nil }
    for (token, next) in zip(condition, condition.dropFirst()) {
      if let word = token.word, let number = Self.numbers[word],
        next.word.map({ Self.nouns.contains($0) }) == true
      {
        return number
      }
    }
    return nil
  }
}

extension SaidPoints {
  /// The listed contents where they are as many as asked for.
  func contents(_ count: Int) -> [String]? {
    if contents.count == count { return contents }
    let pieces = contents.joined(separator: ", ").pieces(separatedBy: ",")
    return pieces.count == count ? pieces : nil
  }

  /// All tiers as written.
  var allText: String { tiers.map(\.clause.text).joined(separator: "; ") }
}
