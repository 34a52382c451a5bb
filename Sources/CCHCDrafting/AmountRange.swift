import CCHCCriteria
import CCHCExact

/// What amounts a tier is about: `từ 80% đến dưới 100%`, `trên 90%`, `1 hoặc 2 nhiệm vụ`.
struct AmountRange: Hashable {
  /// One end of a range.
  struct End: Hashable {
    let value: Rational
    let isIncluded: Bool
  }

  var low: End?
  var high: End?
  let isPercent: Bool
  /// The word after the number, what is counted.
  let unit: String
  /// The sentence without the range.
  let subject: String

  /// Reads a condition that holds one or two amounts; nil where it holds none, or says more than a range.
  init?(_ tokens: ArraySlice<SentenceToken>) {
    let places = tokens.indices.filter { tokens[$0].isNumber }
    guard (1...2).contains(places.count), let first = places.first, let last = places.last else { return nil }
    guard case .number(let low, let lowPercent) = tokens[first].kind,
      case .number(let high, let highPercent) = tokens[last].kind
    else { return nil }
    // “80 - 100%” means 80%.
    guard lowPercent == highPercent || (highPercent && !lowPercent) else { return nil }
    isPercent = highPercent
    let shared = highPercent && !lowPercent ? low.divided(by: Rational(100)) : low
    guard let shared else { return nil }
    var rest = Array(tokens[..<first])
    let before = Self.relation(endingAt: &rest)
    var after = Array(tokens[(last + 1)...])
    let unitWord = after.first?.word
    let risesAbove = Self.remove(["trở", "lên"], from: &after)
    let fallsBelow = Self.remove(["trở", "xuống"], from: &after)
    if places.count == 2 {
      var between = Array(tokens[(first + 1)..<last])
      guard let isClosed = Self.joint(&between), !risesAbove, !fallsBelow, shared < high else { return nil }
      switch before {
      case nil, .least: self.low = End(value: shared, isIncluded: true)
      case .above: self.low = End(value: shared, isIncluded: false)
      default: return nil
      }
      self.high = End(value: high, isIncluded: isClosed)
    } else {
      switch before {
      case _ where fallsBelow: self.high = End(value: high, isIncluded: true)
      case .below: self.high = End(value: high, isIncluded: false)
      case .most: self.high = End(value: high, isIncluded: true)
      case .above: self.low = End(value: high, isIncluded: false)
      case .least: self.low = End(value: high, isIncluded: true)
      case nil:
        self.low = End(value: high, isIncluded: true)
        if !risesAbove { self.high = End(value: high, isIncluded: true) }
      }
    }
    // What is left must be the name of what is counted, not a second condition.
    let words = (rest + after).map { $0.plain }
    let said = Set(words)
    guard said.isDisjoint(with: Self.otherConditions) else { return nil }
    unit = isPercent ? "" : unitWord.flatMap { ["điểm", "trở"].contains($0) ? nil : $0 } ?? ""
    subject = (rest + after)[...].spelling
  }

  /// Words by which a condition says more than a range of one amount.
  private static let otherConditions: Set<String> = [
    "và", "hoặc", "không", "chưa", "giảm", "tăng", "nhưng", "nếu", "khi", "mỗi", "cứ", ";", ":",
  ]

  private enum Relation {
    case least
    case above
    case below
    case most
  }

