import CCHCScoring
import CCHCTables

/// The sheet Xếp hạng: ranks, points, index and bands, a table for each bloc.
struct RankingSheet {
  private let results: Results
  private let styles: BookStyles

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  private static let headings = [
    "Hạng", "Mã", "Cơ quan", "Điểm đạt được", "Điểm tối đa", "Chỉ số", "Xếp loại",
  ]

  /// A bloc's rows on the sheet.
  private struct Part {
    let group: GroupResult
    let bloc: Range<Int>
    /// The row of the first agency.
    let first: Int
    var last: Int { first + bloc.count - 1 }
  }

  /// The blocs one below the other: a title, headings, the agencies, their mean, an empty row.
  private var parts: [Part] {
    var row = 3
    var parts: [Part] = []
    for group in results.filledGroups {
      for bloc in group.blocs(in: results.round) {
        parts.append(Part(group: group, bloc: bloc, first: row + 2))
        row += bloc.count + 4
      }
    }
    return parts
  }

  func sheet() -> Sheet {
    let (parts, results, styles) = (parts, results, styles)
    var sheet = Sheet("Xếp hạng") { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      for part in parts { Self.write(part, results, styles, &rows) }
    }
    sheet.columns = [
      ColumnSettings(1, width: 8), ColumnSettings(2, width: 12), ColumnSettings(3, width: 46),
      ColumnSettings(4, width: 14), ColumnSettings(5, width: 13), ColumnSettings(6, width: 12),
      ColumnSettings(7, width: 16),
    ]
    for part in parts {
      let area = CellArea(rows: part.first...part.last, columns: 6...6)
      sheet.conditionalFormats.append(ConditionalFormat([area], .indexScale))
    }
    if parts.count == 1, let part = parts.first {
      sheet.autoFilter = CellArea(rows: (part.first - 1)...part.last, columns: 1...7)
    }
    return sheet
  }

  private static func write(
    _ part: Part, _ results: Results, _ styles: BookStyles, _ rows: inout RowWriter
  ) {
    let round = results.round
    let settings = round.groups[part.group.group].set.settings
    let name = part.group.bloc(at: part.bloc.lowerBound, in: round)
    rows.startRow(part.first - 2)
    rows.text(round.blocTitle(name, group: part.group.group), styles.title)
    rows.heads(headings, styles, height: 32)
    for result in part.group.agencies[part.bloc] {
      rows.startRow()
      if let rank = result.rank {
        rows.number(Int128(rank), decimals: 0, styles.center)
      } else {
        rows.text(noFigure, styles.center)
      }
      rows.text(round.agencies[result.agency].code, styles.text)
      rows.text(round.agencies[result.agency].name, styles.text)
      rows.points(result.points, settings, styles)
      rows.points(result.max, settings, styles)
      rows.percent(result.publishedIndex, settings, styles)
      rows.text(result.band ?? noFigure, styles.text)
    }
    rows.startRow()
    rows.blank(styles.bold)
    rows.blank(styles.bold)
    rows.text("Trung bình", styles.bold)
    let indices = part.group.agencies[part.bloc].compactMap(\.publishedIndex)
    rows.mean(
      column: 4, part.first...part.last, part.group.agencies[part.bloc].map(\.points),
      decimals: settings.pointDecimals, styles.points(settings))
    rows.blank(styles.bold)
    rows.mean(
      column: 6, part.first...part.last, indices, decimals: settings.indexDecimals + 2,
      styles.percent(settings))
    rows.blank(styles.bold)
  }
}

extension ConditionalFormat.Rule {
  /// Red for the lowest, yellow in the middle, green for the highest.
  static let indexScale = ConditionalFormat.Rule.colorScale([
    .init(.lowest, Color(0xF8C9C4)), .init(.percentile(50), Color(0xFFF4C2)),
    .init(.highest, Color(0xC6E6C3)),
  ])
}

extension RowWriter {
  /// The mean of a column's cells as a formula, with its exact value to 15 digits beside it.
  mutating func mean(
    column: Int, _ rows: ClosedRange<Int>, _ values: [Int128], decimals: Int, _ style: StyleID
  ) {
    let spare = 8
    guard !values.isEmpty, let mean = Rational(values.reduce(0, +), over: Int128(values.count)),
      let units = Rounding.halfUp.units(of: mean, decimals: spare)
    else { return blank(style) }
    let area = CellArea(rows: rows, columns: column...column)
    formula("AVERAGE(\(area.text))", .number(units: units, decimals: decimals + spare), style)
  }
}
