import CCHCCriteria
import CCHCExact
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Makes the rows of scores.csv for some agencies of a group, from cells that are made once for all of them.
struct ScoreRows: Sendable {
  private let results: Results
  private let numbers: PreparedNumbers
  private let delimiter: UInt8
  private let group: String
  private let cells: PreparedCells
  /// For each status, in the order of `LeafStatus.allCases`, and each leaf the cells of its code and of the status.
  private let codes: [PreparedCells.Cell]
  private let leafCount: Int
  /// For each leaf the cell of its maximum, and the row's end.
  private let maxima: [PreparedCells.Cell]
  private let noMaximum: PreparedCells.Cell
  private let zeroMaximum: PreparedCells.Cell
  /// The most bytes of a row, the cells of its group and agency apart.
  private let mostBytes: Int
  /// The most bytes of the three numbers of a row and what parts them.
  private static let mostDigits = 3 * 32

  init(_ results: Results, group number: Int, locale: CSVLocale) {
    func maximum(_ units: Int128?, decimals: Int) -> [UInt8] {
      var csv = CSVWriter(continuing: locale)
      csv.empty()
      csv.number(units, decimals: decimals)
      csv.endRow()
      return csv.bytes
    }
    let group = results.round.groups[number]
    let decimals = group.set.settings.pointDecimals
    self.results = results
    delimiter = CSVWriter.delimiter(locale)
    numbers = PreparedNumbers(decimals: decimals, mark: UInt8(ascii: CSVWriter.decimalMark(locale)))
    self.group = group.code
    leafCount = group.set.leaves.count
    var cells = PreparedCells()
    codes = LeafStatus.allCases.flatMap { status in
      let word = locale == .english ? status.rawValue : status.vietnamese
      return group.set.leaves.map { cells.add(Self.cells([group.set.rows[$0.row].code, word], locale)) }
    }
    maxima = group.set.leaves.map { leaf in
      let plain = plainDecimal(Int128(leaf.maxUnits), decimals: decimals)
      return cells.add(maximum(plain.units, decimals: plain.decimals))
    }
    noMaximum = cells.add(maximum(nil, decimals: 0))
    zeroMaximum = cells.add(maximum(0, decimals: 0))
    self.cells = cells
    let longest = [codes, maxima].map { cells in cells.reduce(32) { max($0, $1.count) } }
    mostBytes = longest[0] + longest[1] + Self.mostDigits
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
    var texts = PreparedCells()
    let heads = agencies.map { result in
      texts.add(Self.cells([group, results.round.agencies[result.agency].code], locale))
    }
    let capacity = heads.reduce(0) { $0 + leafCount * (mostBytes + max($1.count, 32)) }
    return RowBuffer.rows(capacity: capacity) { rows in
      for (result, head) in zip(agencies, heads) {
        let first = results.round.agencies[result.agency].firstLeaf
        append(results.scores[first..<(first + leafCount)], head, of: texts, to: &rows)
      }
    }
  }

  /// Appends the rows of an agency.
  private func append(
    _ scores: ArraySlice<LeafScore>, _ head: PreparedCells.Cell, of texts: PreparedCells,
    to rows: inout RowBuffer
  ) {
    for (leaf, score) in scores.enumerated() {
      let status = score.status
      rows.append(head, of: texts)
      rows.append(codes[status.place * leafCount + leaf], of: cells)
      if let units = score.own { rows.append(units, as: numbers) }
      rows.append(delimiter)
      if let units = results.lastRound(of: score)?.points { rows.append(units, as: numbers) }
      rows.append(delimiter)
      if let units = score.final { rows.append(units, as: numbers) }
      switch status {
      case .monitored: rows.append(noMaximum, of: cells)
      case .exempt: rows.append(zeroMaximum, of: cells)
      default: rows.append(maxima[leaf], of: cells)
      }
    }
  }
}