  /// Takes the words of a relation off the end of a phrase; nil where none stands there.
  private static func relation(endingAt phrase: inout [SentenceToken]) -> Relation? {
    if phrase.first?.isWord("nếu") == true { phrase.removeFirst() }
    let known: [([String], Relation)] = [
      (["từ", "trên"], .above), (["bằng", "hoặc", "lớn", "hơn"], .least),
      (["lớn", "hơn", "hoặc", "bằng"], .least),
      (["nhỏ", "hơn", "hoặc", "bằng"], .most), (["không", "vượt", "quá"], .most), (["không", "quá"], .most),
      (["không", "dưới"], .least), (["không", "đạt"], .below), (["chưa", "đạt"], .below),
      (["chưa", "đủ"], .below),
      (["đạt", "dưới"], .below), (["chỉ", "đạt"], .below), (["ít", "nhất"], .least),
      (["tối", "thiểu"], .least),
      (["tối", "đa"], .most), (["lớn", "hơn"], .above), (["cao", "hơn"], .above), (["nhỏ", "hơn"], .below),
      (["thấp", "hơn"], .below), (["dưới", "mức"], .below), (["từ", "mức"], .least), (["đạt", "từ"], .least),
      (["trên"], .above), (["quá"], .above), (["dưới"], .below), (["từ"], .least), ([">="], .least),
      (["<="], .most),
      ([">"], .above), (["<"], .below), (["đến"], .most),
    ]
    let words = phrase.map { $0.plain }
    for (name, relation) in known where words.suffix(name.count) == name[...] {
      phrase.removeLast(name.count)
      return relation
    }
    if words.last == "=" || words.last == "bằng" || words.last == "đạt" || words.last == "đủ" {
      phrase.removeLast()
    }
    return nil
  }

  /// Whether the words between two amounts include the upper one; nil where they join no range.
  private static func joint(_ between: inout [SentenceToken]) -> Bool? {
    let words = between.map { $0.plain }
    // A noun may stand between: “từ 1 ngày đến 3 ngày”.
    let joints: [([String], Bool)] = [
      (["đến", "dưới"], false), (["đến", "<"], false), (["-", "dưới"], false), (["-", "<"], false),
      (["tới", "dưới"], false), (["đến", "hết"], true), (["đến", "không", "quá"], true), (["đến"], true),
      (["tới"], true), (["-"], true), (["hoặc"], true),
    ]
    for (joint, isClosed) in joints where words.suffix(joint.count) == joint[...] {
      let noun = words.dropLast(joint.count)
      return noun.count <= 2 && Set(noun).isDisjoint(with: otherConditions) ? isClosed : nil
    }
    return nil
  }

  private static func remove(_ words: [String], from tokens: inout [SentenceToken]) -> Bool {
    guard let place = tokens[...].indices.first(where: { tokens[...].has(words, at: $0) }) else {
      return false
    }
    tokens.removeSubrange(place..<(place + words.count))
    return true
  }
}

/// The last day that a tier takes: `chậm nhất ngày 15/12/2023`, `sau ngày … đến hết ngày …`.
struct DayRange: Hashable {
  /// The last day in time; nil where the tier is about later days or none.
  let last: Day?
  /// The day after which the tier begins, where it names no last one.
  let after: Day?
  /// Whether the tier is also that of those who did nothing.
  let takesNothing: Bool

  init?(_ tokens: ArraySlice<SentenceToken>) {
    let places = tokens.indices.filter { if case .day = tokens[$0].kind { true } else { false } }
    takesNothing = tokens.place(of: "hoặc", "không") != nil || tokens.place(of: "hoặc", "chưa") != nil
    guard let place = places.last, case .day(let day) = tokens[place].kind else { return nil }
    let words = tokens[..<place].map { $0.plain }
    func ends(_ names: [String]...) -> Bool {
      names.contains { name in
        words.suffix(name.count) == name[...] || words.suffix(name.count + 1) == (name + ["ngày"])[...]
      }
    }
    if ends(
      ["chậm", "nhất"], ["chậm", "nhất", "là"], ["đến", "hết"], ["đến"], ["trước", "hết"], ["trong"],
      ["muộn", "nhất"])
    {
      (last, after) = (day, nil)
    } else if ends(["trước"]) {
      (last, after) = (Day(number: day.number - 1), nil)
    } else if ends(["sau"]), places.count == 1 {
      (last, after) = (nil, day)
    } else {
      return nil
    }
    let hasOther = tokens.indices.contains { tokens[$0].isNumber || tokens[$0].isWord("và") }
    if hasOther { return nil }
  }
}
