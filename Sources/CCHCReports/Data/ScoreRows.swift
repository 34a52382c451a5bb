import CCHCScoring
import CCHCTables

/// Makes the rows of scores.csv for some agencies of a group, from cells that are made once for all of them.
struct ScoreRows: Sendable {
  private let results: Results
  private let decimals: Int
  private let delimiter: UInt8
  private let mark: UInt8
  /// The group's cell.
  private let group: PreparedCells
  /// For each status, in the order of `LeafStatus.allCases`, and each leaf the cells of its code and of the status.
  private let codes: [PreparedCells]
  private let leafCount: Int
  /// For each leaf the cell of its maximum, and the row's end.
  private let maxima: [PreparedCells]
  private let noMaximum: PreparedCells
  private let zeroMaximum: PreparedCells
  /// The most bytes of a row, the cell of its agency apart.
  private let mostBytes: Int
  /// The most bytes of the three numbers of a row and what parts them.
  private static let mostDigits = 3 * 32

  init(_ results: Results, group number: Int, locale: CSVLocale) {
    func maximum(_ units: Int128?, decimals: Int) -> PreparedCells {
      var csv = CSVWriter(continuing: locale)
      csv.empty()
      csv.number(units, decimals: decimals)
      csv.endRow()
      return PreparedCells(csv.bytes)
    }
    let group = results.round.groups[number]
    let decimals = group.set.settings.pointDecimals
    self.results = results
    self.decimals = decimals
    delimiter = CSVWriter.delimiter(locale)
    mark = UInt8(ascii: CSVWriter.decimalMark(locale))
    self.group = PreparedCells(Self.cells([group.code], locale))
    leafCount = group.set.leaves.count
    codes = LeafStatus.allCases.flatMap { status in
      let word = locale == .english ? status.rawValue : status.vietnamese
      return group.set.leaves.map { PreparedCells(Self.cells([group.set.rows[$0.row].code, word], locale)) }
    }
    maxima = group.set.leaves.map { leaf in
      let plain = plainDecimal(Int128(leaf.maxUnits), decimals: decimals)
      return maximum(plain.units, decimals: plain.decimals)
    }
    noMaximum = maximum(nil, decimals: 0)
    zeroMaximum = maximum(0, decimals: 0)
    let longest = [codes, maxima].map { cells in cells.reduce(32) { max($0, $1.count) } }
    mostBytes = self.group.count + longest[0] + longest[1] + Self.mostDigits
  }

  /// Cells of texts, each with the delimiter behind it.
  private static func cells(_ texts: [String], _ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(continuing: locale)
    for text in texts { csv.text(text) }
    csv.empty()
    return csv.bytes
  }

  /// The rows of some agencies.
  func rows(_ agencies: ArraySlice<AgencyResult>, locale: CSVLocale) -> [UInt8] {
    let heads = agencies.map { PreparedCells(Self.cells([results.round.agencies[$0.agency].code], locale)) }
    return RowBuffer.rows(capacity: heads.reduce(0) { $0 + leafCount * (mostBytes + $1.count) }) { rows in
      for (result, head) in zip(agencies, heads) { append(result, head, to: &rows) }
    }
  }

  /// Appends the rows of an agency.
  private func append(_ result: AgencyResult, _ head: PreparedCells, to rows: inout RowBuffer) {
    let first = results.round.agencies[result.agency].firstLeaf
    for leaf in 0..<leafCount {
      let score = results.scores[first + leaf]
      rows.append(group)
      rows.append(head)
      rows.append(codes[score.status.place * leafCount + leaf])
      if let units = score.own { rows.append(units, decimals: decimals, mark: mark) }
      rows.append(delimiter)
      if let units = results.lastRound(of: score)?.points {
        rows.append(units, decimals: decimals, mark: mark)
      }
      rows.append(delimiter)
      if let units = score.final { rows.append(units, decimals: decimals, mark: mark) }
      switch score.status {
      case .monitored: rows.append(noMaximum)
      case .exempt: rows.append(zeroMaximum)
      default: rows.append(maxima[leaf])
      }
    }
  }
}
