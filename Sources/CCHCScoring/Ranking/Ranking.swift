import CCHCCriteria
import CCHCExact
import CCHCFiles

/// Orders the agencies of a group and ranks them inside their blocs (FORMATS 5).
enum Ranking {
  /// Orders and ranks the agencies of a group, given by their results.
  static func ranked(_ list: [AgencyResult], group: Int, in round: Round) -> GroupResult {
    let settings = round.groups[group].set.settings
    var ranks = [Int?](repeating: nil, count: list.count)
    var order: [Int] = []
    order.reserveCapacity(list.count)
    var alike: Set<Int> = []
    for places in blocs(of: list, in: round) {
      rank(places, of: list, round.groups[group].set, round, &ranks)
      let ordered = places.map { place in
        let takesPart = round.agencies[list[place].agency].takesPart
        return Standing(place: place, rank: takesPart ? ranks[place] ?? .max - 1 : .max)
      }.sorted { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        return precedesInBytes(
          round.agencies[list[left.place].agency].code, round.agencies[list[right.place].agency].code)
      }
      if settings.ranksByExactIndex {
        for (place, pair) in zip(ordered, ordered.dropFirst()).enumerated()
        where ranks[pair.1.place] != nil && areAlikeInPrint(list[pair.0.place], list[pair.1.place]) {
          alike.insert(order.count + place)
          alike.insert(order.count + place + 1)
        }
      }
      for standing in ordered { order.append(standing.place) }
    }
    let agencies = order.map { place in
      var result = list[place]
      result.rank = ranks[place]
      return result
    }
    return GroupResult(group: group, agencies: agencies, alikeInPrint: alike)
  }

  /// The places of the agencies of each bloc, the blocs in the order of their bytes.
  private static func blocs(of list: [AgencyResult], in round: Round) -> [[Int]] {
    var numbers: [String: Int] = [:]
    var blocs: [(name: String, places: [Int])] = []
    var last = -1
    for (place, result) in list.enumerated() {
      let name = round.agencies[result.agency].bloc
      // Agencies of a bloc mostly stand side by side.
      if last < 0 || blocs[last].name != name {
        last = numbers[name] ?? blocs.count
        if last == blocs.count {
          numbers[name] = last
          blocs.append((name, []))
        }
      }
      blocs[last].places.append(place)
    }
    return blocs.sorted { precedesInBytes($0.name, $1.name) }.map(\.places)
  }

  /// Where an agency stands in the table of its bloc.
  private struct Standing {
    let place: Int
    /// Agencies without a rank stand behind all others; behind them those that do not take part.
    let rank: Int
  }

  /// Whether two ranked neighbours of a table print the same index though their exact indices differ.
  private static func areAlikeInPrint(_ left: AgencyResult, _ right: AgencyResult) -> Bool {
    left.index != right.index && left.publishedIndex == right.publishedIndex
  }

  /// Ranks the agencies of a bloc, given by their places in a list: by the index, then by the percents of the tie-break
  /// fields.
  private static func rank(
    _ bloc: [Int], of list: [AgencyResult], _ set: CriteriaSet, _ round: Round, _ ranks: inout [Int?]
  ) {
    let settings = set.settings
    let ties = settings.tieBreak.compactMap { set.fields.firstIndex(of: $0) }
    func percent(_ place: Int, _ field: Int) -> Rational? {
      let share = list[place].fields[field].share
      if settings.ranksByExactIndex { return share }
      return share.flatMap(settings.publishedPercent).map { Rational(units: $0, decimals: 0) }
    }
    var entries: [(place: Int, index: Rational)] = []
    entries.reserveCapacity(bloc.count)
    for place in bloc where round.agencies[list[place].agency].takesPart {
      let index =
        settings.ranksByExactIndex
        ? list[place].index : list[place].publishedIndex.map { Rational(units: $0, decimals: 0) }
      if let index { entries.append((place, index)) }
    }
    /// 1 where the first of two with one index is better by the fields, -1 where the second is, 0 where they are alike.
    func tied(_ left: Int, _ right: Int) -> Int {
      for field in ties {
        let (a, b) = (percent(left, field), percent(right, field))
        if a == b { continue }
        // A percent that does not exist comes last.
        guard let a else { return -1 }
        guard let b else { return 1 }
        return a > b ? 1 : -1
      }
      return 0
    }
    entries.sort { $0.index != $1.index ? $0.index > $1.index : tied($0.place, $1.place) > 0 }
    var rank = 0
    for (position, entry) in entries.enumerated() {
      let before = position > 0 ? entries[position - 1] : nil
      if before.map({ $0.index != entry.index || tied($0.place, entry.place) != 0 }) ?? true {
        rank = settings.isDense ? rank + 1 : position + 1
      }
      ranks[entry.place] = rank
    }
  }
}
