package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Names agencies in sentences and tables.
package struct AgencyNames {
  private let round: Round
  private let group: GroupResult
  /// Agencies whose index rests on too few answers.
  private let short: Set<Int>

  package init(_ results: Results, _ group: GroupResult) {
    round = results.round
    self.group = group
    short = Set(group.agencies.map(\.agency).filter { !results[agency: $0].shortSurveys.isEmpty })
  }

  /// The name where an index stands beside it: marked where the index rests on too few answers.
  package func title(_ place: Int) -> RichText {
    let isShort = short.contains(group.agencies[place].agency)
    return isShort ? "\(name(place))\(FewAnswersNote.mark)" : RichText(name(place))
  }

  /// The name of the agency at a place of the group.
  package func name(_ place: Int) -> String { round.agencies[group.agencies[place].agency].name }

  /// Some agencies by name, at most so many, then how many more there are.
  package func list(_ places: [Int], atMost limit: Int = 3) -> RichText {
    let names = places.prefix(limit).map { place -> RichText in
      let isRanked = round.agencies[group.agencies[place].agency].takesPart
      return isRanked ? title(place) : "\(title(place)) (không xếp hạng)"
    }
    let listed = RichText.joined(names, ", ")
    guard places.count > limit else { return listed }
    return "\(listed) và \(countText(places.count - limit)) cơ quan khác"
  }
}
