import CCHCFiles

/// A part of a sentence that stands by itself.
struct SentenceClause {
  let tokens: ArraySlice<SentenceToken>
  /// Which sentence of the text it is part of.
  let sentence: Int

  var text: String { tokens.spelling }

  /// The clauses of a text: between semicolons, line breaks, ends of sentences and the commas between tiers.
  static func clauses(of text: String) -> [SentenceClause] {
    let tokens = SentenceScanner.tokens(of: text)
    var clauses: [SentenceClause] = []
    var start = tokens.startIndex
    var sentence = 0
    var depth = 0
    for (place, token) in tokens.enumerated() {
      if token.isSign("(") { depth += 1 }
      if token.isSign(")") { depth = max(0, depth - 1) }
      let isStop = token.kind == .stop
      guard isStop || (token.isSign(";") && depth == 0) else { continue }
      clauses += split(tokens[start..<place], sentence: sentence)
      start = place + 1
      if isStop {
        depth = 0
        if token.text != "\n" { sentence += 1 }
      }
    }
    return clauses + split(tokens[start...], sentence: sentence)
  }

  /// Parts `Đạt: 1, không đạt: 0` and `mỗi … trừ 0,5 điểm, … trừ 0,25 điểm` at their commas.
  private static func split(_ tokens: ArraySlice<SentenceToken>, sentence: Int) -> [SentenceClause] {
    var clauses: [SentenceClause] = []
    var rest = tokens.drop { $0.isSign("-") || $0.isSign("+") || $0.isSign(",") }
    // A sign before a figure is a number's.
    if let first = rest.first, first.isNumber, rest.startIndex > tokens.startIndex,
      tokens[rest.startIndex - 1].isSign("-")
    {
      rest = tokens[(rest.startIndex - 1)...]
    }
    var place = rest.startIndex
    while place < rest.endIndex {
      if rest[place].isSign(","), place > rest.startIndex {
        let (left, right) = (rest[rest.startIndex..<place], rest[(place + 1)...])
        let endsAward = left.last.map { $0.isNumber || $0.isWord("điểm", "đa") } ?? false
        let isTier = left.contains { $0.isSign(":") } && right.contains { $0.isSign(":") }
        let isEvent = left.contains { $0.isWord("trừ", "mỗi") } && right.contains { $0.isWord("trừ", "mỗi") }
        let caps = ["tối đa", "tổng không", "tổng điểm", "điểm thấp", "nhưng không"]
        let isCap =
          left.contains { $0.isWord("mỗi", "cứ", "trừ") }
          && caps.contains { right.spelling.folded.hasPrefix($0) }
        if endsAward, isTier || isEvent || isCap {
          clauses.append(SentenceClause(tokens: left, sentence: sentence))
          rest = right
          place = right.startIndex
          continue
        }
      }
      place += 1
    }
    if !rest.isEmpty { clauses.append(SentenceClause(tokens: rest, sentence: sentence)) }
    return clauses
  }
}
