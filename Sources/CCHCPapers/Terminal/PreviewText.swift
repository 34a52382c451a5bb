import CCHCCriteria
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Shows an agency its own scores: fields, distance to each threshold, where points were lost (R5).
package struct PreviewText {
  private let agency: ScoredAgency
  private let preview: Preview
  private let wording: Wording
  private let set: CriteriaSet

  package init(_ agency: ScoredAgency, wording: Wording) {
    self.agency = agency
    self.wording = wording
    preview = Preview(agency)
    set = agency.set
  }

  private var decimals: Int { self.set.settings.pointDecimals }

  private func points(_ units: Int128) -> String { wording.points(units, decimals: decimals) }

  private func plain(_ units: Int128) -> String { wording.plain(units, decimals: decimals) }

  package func text() -> String {
    var text = "\(agency.name) (\(agency.code)) – \(agency.round.settings.name)\n"
    text += wording(
      "Điểm theo số liệu cơ quan tự kê khai, chưa thẩm định.\n\n",
      "Points by what the agency filed, not appraised.\n\n")
    text +=
      whole() + SurveyCounts.fewAnswers(agency, wording) + "\n" + fields() + thresholds()
      + losses() + undocumented()
    return text
  }

  private func whole() -> String {
    let standing = preview.whole
    if standing.isComplete {
      let share = Rational(standing.known.points, over: standing.known.max)
      return wording("Điểm", "Points") + ": \(points(standing.known.points))/\(plain(standing.known.max)); "
        + wording("chỉ số", "index") + ": \(wording.percent(share, set.settings))\n"
    }
    return wording("Điểm phần tự chấm / điểm tối đa phần tự chấm", "Self points / maximum of the self part")
      + ": \(points(standing.own.points))/\(plain(standing.own.max))\n"
      + wording(
        "Chưa có số liệu điều tra, số liệu cơ quan khác của \(preview.waiting.count) tiêu chí; ",
        "Survey or external figures of \(preview.waiting.count) criteria are not in; ") + range(standing)
  }

  /// Where the index will lie, whatever comes in.
  private func range(_ standing: Preview.Standing) -> String {
    func percent(_ waiting: Int128) -> String {
      wording.percent(Rational(standing.known.points + waiting, over: standing.max), set.settings)
    }
    let (low, high) = (percent(standing.least), percent(standing.most))
    return wording(
      "chỉ số trong khoảng \(low) đến \(high).\n", "the index lies between \(low) and \(high).\n")
  }

  private func fields() -> String {
    var text = wording("Theo lĩnh vực:\n", "By field:\n")
    for field in set.fields {
      let standing = preview.rows[field]
      let row = set.rows[field]
      text += "  \(row.code) \(row.name): "
      if standing.isComplete {
        let share = Rational(standing.known.points, over: standing.known.max)
        text += "\(points(standing.known.points))/\(plain(standing.known.max))"
        text += share == nil ? "\n" : " = \(wording.percent(share, set.settings))\n"
      } else if standing.own.max > 0 {
        text +=
          wording("phần tự chấm ", "self part ")
          + "\(points(standing.own.points))/\(plain(standing.own.max))\n"
      } else {
        text += wording("chờ số liệu của cơ quan khác\n", "waits for the figures of others\n")
      }
    }
    return text + "\n"
  }

  // MARK: Thresholds

  private func thresholds() -> String {
    guard !preview.thresholds.isEmpty else { return "" }
    var text = wording("Khoảng cách đến các ngưỡng:\n", "Distance to the thresholds:\n")
    for threshold in preview.thresholds { text += "  " + self.text(threshold) + "\n" }
    return text + "\n"
  }

  private func text(_ threshold: Preview.Threshold) -> String {
    let subject =
      threshold.limit.row.map { "\(set.rows[$0].code) \(set.rows[$0].name)" } ?? wording("Chỉ số", "Index")
    let limit =
      threshold.limit.share.flatMap { $0.multiplied(by: Rational(100)) }.map {
        exactText($0, mark: wording.language == .vietnamese ? "," : ".") + "%"
      }
      ?? wording.exact(threshold.needed)
    let purpose: String
    switch threshold.limit.purpose {
    case .band(let label): purpose = wording("xếp loại “\(label)”", "band “\(label)”")
    case .obligation(let rule):
      purpose = wording(
        "ngưỡng “\(set.obligations[rule].duty)”", "threshold of “\(set.obligations[rule].duty)”")
    }
    return "\(subject) – \(limit) (\(purpose)): \(distance(threshold, limit))"
  }

  /// The distance in points, rounded away from the threshold so that it is never too short.
  private func distance(_ threshold: Preview.Threshold, _ limit: String) -> String {
    let standing = threshold.standing
    let low = Rational(units: standing.known.points + standing.least, decimals: decimals)
    let high = Rational(units: standing.known.points + standing.most, decimals: decimals)
    func reaches(_ points: Rational) -> Bool {
      threshold.limit.isStrict ? points > threshold.needed : points >= threshold.needed
    }
    if reaches(low) {
      let rest = low.subtracting(threshold.needed).map { self.rest($0) } ?? ""
      return standing.isComplete
        ? wording("đạt, hơn ngưỡng \(rest) điểm", "reached, \(rest) points above")
        : wording(
          "đạt với mọi số liệu còn thiếu, hơn ngưỡng ít nhất \(rest) điểm",
          "reached whatever comes in, at least \(rest) points above")
    }
    guard let gap = threshold.needed.subtracting(standing.isComplete ? low : high),
      gap > .zero || standing.isComplete
    else {
      let known = Rational(units: standing.known.points, decimals: decimals)
      let need = threshold.needed.subtracting(known).map { shortfall($0, threshold.limit.isStrict) } ?? ""
      return wording(
        "phụ thuộc số liệu còn thiếu: cần thêm \(need) trong tối đa \(plain(standing.most)) điểm",
        "depends on what is not in: \(need) of at most \(plain(standing.most)) points are needed")
    }
    let missing = shortfall(gap, threshold.limit.isStrict)
    return standing.isComplete
      ? wording("còn thiếu \(missing) điểm để đạt \(limit)", "\(missing) points short of \(limit)")
      : wording(
        "còn thiếu ít nhất \(missing) điểm để đạt \(limit)", "at least \(missing) points short of \(limit)")
  }

  /// Points above a threshold, rounded down.
  private func rest(_ value: Rational) -> String {
    Rounding.down.units(of: value, decimals: decimals).map { plain($0) } ?? ""
  }

  /// Points that are lacking, rounded up; more than the gap where the threshold must be passed.
  private func shortfall(_ gap: Rational, _ isStrict: Bool) -> String {
    guard let floor = Rounding.down.units(of: gap, decimals: decimals) else { return "" }
    let isWhole = Rational(units: floor, decimals: decimals) == gap
    return plain(isWhole && !isStrict ? floor : floor + 1)
  }

  // MARK: Leaves

  private func losses() -> String {
    guard !preview.losses.isEmpty else {
      return wording("Không mất điểm ở tiêu chí nào.\n", "No points are lost.\n")
    }
    var text = wording("Nơi mất điểm, nhiều nhất trước:\n", "Where points are lost, most first:\n")
    for loss in preview.losses {
      let row = set.rows[set.leaves[loss.leaf].row]
      text +=
        "  " + wording("mất \(plain(loss.points)) điểm", "\(plain(loss.points)) points lost")
        + ": \(row.code) \(row.name)"
      if loss.status != .scored, loss.status != .undocumented { text += " (\(wording.status(loss.status)))" }
      text += "\n"
      if !row.ruleText.isEmpty { text += "      \(row.ruleText)\n" }
    }
    return text
  }

  private func undocumented() -> String {
    let leaves = agency.leaves.filter { $0.score.status == .undocumented && ($0.score.own ?? 0) > 0 }
    guard !leaves.isEmpty else { return "" }
    var text = wording(
      "\nSẽ được 0 điểm nếu không bổ sung tài liệu kiểm chứng:\n",
      "\nGet 0 points unless a document is named:\n")
    for leaf in leaves {
      text += "  \(leaf.criterion.code) \(leaf.criterion.name)\n"
    }
    return text
  }
}
