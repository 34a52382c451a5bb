import CCHCTables

/// Orders the agencies of a group and ranks them inside their blocs (FORMATS 5).
enum Ranking {
  static func ranked(_ list: [AgencyResult], group: Int, in round: Round) -> GroupResult {
    let set = round.groups[group].set
    var blocs: [String: [AgencyResult]] = [:]
    for result in list { blocs[round.agencies[result.agency].bloc, default: []].append(result) }
    var agencies: [AgencyResult] = []
    var alike: Set<Int> = []
    for bloc in blocs.keys.sorted(by: precedesInBytes) {
      var ordered = rank(blocs[bloc] ?? [], set, round)
      ordered.sort { left, right in
        let (first, second) = (round.agencies[left.agency], round.agencies[right.agency])
        if first.takesPart != second.takesPart { return first.takesPart }
        let (a, b) = (left.rank ?? Int.max, right.rank ?? Int.max)
        return a != b ? a < b : precedesInBytes(first.code, second.code)
      }
      for pair in ordered.indices.dropFirst()
      where set.settings.ranksByExactIndex && areAlikeInPrint(ordered[pair - 1], ordered[pair]) {
        alike.insert(agencies.count + pair - 1)
        alike.insert(agencies.count + pair)
      }
      agencies += ordered
    }
    return GroupResult(group: group, agencies: agencies, alikeInPrint: alike)
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

  private static func rank(_ bloc: [AgencyResult], _ set: CriteriaSet, _ round: Round) -> [AgencyResult] {
    let settings = set.settings
    func figure(_ share: Rational?) -> Rational? {
      guard let share, !settings.ranksByExactIndex else { return share }
      return settings.publishedPercent(share).map { Rational(units: $0, decimals: 0) }
    }
    let ties = settings.tieBreak.compactMap { set.fields.firstIndex(of: $0) }
    var keyed: [(place: Int, key: Key)] = []
    for (place, result) in bloc.enumerated() where round.agencies[result.agency].takesPart {
      guard let index = figure(result.index) else { continue }
      keyed.append((place, Key(index: index, ties: ties.map { figure(result.fields[$0].share) })))
    }
    keyed.sort { $0.key < $1.key }
    var ranked = bloc
    var rank = 0
    for (position, entry) in keyed.enumerated() {
      if position == 0 || keyed[position - 1].key != entry.key {
        rank = settings.isDense ? rank + 1 : position + 1
      }
      ranked[entry.place].rank = rank
    }
    return ranked
  }
}
