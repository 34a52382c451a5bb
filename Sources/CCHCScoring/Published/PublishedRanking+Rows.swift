import CCHCTables

// The rows below the headings of a published ranking.
extension PublishedRanking {
  /// The columns whose cells are figures.
  var figureColumns: [Int] {
    ranks + [points, max, index].compactMap { $0 } + fields.map(\.column) + candidates.map(\.column)
  }

  mutating func readRows(_ body: ArraySlice<PrintedTable.Row>, _ problems: inout ProblemList) {
    var section = ""
    var sectionStart = 0
    let columns = figureColumns
    let known = Set(headings).subtracting([""])
    for row in body {
      func cell(_ column: Int?) -> String {
        column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      let filled = row.cells.count { !$0.isEmpty }
      // Headings that are printed again, on another page or above another bloc.
      if row.cells.count(where: known.contains) >= 3 { continue }
      if filled == 1 {
        section = row.cells.first { !$0.isEmpty } ?? ""
        sectionStart = rows.count
        continue
      }
      let title = [cell(name), cell(code)].first { !$0.isEmpty } ?? row.cells.first { !$0.isEmpty } ?? ""
      let summary = SummaryRow(title)
      var found = ProblemList()
      let figures = figures(of: row, columns, &found)
      if let summary {
        if summary == .mean {
          means.append(Mean(number: row.number, figures: figures, section: sectionStart..<rows.count))
          sectionStart = rows.count
        }
        continue
      }
      // A note below the table holds no figure.
      guard !cell(name).isEmpty || !cell(code).isEmpty, !figures.isEmpty else { continue }
      problems.append(contentsOf: found)
      rows.append(
        Row(
          number: row.number, code: cell(code), name: cell(name), bloc: bloc == nil ? section : cell(bloc),
          band: cell(band), figures: figures))
    }
    settleDecimals()
  }

  private func figures(
    of row: PrintedTable.Row, _ columns: [Int], _ problems: inout ProblemList
  ) -> [Int: PrintedNumber] {
    var figures: [Int: PrintedNumber] = [:]
    for column in columns where column < row.cells.count {
      let text = row.cells[column]
      guard !Self.isNone(text) else { continue }
      if let number = PrintedNumber(text) {
        figures[column] = table.keepsNumbers ? number.shown : number
      } else if !candidates.contains(where: { $0.column == column }) {
        problems.report(.rankingNumber, at: place(row.number, column), text)
      }
    }
    return figures
  }

  /// What stands where there is no figure: not ranked, not assessed, monitored.
  private static let noFigures: Set<String> = [
    "x", "kxh", "khong xep hang", "kdg", "khong danh gia", "td", "na", "n a", "null", "none",
  ]

  /// Whether a cell says that there is no figure.
  private static func isNone(_ text: String) -> Bool {
    let words = plainWords(text)
    return words.isEmpty || noFigures.contains(words)
  }

  /// Makes percentages of shares, and finds how many decimals each column prints.
  private mutating func settleDecimals() {
    if table.keepsNumbers {
      let percents = [index].compactMap { $0 } + fields.filter(\.heading.isPercent).map(\.column)
      for column in percents where isShare(column) {
        rows = rows.map { $0.changing(column) { $0.percentOfShare } }
        means = means.map { $0.changing(column) { $0.percentOfShare } }
      }
    }
    for column in figureColumns {
      decimals[column] = rows.compactMap { $0.figures[column]?.scale }.max() ?? 0
    }
  }

  /// Whether a column of a workbook holds shares, which it shows as percentages.
  private func isShare(_ column: Int) -> Bool {
    let values = rows.compactMap { $0.figures[column]?.value }
    guard let largest = values.max(), largest <= Rational(2) else { return false }
    return points.map { points in rows.contains { ($0.figures[points]?.value ?? .zero) > Rational(2) } }
      ?? true
  }
}

extension PublishedRanking.Row {
  fileprivate func changing(_ column: Int, _ change: (PrintedNumber) -> PrintedNumber) -> Self {
    var figures = figures
    figures[column] = figures[column].map(change)
    return Self(number: number, code: code, name: name, bloc: bloc, band: band, figures: figures)
  }
}

extension PublishedRanking.Mean {
  fileprivate func changing(_ column: Int, _ change: (PrintedNumber) -> PrintedNumber) -> Self {
    var figures = figures
    figures[column] = figures[column].map(change)
    return Self(number: number, figures: figures, section: section)
  }
}

/// A row that says something of the others.
enum SummaryRow {
  case mean
  /// A sum, the highest, the lowest.
  case other

  init?(_ title: String) {
    let words = plainWords(title)
    if ["trung binh", "binh quan", "diem trung binh", "mean", "average"].contains(where: {
      words.hasPrefix($0)
    }) {
      self = .mean
    } else if [
      "tong cong", "tong so", "diem toi da", "diem chuan", "cao nhat", "thap nhat", "total", "maximum",
      "minimum", "highest", "lowest",
    ]
    .contains(where: { words == $0 || words.hasPrefix($0 + " ") }) {
      self = .other
    } else {
      return nil
    }
  }
}
