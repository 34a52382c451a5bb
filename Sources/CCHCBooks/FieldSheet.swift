import CCHCCriteria
import CCHCOffice
import CCHCPapers
import CCHCScoring

/// The sheet Lĩnh vực: percent, points and maximum of every field, each percent as a formula of the other two.
struct FieldSheet {
  private let table: ResultsTable
  private let styles: BookStyles
  /// Where the percents, the points and the maxima begin, each as wide as the most fields of a group.
  private let (percents, points, maxima): (Int, Int, Int)
  /// The columns left of the figures; the bloc is among them where there are several.
  private let base: [(heading: String, width: Double)]

  init(_ table: ResultsTable, _ styles: BookStyles) {
    self.table = table
    self.styles = styles
    var base = [("Hạng", 6.5), ("Mã", table.codeWidth), ("Cơ quan", 34.0)]
    let blocs = table.groups.reduce(0) { $0 + $1.blocs(in: table.round).count }
    if blocs > 1 { base.append(("Khối", 22)) }
    self.base = base
    percents = base.count + 1
    points = percents + table.mostFields
    maxima = points + table.mostFields
  }

  func sheet() -> Sheet {
    let count = table.mostFields
    let figure = max(table.percentWidth, table.pointsWidth)
    let widths = base.map(\.width) + [Double](repeating: figure, count: 3 * count)
    var plan = SheetPlan(widths: widths, styles)
    // The title stands over the columns that every page repeats.
    let page = 1...base.count
    plan.heading(table.title("KẾT QUẢ THEO LĨNH VỰC"), table.results, over: page, isShort: true)
    var formats: [ConditionalFormat] = []
    var breaks: [Int] = []
    var headRow = 0
    for (place, group) in table.groups.enumerated() {
      if place > 0 {
        plan.gap()
        breaks.append(plan.nextRow)
      }
      if let title = table.groupTitle(place) { plan.line(title, styles.section, over: page) }
      let set = table.set(place)
      addHeads(table.fields[place], set, &plan)
      headRow = plan.nextRow - 1
      let rows = plan.nextRow...(plan.nextRow + group.agencies.count - 1)
      for agency in group.agencies.indices { addRow(place, agency, set, &plan) }
      // Many penalty points are nothing to be shown green.
      for (number, field) in table.fields[place].enumerated() where set.rows[field].fieldKind != .penalty {
        let column = percents + number
        formats.append(ConditionalFormat([CellArea(rows: rows, columns: column...column)], .shareScale))
      }
    }
    var sheet = plan.sheet("Lĩnh vực")
    sheet.conditionalFormats = formats
    sheet.frozenBefore = CellPosition(row: table.groups.count == 1 ? headRow + 1 : 1, column: 4)
    sheet.print = .landscape(
      table.results, repeating: table.groups.count == 1 ? (headRow - 1)...headRow : nil)
    sheet.print.breaksBefore = breaks
    guard count > 0 else { return sheet }
    if table.groups.count == 1 {
      sheet.autoFilter = CellArea(
        rows: headRow...(headRow + table.groups[0].agencies.count), columns: 1...widths.count)
    }
    // A page for the percents, one for the points, one for the maxima.
    sheet.print.fitsWidth = false
    sheet.print.repeatedColumns = 1...base.count
    sheet.print.columnBreaksBefore = [points, maxima]
    let wide = base.reduce(0) { $0 + $1.width } + Double(count) * figure
    sheet.print.scale = max(60, min(100, Int(PrintSetup.landscapeWidth / wide * 100)))
    return sheet
  }

  private func addHeads(_ fields: [Int], _ set: CriteriaSet, _ plan: inout SheetPlan) {
    let (styles, base) = (styles, base)
    let missing = table.mostFields - fields.count
    let titles = ["Chỉ số thành phần", "Điểm đạt được", "Điểm tối đa được áp dụng"]
    if !fields.isEmpty {
      for start in [percents, points, maxima] { plan.merge(start...(start + fields.count - 1)) }
    }
    let title = titles.map { styles.head.height($0, width: plan.widths[percents - 1] * Double(fields.count)) }
    plan.row(height: fields.isEmpty ? nil : title.max()) { rows in
      for _ in base { rows.blank(styles.head.id) }
      for title in titles {
        for number in fields.indices {
          if number == 0 { rows.text(title, styles.head.id) } else { rows.blank(styles.head.id) }
        }
        rows.skip(missing)
      }
    }
    let names = fields.map { table.fieldHead($0, set) }
    let blanks = [String](repeating: "", count: missing)
    let height = (base.map(\.heading) + names).enumerated().map { column, text in
      styles.head.height(text, width: plan.widths[min(column, plan.widths.count - 1)])
    }
    plan.row(height: height.max()) { rows in
      for entry in base { rows.text(entry.heading, styles.head.id) }
      for _ in titles {
        for name in names { rows.text(name, styles.head.id) }
        rows.skip(blanks.count)
      }
    }
  }

  private func addRow(_ place: Int, _ number: Int, _ set: CriteriaSet, _ plan: inout SheetPlan) {
    let result = table.groups[place].agencies[number]
    let agency = table.round.agencies[result.agency]
    let (styles, settings, row) = (styles, set.settings, plan.nextRow)
    var texts = [agency.code, table.names[place].name(number)]
    if base.count > 3 { texts.append(table.round.blocTitle(agency.bloc, group: agency.group)) }
    let totals = table.fields[place].isEmpty ? [] : result.fields
    let missing = table.mostFields - totals.count
    let (points, maxima) = (points, maxima)
    plan.row(height: plan.height(texts.enumerated().map { ($0.offset + 2, $0.element) })) { rows in
      rows.rank(result.rank, styles)
      for text in texts { rows.text(text, styles.text.id) }
      for (field, total) in totals.enumerated() {
        guard let share = total.share.flatMap(settings.publishedPercent) else {
          rows.text(noFigure, styles.center.id)
          continue
        }
        let formula = ExactFormula.share(
          (CellPosition(row: row, column: points + field).text, total.points),
          of: (CellPosition(row: row, column: maxima + field).text, total.max), in: set)
        rows.number(share, decimals: settings.indexDecimals + 2, from: formula, styles.percent(settings))
      }
      rows.skip(missing)
      for total in totals {
        rows.points(
          total.max == 0 && total.points == 0 ? nil : total.points, settings, styles.points(settings),
          none: styles.center.id)
      }
      rows.skip(missing)
      for total in totals {
        rows.number(total.max, decimals: settings.pointDecimals, styles.points(settings))
      }
    }
  }
}
