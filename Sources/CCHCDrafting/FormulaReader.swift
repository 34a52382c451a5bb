import CCHCExact
import CCHCFiles

/// Reads how points are worked out: `tỷ lệ nhân với điểm tối đa`, `(b/a)*1 + (c/a)*0,5`, `một nửa số điểm`.
///
/// A formula is read only where every token of it is understood.
struct FormulaReader {
  private let tokens: ArraySlice<SentenceToken>
  private var index: Int
  /// The words of each share that the formula names.
  private(set) var shares: [String]
  /// The words of a share that a sentence before has said to be worked out.
  private let defined: Set<String>
  private var depth = 0

  private static let deepest = 16

  /// Reads a whole slice.
  ///
  /// - Parameters:
  ///   - tokens: the words after what they apply to.
  ///   - shares: the shares named so far; those of this formula are added.
  ///   - defined: the words of a share that was said to be worked out; a shorter name means the same one.
  /// - Returns: nil where any part of it is not understood.
  static func formula(
    _ tokens: ArraySlice<SentenceToken>, shares: inout [String], defined: Set<String> = []
  ) -> SentenceFormula? {
    var reader = FormulaReader(tokens, shares, defined)
    guard let formula = reader.whole() else { return nil }
    shares = reader.shares
    return formula.simplified
  }

  private init(_ tokens: ArraySlice<SentenceToken>, _ shares: [String], _ defined: Set<String>) {
    self.tokens = tokens
    self.defined = defined
    self.shares = shares
    index = tokens.startIndex
  }

  private var current: SentenceToken? { index < tokens.endIndex ? tokens[index] : nil }

  private mutating func take(_ words: String...) -> Bool {
    guard tokens.has(words, at: index) else { return false }
    index += words.count
    return true
  }

  private mutating func takeSign(_ signs: String...) -> Bool {
    guard let token = current, signs.contains(where: { token.isSign($0) }) else { return false }
    index += 1
    return true
  }

  // MARK: Levels

  private mutating func whole() -> SentenceFormula? {
    guard var left = sum() else { return nil }
    // After a comma or “rồi” an operation takes all that stands before it.
    while index < tokens.endIndex {
      let start = index
      while takeSign(",") || take("rồi") || take("sau", "đó") {}
      guard index > start else { return nil }
      if takesTimes() {
        guard let right = product() else { return nil }
        left = .product(left, right)
      } else if takesOver() {
        guard let right = product() else { return nil }
        left = .quotient(left, right)
      } else if takesPlus() {
        guard let right = product() else { return nil }
        left = .sum(left, right)
      } else {
        return nil
      }
    }
    return left
  }

