import CCHCCriteria
import CCHCFiles
package import CCHCScoring

/// What `score` tells a person: the ranking in short, who owes a report, where the files are.
package struct ScoreSummary {
  private let results: Results
  private let wording: Wording

  /// The most agencies that a terminal is shown.
  private static let most = 200

  package init(_ results: Results, _ wording: Wording) {
    self.results = results
    self.wording = wording
  }

  package func text(folder: String) -> String {
    let round = results.round
    var text = "\(round.settings.name)\n"
    if results.isProvisional { text += wording("TẠM TÍNH", "PROVISIONAL") + ": \(cause())\n" }
    if round.agencies.count <= Self.most {
      for group in results.groups { text += ranking(group) }
      for agency in results.round.agencies.indices {
        text += SurveyCounts.fewAnswers(results[agency: agency], wording)
      }
    }
    return text
      + wording(
        "\(round.agencies.count) cơ quan; \(wording.tally(results.problems)). Kết quả: \(folder)\n",
        "\(round.agencies.count) agencies; \(wording.tally(results.problems)). Results: \(folder)\n")
  }

  private func cause() -> String {
    var causes: [String] = []
    let errors = results.problems.count(.error)
    if errors > 0 { causes.append(wording("\(errors) lỗi", "\(errors) errors")) }
    for (member, count) in results.unappraised {
      let name = member ?? wording("chưa phân công", "nobody assigned")
      causes.append(
        wording(
          "\(count) lượt tự chấm chưa thẩm định (\(name))", "\(count) self scores not appraised (\(name))"
        ))
    }
    return causes.joined(separator: "; ")
  }

  private func ranking(_ group: GroupResult) -> String {
    let round = results.round
    let settings = round.groups[group.group].set.settings
    var text = ""
    var bloc: String?
    for result in group.agencies {
      let agency = round.agencies[result.agency]
      if agency.bloc != bloc {
        text += "\n\(agency.bloc)\n"
        bloc = agency.bloc
      }
      let rank = result.rank.map(String.init) ?? "–"
      let index = wording.percent(result.index, settings)
      text += "  " + aligned(rank, 3) + "  " + aligned(index, 8) + "  \(agency.name) (\(agency.code))"
      if !results[agency: result.agency].shortSurveys.isEmpty { text += " (*)" }
      if let band = result.band { text += " – \(band)" }
      text += "\n"
    }
    return text + "\n"
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
