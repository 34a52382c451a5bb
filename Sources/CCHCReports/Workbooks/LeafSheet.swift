import CCHCScoring
import CCHCTables

/// The sheet Chi tiết: final points of every leaf, agencies by leaves.
struct LeafSheet {
  private let results: Results
  private let styles: BookStyles

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  func sheet() -> Sheet {
    let (results, styles) = (results, styles)
    var sheet = Sheet("Chi tiết") { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      for group in results.filledGroups { Self.write(group, results, styles, &rows) }
    }
    let widest = results.filledGroups.map { results.round.groups[$0.group].set.leaves.count }.max() ?? 0
    sheet.columns = [ColumnSettings(1, width: 12), ColumnSettings(2, width: 40)]
    if widest > 0 { sheet.columns.append(ColumnSettings(3...(2 + widest), width: 9)) }
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
    rows.heads(["Mã", "Cơ quan"] + set.leaves.map { set.rows[$0.row].code }, styles)
    rows.startRow()
    rows.blank(styles.bold)
    rows.text("Điểm tối đa", styles.bold)
    for leaf in set.leaves {
      rows.points(leaf.isMonitored ? nil : Int128(leaf.maxUnits), set.settings, styles)
    }
    for result in group.agencies {
      rows.startRow()
      rows.text(round.agencies[result.agency].code, styles.text)
      rows.text(round.agencies[result.agency].name, styles.text)
      for leaf in set.leaves.indices {
        let final = results.score(agency: result.agency, leaf: leaf).final
        rows.points(final.map { Int128($0) }, set.settings, styles)
      }
    }
  }
}
