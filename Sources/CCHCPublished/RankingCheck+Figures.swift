import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

// Figures against the figures that they follow from.
extension RankingCheck {
  // MARK: Index

  /// The index that points give, by each way of rounding.
  private struct Expected {
    let row: PublishedRanking.Row
    let index: PrintedNumber
    let points: PrintedNumber
    let max: PrintedNumber
    let units: [Rounding: Int128]
    let decimals: Int

    var found: Int128? { index.units(decimals: decimals) }
    var fitting: Set<Rounding> { Set(units.filter { $0.value == found }.map(\.key)) }

    func argument(_ rounding: Rounding) -> ProblemArgument {
      .number(units: units[rounding] ?? 0, decimals: decimals)
    }
  }

  mutating func checkIndex() {
    guard let column = ranking.index, let points = ranking.points else { return }
    let decimals = ranking.decimals[column] ?? 0
    let isOfHundred = ranking.max == nil && ranking.namedMax == nil && equalsPoints(column, points)
    let list = ranking.rows.compactMap { row -> Expected? in
      let hundred = isOfHundred ? PrintedNumber(units: 100, scale: 0) : nil
      guard let index = row.figures[column], let value = row.figures[points],
        let max = maximum(of: row) ?? hundred, !max.value.isZero,
        let share = value.value.divided(by: max.value)?.multiplied(by: Rational(100))
      else { return nil }
      var units: [Rounding: Int128] = [:]
      for rounding in Rounding.allCases { units[rounding] = rounding.units(of: share, decimals: decimals) }
      return Expected(row: row, index: index, points: value, max: max, units: units, decimals: decimals)
    }
    guard !list.isEmpty else { return }
    checked[.index] = list.count
    // The way that fits most rows is the table's; half up where several fit alike.
    let counts = Rounding.allCases.map { rounding in (rounding, list.count { $0.fitting.contains(rounding) })
    }
    let most = counts.map(\.1).max() ?? 0
    let usual = counts.first { $0.1 == most }?.0 ?? .halfUp
    for entry in list where !entry.fitting.contains(usual) { report(entry, column, usual) }
  }

  private mutating func report(_ entry: Expected, _ column: Int, _ usual: Rounding) {
    let place = ranking.place(entry.row.number, column)
    if isFromUnrounded(entry, usual) {
      problems.report(.rankingIndexUnrounded, at: place, entry.index.argument, entry.argument(usual))
    } else if !entry.fitting.isEmpty {
      problems.report(
        .rankingIndexMode, at: place, entry.index.argument, usual.argument, entry.argument(usual))
    } else {
      let others = Set(entry.units.values).subtracting([entry.units[usual] ?? 0]).sorted()
        .map { ProblemArgument.number(units: $0, decimals: entry.decimals) }
      problems.report(
        .rankingIndex, at: place, entry.index.argument, entry.points.argument, entry.max.argument,
        entry.argument(usual),
        others.isEmpty
          ? .text("")
          : .phrase(
            vi: " (cách làm tròn khác: {0})", en: " (rounded otherwise: {0})", .list(others, .comma)))
    }
  }

  /// Whether any points that are printed as these are have the index, both rounded in the way of the table.
  private func isFromUnrounded(_ entry: Expected, _ usual: Rounding) -> Bool {
    let points = ranking.points.flatMap { ranking.decimals[$0] } ?? 0
    let given = RoundedRange(entry.points.value, decimals: points, usual)
    let published = RoundedRange(entry.index.value, decimals: entry.decimals, usual)
    guard let low = given.low.divided(by: entry.max.value)?.multiplied(by: Rational(100)),
      let high = given.high.divided(by: entry.max.value)?.multiplied(by: Rational(100))
    else { return false }
    return low < published.high && published.low < high
  }

  /// Whether a table without maxima has the points for its index: they are of a hundred.
  private func equalsPoints(_ index: Int, _ points: Int) -> Bool {
    let pairs = ranking.rows.compactMap { row -> Bool? in
      guard let first = row.figures[index], let second = row.figures[points] else { return nil }
      return first.value == second.value
    }
    return pairs.count { $0 } * 2 > pairs.count
  }

  // MARK: Sums

  mutating func checkSums() {
    guard let points = ranking.points else { return }
    let named = ranking.fields.filter { !$0.heading.isPercent }
    let all = (named + ranking.candidates).sorted { $0.column < $1.column }
    let sets = [named, all].filter { $0.count > 1 }
    // The columns that add up in most rows are the fields.
    let tried = sets.map { fields in SumCheck(fields, points, ranking) }
    guard let best = tried.max(by: { $0.fitting < $1.fitting }), best.rows > 0 else { return }
    guard best.fitting * 2 > best.rows else {
      // Columns that nobody calls fields need not add up to anything.
      guard let first = ranking.rows.first, named.count > 1 else { return }
      problems.report(
        .rankingSumUnclear, at: ranking.place(first.number, points), .count(best.rows - best.fitting),
        .count(best.rows))
      return
    }
    checked[.sums] = best.rows
    for slip in best.slips {
      problems.report(
        slip.isExplained ? .rankingSumRounding : .rankingSum, at: ranking.place(slip.row, points),
        .count(best.count), slip.sum, slip.found)
    }
  }

