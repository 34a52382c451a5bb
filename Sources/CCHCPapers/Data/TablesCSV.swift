import CCHCCriteria
import CCHCExact
import CCHCFiles
package import CCHCScoring
package import CCHCTables

/// Writes the CSV tables of FORMATS 6.
package struct TablesCSV {
  private let results: Results
  private let locale: CSVLocale

  package init(_ results: Results, locale: CSVLocale) {
    self.results = results
    self.locale = locale
  }

  private var round: Round { results.round }

  private func writer(_ table: TableSchema) -> CSVWriter {
    var csv = CSVWriter(locale: locale)
    csv.headings(table.columns)
    return csv
  }

  /// ranking.csv: ranks, points, index, band and field percents, in pieces from the first to the last.
  ///
  /// - Throws: what `put` throws.
  package func ranking<Failure: Error>(jobs: Int, _ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var fields: [String] = []
    for group in round.groups {
      for field in group.set.fields where !fields.contains(group.set.rows[field].code) {
        fields.append(group.set.rows[field].code)
      }
    }
    var csv = writer(ReportTables.ranking)
    for field in fields { csv.text(locale == .english ? "\(field).percent" : "\(field).chỉ số thành phần") }
    let hasPrevious = results.previous != nil
    if hasPrevious { csv.headings(ReportTables.rankingChange) }
    csv.endRow()
    try put(csv.bytes)
    for group in results.groups {
      let set = round.groups[group.group].set
      let (settings, listed) = (set.settings, set.fields)
      let places = fields.map { code in listed.firstIndex { set.rows[$0].code == code } }
      try pieces(
        group, jobs,
        { result, csv in
          write(result, settings, places, &csv)
          if hasPrevious { writeChange(result, &csv) }
          csv.endRow()
        }, put)
    }
  }

  /// Rows about the agencies of a group, made on several threads.
  private func pieces<Failure: Error>(
    _ group: GroupResult, _ jobs: Int, _ write: @escaping @Sendable (AgencyResult, inout CSVWriter) -> Void,
    _ put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let (agencies, locale) = (group.agencies, locale)
    let size = Self.pieceAgencies
    try inOrder((agencies.count + size - 1) / size, jobs: jobs) { piece in
      var csv = CSVWriter(continuing: locale)
      for result in agencies[(piece * size)..<min(agencies.count, (piece + 1) * size)] { write(result, &csv) }
      return csv.bytes
    } take: { (bytes: [UInt8]) throws(Failure) in
      try put(bytes)
    }
  }

  /// How many agencies a thread writes rows about at once.
  private static let pieceAgencies = 512

  /// The rank of the year before and by how many ranks the agency rose, where such a round is named.
  private func writeChange(_ result: AgencyResult, _ csv: inout CSVWriter) {
    let agency = results[agency: result.agency]
    guard let before = agency.rankBefore else { return }
    csv.integer(before.rank)
    csv.integer(agency.ranksRisen)
  }

  private func write(
    _ result: AgencyResult, _ settings: SetSettings, _ places: [Int?], _ csv: inout CSVWriter
  ) {
    if let rank = result.rank { csv.integer(rank) } else { csv.empty() }
    csv.text(round.agencies[result.agency].code)
    csv.text(round.agencies[result.agency].name)
    csv.text(round.agencies[result.agency].bloc)
    csv.number(result.points, decimals: settings.pointDecimals)
    let maximum = plainDecimal(result.max, decimals: settings.pointDecimals)
    csv.number(maximum.units, decimals: maximum.decimals)
    csv.number(result.publishedIndex, decimals: settings.indexDecimals)
    if let band = result.band { csv.text(band) } else { csv.empty() }
    for place in places {
      let share = place.flatMap { result.fields[$0].share }
      csv.number(share.flatMap(settings.publishedPercent), decimals: settings.indexDecimals)
    }
  }

  /// scores.csv: every leaf of every agency, in pieces from the first to the last.
  ///
  /// - Throws: what `put` throws.
  package func scores<Failure: Error>(jobs: Int, _ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var csv = writer(ReportTables.scores)
    csv.endRow()
    try put(csv.bytes)
    for group in results.groups {
      let rows = ScoreRows(results, group: group.group, locale: locale)
      let size = max(1, Self.pieceRows / max(1, round.groups[group.group].set.leaves.count))
      let (agencies, locale) = (group.agencies, locale)
      try inOrder((agencies.count + size - 1) / size, jobs: jobs) { piece in
        rows.rows(agencies[(piece * size)..<min(agencies.count, (piece + 1) * size)], locale: locale)
      } take: { (bytes: [UInt8]) throws(Failure) in
        try put(bytes)
      }
    }
  }

  /// About how many rows of scores a thread makes at once.
  private static let pieceRows = 4096

  /// obligations.csv: who owes what, with reason and legal basis, in pieces from the first to the last.
  ///
  /// - Throws: what `put` throws.
  package func obligations<Failure: Error>(
    jobs: Int, _ put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var csv = writer(ReportTables.obligations)
    csv.endRow()
    try put(csv.bytes)
    for group in results.groups {
      let rules = round.groups[group.group].set.obligations
      let round = round
      try pieces(
        group, jobs,
        { result, csv in
          for duty in result.obligations {
            let rule = rules[duty.rule]
            csv.text(round.agencies[result.agency].code)
            csv.text(rule.id)
            csv.text(rule.duty)
            csv.text(duty.deadline?.isoText ?? "")
            csv.text(rule.recipient)
            csv.text(duty.reason.vietnamese)
            csv.text(rule.legalBasis)
            csv.text(rule.report)
            csv.endRow()
          }
        }, put)
    }
  }
}

extension CSVWriter {
  /// A number, or an empty cell for nil.
  mutating func number(_ units: Int128?, decimals: Int) {
    if let units { number(units, decimals: decimals) } else { empty() }
  }

  /// A whole number, or an empty cell for nil.
  mutating func integer(_ number: Int?) {
    if let number { integer(number) } else { empty() }
  }
}