  private mutating func sum() -> SentenceFormula? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    let takesFirst = take("lấy")
    if take("bình", "quân", "của") || take("trung", "bình", "của") {
      guard !takesFirst, let left = factor(), take("và"), let right = factor() else { return nil }
      return .quotient(.sum(left, right), .number(Rational(2), isPercent: false))
    }
    guard var left = product() else { return nil }
    var subtracts: Bool?
    while true {
      if takesPlus() {
        subtracts = false
      } else if takesMinus() {
        subtracts = true
      } else if subtracts == nil || !isAndBeforeShare() {
        return left
      }
      guard let right = product() else { return nil }
      left = subtracts == true ? .difference(left, right) : .sum(left, right)
    }
  }

  /// `và` carries a subtraction on: “trừ tỷ lệ quá hạn và hai lần tỷ lệ nợ đọng”.
  private mutating func isAndBeforeShare() -> Bool {
    guard tokens.has(["và"], at: index),
      [["tỷ", "lệ"], ["hai", "lần"], ["một", "nửa"]].contains(where: { tokens.has($0, at: index + 1) })
    else { return false }
    index += 1
    return true
  }

  private mutating func product() -> SentenceFormula? {
    guard var left = factor() else { return nil }
    while true {
      if takesTimes() {
        guard let right = factor() else { return nil }
        left = .product(left, right)
      } else if takesOver() {
        guard let right = factor() else { return nil }
        left = .quotient(left, right)
      } else {
        return left
      }
    }
  }

  // MARK: Operations

  private mutating func takesTimes() -> Bool {
    if takeSign("*") || take("x") || take("nhân", "với") { return true }
    return tokens.has(["nhân"], at: index) && startsFactor(index + 1) && take("nhân")
  }

  private mutating func takesOver() -> Bool { takeSign("/", ":") || take("chia", "cho") }

  private mutating func takesPlus() -> Bool {
    if takeSign("+") || take("cộng", "với") { return true }
    return tokens.has(["cộng"], at: index) && startsFactor(index + 1) && take("cộng")
  }

  private mutating func takesMinus() -> Bool {
    if takeSign("-") || take("trừ", "đi") { return true }
    return tokens.has(["trừ"], at: index) && startsFactor(index + 1) && take("trừ")
  }

  private func startsFactor(_ place: Int) -> Bool {
    guard place < tokens.endIndex else { return false }
    if tokens[place].isNumber || tokens[place].isSign("(") { return true }
    return [["tỷ", "lệ"], ["một", "nửa"], ["hai", "lần"], ["điểm", "tối", "đa"], ["số", "điểm"]].contains {
      tokens.has($0, at: place)
    }
  }

  // MARK: Factors

  private mutating func factor() -> SentenceFormula? {
    if takeSign("(") {
      guard let inner = sum(), takeSign(")") else { return nil }
      return inner
    }
    if let part = fraction() {
      if takesFull() { return .product(part, .full) }
      if tokens.has(["tỷ", "lệ"], at: index) {
        guard let inner = factor() else { return nil }
        return .product(part, inner)
      }
      return .product(part, .full)
    }
    if case .number(let value, let isPercent) = current?.kind {
      index += 1
      if take("lần") {
        guard let inner = factor() else { return nil }
        return .product(.number(value, isPercent: isPercent), inner)
      }
      if takesFull() { return .product(.number(value, isPercent: isPercent), .full) }
      _ = take("điểm")
      return .number(value, isPercent: isPercent)
    }
    if take("hai", "lần") {
      guard let inner = factor() else { return nil }
      return .product(.number(Rational(2), isPercent: false), inner)
    }
    if takesFull() { return .full }
    if tokens.has(["tỷ", "lệ"], at: index) || tokens.has(["chỉ", "số"], at: index) { return share() }
    if let word = current?.word, ["a", "b", "c", "d", "e"].contains(word) {
      index += 1
      return .letter(word)
    }
    return nil
  }

  /// A part in words or figures: `một nửa`, `1/2`, `một phần ba`.
  private mutating func fraction() -> SentenceFormula? {
    if take("một", "nửa") || take("nửa") { return .fraction(1, 2) }
    for (word, parts) in [("hai", 2), ("ba", 3), ("tư", 4), ("năm", 5)] as [(String, Int128)]
    where take("một", "phần", word) {
      return .fraction(1, parts)
    }
    guard case .number(let top, false) = current?.kind, index + 2 < tokens.endIndex,
      tokens[index + 1].isSign("/"), case .number(let bottom, false) = tokens[index + 2].kind, !bottom.isZero,
      let value = top.divided(by: bottom)
    else { return nil }
    let start = index
    index += 3
    if takesFull() {
      index = start + 3
      return .number(value, isPercent: false)
    }
    index = start
    return nil
  }

  /// The maximum, in any of its names.
  private mutating func takesFull() -> Bool {
    let names = [
      ["số", "điểm", "tối", "đa"], ["mức", "điểm", "tối", "đa"], ["thang", "điểm", "tối", "đa"],
      ["điểm", "số", "tối", "đa"], ["điểm", "tối", "đa"], ["điểm", "chuẩn"], ["điểm", "tuyệt", "đối"],
      ["tối", "đa"], ["số", "điểm"], ["thang", "điểm"],
    ]
    guard let name = names.first(where: { tokens.has($0, at: index) }) else { return false }
    index += name.count
    for tail in [["của", "tiêu", "chí", "thành", "phần"], ["của", "tiêu", "chí"], ["của", "tctp"]]
    where tokens.has(tail, at: index) {
      index += tail.count
      break
    }
    return true
  }

  /// `tỷ lệ …` up to the operation that follows it.
  private mutating func share() -> SentenceFormula? {
    let start = index
    index += 2
    var open = 0
    while let token = current {
      if token.isSign("(") { open += 1 }
      if token.isSign(")") {
        guard open > 0 else { break }
        open -= 1
        index += 1
        continue
      }
      if open == 0, isOperation(index) { break }
      // A share of some percent is a condition, not a figure.
      if case .number(_, isPercent: true) = token.kind { return nil }
      if token.isSign(":") || token.isSign("=") || token.isWord("là") { return nil }
      index += 1
    }
    let words = tokens[start..<index].filter { !$0.isSign("%") }[...].spelling
    if let place = shares.firstIndex(where: { $0.folded == words.folded }) { return .share(place) }
    // “tỷ lệ này”, a bare “tỷ lệ” and a shorter name are the one that was named before.
    let names = tokens[start..<index].compactMap(\.word)
    if !shares.isEmpty, names.allSatisfy({ ["tỷ", "lệ", "này", "đó"].contains($0) || defined.contains($0) }) {
      return .share(0)
    }
    shares.append(words)
    return .share(shares.count - 1)
  }

  private func isOperation(_ place: Int) -> Bool {
    let token = tokens[place]
    if token.isSign("*") || token.isSign("+") || token.isWord("x", "rồi") { return true }
    if token.isSign("/") { return place + 1 < tokens.endIndex && tokens[place + 1].isNumber }
    if token.isSign(","), place + 1 < tokens.endIndex {
      return [["nhân"], ["chia", "cho"], ["cộng"], ["rồi"]].contains { tokens.has($0, at: place + 1) }
    }
    if tokens.has(["nhân", "với"], at: place) || tokens.has(["chia", "cho"], at: place) { return true }
    if token.isWord("nhân", "cộng", "trừ") { return startsFactor(place + 1) }
    return token.isWord("và")
      && [["tỷ", "lệ"], ["hai", "lần"], ["một", "nửa"]].contains { tokens.has($0, at: place + 1) }
  }
}
