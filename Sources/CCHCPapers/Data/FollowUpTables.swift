import CCHCCriteria
package import CCHCCycle
import CCHCDocuments
import CCHCExact
package import CCHCScoring
package import CCHCTables

/// Writes the tables of the follow-up: duties with their state, and the list for emulation.
package struct FollowUpTables {
  private let results: Results
  private let followUp: FollowUp
  private let locale: CSVLocale

  package init(_ results: Results, _ followUp: FollowUp, locale: CSVLocale) {
    self.results = results
    self.followUp = followUp
    self.locale = locale
  }

  private var round: Round { results.round }

  private func columns(_ table: TableSchema, _ widths: [Double]) -> [ListColumn] {
    zip(table.columns, widths).enumerated().map { index, entry in
      ListColumn(entry.0.heading(locale), entry.1, index == 0 ? .code : .reading)
    }
  }

  /// theo-doi.csv: one row for each paper or order that an agency owes.
  package func duties() -> [UInt8] { dutyList().csv(locale) }

  /// danh-sach-thi-dua.csv: index, band, rank and fields below 75 % of every agency.
  package func emulation() -> [UInt8] { emulationList().csv(locale) }

  /// theo-doi.xlsx: both lists.
  package func workbook() -> [UInt8]? {
    let tables = FollowUpTables(results, followUp, locale: .vietnamese)
    return ListWorkbook.bytes(
      [tables.dutyList(), tables.emulationList()], title: "Theo dõi sau công bố",
      creator: round.settings.issuer)
  }

  private func dutyList() -> ListTable {
    let columns = columns(
      ReportTables.followUp, [12, 28, 13, 30, 12, 20, 12, 22, 16, 8, 8, 36, 36])
    return ListTable("Theo dõi", columns, followUp.duties.map(cells))
  }

  private func cells(_ duty: FollowedDuty) -> [ListCell] {
    [
      .text(round.agencies[duty.agency].code), .text(round.agencies[duty.agency].name),
      .text(duty.ids.joined(separator: "; ")), .text(duty.duty), day(duty.deadline),
      .text(duty.recipients.joined(separator: "; ")), day(duty.received), .text(duty.document),
      .text(locale == .english ? duty.state.word : duty.state.vietnamese),
      duty.state.days.map { .integer($0) } ?? .empty, .text(yesNo(followUp.isExpected(duty))),
      .text(duty.reasons.joined(separator: "; ")), .text(duty.bases.joined(separator: "; ")),
    ]
  }

  private func emulationList() -> ListTable {
    let columns = columns(ReportTables.emulation, [12, 32, 10, 22, 7, 9, 12, 18, 16, 28])
    var rows: [[ListCell]] = []
    for group in results.groups { for result in group.agencies { rows.append(cells(result, group)) } }
    return ListTable("Danh sách thi đua", columns, rows)
  }

  private func cells(_ result: AgencyResult, _ group: GroupResult) -> [ListCell] {
    let set = round.groups[group.group].set
    let agency = round.agencies[result.agency]
    let owed = followUp.selfCriticism(of: result.agency)
    let fields = results[agency: result.agency].shortfalls.map { set.rows[set.fields[$0.field]].code }
    return [
      .text(agency.code), .text(agency.name), .text(round.groups[group.group].code), .text(agency.bloc),
      result.rank.map { .integer($0) } ?? .empty,
      result.publishedIndex.map { .number($0, decimals: set.settings.indexDecimals) } ?? .empty,
      .text(result.band ?? ""), .text(fields.joined(separator: "; ")),
      .text(locale == .english ? owed.rawValue : owed.vietnamese),
      .text(round.headRatings[result.agency]?.spelling ?? ""),
    ]
  }

  private func day(_ day: Day?) -> ListCell { day.map { .day($0, shown: dayText($0)) } ?? .empty }

  private func dayText(_ day: Day?) -> String {
    day.map { locale == .english ? $0.isoText : $0.documentText } ?? ""
  }

  private func yesNo(_ value: Bool) -> String {
    locale == .english ? (value ? "yes" : "no") : (value ? "có" : "không")
  }
}

extension FollowUp {
  /// Whether a duty is expected only: it follows from results of a round that is not closed.
  func isExpected(_ duty: FollowedDuty) -> Bool {
    if case .paper = duty.source { isExpected } else { false }
  }
}
