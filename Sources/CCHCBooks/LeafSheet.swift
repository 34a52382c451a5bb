import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCOffice
import CCHCPapers
import CCHCScoring

/// The sheet Chi tiết: final points of every leaf, agencies by leaves, with sums of fields and of agencies.
struct LeafSheet {
  private let table: ResultsTable
  private let styles: BookStyles

  init(_ table: ResultsTable, _ styles: BookStyles) {
    self.table = table
    self.styles = styles
  }

  /// The most leaves that are shown: a sheet has 16,384 columns.
  private static let mostLeaves = 10_000
  private static let firstFigure = 3
  /// How much of a leaf's name stands over its narrow column.
  private static let nameLetters = 75

  /// A field's columns: its leaves, and behind them their sum unless the field is itself a leaf.
  fileprivate struct Block {
    let field: Int
    let leaves: [Int]
    let first: Int
    let hasSum: Bool

    var last: Int { first + leaves.count - 1 + (hasSum ? 1 : 0) }
    /// The column that holds the field's points.
    var sum: Int { last }
  }

  /// The fields that have leaves, side by side; nil where there are more leaves than columns.
  private func blocks(_ set: CriteriaSet) -> [Block]? {
    guard set.leaves.count <= Self.mostLeaves else { return nil }
    var leaves: [Int: [Int]] = [:]
    for (number, leaf) in set.leaves.enumerated() {
      leaves[set.field(of: leaf.row), default: []].append(number)
    }
    var blocks: [Block] = []
    var column = Self.firstFigure
    for field in set.fields {
      guard let list = leaves[field] else { continue }
      let block = Block(field: field, leaves: list, first: column, hasSum: set.rows[field].leaf == nil)
      blocks.append(block)
      column = block.last + 1
    }
    return blocks
  }

  func sheet() -> Sheet {
    let blocks = table.groups.indices.map { self.blocks(table.set($0)) }
    let last = blocks.compactMap { $0?.last?.last }.max() ?? 2
    let figure = max(9.5, table.pointsWidth)
    let widths = [table.codeWidth, 32] + [Double](repeating: figure, count: last - 1)
    var plan = SheetPlan(widths: widths, styles)
    let page = 1...2
    plan.heading(table.title("ĐIỂM TỪNG TIÊU CHÍ"), table.results, over: page, isShort: true)
    let statuses = LeafStatus.allCases.filter { status in
      status != .scored
        && table.groups.contains { (table.results[group: $0.group].statusCounts[status] ?? 0) > 0 }
    }
    if !statuses.isEmpty {
      let marks = statuses.map { "\($0.mark): \($0.vietnamese)" }.joined(separator: "; ")
      plan.line("Ký hiệu: \(marks).", styles.note, over: page)
    }
    var heads = 1...1
    var breaks: [Int] = []
    for (place, group) in table.groups.enumerated() {
      if place > 0 {
        plan.gap()
        breaks.append(plan.nextRow)
      }
      if let title = table.groupTitle(place) { plan.line(title, styles.section, over: page) }
      let set = table.set(place)
      guard let blocks = blocks[place] else {
        plan.line(
          "Bộ tiêu chí có \(groupedText(set.leaves.count)) tiêu chí, nhiều hơn số cột của một bảng tính; xem scores.csv.",
          styles.note, over: page)
        continue
      }
      let first = plan.nextRow
      addHeads(blocks, set, &plan)
      heads = first...(plan.nextRow - 1)
      addMaxima(blocks, set, &plan)
      for number in group.agencies.indices { addRow(place, number, blocks, set, &plan) }
    }
    var sheet = plan.sheet("Chi tiết")
    let isSingle = table.groups.count == 1
    sheet.frozenBefore = CellPosition(row: isSingle ? heads.upperBound + 2 : 1, column: Self.firstFigure)
    sheet.print = .landscape(table.results, repeating: isSingle ? heads : nil)
    sheet.print.fitsWidth = false
    sheet.print.scale = 75
    sheet.print.repeatedColumns = 1...2
    sheet.print.breaksBefore = breaks
    return sheet
  }

  // MARK: Headings

