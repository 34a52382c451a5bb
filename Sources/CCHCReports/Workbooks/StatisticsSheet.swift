import CCHCScoring
import CCHCTables

/// The sheet Thống kê: mean, best and worst percent of each field, with a chart for each group.
struct StatisticsSheet {
  private let results: Results
  private let styles: BookStyles

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  private static let name = "Thống kê"

  func sheet() -> Sheet {
    let (results, styles) = (results, styles)
    var sheet = Sheet(Self.name) { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      for part in Self.parts(results) { Self.write(part, results, styles, &rows) }
    }
    let widths: [Double] = [8, 50, 12, 12, 12, 40]
    sheet.columns = widths.enumerated().map { ColumnSettings($0.offset + 1, width: $0.element) }
    for part in Self.parts(results) { sheet.charts.append(Self.chart(part, results)) }
    sheet.print = .landscape(repeating: nil)
    return sheet
  }

  /// A group's fields that have a spread, and the row of its first one.
  private struct Part {
    let group: GroupResult
    let fields: [(field: Int, spread: Spread)]
    let first: Int
  }

  private static func parts(_ results: Results) -> [Part] {
    var row = 2
    return results.filledGroups.map { group in
      let set = results.round.groups[group.group].set
      let fields = set.fields.indices.compactMap { place in
        group.fieldSpread(place, set.settings).map { (field: set.fields[place], spread: $0) }
      }
      let part = Part(group: group, fields: fields, first: row + 2)
      // The chart stands below the table.
      row += fields.count + 24
      return part
    }
  }

  private static func write(
    _ part: Part, _ results: Results, _ styles: BookStyles, _ rows: inout RowWriter
  ) {
    let set = results.round.groups[part.group.group].set
    let names = AgencyNames(results, part.group)
    rows.startRow(part.first - 2)
    if results.filledGroups.count > 1 { rows.text(results.round.groupTitle(part.group.group), styles.title) }
    rows.heads(
      ["Mã", "Lĩnh vực", "Trung bình", "Cao nhất", "Thấp nhất", "Cơ quan thấp nhất"], styles, height: 32)
    for entry in part.fields {
      rows.startRow()
      rows.text(set.rows[entry.field].code, styles.center)
      rows.text(set.rows[entry.field].fieldTitle, styles.text)
      rows.percent(entry.spread.mean, set.settings, styles)
      rows.percent(entry.spread.highest, set.settings, styles)
      rows.percent(entry.spread.lowest, set.settings, styles)
      let lowest = entry.spread.atLowest.prefix(3).map(names.name).joined(separator: ", ")
      let more = entry.spread.atLowest.count - 3
      rows.text(more > 0 ? "\(lowest) và \(more) cơ quan khác" : lowest, styles.text)
    }
  }

  private static func chart(_ part: Part, _ results: Results) -> Chart {
    let set = results.round.groups[part.group.group].set
    let last = part.first + max(part.fields.count, 1) - 1
    let names = CellArea(rows: part.first...last, columns: 1...1)
    let means = CellArea(rows: part.first...last, columns: 3...3)
    let values = part.fields.map { entry in
      Int64(exactly: entry.spread.mean).map { Decimal(units: $0, scale: set.settings.indexDecimals + 2) }
    }
    var chart = Chart(
      .columns, title: "Chỉ số thành phần trung bình",
      categories: part.fields.map { set.rows[$0.field].code },
      from: sheetReference(name, names),
      series: [Chart.Series("Trung bình", reference: sheetReference(name, means), values: values)],
      over: CellArea(rows: (last + 2)...(last + 19), columns: 1...6))
    chart.format = .percent(0)
    chart.minimum = Decimal(units: 0, scale: 0)
    chart.showsValues = true
    return chart
  }
}
