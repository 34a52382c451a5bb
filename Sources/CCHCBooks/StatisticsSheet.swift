import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCOffice
import CCHCPapers
import CCHCScoring
import CCHCTables

/// The sheet Thống kê: mean, best and worst of blocs and fields, how many reached each band, with charts.
struct StatisticsSheet {
  private let table: ResultsTable
  private let styles: BookStyles

  init(_ table: ResultsTable, _ styles: BookStyles) {
    self.table = table
    self.styles = styles
  }

  private static let name = "Thống kê"
  private static let mean = 4
  private static let highest = 5
  private static let lowest = 7
  /// How many rows a chart takes.
  private static let chartRows = 18

  func sheet() -> Sheet {
    let figure = max(10, table.percentWidth)
    let widths = [8, 38, 9, figure, figure, 32, figure, 32]
    let all = 1...widths.count
    var plan = SheetPlan(widths: widths, styles)
    plan.heading(table.title("THỐNG KÊ KẾT QUẢ"), table.results, over: all)
    var charts: [Chart] = []
    var breaks: [Int] = []
    for place in table.groups.indices {
      if place > 0 {
        plan.gap()
        breaks.append(plan.nextRow)
      }
      if let title = table.groupTitle(place) { plan.line(title, styles.section, over: all) }
      addBlocs(place, over: all, &plan)
      addParents(place, over: all, &plan)
      addBands(place, over: all, &plan)
      let fields = plan.nextRow
      let added = addFields(place, over: all, &plan)
      charts += added
      // So that no chart is cut in two.
      for start in [fields, added.first?.area.first.row].compactMap(\.self)
      where plan.height(of: (breaks.last ?? 1)..<plan.nextRow) > plan.pageHeight {
        breaks.append(start)
      }
    }
    var sheet = plan.sheet(Self.name)
    sheet.charts = charts
    sheet.print = .landscape(table.results, repeating: nil)
    sheet.print.breaksBefore = breaks
    return sheet
  }

  // MARK: Tables

  /// A row's label, and the spread of some values with the agencies at its ends.
  private struct Line {
    var mark: String
    var label: String
    var count: Int
    var figures: (mean: Int128?, highest: Int128?, lowest: Int128?)
    var best: String
    var worst: String
  }

  private func addTable(
    _ title: String, _ label: String, _ lines: [Line], _ place: Int, _ plan: inout SheetPlan
  ) {
    let (styles, settings) = (styles, table.set(place).settings)
    plan.line(title, styles.section, over: 1...plan.widths.count)
    plan.heads([
      label == "Lĩnh vực" ? "Mã" : "TT", label, "Số cơ quan", "Trung bình", "Cao nhất", "Cơ quan cao nhất",
      "Thấp nhất", "Cơ quan thấp nhất",
    ])
    for line in lines {
      let height = plan.height([(1, line.mark), (2, line.label), (6, line.best), (8, line.worst)])
      plan.row(height: height) { rows in
        rows.text(line.mark, styles.center.id)
        rows.text(line.label, styles.text.id)
        rows.number(Int128(line.count), decimals: 0, styles.integer)
        rows.percent(line.figures.mean, settings, styles.percent(settings), none: styles.center.id)
        rows.percent(line.figures.highest, settings, styles.percent(settings), none: styles.center.id)
        rows.text(line.best, styles.text.id)
        rows.percent(line.figures.lowest, settings, styles.percent(settings), none: styles.center.id)
        rows.text(line.worst, styles.text.id)
      }
    }
  }

  private func line(_ mark: String, _ label: String, _ spread: Spread?, _ names: AgencyNames) -> Line {
    Line(
      mark: mark, label: label, count: spread?.count ?? 0,
      figures: (spread?.mean, spread?.highest, spread?.lowest),
      best: spread.map { names.list($0.atHighest).plain } ?? noFigure,
      worst: spread.map { names.list($0.atLowest).plain } ?? noFigure)
  }

  private func addBlocs(_ place: Int, over columns: ClosedRange<Int>, _ plan: inout SheetPlan) {
    let (group, names) = (table.groups[place], table.names[place])
    let rounding = table.set(place).settings.rounding
    let blocs = group.blocs(in: table.round)
    var lines = blocs.enumerated().map { number, bloc in
      line(
        String(number + 1), table.blocTitle(bloc, place), group.indexSpread(of: bloc, rounding: rounding),
        names)
    }
    if blocs.count > 1 {
      lines.append(
        line("", "Chung", group.indexSpread(of: group.agencies.indices, rounding: rounding), names))
    }
    addTable("Chỉ số theo khối", "Khối", lines, place, &plan)
    var notes = [FewAnswersNote.text(group.agencies, of: table.results)?.plain].compactMap(\.self)
    if group.agencies.contains(where: { $0.rank == nil && $0.publishedIndex != nil }) {
      notes.append("Thống kê tính cả cơ quan được chấm điểm nhưng không xếp hạng.")
    }
    for note in notes { plan.line(note, styles.note, over: columns) }
    plan.gap()
  }

