import CCHCCriteria
import CCHCExact

/// A range and what it is worth.
struct RangeTier {
  let range: AmountRange
  let points: SentenceFormula
  var rampStart: SentenceFormula?
}

/// Ranges of one amount, the highest first, with what they leave out and where they overlap.
struct RangeList {
  /// Where amounts end above; nil where they have no end.
  struct Edge {
    let top: Rational?
  }

  private let tiers: [RangeTier]
  /// Whether the tiers were written from the lowest amount on.
  private let isAscending: Bool
  private let isWhole: Bool
  /// Amounts that no tier takes, in words.
  private(set) var gaps: [String] = []
  /// Amounts that two tiers take, in words.
  private(set) var overlaps: [String] = []
  /// Whether the highest tier takes all that is above the others.
  private let reachesTop: Bool
  /// Whether the lowest tier takes all that is below the others.
  let reachesBottom: Bool

  /// - Returns: nil where two tiers begin at the same amount, so that no order can be told.
  init?(_ written: [RangeTier], end: Edge, isWhole: Bool) {
    let tiers = isWhole ? written.map(\.whole) : written
    guard let first = tiers.first else { return nil }
    let sorted = tiers.sorted { Self.isAbove($0, $1) }
    for (upper, lower) in zip(sorted, sorted.dropFirst()) where !Self.isAbove(upper, lower) { return nil }
    self.tiers = sorted
    self.isWhole = isWhole
    isAscending = tiers.count > 1 && sorted.last?.range == first.range
    let lowest = sorted.last?.range.low
    reachesBottom = lowest == nil || (lowest?.value.isZero == true && lowest?.isIncluded == true)
    let high = sorted.first?.range.high
    reachesTop =
      high.map { high in
        end.top.map { high.value > $0 || (high.value == $0 && high.isIncluded) } ?? false
      } ?? true
    if let high, !reachesTop {
      gaps.append((high.isIncluded ? "trên " : "từ ") + Self.shown(high.value, first.range) + " trở lên")
    }
    for (upper, lower) in zip(sorted, sorted.dropFirst()) { join(upper.range, lower.range) }
  }

  /// Notes what lies between two neighbours.
  private mutating func join(_ upper: AmountRange, _ lower: AmountRange) {
    guard let low = upper.low else { return overlaps.append(Self.shown(lower.high?.value ?? .zero, lower)) }
    guard let high = lower.high else { return overlaps.append("từ \(Self.shown(low.value, upper)) trở lên") }
    if isWhole, high.value.adding(Rational(1)) == low.value { return }
    if high.value == low.value {
      if high.isIncluded, low.isIncluded { overlaps.append("đúng \(Self.shown(low.value, upper))") }
      if !high.isIncluded, !low.isIncluded { gaps.append("đúng \(Self.shown(low.value, upper))") }
    } else if high.value < low.value {
      gaps.append("giữa \(Self.shown(high.value, lower)) và \(Self.shown(low.value, upper))")
    } else {
      overlaps.append("từ \(Self.shown(low.value, upper)) đến \(Self.shown(high.value, lower))")
    }
  }

  private static func shown(_ value: Rational, _ range: AmountRange) -> String {
    let text = range.isPercent ? ruleText(value, isPercent: true) : exactText(value)
    return String(text.map { $0 == "." ? "," : $0 })
  }

  private static func isAbove(_ left: RangeTier, _ right: RangeTier) -> Bool {
    guard let low = left.range.low else { return false }
    guard let other = right.range.low else { return true }
    return other.value < low.value || (other.value == low.value && !low.isIncluded && other.isIncluded)
  }

  // MARK: The rule

  /// The cases of a rule, the lowest tier or what is said of all others as `else`.
  func rule(
    subject: String, otherwise: String?, questions: inout [String], points: (RangeTier) -> String
  ) -> String {
    if !gaps.isEmpty, otherwise == nil {
      questions.append("Phụ lục không nói điểm khi \(gaps.joined(separator: "; ")). Đang là 0 điểm.")
    }
    if !overlaps.isEmpty {
      questions.append(
        "Hai mức cùng nhận \(overlaps.joined(separator: "; ")); công thức lấy mức có ngưỡng cao hơn.")
    }
    if !reachesBottom, otherwise == nil, let low = tiers.last?.range.low, let tier = tiers.last {
      questions.append(
        "Phụ lục không nói điểm khi dưới \(Self.shown(low.value, tier.range)). Đang là 0 điểm.")
    }
    let isClosed = gaps.isEmpty
    if isClosed, isAscending, reachesBottom, overlaps.isEmpty {
      return ascending(subject, points)
    }
    var cases: [String] = []
    for (place, tier) in tiers.enumerated() {
      let isLast = place == tiers.count - 1
      if isLast, isClosed, reachesBottom {
        cases.append("else: \(points(tier))")
      } else {
        let isOpen = isClosed || (place == 0 && reachesTop)
        cases.append(condition(subject, tier.range, isClosed: isOpen) + ": " + points(tier))
      }
    }
    if let otherwise, cases.last?.hasPrefix("else") != true { cases.append("else: \(otherwise)") }
    if cases.count == 1, cases[0].hasPrefix("else: ") { return String(cases[0].dropFirst(6)) }
    return cases.joined(separator: "; ")
  }

  private func ascending(_ subject: String, _ points: (RangeTier) -> String) -> String {
    var cases: [String] = []
    for (place, tier) in tiers.reversed().enumerated() {
      guard place < tiers.count - 1, let high = tier.range.high else {
        cases.append("else: \(points(tier))")
        continue
      }
      let relation = isWhole && high.value.isZero ? "=" : high.isIncluded ? "<=" : "<"
      cases.append("\(subject) \(relation) \(bound(high.value, tier.range)): \(points(tier))")
    }
    return cases.joined(separator: "; ")
  }

  private func condition(_ subject: String, _ range: AmountRange, isClosed: Bool) -> String {
    let low = range.low.map { (bound($0.value, range), $0.isIncluded) }
    // Where the tiers lie against each other, those above have taken what is higher.
    let high = isClosed && low != nil ? nil : range.high.map { (bound($0.value, range), $0.isIncluded) }
    switch (low, high) {
    case (let low?, let high?) where low.0 == high.0: return "\(subject) = \(low.0)"
    case (let low?, let high?):
      return "\(low.0) \(low.1 ? "<=" : "<") \(subject) \(high.1 ? "<=" : "<") \(high.0)"
    case (let low?, nil): return "\(subject) \(low.1 ? ">=" : ">") \(low.0)"
    case (nil, let high?): return "\(subject) \(high.1 ? "<=" : "<") \(high.0)"
    case (nil, nil): return "always"
    }
  }

  private func bound(_ value: Rational, _ range: AmountRange) -> String {
    ruleText(value, isPercent: range.isPercent)
  }
}

extension RangeTier {
  /// The tier with ends that whole numbers reach: over 2 is from 3 on.
  fileprivate var whole: RangeTier {
    var range = range
    if let low = range.low, !low.isIncluded {
      range.low = AmountRange.End(value: low.value.adding(Rational(1)) ?? low.value, isIncluded: true)
    }
    if let high = range.high, !high.isIncluded {
      range.high = AmountRange.End(value: high.value.subtracting(Rational(1)) ?? high.value, isIncluded: true)
    }
    return RangeTier(range: range, points: points, rampStart: rampStart)
  }
}
