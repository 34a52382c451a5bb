import CCHCScoring
import CCHCTables

/// Makes the rows of scores.csv for some agencies of a group, from cells that are made once for all of them.
struct ScoreRows: Sendable {
  private let results: Results
  private let decimals: Int
  private let delimiter: UInt8
  private let mark: Unicode.Scalar
  /// The group's cell.
  private let group: [UInt8]
  /// For each status, in the order of `LeafStatus.allCases`, and each leaf the cells of its code and of the status.
  private let codes: [[UInt8]]
  private let leafCount: Int
  /// For each leaf the cell of its maximum, and the row's end.
  private let maxima: [[UInt8]]
  private let noMaximum: [UInt8]
  private let zeroMaximum: [UInt8]

  init(_ results: Results, group number: Int, locale: CSVLocale) {
    func cell(_ text: String) -> [UInt8] {
      var csv = CSVWriter(continuing: locale)
      csv.text(text)
      csv.empty()
      return csv.bytes
    }
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
    self.decimals = decimals
    delimiter = CSVWriter.delimiter(locale)
    mark = CSVWriter.decimalMark(locale)
    self.group = cell(group.code)
    leafCount = group.set.leaves.count
    codes = LeafStatus.allCases.flatMap { status in
      let word = cell(locale == .english ? status.rawValue : status.vietnamese)
      return group.set.leaves.map { cell(group.set.rows[$0.row].code) + word }
    }
    maxima = group.set.leaves.map { leaf in
      let plain = plainDecimal(Int128(leaf.maxUnits), decimals: decimals)
      return maximum(plain.units, decimals: plain.decimals)
    }
    noMaximum = maximum(nil, decimals: 0)
    zeroMaximum = maximum(0, decimals: 0)
  }

  /// The rows of some agencies.
  func rows(_ agencies: ArraySlice<AgencyResult>, locale: CSVLocale) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(agencies.count * leafCount * 56)
    for result in agencies {
      let agency = results.round.agencies[result.agency]
      var head = CSVWriter(continuing: locale)
      head.text(agency.code)
      head.empty()
      let prefix = group + head.bytes
      for leaf in 0..<leafCount {
        let score = results.scores[agency.firstLeaf + leaf]
        bytes += prefix
        bytes += codes[score.status.place * leafCount + leaf]
        if let units = score.own { bytes.appendUnits(units, decimals: decimals, mark: mark) }
        bytes.append(delimiter)
        if let units = results.lastRound(of: score)?.points {
          bytes.appendUnits(units, decimals: decimals, mark: mark)
        }
        bytes.append(delimiter)
        if let units = score.final { bytes.appendUnits(units, decimals: decimals, mark: mark) }
        switch score.status {
        case .monitored: bytes += noMaximum
        case .exempt: bytes += zeroMaximum
        default: bytes += maxima[leaf]
        }
      }
    }
    return bytes
  }
}
