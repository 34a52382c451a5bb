import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Lays a form out as a workbook.
struct FormWorkbook {
  private let book: FormBook
  private let round: Round
  private let agency: Agency
  private let stamp: FormStamp
  private var workbook: Workbook
  private let styles: FormStyles
  /// What stands in the cells that may be typed into.
  private let typed: [FormCell: CellContent]
  private var grid = SheetGrid()

  private var plan: FormPlan { book.plan }
  private var set: CriteriaSet { book.plan.set }

  init(_ book: FormBook, _ round: Round, _ agency: Agency, _ stamp: FormStamp) {
    self.book = book
    self.round = round
    self.agency = agency
    self.stamp = stamp
    var normal = CellStyle()
    normal.font.size = 11
    workbook = Workbook(
      title: "Bảng tự chấm điểm – \(agency.name)", creator: round.settings.issuer, normal: normal)
    styles = FormStyles(&workbook, book.plan.set.settings)
    typed = book.entries.cells(book.plan)
  }

  // MARK: Sheets

  mutating func bytes() -> [UInt8] {
    drawHead()
    drawTable()
    FormFoot(plan, round, agency, styles).draw(on: &grid)
    placeValues()
    workbook.sheets = [
      formSheet(), FormGuide(plan, styles).sheet(), FormRules(plan, styles).sheet(), workSheet(),
      stampSheet(),
    ]
    workbook.recalculatesOnOpening = true
    return workbook.written()
  }

  private func formSheet() -> Sheet {
    var sheet = Sheet(FormSheet.form.rawValue, grid: grid)
    typealias Column = FormLayout.Column
    sheet.columns = FormStyles.widths.enumerated().map { place, width in
      ColumnSettings(place + 1, width: width, isHidden: place + 1 == Column.mark)
    }
    sheet.merged = merged
    sheet.frozenBefore = CellPosition(row: FormLayout.headingRow + 1, column: Column.maximum)
    sheet.protection = SheetProtection()
    sheet.validations = FormValidations(plan).list
    sheet.conditionalFormats = FormStyles.conditions(rows: FormLayout.headingRow + 1...plan.layout.lastRow)
    sheet.print.orientation = .landscape
    sheet.print.repeatedRows = FormLayout.checkRow...FormLayout.headingRow
    sheet.print.area = CellArea(rows: 1...plan.summary.lastRow, columns: 1...Column.request)
    sheet.print.margins.left = 20
    // The signatures must not stand alone on a page.
    sheet.print.breaksBefore = [plan.summary.titleRow]
    return sheet
  }

  private var merged: [CellArea] {
    typealias Column = FormLayout.Column
    var areas = [
      CellArea(rows: 1...1, columns: 1...3), CellArea(rows: 1...1, columns: 4...9),
      CellArea(rows: 2...2, columns: 1...3), CellArea(rows: 2...2, columns: 4...9),
      CellArea(rows: 3...3, columns: 4...9),
    ]
    for row in FormLayout.titleRow...FormLayout.noteRow {
      areas.append(CellArea(rows: row...row, columns: 1...Column.request))
    }
    let check = FormLayout.checkRow
    areas.append(CellArea(rows: check...check, columns: 1...Column.points))
    areas.append(CellArea(rows: check...check, columns: Column.state...Column.request))
    return areas + FormFoot.merged(plan)
  }

  /// The hidden sheet of all steps.
  private func workSheet() -> Sheet {
    var work = SheetGrid()
    work[WorkColumn.agencyRow, 1] = Cell("agency")
    for (row, leaf) in zip(plan.leafRows, set.leaves) {
      work[row, WorkColumn.code] = Cell(set.rows[leaf.row].code, styles.text)
    }
    for (cell, content) in book.facts.cells(plan) { work[cell.position] = Cell(content) }
    for (cell, text) in plan.labels { work[cell.position] = Cell(text) }
    for step in plan.steps {
      let value = book.computer[step.cell].cached(decimals: 0)
      work[step.cell.position] = Cell(.formula(step.formula.text(on: .work), value))
    }
    var sheet = Sheet(FormSheet.work.rawValue, grid: work)
    sheet.visibility = .hidden
    sheet.protection = SheetProtection()
    return sheet
  }

  private func stampSheet() -> Sheet {
    var sheet = Sheet(FormStamp.sheetName, stamp.entries.map { [Cell($0.key), Cell($0.value)] })
    sheet.visibility = .veryHidden
    sheet.protection = SheetProtection()
    return sheet
  }

  // MARK: The form