  private func addParents(_ place: Int, over columns: ClosedRange<Int>, _ plan: inout SheetPlan) {
    let (group, names) = (table.groups[place], table.names[place])
    let parents = group.parents(in: table.round)
    guard !parents.isEmpty else { return }
    let lines = parents.enumerated().map { number, parent in
      Line(
        mark: String(number + 1),
        label: table.round.agency(parent.parent).map { table.round.agencies[$0].name } ?? parent.parent,
        count: parent.children.count,
        figures: (
          parent.mean, parent.best.first.flatMap { group.agencies[$0].publishedIndex },
          parent.worst.first.flatMap { group.agencies[$0].publishedIndex }
        ),
        best: parent.best.isEmpty ? noFigure : names.list(parent.best).plain,
        worst: parent.worst.isEmpty ? noFigure : names.list(parent.worst).plain)
    }
    addTable("Chỉ số theo cơ quan cấp trên", "Cơ quan cấp trên", lines, place, &plan)
    plan.gap()
  }

  /// How many agencies of each bloc, and of all, reached each band.
  private func addBands(_ place: Int, over columns: ClosedRange<Int>, _ plan: inout SheetPlan) {
    let (group, set, styles) = (table.groups[place], table.set(place), styles)
    guard !set.bands.isEmpty else { return }
    plan.line("Xếp loại", styles.section, over: columns)
    plan.heads(["TT", "Xếp loại", "Số cơ quan", "Tỷ lệ"])
    let blocs = group.blocs(in: table.round)
    let parts = blocs.count > 1 ? blocs + [group.agencies.indices] : blocs
    for (number, part) in parts.enumerated() {
      if blocs.count > 1 {
        let title = number == blocs.count ? "Chung" : table.blocTitle(part, place)
        plan.row(height: plan.height([(2, title)])) { rows in
          rows.blank(styles.bold.id)
          rows.text(title, styles.bold.id)
          rows.blank(styles.bold.id)
          rows.blank(styles.bold.id)
        }
      }
      let all = group.agencies[part].count { $0.publishedIndex != nil }
      // What no agency of a bloc reached is left to the table of all.
      let isBloc = blocs.count > 1 && number < blocs.count
      let bands = group.bandCounts(of: part, in: set).filter { !isBloc || $0.count > 0 }
      for (place, band) in bands.enumerated() {
        let share = Rational(Int128(band.count), over: Int128(all)).flatMap(set.settings.publishedPercent)
        plan.row(height: plan.height([(2, band.label)])) { rows in
          rows.number(Int128(place + 1), decimals: 0, styles.center.id)
          rows.text(band.label, styles.text.id)
          rows.number(Int128(band.count), decimals: 0, styles.integer)
          rows.percent(share, set.settings, styles.percent(set.settings), none: styles.center.id)
        }
      }
    }
    plan.gap()
  }

  // MARK: Fields and their charts

  private func addFields(_ place: Int, over columns: ClosedRange<Int>, _ plan: inout SheetPlan) -> [Chart] {
    let (group, set, names) = (table.groups[place], table.set(place), table.names[place])
    let fields = table.fields[place]
    let spreads = fields.indices.map { group.fieldSpread($0, set.settings) }
    addTable(
      "Chỉ số thành phần theo lĩnh vực", "Lĩnh vực",
      zip(fields, spreads).map { line(set.rows[$0].code, set.rows[$0].fieldTitle, $1, names) }, place, &plan)
    // Fields of bonus and penalty points stand after the others, where they are at all.
    let shown = fields.indices.prefix { set.rows[fields[$0]].fieldKind == .scored && spreads[$0] != nil }
    guard !shown.isEmpty else { return [] }
    let first = plan.nextRow - fields.count
    let rows = first...(first + shown.count - 1)
    let series = [
      ("Trung bình", Self.mean, Color(0x4472C4), \Spread.mean),
      ("Cao nhất", Self.highest, Color(0x70AD47), \Spread.highest),
      ("Thấp nhất", Self.lowest, Color(0xED7D31), \Spread.lowest),
    ].map { name, column, color, value in
      Chart.Series(
        name, reference: sheetReference(Self.name, CellArea(rows: rows, columns: column...column)),
        values: shown.map { place in
          spreads[place].flatMap { Int64(exactly: $0[keyPath: value]) }.map {
            Decimal(units: $0, scale: set.settings.indexDecimals + 2)
          }
        }, color: color)
    }
    plan.gap()
    let area = plan.nextRow...(plan.nextRow + Self.chartRows - 1)
    for _ in area { plan.gap() }
    // A radar of one or two spokes says nothing, one of many cannot be read.
    let hasRadar = (3...12).contains(shown.count)
    var bars = chart(.columns, place, rows, series, CellArea(rows: area, columns: 1...(hasRadar ? 5 : 8)))
    bars.title = "Chỉ số thành phần theo lĩnh vực"
    bars.categories = shown.map { set.rows[fields[$0]].code }
    var radar = chart(.radar, place, rows, series, CellArea(rows: area, columns: 6...8))
    radar.title = "Trung bình, cao nhất, thấp nhất"
    radar.categories = bars.categories
    return hasRadar ? [bars, radar] : [bars]
  }

  private func chart(
    _ kind: Chart.Kind, _ place: Int, _ rows: ClosedRange<Int>, _ series: [Chart.Series], _ area: CellArea
  ) -> Chart {
    var chart = Chart(
      kind, title: "", categories: [],
      from: sheetReference(Self.name, CellArea(rows: rows, columns: 1...1)), series: series, over: area)
    chart.format = .percent(0)
    chart.maximum = Decimal(units: 1, scale: 0)
    if !table.set(place).pointsCanBeNegative { chart.minimum = Decimal(units: 0, scale: 0) }
    return chart
  }
}