  // MARK: Means

  mutating func checkMeans() {
    guard !isExcerpt else { return }
    let columns =
      [ranking.points, ranking.max, ranking.index].compactMap { $0 } + ranking.fields.map(\.column)
    var isChecked = 0
    for mean in ranking.means {
      let isWhole = mean.section.isEmpty
      let section = isWhole ? ranking.rows[..<mean.section.lowerBound] : ranking.rows[mean.section]
      let above = ranking.rows[..<mean.section.upperBound]
      for column in columns {
        guard let found = mean.figures[column] else { continue }
        isChecked += 1
        let means = [section, above].flatMap { rows in [Array(rows), rows.filter(isRanked)] }.compactMap {
          rows in
          exactMean(rows.compactMap { $0.figures[column]?.value }).map { (count: rows.count, value: $0) }
        }
        // The published mean may be that of values before they were rounded: half a unit of each is open.
        let halves = [found.scale, ranking.decimals[column] ?? 0].map {
          PrintedNumber(units: 5, scale: $0 + 1).value
        }
        let nearest = means.compactMap { mean -> (count: Int, value: Rational, off: Rational)? in
          guard let off = mean.value.subtracting(found.value) else { return nil }
          return (mean.count, mean.value, off < .zero ? off.negated : off)
        }.min { $0.off < $1.off }
        guard let nearest, let slack = halves[0].adding(halves[1]), nearest.off > slack,
          let units = Rounding.halfUp.units(of: nearest.value, decimals: found.scale)
        else { continue }
        problems.report(
          .rankingMean, at: ranking.place(mean.number, column), .count(nearest.count),
          .number(units: units, decimals: found.scale), found.argument)
      }
    }
    if isChecked > 0 { checked[.means] = ranking.means.count }
  }

  private func isRanked(_ row: PublishedRanking.Row) -> Bool {
    ranking.ranks.isEmpty || ranking.ranks.contains { row.figures[$0] != nil }
  }

  private func exactMean(_ values: [Rational]) -> Rational? {
    var sum = Rational.zero
    for value in values {
      guard let next = sum.adding(value) else { return nil }
      sum = next
    }
    return values.isEmpty ? nil : sum.divided(by: Rational(values.count))
  }
}

/// The numbers that a printed one may have been before it was rounded: from `low` up to, but not with, `high`.
private struct RoundedRange {
  let low: Rational
  let high: Rational

  init(_ value: Rational, decimals: Int, _ rounding: Rounding) {
    let half = PrintedNumber(units: 5, scale: decimals + 1).value
    let unit = PrintedNumber(units: 1, scale: decimals).value
    low = rounding == .down ? value : value.subtracting(half) ?? value
    high = value.adding(rounding == .down ? unit : half) ?? value
  }
}

/// The sums of some columns beside the points.
private struct SumCheck {
  struct Slip {
    let row: Int
    let sum: ProblemArgument
    let found: ProblemArgument
    /// Whether rounding each column explains it.
    let isExplained: Bool
  }

  let count: Int
  private(set) var rows = 0
  var fitting: Int { rows - slips.count { !$0.isExplained } }
  private(set) var slips: [Slip] = []

  private struct Row {
    let number: Int
    let sum: Int128
    let found: Int128
    /// How many figures the sum is of.
    let given: Int
  }

  init(_ fields: [PublishedRanking.Field], _ points: Int, _ ranking: PublishedRanking) {
    count = fields.count
    // The fields are printed alike; one that has whole numbers alone is no rounder than the others.
    let printed = fields.map { ranking.decimals[$0.column] ?? 0 }.max() ?? 0
    let own = ranking.decimals[points] ?? 0
    let decimals = max(printed, own)
    let list = ranking.rows.compactMap { row -> Row? in
      guard let found = row.figures[points]?.units(decimals: decimals) else { return nil }
      let given = fields.compactMap { field -> Int128? in
        let figure = row.figures[field.column]?.units(decimals: decimals)
        return field.heading.isPenalty ? figure.map { -$0 } : figure
      }
      return given.isEmpty
        ? nil : Row(number: row.number, sum: given.reduce(0, +), found: found, given: given.count)
    }
    rows = list.count
    // The smallest units that one unit of a figure, and one of the points, is.
    let (unit, ownUnit) = (Int128(powerOfTen(decimals - printed)), Int128(powerOfTen(decimals - own)))
    // Where most totals are above the sums, parts were cut off; else figures are taken for rounded to the nearest.
    let isCut = list.count { $0.found > $0.sum } * 2 > list.count
    for row in list where row.sum != row.found {
      let over = row.found - row.sum
      let number = Int128(row.given)
      let isExplained =
        isCut
        ? -ownUnit < over && over < number * unit
        : 2 * max(over, -over) <= number * unit + ownUnit
      slips.append(
        Slip(
          row: row.number, sum: .number(units: row.sum, decimals: decimals),
          found: .number(units: row.found, decimals: decimals), isExplained: isExplained))
    }
  }
}
