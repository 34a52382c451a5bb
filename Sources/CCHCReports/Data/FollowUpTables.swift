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

  private func writer(_ columns: [(english: String, vietnamese: String)]) -> CSVWriter {
    var csv = CSVWriter(locale: locale)
    for column in columns { csv.text(locale == .english ? column.english : column.vietnamese) }
    csv.endRow()
    return csv
  }

  /// theo-doi.csv: one row for each paper or order that an agency owes.
  package func duties() -> [UInt8] {
    var csv = writer([
      ("agency", "mã cơ quan"), ("name", "tên"), ("obligation", "mã nghĩa vụ"), ("duty", "nghĩa vụ"),
      ("deadline", "thời hạn"), ("recipient", "nơi nhận"), ("received", "ngày nhận"),
      ("document", "văn bản"), ("state", "tình trạng"), ("days", "số ngày"), ("expected", "dự kiến"),
      ("reason", "lý do"), ("legal_basis", "căn cứ pháp lý"),
    ])
    for duty in followUp.duties {
      csv.text(round.agencies[duty.agency].code)
      csv.text(round.agencies[duty.agency].name)
      csv.text(duty.ids.joined(separator: "; "))
      csv.text(duty.duty)
      csv.text(dayText(duty.deadline))
      csv.text(duty.recipients.joined(separator: "; "))
      csv.text(dayText(duty.received))
      csv.text(duty.document)
      csv.text(locale == .english ? duty.state.word : duty.state.vietnamese)
      if let days = duty.state.days { csv.integer(days) } else { csv.empty() }
      csv.text(yesNo(followUp.isExpected(duty)))
      csv.text(duty.reasons.joined(separator: "; "))
      csv.text(duty.bases.joined(separator: "; "))
      csv.endRow()
    }
    return csv.bytes
  }

  /// danh-sach-thi-dua.csv: index, band, rank and fields below 75 % of every agency.
  package func emulation() -> [UInt8] {
    var csv = writer([
      ("agency", "mã cơ quan"), ("name", "tên"), ("group", "nhóm"), ("bloc", "khối"), ("rank", "hạng"),
      ("index", "chỉ số"), ("band", "xếp loại"), ("fields_below_75", "lĩnh vực dưới 75%"),
      ("self_criticism", "báo cáo kiểm điểm"), ("rating", "xếp loại người đứng đầu"),
    ])
    for group in results.groups {
      let set = round.groups[group.group].set
      for result in group.agencies {
        let agency = round.agencies[result.agency]
        csv.text(agency.code)
        csv.text(agency.name)
        csv.text(round.groups[group.group].code)
        csv.text(agency.bloc)
        if let rank = result.rank { csv.integer(rank) } else { csv.empty() }
        if let index = result.publishedIndex {
          csv.number(index, decimals: set.settings.indexDecimals)
        } else {
          csv.empty()
        }
        csv.text(result.band ?? "")
        csv.text(
          results.shortfalls(of: result).map { set.rows[set.fields[$0.field]].code }.joined(separator: "; "))
        let owed = followUp.selfCriticism(of: result.agency)
        csv.text(locale == .english ? owed.rawValue : owed.vietnamese)
        csv.text(round.headRatings[result.agency]?.spelling ?? "")
        csv.endRow()
      }
    }
    return csv.bytes
  }

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
