import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Draws what stands below the table of a form.
struct FormFoot {
  private typealias Column = FormLayout.Column

  private let plan: FormPlan
  private let round: Round
  private let agency: Agency
  private let styles: FormStyles

  init(_ plan: FormPlan, _ round: Round, _ agency: Agency, _ styles: FormStyles) {
    self.plan = plan
    self.round = round
    self.agency = agency
    self.styles = styles
  }

  private static let headings = [
    "", "Lĩnh vực", "Điểm tối đa áp dụng", "Điểm tối đa phần tự chấm", "Điểm tự chấm",
    "Điểm kể cả số liệu đã có của cơ quan khác", "Tỷ lệ (%)",
  ]

  func draw(on grid: inout SheetGrid) {
    let summary = plan.summary
    grid[summary.titleRow, 1] = Cell("TỔNG HỢP THEO LĨNH VỰC", styles.bold)
    for (place, heading) in Self.headings.enumerated() {
      grid[summary.headingRow, place + 1] = Cell(heading, styles.heading)
    }
    grid.setHeight(62, ofRow: summary.headingRow)
    let set = plan.set
    for (place, field) in set.fields.enumerated() {
      let row = summary.totalRow(place)
      drawTotal(row, name: "\(set.rows[field].code). \(set.rows[field].fieldTitle)", on: &grid)
    }
    let whole = summary.totalRow(set.fields.count)
    drawTotal(whole, name: "Tổng cộng", on: &grid)
    for column in Column.code...Column.name { grid[whole, column].style = styles.boldCell }
    for column in Column.maximum...Column.state { grid[whole, column].style = styles.boldPointsCell }
    for result in FormSummary.Result.allCases {
      let row = summary.row(of: result)
      for column in Column.code...Column.points { grid[row, column].style = styles.cell }
      grid[row, Column.name] = Cell(result.title, styles.boldCell)
      grid[row, Column.points].style =
        result == .own || result == .ownMaximum ? styles.boldPointsCell : styles.percentCell
      grid.setHeight(18, ofRow: row)
    }
    drawLimits(on: &grid)
    drawSignatures(on: &grid)
  }

  /// A row of sums; its code stands in the name, so that each code stands once in its column.
  private func drawTotal(_ row: Int, name: String, on grid: inout SheetGrid) {
    grid[row, Column.code].style = styles.codeCell
    grid[row, Column.name] = Cell(name, styles.cell)
    for column in Column.maximum...Column.state { grid[row, column].style = styles.pointsCell }
    grid[row, Column.document].style = styles.percentCell
    grid.setHeight(
      wrappedHeight(name, width: FormStyles.widths[Column.name - 1], normalSize: 11), ofRow: row)
  }

  private func drawLimits(on grid: inout SheetGrid) {
    let limits = plan.set.resultLimits
    guard !limits.isEmpty else { return }
    grid[plan.summary.limitTitleRow, 1] = Cell("KHOẢNG CÁCH ĐẾN CÁC NGƯỠNG", styles.bold)
    for (place, limit) in limits.enumerated() {
      let row = plan.summary.limitRow(place)
      for column in Column.code...Column.request { grid[row, column].style = styles.cell }
      let title = plan.summary.title(of: limit)
      grid[row, Column.code] = Cell(title, styles.cell)
      let width = FormStyles.widths.prefix(Column.points).reduce(0, +)
      grid.setHeight(max(wrappedHeight(title, width: width, normalSize: 11), 18), ofRow: row)
    }
  }

  private func drawSignatures(on grid: inout SheetGrid) {
    let row = plan.summary.signatureRow
    grid[row, Column.code] = Cell("NGƯỜI LẬP BẢNG", styles.centerBold)
    grid[row, Column.state] = Cell("THỦ TRƯỞNG CƠ QUAN", styles.centerBold)
    grid[row + 1, Column.code] = Cell("(Ký, ghi rõ họ tên)", styles.centerItalic)
    grid[row + 1, Column.state] = Cell("(Ký, đóng dấu, ghi rõ họ tên)", styles.centerItalic)
  }

  /// The areas that are one cell each.
  static func merged(_ plan: FormPlan) -> [CellArea] {
    let summary = plan.summary
    var areas: [CellArea] = []
    for place in plan.set.resultLimits.indices {
      let row = summary.limitRow(place)
      areas.append(CellArea(rows: row...row, columns: Column.code...Column.points))
      areas.append(CellArea(rows: row...row, columns: Column.state...Column.request))
    }
    for row in [summary.signatureRow, summary.signatureRow + 1] {
      areas.append(CellArea(rows: row...row, columns: Column.code...Column.maximum))
      areas.append(CellArea(rows: row...row, columns: Column.state...Column.request))
    }
    return areas
  }
}
