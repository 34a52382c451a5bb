import CCHCCriteria
import CCHCExact
package import CCHCScoring
package import CCHCTables

/// Tells how the points of an agency, or of one parent criterion, add up: the tree down to its leaves.
package struct TreeExplanation {
  private let agency: ScoredAgency
  private let top: Int?
  private let wording: Wording
  private let set: CriteriaSet

  /// Explains one row and all below it, the whole agency where `top` is nil.
  package init(_ agency: ScoredAgency, top: Int?, wording: Wording) {
    self.agency = agency
    self.top = top
    self.wording = wording
    set = agency.set
  }

  private var rows: [Int] {
    let roots = top.map { [$0] } ?? set.fields
    return roots.flatMap { ordered($0) }
  }

  private func ordered(_ row: Int) -> [Int] { [row] + set.rows[row].children.flatMap { ordered($0) } }

  private func depth(_ row: Int) -> Int { set.rows[row].level - (top.map { set.rows[$0].level } ?? 1) }

  package func text() -> String {
    let decimals = set.settings.pointDecimals
    var text = "\(agency.name) (\(agency.code))\n"
    if top == nil { text += summary(agency.result) + SurveyCounts.fewAnswers(agency, wording) }
    let totals = agency.totals()
    for row in rows {
      let criterion = set.rows[row]
      let indent = String(repeating: "  ", count: depth(row))
      text += "\(indent)\(criterion.code) \(criterion.name): "
      if let leaf = criterion.leaf.map({ agency[leaf: $0] }) {
        let score = leaf.score
        let maximum = leaf.applicableMaximum.map { wording.plain($0, decimals: decimals) }
        text +=
          "\(score.final.map { wording.points(Int128($0), decimals: decimals) } ?? "–")/\(maximum ?? "–")"
        text += score.status == .scored ? "\n" : " (\(wording.status(score.status)))\n"
      } else {
        let total = totals[row]
        text +=
          "\(wording.points(total.points, decimals: decimals))/\(wording.plain(total.max, decimals: decimals))"
        text += total.max == 0 ? "\n" : " = \(wording.percent(total.share, set.settings))\n"
      }
    }
    return text
  }

  private func summary(_ result: AgencyResult) -> String {
    let decimals = set.settings.pointDecimals
    let owner = agency.row
    var text =
      wording("Điểm", "Points") + ": \(wording.points(result.points, decimals: decimals))"
      + "/\(wording.plain(result.max, decimals: decimals)); "
      + wording("chỉ số", "index") + ": \(wording.percent(result.index, set.settings))"
    if let index = result.index {
      text +=
        index.multiplied(by: Rational(100)).map {
          wording(" (giá trị đúng \(wording.exact($0))%)", " (exactly \(wording.exact($0))%)")
        } ?? ""
    }
    text +=
      "\n" + "\(owner.bloc); " + wording("hạng", "rank") + ": "
      + (result.rank.map(String.init) ?? wording("không xếp hạng", "not ranked"))
    if let band = result.band { text += "; " + wording("xếp loại", "band") + ": \(band)" }
    text += "\n"
    for duty in result.obligations {
      let rule = set.obligations[duty.rule]
      text += wording("Nghĩa vụ", "Obligation") + " \(rule.id): \(rule.duty) – \(wording(duty.reason))\n"
      text += wording.chain(rule.legalBasis, indent: "    ")
    }
    return text + "\n"
  }

  package func write(_ json: inout JSONWriter) {
    let decimals = set.settings.pointDecimals
    let totals = agency.totals()
    json.object { json in
      json.member("agency", agency.code)
      json.key("rows")
      json.array { json in
        for row in rows {
          json.object { json in
            json.member("code", set.rows[row].code)
            json.member("name", set.rows[row].name)
            let score = set.rows[row].leaf.map { agency[leaf: $0].score }
            json.key("status")
            json.string(score?.status.rawValue)
            json.key("points")
            json.number(score.map { $0.final.map { Int128($0) } } ?? totals[row].points, decimals: decimals)
            json.key("max")
            json.number(totals[row].max, decimals: decimals)
            json.key("percent")
            json.number(
              totals[row].share.flatMap(set.settings.publishedPercent), decimals: set.settings.indexDecimals)
          }
        }
      }
    }
  }
}
