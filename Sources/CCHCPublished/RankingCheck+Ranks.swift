import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

// Ranks against the values that they follow from.
extension RankingCheck {
  mutating func checkRanks() {
    for column in ranking.ranks {
      let ranked = ranking.rows.compactMap { row in RankedRow(row, column, ranking) }
      guard ranked.count > 1 else { continue }
      checked[.ranks] = max(checked[.ranks] ?? 0, ranked.count)
      let blocs = Dictionary(grouping: ranked) { plainWords($0.bloc) }
      let whole = RankSequence(ranked)
      guard blocs.count > 1 else {
        report(whole, column)
        continue
      }
      // Ranks are given over all, or inside each bloc: the table itself says which by what fits.
      let parts = blocs.values.map { RankSequence($0) }
      let isInside = parts.reduce(0) { $0 + $1.weight } < whole.weight
      for sequence in isInside ? parts : [whole] { report(sequence, column) }
    }
  }

  private mutating func report(_ sequence: RankSequence, _ column: Int) {
    if sequence.isExcerpt {
      isExcerpt = true
      if let first = sequence.rows.first, let last = sequence.rows.last {
        problems.report(
          .rankingExcerpt, at: ranking.place(first.number, column), .count(sequence.rows.count),
          .count(last.rank))
      }
    }
    for slip in sequence.slips {
      problems.append(Problem(slip.code, at: ranking.place(slip.row.number, column), slip.arguments))
    }
  }
}

/// A row with a rank, and the value that gives it where there is one.
struct RankedRow {
  let number: Int
  let rank: Int
  let value: Rational?
  /// By how much the value may be off because it is worked out from rounded points.
  let slack: Rational
  /// The share of the points, which gives the index before it is rounded.
  let share: Rational?
  /// The value for a message.
  let argument: ProblemArgument
  let bloc: String

  init?(_ row: PublishedRanking.Row, _ column: Int, _ ranking: PublishedRanking) {
    guard let figure = row.figures[column], figure.scale == 0, let rank = Int(exactly: figure.units), rank > 0
    else { return nil }
    number = row.number
    self.rank = rank
    value = ranking.value(row)
    slack = ranking.slack(row)
    share = ranking.share(row)
    argument = ranking.valueArgument(row)
    bloc = row.bloc
  }

  /// Whether the values of two rows may be equal, or the other way round, before the points are rounded.
  func mayEqual(_ other: RankedRow) -> Bool {
    guard let value, let second = other.value, let difference = value.subtracting(second),
      let open = slack.adding(other.slack), !open.isZero
    else { return false }
    return difference <= open && difference.negated <= open
  }
}

/// The ranks of rows that are ranked together.
struct RankSequence {
  /// Something that is wrong with one rank.
  struct Slip {
    let code: ProblemCode
    let row: RankedRow
    let arguments: [ProblemArgument]
  }

  /// The rows by their ranks, equal ones by their values from the highest on.
  let rows: [RankedRow]
  /// All values, from the lowest on.
  private let values: [Rational]
  private(set) var slips: [Slip] = []
  /// Whether so many ranks are missing that rows must have been left out.
  private(set) var isExcerpt = false

  /// How little the ranks fit: what rows left out do not explain counts most.
  var weight: Int { slips.count { $0.code.severity == .error } * 2 + (isExcerpt ? rows.count : 0) }

