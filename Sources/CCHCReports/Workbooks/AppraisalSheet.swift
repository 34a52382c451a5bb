import CCHCScoring
import CCHCTables

/// The sheet Thẩm định: self, appraised and final points, and their difference as a formula.
struct AppraisalSheet {
  private let results: Results
  private let styles: BookStyles

  /// The most rows below the headings: a sheet holds 1,048,576.
  private static let mostRows = 1_000_000

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  func sheet() -> Sheet {
    let (results, styles) = (results, styles)
    let rounds = results.roundScores.map(\.round).max() ?? 0
    let appraised = results.scores.count { $0.isAppraised }
    let onlyChanged = appraised > Self.mostRows
    let headings =
      ["Mã cơ quan", "Cơ quan", "Mã tiêu chí", "Tiêu chí", "Tự chấm"]
      + (0..<min(rounds, 9)).map { "Lần \($0 + 1)" } + ["Điểm đạt được", "Chênh lệch"]
    var sheet = Sheet("Thẩm định") { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      rows.startRow()
      if onlyChanged { rows.text("Chỉ gồm các lượt có thay đổi điểm.", styles.note) }
      rows.heads(headings, styles, height: 32)
      var left = Self.mostRows
      for group in results.filledGroups {
        Self.write(group, results, styles, min(rounds, 9), onlyChanged: onlyChanged, &left, &rows)
      }
    }
    sheet.columns = [
      ColumnSettings(1, width: 12), ColumnSettings(2, width: 34), ColumnSettings(3, width: 11),
      ColumnSettings(4, width: 50),
    ]
    sheet.columns.append(ColumnSettings(5...(7 + min(rounds, 9)), width: 11))
    sheet.frozenBefore = CellPosition(row: 4, column: 5)
    sheet.autoFilter = CellArea(
      rows: 3...max(3, 3 + min(appraised, Self.mostRows)), columns: 1...headings.count)
    sheet.print = .landscape(repeating: 3...3)
    return sheet
  }

  private static func write(
    _ group: GroupResult, _ results: Results, _ styles: BookStyles, _ rounds: Int, onlyChanged: Bool,
    _ left: inout Int, _ rows: inout RowWriter
  ) {
    let round = results.round
    let set = round.groups[group.group].set
    for result in group.agencies {
      for (number, leaf) in set.leaves.enumerated() {
        let score = results.score(agency: result.agency, leaf: number)
        guard score.isAppraised, left > 0, !onlyChanged || score.own != score.final else { continue }
        left -= 1
        rows.startRow()
        rows.text(round.agencies[result.agency].code, styles.text)
        rows.text(round.agencies[result.agency].name, styles.text)
        rows.text(set.rows[leaf.row].code, styles.text)
        rows.text(set.rows[leaf.row].name, styles.text)
        rows.points(score.own.map { Int128($0) }, set.settings, styles)
        let list = results.rounds(of: score)
        for number in 0..<rounds {
          let points = list.first { $0.round == number + 1 }?.points
          rows.points(points.map { Int128($0) }, set.settings, styles)
        }
        rows.points(score.final.map { Int128($0) }, set.settings, styles)
        guard let own = score.own, let final = score.final else {
          rows.blank(styles.points(set.settings))
          continue
        }
        let (first, last) = (
          CellPosition(row: rows.row, column: 5).text, CellPosition(row: rows.row, column: 6 + rounds).text
        )
        rows.formula(
          "\(last)-\(first)",
          .number(units: Int128(final) - Int128(own), decimals: set.settings.pointDecimals),
          styles.points(set.settings))
      }
    }
  }
}
