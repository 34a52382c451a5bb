import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCOffice
import CCHCPapers
import CCHCScoring

/// The sheet Xếp hạng: ranks, points, index and bands by bloc, the points as the sum of those of the fields.
struct RankingSheet {
  private let table: ResultsTable
  private let styles: BookStyles
  private let columns: Columns
  private let explainsMethod: Bool

  /// A sheet whose notes say how ranks come about, where no other sheet does.
  init(_ table: ResultsTable, _ styles: BookStyles, explainsMethod: Bool = false) {
    self.table = table
    self.styles = styles
    self.explainsMethod = explainsMethod
    columns = Columns(table)
  }

  /// Where the figures stand.
  private struct Columns {
    let code = 2
    let name = 3
    let points = 4
    let max = 5
    let index = 6
    /// nil where no set has bands.
    let band: Int?
    /// The rank of the year before; the change stands right of it; nil where no such year is named.
    let before: Int?
    let firstField: Int
    let widths: [Double]

    init(_ table: ResultsTable) {
      let hasBands = table.groups.indices.contains { !table.set($0).bands.isEmpty }
      var widths: [Double] = [
        6.5, table.codeWidth, 36, Swift.max(table.pointsWidth, 9), Swift.max(table.pointsWidth, 8),
        Swift.max(table.percentWidth, 9),
      ]
      band = hasBands ? 7 : nil
      if hasBands { widths.append(12) }
      before = table.results.previous == nil ? nil : widths.count + 1
      if before != nil { widths += [8, 8] }
      firstField = widths.count + 1
      widths += [Double](repeating: Swift.max(table.pointsWidth, 8.5), count: table.mostFields)
      self.widths = widths
    }

    func headings(_ fields: [String]) -> [String] {
      var texts = ["Hạng", "Mã", "Cơ quan", "Điểm đạt được", "Điểm tối đa", "Chỉ số"]
      if band != nil { texts.append("Xếp loại") }
      if before != nil { texts += ["Hạng năm trước", "Tăng, giảm"] }
      return texts + fields
    }
  }

  func sheet() -> Sheet {
    var plan = SheetPlan(widths: columns.widths, styles)
    let all = 1...columns.widths.count
    plan.heading(table.title("BẢNG XẾP HẠNG CÁC CƠ QUAN"), table.results, over: all)
    var formats: [ConditionalFormat] = []
    var breaks: [Int] = []
    var headRows: [Int] = []
    var blocs: [ClosedRange<Int>] = []
    for (place, group) in table.groups.enumerated() {
      if place > 0 {
        plan.gap()
        breaks.append(plan.nextRow)
      }
      if let title = table.groupTitle(place) { plan.line(title, styles.section, over: all) }
      let set = table.set(place)
      headRows.append(plan.nextRow)
      plan.heads(columns.headings(table.fields[place].map { table.fieldHead($0, set) }), least: 32)
      let list = group.blocs(in: table.round)
      for bloc in list {
        let title = table.blocTitle(bloc, place)
        if list.count > 1 || title != table.round.groupTitle(group.group) {
          plan.line(title, styles.section, over: all)
        }
        let rows = plan.nextRow...(plan.nextRow + bloc.count - 1)
        for agency in bloc { addRow(place, agency, set, &plan) }
        addMean(group, bloc, rows.lowerBound, set, &plan)
        blocs.append(rows)
        formats.append(
          ConditionalFormat([CellArea(rows: rows, columns: columns.index...columns.index)], .shareScale))
      }
      addNotes(place, list, over: all, &plan)
    }
    addSource(over: all, &plan)
    var sheet = plan.sheet("Xếp hạng")
    sheet.conditionalFormats = formats
    if blocs.count == 1, let head = headRows.first {
      sheet.autoFilter = CellArea(
        rows: head...blocs[0].upperBound, columns: 1...(columns.firstField - 1 + table.fields[0].count))
    }
    let single = headRows.count == 1 ? headRows[0] : nil
    sheet.frozenBefore = CellPosition(row: single.map { $0 + 1 } ?? 1, column: 4)
    sheet.print = .landscape(table.results, repeating: single.map { $0...$0 })
    sheet.print.breaksBefore = breaks
    return sheet
  }

  // MARK: Rows

  private func addRow(_ place: Int, _ number: Int, _ set: CriteriaSet, _ plan: inout SheetPlan) {
    let result = table.groups[place].agencies[number]
    let agency = table.round.agencies[result.agency]
    let name = table.names[place].title(number).plain
    let (row, styles, columns, settings) = (plan.nextRow, styles, columns, set.settings)
    let results = table.results
    let fields = table.fields[place].isEmpty ? [] : result.fields
    let points = sum(fields, table.fields[place], set, row, result.points)
    plan.row(height: plan.height([(columns.code, agency.code), (columns.name, name)])) { rows in
      rows.rank(result.rank, styles)
      rows.text(agency.code, styles.text.id)
      rows.text(name, styles.text.id)
      rows.number(
        result.points, decimals: settings.pointDecimals, from: points, styles.points(settings, .total))
      rows.number(result.max, decimals: settings.pointDecimals, styles.points(settings))
      if let index = result.publishedIndex {
        let share = ExactFormula.share(
          (CellPosition(row: row, column: columns.points).text, result.points),
          of: (CellPosition(row: row, column: columns.max).text, result.max), in: set)
        rows.number(
          index, decimals: settings.indexDecimals + 2, from: share, styles.percent(settings, .total))
      } else {
        rows.text(noFigure, styles.center.id)
      }
      if columns.band != nil { rows.text(result.band ?? noFigure, styles.center.id) }
      if columns.before != nil {
        let agency = results[agency: result.agency]
        rows.rank(agency.rankBefore?.rank, styles)
        if let risen = agency.ranksRisen {
          rows.number(Int128(risen), decimals: 0, styles.change)
        } else {
          rows.text(noFigure, styles.center.id)
        }
      }
      for field in fields {
        // Where nothing of a field is assessed, its points are 0 but say nothing.
        rows.points(
          field.max == 0 && field.points == 0 ? nil : field.points, settings, styles.points(settings),
          none: styles.center.id)
      }
    }
  }