  init(_ unordered: [RankedRow]) {
    rows = unordered.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if let first = left.value, let second = right.value, first != second { return first > second }
      return left.number < right.number
    }
    values = rows.compactMap(\.value).sorted()
    let misplaced = checkOrder()
    let alike = checkTies(misplaced)
    checkCounting(misplaced.union(alike))
  }

  /// The rank that a row has by its value, counting every row with a higher one.
  private func rankByValue(_ row: RankedRow) -> Int {
    guard let value = row.value else { return row.rank }
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return 1 + values.count - low
  }

  /// Finds rows whose value does not fit their rank.
  ///
  /// - Returns: their places.
  private mutating func checkOrder() -> Set<Int> {
    let valued = rows.indices.filter { rows[$0].value != nil }
    let order = OrderedRows(valued.map { Descending(rows[$0].value ?? .zero) })
    for slip in order.slips {
      let (row, other) = (rows[valued[slip.place]], rows[valued[slip.other]])
      if row.mayEqual(other) { continue }
      slips.append(
        Slip(
          code: .rankingOrder, row: row,
          arguments: [
            .count(row.rank), row.argument, .count(other.number), .count(other.rank), other.argument,
            .count(rankByValue(row)),
          ]))
    }
    return Set(order.slips.map { valued[$0.place] })
  }

  /// Finds rows that share a rank but not the value, and those that share the value but not the rank.
  ///
  /// - Returns: the places of the former.
  private mutating func checkTies(_ misplaced: Set<Int>) -> Set<Int> {
    var alike: Set<Int> = []
    var previous: Int?
    for place in rows.indices where !misplaced.contains(place) && rows[place].value != nil {
      defer { previous = place }
      guard let previous else { continue }
      let (row, other) = (rows[place], rows[previous])
      if row.rank == other.rank, row.value != other.value {
        if row.mayEqual(other) { continue }
        alike.insert(place)
        slips.append(
          Slip(
            code: .rankingTie, row: row,
            arguments: [
              .count(row.rank), .count(other.number), row.argument, other.argument, .count(rankByValue(row)),
            ]))
      } else if row.rank != other.rank, row.value == other.value {
        // The points tell the index before it was rounded, where they are not alike.
        if let less = row.share, let more = other.share, less < more { continue }
        slips.append(
          Slip(
            code: .rankingTieBroken, row: row,
            arguments: [row.argument, .count(other.number), .count(other.rank), .count(row.rank)]))
      }
    }
    return alike
  }

  /// Finds ranks that are left out, and ties after which the table counts on in two ways.
  private mutating func checkCounting(_ wrong: Set<Int>) {
    // A wrong rank leaves a gap where it should be and one too many where it is: whichever reading explains
    // most is meant.
    let printed = rows.map(\.rank)
    let corrected = rows.indices.map { wrong.contains($0) ? rankByValue(rows[$0]) : rows[$0].rank }
    let without = rows.indices.filter { !wrong.contains($0) }
    let readings = [
      Counting(Array(zip(printed, rows))), Counting(Array(zip(corrected, rows))),
      Counting(without.map { (rows[$0].rank, rows[$0]) }),
    ]
    guard let best = readings.min(by: { $0.slips.count < $1.slips.count }) else { return }
    isExcerpt = best.missing >= max(3, rows.count / 3)
    // In an excerpt every tie and gap may have its reason in rows that are not there.
    if !isExcerpt { slips += best.slips }
  }
}

/// Turns the order round: ranks ascend where values descend.
private struct Descending: Comparable {
  let value: Rational

  init(_ value: Rational) { self.value = value }

  static func < (left: Descending, right: Descending) -> Bool { left.value > right.value }
}

/// How ranks go on after each other.
private struct Counting {
  private(set) var slips: [RankSequence.Slip] = []
  /// How many ranks are left out, with no tie before them to explain it.
  private(set) var missing = 0

  private struct Step {
    let rank: Int
    let count: Int
    let next: Int
    let row: RankedRow
    var isCompetition: Bool { count > 1 && next == rank + count }
    var isDense: Bool { count > 1 && next == rank + 1 }
    var isRight: Bool { isCompetition || isDense || (count == 1 && next == rank + 1) }
  }

  init(_ ranks: [(rank: Int, row: RankedRow)]) {
    let sorted = ranks.sorted { $0.rank < $1.rank }
    guard let first = sorted.first else { return }
    if first.rank != 1 {
      missing += first.rank - 1
      slips.append(.init(code: .rankingStart, row: first.row, arguments: [.count(first.rank)]))
    }
    var steps: [Step] = []
    var start = 0
    for place in sorted.indices.dropFirst() where sorted[place].rank != sorted[start].rank {
      steps.append(
        Step(
          rank: sorted[start].rank, count: place - start, next: sorted[place].rank, row: sorted[place].row))
      start = place
    }
    let (competition, dense) = (steps.filter(\.isCompetition), steps.filter(\.isDense))
    let isDense = dense.count > competition.count
    let minority = isDense ? competition : dense
    for step in steps where !step.isRight {
      missing += max(1, step.next - step.rank - 1)
      slips.append(
        .init(
          code: .rankingGap, row: step.row,
          arguments: [step.count, step.rank, step.next, isDense ? step.rank + 1 : step.rank + step.count].map
          {
            .count($0)
          }))
    }
    guard let other = (isDense ? dense : competition).first else { return }
    for step in minority {
      slips.append(
        .init(
          code: .rankingTiesMixed, row: step.row,
          arguments: [
            step.count, step.rank, step.next, other.rank, isDense ? step.rank + 1 : step.rank + step.count,
          ].map { .count($0) }))
    }
  }
}
