import CCHCCriteria
import CCHCExact
import CCHCOffice
import CCHCScoring

/// The sheet Thẩm định: self points, those of each appraisal round, final ones, and the difference as a formula.
struct AppraisalSheet {
  private let table: ResultsTable
  private let styles: BookStyles
  /// How many appraisal rounds are shown.
  private let rounds: Int
  /// How many leaves were appraised.
  private let appraised: Int

  /// The most rows below the headings, so that the sheet holds no more cells than are read again.
  private static let mostRows = 250_000
  /// The most appraisal rounds that are shown.
  private static let mostRounds = 9

  init(_ table: ResultsTable, _ styles: BookStyles) {
    self.table = table
    self.styles = styles
    rounds = min(table.results.roundScores.map(\.round).max() ?? 0, Self.mostRounds)
    appraised = table.results.scores.count { $0.isAppraised }
  }

  private var onlyChanged: Bool { appraised > Self.mostRows }

  func sheet() -> Sheet {
    let widths =
      [table.codeWidth, 28, 9, 44] + [Double](repeating: max(table.pointsWidth, 9), count: 3 + rounds) + [17]
    let all = 1...widths.count
    var plan = SheetPlan(widths: widths, styles)
    plan.heading(table.title("ĐIỂM TỰ CHẤM VÀ ĐIỂM THẨM ĐỊNH"), table.results, over: all)
    var note = appraised == 0 ? "Chưa có lượt chấm nào được thẩm định" : "Gồm các lượt chấm đã thẩm định"
    if onlyChanged { note += " mà điểm thay đổi" }
    let waiting = table.results.unappraised.reduce(0) { $0 + $1.count }
    note += waiting > 0 ? "; còn \(countText(waiting)) lượt tự chấm chưa được thẩm định." : "."
    plan.line(note, styles.note, over: all)
    plan.heads(
      ["Mã cơ quan", "Cơ quan", "Mã tiêu chí", "Tiêu chí", "Tự chấm"]
        + (0..<rounds).map { "Thẩm định lần \($0 + 1)" } + ["Điểm đạt được", "Chênh lệch", "Trạng thái"])
    let head = plan.nextRow - 1
    let lines = lines(plan)
    // Too many rows to be planned one by one: they are written after the others.
    var sheet = plan.sheet("Thẩm định")
    let (begin, writer) = (sheet.rows, self)
    sheet.rows = { rows in
      begin(&rows)
      var left = Self.mostRows
      for place in writer.table.groups.indices { writer.write(place, lines[place], &left, &rows) }
    }
    let count = min(onlyChanged ? changed : appraised, Self.mostRows)
    sheet.autoFilter = CellArea(rows: head...(head + count), columns: all)
    if count > 0 {
      let area = CellArea(rows: (head + 1)...(head + count), columns: (7 + rounds)...(7 + rounds))
      sheet.conditionalFormats = [("<", Color(0xC00000)), (">", Color(0x1F6E2C))].map { sign, color in
        // Spreadsheets take any text for greater than any number.
        ConditionalFormat(
          [area],
          .expression(
            "AND(ISNUMBER(\(area.first.text)),\(area.first.text)\(sign)0)",
            DifferentialStyle(color: color, isBold: true)))
      }
    }
    sheet.frozenBefore = CellPosition(row: head + 1, column: 3)
    sheet.print = .landscape(table.results, repeating: head...head)
    return sheet
  }

  /// The leaves whose points appraisal changed.
  private var changed: Int { table.results.scores.count { $0.isAppraised && $0.own != $0.final } }

  /// How high the rows of a group must be for the names of its agencies and of its leaves.
  private struct Lines {
    var agencies: [Double]
    var leaves: [Double]
  }

  private func lines(_ plan: SheetPlan) -> [Lines] {
    table.groups.indices.map { place in
      let set = table.set(place)
      return Lines(
        agencies: table.groups[place].agencies.map { result in
          let agency = table.round.agencies[result.agency]
          return plan.height([(1, agency.code), (2, agency.name)]) ?? 0
        },
        leaves: set.leaves.map { leaf in
          plan.height([(3, set.rows[leaf.row].code), (4, set.rows[leaf.row].name)]) ?? 0
        })
    }
  }

  private func write(_ place: Int, _ lines: Lines, _ left: inout Int, _ rows: inout RowWriter) {
    let (results, round) = (table.results, table.round)
    let set = table.set(place)
    let settings = set.settings
    for (number, result) in table.groups[place].agencies.enumerated() {
      let agency = round.agencies[result.agency]
      for ((leafNumber, leaf), score) in zip(set.leaves.enumerated(), results[agency: result.agency].scores) {
        guard score.isAppraised, left > 0, !onlyChanged || score.own != score.final else { continue }
        left -= 1
        let height = max(lines.agencies[number], lines.leaves[leafNumber])
        rows.startRow(height: height > 0 ? height : nil)
        rows.text(agency.code, styles.text.id)
        rows.text(agency.name, styles.text.id)
        rows.text(set.rows[leaf.row].code, styles.text.id)
        rows.text(set.rows[leaf.row].name, styles.text.id)
        write(score.own, settings, &rows)
        let list = results.rounds(of: score)
        for number in 0..<rounds { write(list.first { $0.round == number + 1 }?.points, settings, &rows) }
        write(score.final, settings, &rows)
        writeDifference(score, settings, &rows)
        rows.text(score.status.vietnamese, styles.center.id)
      }
    }
  }

  private func write(_ points: Int64?, _ settings: SetSettings, _ rows: inout RowWriter) {
    rows.points(
      points.map { Int128($0) }, settings, styles.points(settings), none: styles.center.id)
  }

  private func writeDifference(_ score: LeafScore, _ settings: SetSettings, _ rows: inout RowWriter) {
    guard let own = score.own, let final = score.final else { return rows.text(noFigure, styles.center.id) }
    let first = CellPosition(row: rows.row, column: 5).text
    let last = CellPosition(row: rows.row, column: 6 + rounds).text
    rows.number(
      Int128(final) - Int128(own), decimals: settings.pointDecimals,
      from: .sum(
        "\(last)-\(first)", decimals: settings.pointDecimals,
        largest: Int128(own.magnitude) + Int128(final.magnitude)), styles.points(settings))
  }
}