  /// The agency's points as the sum of its visible fields.
  private func sum(
    _ totals: [RowTotal], _ fields: [Int], _ set: CriteriaSet, _ row: Int, _ points: Int128
  ) -> ExactFormula? {
    var terms = ""
    var hasTexts = false
    var cells: [String] = []
    for (number, field) in fields.enumerated() {
      let cell = CellPosition(row: row, column: columns.firstField + number).text
      let isPenalty = set.rows[field].fieldKind == .penalty
      if totals[number].max == 0, totals[number].points == 0 { hasTexts = true }
      terms += (isPenalty ? "-" : terms.isEmpty ? "" : "+") + cell
      // A cell that shows no figure counts as 0 only inside a function.
      cells.append((isPenalty ? "-N(" : cells.isEmpty ? "N(" : "+N(") + cell + ")")
    }
    return .sum(
      hasTexts ? cells.joined() : terms, decimals: set.settings.pointDecimals,
      largest: totals.reduce(0) { $0 + max($1.points, -$1.points) })
  }

  /// The mean of the ranked agencies of a bloc, which stand first; nothing where none is ranked.
  private func addMean(
    _ group: GroupResult, _ bloc: Range<Int>, _ first: Int, _ set: CriteriaSet, _ plan: inout SheetPlan
  ) {
    let ranked = group.agencies[bloc].prefix { $0.rank != nil }
    guard !ranked.isEmpty else { return }
    let rows = first...(first + ranked.count - 1)
    let (styles, columns, settings) = (styles, columns, set.settings)
    let points = ExactFormula.mean(
      CellArea(rows: rows, columns: columns.points...columns.points), ranked.map(\.points),
      decimals: settings.pointDecimals, settings.rounding)
    let index = ExactFormula.mean(
      CellArea(rows: rows, columns: columns.index...columns.index), ranked.compactMap(\.publishedIndex),
      decimals: settings.indexDecimals + 2, settings.rounding)
    let label = ranked.count == bloc.count ? "Trung bình" : "Trung bình các cơ quan được xếp hạng"
    let last = columns.firstField - 1
    plan.row(height: plan.height([(columns.name, label)])) { rows in
      rows.blank(styles.bold.id)
      rows.blank(styles.bold.id)
      rows.text(label, styles.bold.id)
      rows.mean(points, decimals: settings.pointDecimals, styles.points(settings, .total), styles)
      rows.blank(styles.bold.id)
      rows.mean(index, decimals: settings.indexDecimals + 2, styles.percent(settings, .total), styles)
      for _ in (columns.index + 1)..<(last + 1) { rows.blank(styles.bold.id) }
    }
  }

  // MARK: Notes

  private func addNotes(
    _ place: Int, _ blocs: [Range<Int>], over columns: ClosedRange<Int>, _ plan: inout SheetPlan
  ) {
    let group = table.groups[place]
    var notes: [RichText] = []
    if let note = FewAnswersNote.text(group.agencies, of: table.results) { notes.append(note) }
    let tables = RankingTables(table.results, group)
    for bloc in blocs { notes += tables.alikeNotes(bloc) }
    if let year = YearNotes(table.results) { notes += [year.meaning] + year.exceptions(group.agencies) }
    let method = MethodNotes(table.set(place))
    if group.agencies.contains(where: { $0.rank == nil }) { notes.append(method.unranked) }
    if explainsMethod { notes += [method.rounding, method.index, method.ranking] }
    guard !notes.isEmpty else { return }
    plan.gap()
    for note in notes { plan.line(note.plain, styles.note, over: columns) }
  }

  /// Where the figures are from, as round.csv puts it.
  private func addSource(over columns: ClosedRange<Int>, _ plan: inout SheetPlan) {
    let settings = table.round.settings
    if !settings.source.isEmpty {
      plan.line("Nguồn số liệu: \(settings.source.sentence)", styles.note, over: columns)
    }
    if !settings.note.isEmpty { plan.line("Ghi chú: \(settings.note.sentence)", styles.note, over: columns) }
  }
}

extension RowWriter {
  /// A rank; `–` for none.
  mutating func rank(_ rank: Int?, _ styles: BookStyles) {
    if let rank {
      number(Int128(rank), decimals: 0, styles.center.id)
    } else {
      text(noFigure, styles.center.id)
    }
  }

  fileprivate mutating func mean(
    _ mean: (formula: ExactFormula, units: Int128)?, decimals: Int, _ style: StyleID, _ styles: BookStyles
  ) {
    guard let mean else { return text(noFigure, styles.center.id) }
    number(mean.units, decimals: decimals, from: mean.formula, style)
  }
}