  private mutating func drawHead() {
    let settings = round.settings
    grid[1, 1] = Cell(settings.superior.uppercased(), styles.center)
    grid[2, 1] = Cell(agency.name.uppercased(), styles.centerBold)
    grid[1, 4] = Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", styles.centerBold)
    grid[2, 4] = Cell("Độc lập - Tự do - Hạnh phúc", styles.centerBold)
    let place = settings.place.isEmpty ? "……" : settings.place
    grid[3, 4] = Cell("\(place), ngày …… tháng …… năm ……", styles.centerItalic)
    grid[FormLayout.titleRow, 1] = Cell("BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH", styles.title)
    grid[FormLayout.roundRow, 1] = Cell(settings.name, styles.centerItalic)
    grid[FormLayout.agencyRow, 1] = Cell(
      "Cơ quan: \(agency.name) (mã \(agency.code)) – Bộ tiêu chí: \(set.settings.name)", styles.center)
    grid[FormLayout.resultRow, 1].style = styles.centerBold
    grid[FormLayout.noteRow, 1].style = styles.center
    grid[FormLayout.checkRow, 1].style = styles.bold
    grid[FormLayout.checkRow, FormLayout.Column.state].style = styles.rightBold
    let total = FormStyles.widths.prefix(FormLayout.Column.request).reduce(0, +)
    for row in [FormLayout.roundRow, FormLayout.agencyRow] {
      guard case .text(let text) = grid[row, 1].content else { continue }
      grid.setHeight(wrappedHeight(text, width: total, normalSize: 11), ofRow: row)
    }
    let headings = [
      "Mã", "Tên", "Điểm tối đa", "Số liệu", "Điểm tự chấm", "Tình trạng", "Tài liệu kiểm chứng",
      "Giải trình, ghi chú", "Không áp dụng",
    ]
    for (place, heading) in headings.enumerated() {
      grid[FormLayout.headingRow, place + 1] = Cell(heading, styles.heading)
    }
    grid.setHeight(32, ofRow: FormLayout.headingRow)
  }

  private mutating func drawTable() {
    for line in plan.layout.lines {
      switch line {
      case .criterion(let row): draw(row, at: plan.layout.row(of: line))
      case .input(let leaf, let place):
        draw(set.leaves[leaf].inputs[place], leaf, place, at: plan.layout.row(of: line))
      }
    }
  }

  private mutating func draw(_ number: Int, at row: Int) {
    typealias Column = FormLayout.Column
    let criterion = set.rows[number]
    let leaf = criterion.leaf.map { set.leaves[$0] }
    let look = styles.row(criterion, isLeaf: leaf != nil)
    for column in Column.code...Column.request { grid[row, column].style = look.text }
    grid[row, Column.code] = Cell(criterion.code, look.code)
    grid[row, Column.name] = Cell(
      criterion.level == 1 ? criterion.fieldTitle : criterion.name, look.text)
    if let maximum = criterion.maxPoints, !criterion.isMonitored {
      grid[row, Column.maximum] = Cell(.decimal(maximum), look.points)
    }
    grid[row, Column.points].style = look.points
    var texts = [(grid[row, Column.name].content, FormStyles.widths[Column.name - 1])]
    if let leaf, leaf.method == .own {
      for column in [Column.document, Column.note, Column.request] {
        let cell = FormCell(.form, row: row, column: column)
        grid[row, column] = Cell(
          typed[cell] ?? .blank,
          column == Column.request ? styles.choiceEntry : styles.textEntry)
        texts.append((grid[row, column].content, FormStyles.widths[column - 1]))
      }
    }
    // Room for what the column Tình trạng may say.
    grid.setHeight(max(height(texts), leaf == nil ? 0 : 30), ofRow: row)
  }

  private mutating func draw(_ input: Input, _ leaf: Int, _ place: Int, at row: Int) {
    typealias Column = FormLayout.Column
    for column in Column.code...Column.request { grid[row, column].style = styles.inputRow }
    let suffix = input.isOptional ? " (không bắt buộc)" : ""
    let label = input.label.isEmpty ? input.name : "\(input.name): \(input.label)"
    grid[row, Column.name] = Cell(label + suffix, styles.inputLabel)
    grid[row, Column.figure] = Cell(book.entries.figures[leaf][place], styles.entry(input.type))
    grid.setHeight(height([(.text(label + suffix), FormStyles.widths[Column.name - 1] - 3)]), ofRow: row)
  }

  private func height(_ texts: [(CellContent, Double)]) -> Double {
    texts.map { content, width in
      guard case .text(let text) = content else { return 16 }
      return wrappedHeight(text, width: width, normalSize: 11)
    }.max() ?? 16
  }

  /// Puts formulas and their values into the cells that are drawn.
  private mutating func placeValues() {
    for shown in plan.shown {
      let cell = shown.cell
      grid[cell.position].content = .formula(
        shown.formula.text(on: .form), book.computer[cell].cached(decimals: shown.decimals))
    }
  }
}
