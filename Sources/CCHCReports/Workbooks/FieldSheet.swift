import CCHCScoring
import CCHCTables

/// The sheet Lĩnh vực: points and percent of every field, and the agency's points as their sum.
struct FieldSheet {
  private let results: Results
  private let styles: BookStyles

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  func sheet() -> Sheet {
    let (results, styles) = (results, styles)
    var sheet = Sheet("Lĩnh vực") { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      for group in results.filledGroups { Self.write(group, results, styles, &rows) }
    }
    let widest = results.filledGroups.map { results.round.groups[$0.group].set.fields.count }.max() ?? 0
    sheet.columns = [ColumnSettings(1, width: 12), ColumnSettings(2, width: 40)]
    for column in 0..<(2 * widest) { sheet.columns.append(ColumnSettings(3 + column, width: 11)) }
    sheet.columns.append(ColumnSettings(3 + 2 * widest, width: 12))
    sheet.frozenBefore = CellPosition(row: 4, column: 3)
    sheet.print = .landscape(repeating: nil)
    return sheet
  }

  private static func write(
    _ group: GroupResult, _ results: Results, _ styles: BookStyles, _ rows: inout RowWriter
  ) {
    let round = results.round
    let set = round.groups[group.group].set
    rows.startRow()
    if results.filledGroups.count > 1 { rows.text(round.groupTitle(group.group), styles.title) }
    var headings = ["Mã", "Cơ quan"]
    for field in set.fields {
      headings.append("\(set.rows[field].code). \(set.rows[field].fieldTitle) (điểm)")
      headings.append("\(set.rows[field].code) (%)")
    }
    rows.heads(headings + ["Điểm đạt được"], styles, height: 96)
    for result in group.agencies {
      rows.startRow()
      rows.text(round.agencies[result.agency].code, styles.text)
      rows.text(round.agencies[result.agency].name, styles.text)
      var terms = ""
      for (place, field) in set.fields.enumerated() {
        let total = result.fields[place]
        rows.points(total.points, set.settings, styles)
        rows.percent(total.share.flatMap(set.settings.publishedPercent), set.settings, styles)
        let cell = CellPosition(row: rows.row, column: 3 + 2 * place).text
        terms += (set.rows[field].fieldKind == .penalty ? "-" : terms.isEmpty ? "" : "+") + cell
      }
      rows.formula(
        terms, .number(units: result.points, decimals: set.settings.pointDecimals),
        styles.points(set.settings))
    }
  }
}
