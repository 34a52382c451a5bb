import CCHCTables

/// Orders the agencies of a group and ranks them inside their blocs (FORMATS 5).
enum Ranking {
  static func ranked(_ list: [AgencyResult], group: Int, in round: Round) -> GroupResult {
    let set = round.groups[group].set
    var blocs: [String: [Int]] = [:]
    for (place, result) in list.enumerated() {
      blocs[round.agencies[result.agency].bloc, default: []].append(place)
    }
    var list = list
    var order: [Int] = []
    var alike: Set<Int> = []
    for bloc in blocs.keys.sorted(by: precedesInBytes) {
      let places = blocs[bloc] ?? []
      rank(places, of: &list, set, round)
      let ordered = places.sorted { left, right in
        let (first, second) = (list[left].agency, list[right].agency)
        let takesPart = (round.agencies[first].takesPart, round.agencies[second].takesPart)
        if takesPart.0 != takesPart.1 { return takesPart.0 }
        let (a, b) = (list[left].rank ?? Int.max, list[right].rank ?? Int.max)
        return a != b ? a < b : precedesInBytes(round.agencies[first].code, round.agencies[second].code)
      }
      for (place, pair) in zip(ordered, ordered.dropFirst()).enumerated()
      where set.settings.ranksByExactIndex && areAlikeInPrint(list[pair.0], list[pair.1]) {
        alike.insert(order.count + place)
        alike.insert(order.count + place + 1)
      }
      order += ordered
    }
    return GroupResult(group: group, agencies: order.map { list[$0] }, alikeInPrint: alike)
  }

  /// Whether two neighbours of a table print the same index though their exact indices differ.
  private static func areAlikeInPrint(_ left: AgencyResult, _ right: AgencyResult) -> Bool {
    left.rank != nil && right.rank != nil && left.index != right.index
      && left.publishedIndex == right.publishedIndex
  }

  /// What decides between two agencies: the index, then the percents of the tie-break fields.
  private struct Key: Comparable {
    let index: Rational
    let ties: [Rational?]

    /// Better ones come first; a percent that does not exist comes last.
    static func < (left: Key, right: Key) -> Bool {
      if left.index != right.index { return left.index > right.index }
      for (a, b) in zip(left.ties, right.ties) where a != b {
        guard let a else { return false }
        guard let b else { return true }
        return a > b
      }
      return false
    }
  }

  /// Ranks the agencies of a bloc, given by their places in a list.
  private static func rank(_ bloc: [Int], of list: inout [AgencyResult], _ set: CriteriaSet, _ round: Round) {
    let settings = set.settings
    func figure(_ share: Rational?) -> Rational? {
      guard let share, !settings.ranksByExactIndex else { return share }
      return settings.publishedPercent(share).map { Rational(units: $0, decimals: 0) }
    }
    let ties = settings.tieBreak.compactMap { set.fields.firstIndex(of: $0) }
    var keyed: [(place: Int, key: Key)] = []
    for place in bloc where round.agencies[list[place].agency].takesPart {
      guard let index = figure(list[place].index) else { continue }
      keyed.append((place, Key(index: index, ties: ties.map { figure(list[place].fields[$0].share) })))
    }
    keyed.sort { $0.key < $1.key }
    var rank = 0
    for (position, entry) in keyed.enumerated() {
      if position == 0 || keyed[position - 1].key != entry.key {
        rank = settings.isDense ? rank + 1 : position + 1
      }
      list[entry.place].rank = rank
    }
  }
}
