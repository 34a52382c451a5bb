import CCHCScoring

/// Names agencies in sentences and tables.
struct AgencyNames {
  private let round: Round
  private let group: GroupResult

  init(_ round: Round, _ group: GroupResult) {
    self.round = round
    self.group = group
  }

  /// The name of the agency at a place of the group.
  func name(_ place: Int) -> String { round.agencies[group.agencies[place].agency].name }

  /// Some agencies by name, at most so many, then how many more there are.
  func list(_ places: [Int], atMost limit: Int = 3) -> MarkdownText {
    let names = places.prefix(limit).map { place -> MarkdownText in
      let isRanked = round.agencies[group.agencies[place].agency].takesPart
      return isRanked ? "\(name(place))" : "\(name(place)) (không xếp hạng)"
    }
    let listed = MarkdownText.joined(names, ", ")
    guard places.count > limit else { return listed }
    return "\(listed) và \(countText(places.count - limit)) cơ quan khác"
  }
}
