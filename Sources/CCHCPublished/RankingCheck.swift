import CCHCCriteria
import CCHCExact
package import CCHCFiles
import CCHCOffice
import CCHCTables

/// Checks a published ranking against itself: what can be worked out from some columns must stand in the others.
package struct RankingCheck {
  /// Something that is checked.
  package enum Kind: CaseIterable, Sendable {
    case ranks
    case index
    case sums
    case bands
    case means
  }

  package internal(set) var problems = ProblemList()
  /// In how many rows each thing was checked; what has no columns is absent.
  package internal(set) var checked: [Kind: Int] = [:]
  /// How many agencies the table has.
  package var rowCount: Int { ranking.rows.count }
  /// The sheet that the table stands in; nil for delimited text.
  package var sheet: String? { ranking.table.sheet }

  let ranking: PublishedRanking
  /// Whether rows of the published table are left out.
  var isExcerpt = false

  /// Checks a ranking.
  package init(_ ranking: PublishedRanking) {
    self.ranking = ranking
    checkAgencies()
    checkRanges()
    checkRanks()
    checkIndex()
    checkSums()
    checkBands()
    checkMeans()
    problems = problems.inOrderOfRows
  }

  // MARK: Rows

  private mutating func checkAgencies() {
    var codes: [String: Int] = [:]
    var names: [String: (row: Int, code: String)] = [:]
    for row in ranking.rows {
      if !row.code.isEmpty, let other = codes.updateValue(row.number, forKey: row.code) {
        problems.report(
          .rankingAgencyTwice, at: ranking.place(row.number, ranking.code), .text(row.code), .count(other))
      }
      // Two communes of different districts may bear one name.
      let name = plainWords(row.bloc) + "|" + row.name.folded
      guard !row.name.isEmpty, let other = names.updateValue((row.number, row.code), forKey: name) else {
        continue
      }
      if row.code.isEmpty {
        problems.report(
          .rankingAgencyTwice, at: ranking.place(row.number, ranking.name), .text(row.name), .count(other.row)
        )
      } else if other.code != row.code {
        problems.report(
          .rankingNameTwice, at: ranking.place(row.number, ranking.name), .text(row.name), .count(other.row))
      }
    }
  }

  private mutating func checkRanges() {
    for row in ranking.rows {
      for column in ranking.ranks {
        guard let rank = row.figures[column] else { continue }
        if rank.scale > 0 || rank.units < 1 {
          problems.report(
            .rankingRange, at: ranking.place(row.number, column), rank.argument, .count(1),
            .count(ranking.rows.count))
        }
      }
      let most = maximum(of: row)
      check(row, ranking.points, most, isHard: false)
      check(row, ranking.index, PrintedNumber(units: 100, scale: 0), isHard: false)
      for field in ranking.fields {
        let limit = field.heading.max.map { PrintedNumber(units: Int128($0.units), scale: $0.scale) }
        check(row, field.column, field.heading.isPercent ? PrintedNumber(units: 100, scale: 0) : limit)
      }
    }
  }

  /// Reports a figure below 0 or above the most that it may be; points may pass it by a bonus.
  private mutating func check(
    _ row: PublishedRanking.Row, _ column: Int?, _ most: PrintedNumber?, isHard: Bool = true
  ) {
    guard let column, let figure = row.figures[column] else { return }
    let place = ranking.place(row.number, column)
    if let most, figure.value > most.value {
      if isHard {
        problems.report(.rankingRange, at: place, figure.argument, .count(0), most.argument)
      } else {
        problems.report(.rankingOverMax, at: place, figure.argument, most.argument)
      }
    } else if figure.units < 0 {
      problems.report(.rankingRange, at: place, figure.argument, .count(0), most?.argument ?? .count(100))
    }
  }

  /// The maximum of a row: its own, or the one that the heading of the points names.
  func maximum(of row: PublishedRanking.Row) -> PrintedNumber? {
    ranking.max.flatMap { row.figures[$0] } ?? ranking.namedMax
  }
}

extension ProblemList {
  /// The same problems from top to bottom; those of one row stay as they are.
  fileprivate var inOrderOfRows: ProblemList {
    let order = items.enumerated().sorted {
      ($0.element.place.row ?? 0, $0.offset) < ($1.element.place.row ?? 0, $1.offset)
    }
    var sorted = ProblemList()
    for entry in order { sorted.append(entry.element) }
    return sorted
  }
}
