import CCHCScoring
import CCHCTables

/// The sheet Nghĩa vụ sau công bố: who owes what, why, by when.
struct DutySheet {
  private let results: Results
  private let styles: BookStyles

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  private static let headings = [
    "Mã cơ quan", "Cơ quan", "Nghĩa vụ", "Lý do", "Thời hạn (ngày đầu tiên bị coi là muộn)", "Nơi nhận",
    "Căn cứ pháp lý",
  ]

  func sheet() -> Sheet {
    let (results, styles) = (results, styles)
    var sheet = Sheet("Nghĩa vụ sau công bố") { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      rows.startRow()
      if results.round.closing == nil {
        rows.text("Dự kiến: kỳ đánh giá chưa khóa sổ.", styles.note)
      }
      rows.heads(Self.headings, styles, height: 48)
      for group in results.filledGroups {
        let rules = results.round.groups[group.group].set.obligations
        for result in group.agencies {
          for duty in result.obligations {
            rows.startRow()
            rows.text(results.round.agencies[result.agency].code, styles.text)
            rows.text(results.round.agencies[result.agency].name, styles.text)
            rows.text(rules[duty.rule].duty, styles.text)
            rows.text(duty.reason, styles.text)
            if let day = duty.deadline { rows.date(day, styles.date) } else { rows.blank(styles.date) }
            rows.text(rules[duty.rule].recipient, styles.text)
            rows.text(rules[duty.rule].legalBasis, styles.text)
          }
        }
      }
    }
    let widths: [Double] = [12, 34, 34, 50, 16, 26, 50]
    sheet.columns = widths.enumerated().map { ColumnSettings($0.offset + 1, width: $0.element) }
    sheet.frozenBefore = CellPosition(row: 4, column: 3)
    sheet.print = .landscape(repeating: 3...3)
    return sheet
  }
}