  private func addHeads(_ blocks: [Block], _ set: CriteriaSet, _ plan: inout SheetPlan) {
    let styles = styles
    let titles = blocks.map { block in
      let title = "\(set.rows[block.field].code). \(set.rows[block.field].fieldTitle)"
      // The heading must end where the next field begins; a bold letter is about as wide as a digit.
      let room = Int(plan.width(block.first...block.last))
      return title.count + 9 <= room ? "Lĩnh vực \(title)" : title.shortened(to: room)
    }
    // Not joined: joined cells that a page's end cuts are painted beyond it by LibreOffice.
    plan.row(height: 18) { rows in
      rows.blank(styles.wideHead)
      rows.blank(styles.wideHead)
      for (block, title) in zip(blocks, titles) {
        rows.text(title, styles.wideHead)
        for _ in block.first..<block.last { rows.blank(styles.wideHead) }
      }
      rows.blank(styles.wideHead)
    }
    plan.row { rows in
      rows.text("Mã", styles.head.id)
      rows.text("Cơ quan", styles.head.id)
      for block in blocks {
        for leaf in block.leaves { rows.text(set.rows[set.leaves[leaf].row].code, styles.head.id) }
        if block.hasSum { rows.text("Cộng \(set.rows[block.field].code)", styles.head.id) }
      }
      rows.text("Tổng", styles.head.id)
    }
    let names = blocks.flatMap { block in
      block.leaves.map { set.rows[set.leaves[$0].row].name.shortened(to: Self.nameLetters) }
        + (block.hasSum ? ["Điểm của lĩnh vực"] : [])
    }
    let width = plan.widths[Self.firstFigure - 1]
    let name = names.map { styles.smallHead.height($0, width: width) }.max()
    plan.row(height: name) { rows in
      rows.blank(styles.head.id)
      rows.blank(styles.head.id)
      for name in names { rows.text(name, styles.smallHead.id) }
      rows.text("Điểm đạt được", styles.smallHead.id)
    }
  }

  /// The maxima of the set, before any exemption.
  private func addMaxima(_ blocks: [Block], _ set: CriteriaSet, _ plan: inout SheetPlan) {
    let (styles, settings, row) = (styles, set.settings, plan.nextRow)
    let units = blocks.map { block in
      block.leaves.map { leaf in set.leaves[leaf].isMonitored ? nil : Int128(set.leaves[leaf].maxUnits) }
    }
    let sums = units.map { $0.reduce(Int128(0)) { $0 + ($1 ?? 0) } }
    let scored = blocks.indices.filter { set.rows[blocks[$0].field].fieldKind == .scored }
    let total = scored.reduce(Int128(0)) { $0 + sums[$1] }
    let formula = ExactFormula.sum(
      Self.terms(scored.map { (blocks[$0], false) }, row), decimals: settings.pointDecimals, largest: total)
    plan.row { rows in
      rows.blank(styles.bold.id)
      rows.text("Điểm tối đa", styles.bold.id)
      for (number, block) in blocks.enumerated() {
        for maximum in units[number] {
          rows.points(maximum, settings, styles.points(settings, .total), none: styles.center.id)
        }
        rows.sum(sums[number], sums[number], of: block, row, settings, styles)
      }
      rows.number(
        total, decimals: settings.pointDecimals, from: formula, styles.points(settings, .total))
    }
  }

  /// The sum of the columns of some fields, those of penalty fields taken off.
  private static func terms(_ blocks: [(block: Block, isPenalty: Bool)], _ row: Int) -> String {
    var terms = ""
    for (block, isPenalty) in blocks {
      let cell = CellPosition(row: row, column: block.sum).text
      // The only leaf of such a field may show a mark in place of points.
      let value = block.hasSum ? cell : "N(\(cell))"
      terms += (isPenalty ? "-" : terms.isEmpty ? "" : "+") + value
    }
    return terms.utf8.count < 8000 ? terms : ""
  }

  // MARK: Agencies

  private func addRow(
    _ place: Int, _ number: Int, _ blocks: [Block], _ set: CriteriaSet, _ plan: inout SheetPlan
  ) {
    let result = table.groups[place].agencies[number]
    let agency = table.results[agency: result.agency]
    let name = table.names[place].name(number)
    let (styles, settings, row) = (styles, set.settings, plan.nextRow)
    plan.row(height: plan.height([(1, agency.code), (2, name)])) { rows in
      rows.text(agency.code, styles.text.id)
      rows.text(name, styles.text.id)
      var largest: Int128 = 0
      for block in blocks {
        var (sum, size) = (Int128(0), Int128(0))
        for leaf in block.leaves {
          let score = agency[leaf: leaf].score
          if let final = score.final {
            rows.number(
              Int128(final), decimals: settings.pointDecimals, styles.points(settings, of: score.status))
            sum += Int128(final)
            size += Int128(final.magnitude)
          } else {
            rows.text(score.status.mark, styles.words(of: score.status).id)
          }
        }
        rows.sum(sum, size, of: block, row, settings, styles)
        largest += size
      }
      let terms = Self.terms(blocks.map { ($0, set.rows[$0.field].fieldKind == .penalty) }, row)
      rows.number(
        result.points, decimals: settings.pointDecimals,
        from: .sum(terms, decimals: settings.pointDecimals, largest: largest),
        styles.points(settings, .total))
    }
  }
}

extension RowWriter {
  /// The sum of a field's leaves; nothing where the field is itself a leaf.
  fileprivate mutating func sum(
    _ sum: Int128, _ size: Int128, of block: LeafSheet.Block, _ row: Int, _ settings: SetSettings,
    _ styles: BookStyles
  ) {
    guard block.hasSum else { return }
    let area = CellArea(rows: row...row, columns: block.first...(block.last - 1))
    number(
      sum, decimals: settings.pointDecimals,
      from: .sum("SUM(\(area.text))", decimals: settings.pointDecimals, largest: size),
      styles.points(settings, .total))
  }
}
