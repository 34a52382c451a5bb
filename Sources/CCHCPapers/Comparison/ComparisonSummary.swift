import CCHCCriteria
package import CCHCCycle
import CCHCExact
package import CCHCScoring

/// What `compare` tells a person on a terminal.
package struct ComparisonSummary {
  private let comparison: RoundComparison
  private let wording: Wording

  /// The most agencies that a terminal is shown.
  private static let most = 200

  package init(_ comparison: RoundComparison, _ wording: Wording) {
    self.comparison = comparison
    self.wording = wording
  }

  /// The table of changes; `files` are what was written.
  package func text(files: [String]) -> String {
    let (older, newer) = (comparison.older.round, comparison.newer.round)
    var text = "\(newer.settings.name)\n  \(wording("so với", "against")) \(older.settings.name)\n"
    if comparison.older.isProvisional || comparison.newer.isProvisional {
      text += wording("TẠM TÍNH", "PROVISIONAL") + "\n"
    }
    for group in comparison.groups {
      guard let sets = comparison.changedSets(of: group) else { continue }
      text += wording("Bộ tiêu chí đã đổi: ", "The set changed: ")
      text += "\(sets.old.joined(separator: ", ")) → \(sets.new)\n"
    }
    if newer.agencies.count <= Self.most {
      for group in comparison.groups {
        var bloc: String?
        for agency in group.agencies {
          let next = newer.agencies[agency.now.agency].bloc
          if next != bloc { text += "\n\(next)\n" }
          bloc = next
          text += line(agency, group.group)
        }
      }
      text += "\n"
    }
    for old in comparison.gone {
      text +=
        "  " + wording("không còn: ", "gone: ")
        + "\(older.agencies[old].name) (\(older.agencies[old].code))\n"
    }
    return text + files.byName.map { wording("Đã ghi ", "Written: ") + $0 + "\n" }.joined()
  }

  private func line(_ agency: AgencyComparison, _ group: Int) -> String {
    let owner = comparison.newer.round.agencies[agency.now.agency]
    let settings = comparison.newer.round.groups[group].set.settings
    let index = wording.percent(agency.now.index, settings)
    var text = "  " + aligned(index, 8) + "  "
    let pair = agency.isMerged ? nil : agency.pairs.first
    text += aligned(difference(pair?.indexChange, settings), 7) + "  "
    text += aligned(pair?.before.rank.map(String.init) ?? "–", 4) + " → "
    text += (agency.now.rank.map(String.init) ?? "–").padded(4)
    text += "\(owner.name) (\(owner.code))"
    if agency.pairs.isEmpty { text += wording(" – mới", " – new") }
    if let pair, pair.ranksRisen == nil, !pair.isSameBloc || !pair.isSameGroup {
      text += wording(" – khác khối", " – another bloc")
    }
    if let split = agency.split { text += parts(split) }
    text += "\n"
    guard agency.isMerged else { return text }
    for pair in agency.pairs {
      let then = comparison.older.round.agencies[pair.before.agency]
      text += "           " + aligned(difference(pair.indexChange, settings), 7) + "  "
      text += aligned(pair.before.rank.map(String.init) ?? "–", 4) + "       "
      text += wording("trước là ", "was ") + "\(then.name) (\(then.code))\n"
    }
    return text
  }

  private func parts(_ split: PointsSplit) -> String {
    func signed(_ units: Int128) -> String {
      (units > 0 ? "+" : "") + wording.points(units, decimals: split.decimals)
    }
    return "\n" + String(repeating: " ", count: 30)
      + wording(
        "điểm \(signed(split.after - split.before)): số liệu \(signed(split.figures)), tiêu chí \(signed(split.criteria)), mới \(signed(split.added)), bỏ \(signed(-split.dropped)), không tách \(signed(split.unsplit))",
        "points \(signed(split.after - split.before)): figures \(signed(split.figures)), criteria \(signed(split.criteria)), new \(signed(split.added)), dropped \(signed(-split.dropped)), unsplit \(signed(split.unsplit))"
      )
  }

  private func difference(_ change: Rational?, _ settings: SetSettings) -> String {
    guard let units = change.flatMap(settings.publishedPercent) else { return "–" }
    return (units > 0 ? "+" : "") + wording.points(units, decimals: settings.indexDecimals)
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension String {
  /// The text followed by spaces up to a width.
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
