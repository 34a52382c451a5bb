import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring

// Points for each of something, and the most that they add up to.
extension StatementReader {
  /// The most that steps add up to: `tổng không quá 2 điểm`, `trừ tối đa 0,5 điểm`.
  mutating func cap(_ tokens: ArraySlice<SentenceToken>) -> SentenceFormula? {
    let leads = [
      ["tổng", "không", "quá"], ["tổng", "điểm", "không", "quá"], ["nhưng", "không", "quá"],
      ["tổng", "cộng", "không", "quá"],
      ["tổng", "điểm", "trừ", "không", "quá"], ["tổng", "điểm", "cộng", "không", "quá"],
      ["tối", "đa", "không", "quá"],
      ["tối", "đa", "trừ"], ["trừ", "tối", "đa"], ["tối", "đa", "là"], ["tối", "đa"], ["không", "quá"],
    ]
    guard let lead = leads.first(where: { tokens.has($0, at: tokens.startIndex) }) else { return nil }
    let rest = tokens.from(tokens.startIndex + lead.count)
    guard rest.first?.isNumber == true else { return nil }
    return formula(rest)
  }

  /// Points for each: `mỗi báo cáo gửi chậm trừ 0,25 điểm`, `mỗi cuộc được 0,5 điểm`, `-0,5 điểm/báo cáo`.
  mutating func step(_ tokens: ArraySlice<SentenceToken>) -> SentenceStatement.Step? {
    var isEach = tokens.first?.isWord("mỗi", "cứ") ?? false
    guard var end = tokens.indices.dropFirst().first(where: { isAward(tokens, $0, isEach: isEach) }) else {
      return nil
    }
    var subject = tokens[tokens.startIndex..<end]
    while let last = subject.last, last.isSign(":") || last.isSign(",") || last.isWord("thì", "sẽ", "bị") {
      subject.removeLast()
    }
    var isDeduction = false
    while end < tokens.endIndex, !tokens[end].isNumber {
      if tokens[end].isWord("trừ") || tokens[end].isSign("-") { isDeduction = true }
      end += 1
    }
    var points = tokens[end...]
    // “0,25 điểm/báo cáo”: what stands after the stroke names the thing that is counted.
    if let stroke = points.firstIndex(where: { $0.isSign("/") }), points.from(stroke + 1).first?.word != nil {
      points = points[..<stroke]
      isEach = true
    }
    guard isEach || isDeduction, !subject.isEmpty else { return nil }
    guard let formula = formula(points), formula.constant(full: Rational(1)) != nil
    else { return nil }
    var words = subject
    if words.first?.isWord("mỗi", "cứ") == true { words = words.dropFirst() }
    if words.first?.isWord("mỗi") == true { words = words.dropFirst() }
    var share: Rational?
    if case .number(let value, let isPercent) = words.first?.kind {
      if isPercent { share = value } else if value != Rational(1) { return nil }
      words = words.dropFirst()
    }
    // A second amount is a range, not a thing that is counted; so is a label's negative tier.
    guard !words.contains(where: { $0.isNumber || $0.isSign(":") }), !words.isEmpty else { return nil }
    if !isEach, tokens.contains(where: { $0.isSign(":") }) { return nil }
    return SentenceStatement.Step(
      subject: words.spelling, points: formula, isDeduction: isDeduction, share: share)
  }

  /// Whether the points of a step begin at a place.
  private func isAward(_ tokens: ArraySlice<SentenceToken>, _ place: Int, isEach: Bool) -> Bool {
    let next = place + 1 < tokens.endIndex ? tokens[place + 1] : nil
    if tokens[place].isWord("trừ") || tokens[place].isSign("-") { return next?.isNumber ?? false }
    guard isEach else { return false }
    if tokens[place].isWord("được", "cộng", "đạt", "tính") { return next?.isNumber ?? false }
    return place > tokens.startIndex + 1 && tokens[place].isNumber
      && (next == nil || next?.isWord("điểm") == true)
  }
}
