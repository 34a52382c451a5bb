import CCHCExact
import CCHCFiles
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
    // Nobody says that these hold figures alone.
    let open = Set(candidates.map(\.column))
    let mark =
      table.keepsNumbers
      ? nil
      : PrintedMark(
        body.flatMap { row in
          columns.compactMap { $0 < row.cells.count ? row.cells[$0] : nil }
        })
    let known = Set(headings).subtracting([""])
    for row in body {
      func cell(_ column: Int?) -> String {
        column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      let filled = row.cells.filter { !$0.isEmpty }
      // Headings and numbers of columns that are printed again, on another page or above another bloc.
      if filled.count(where: known.contains) >= 3 || TableHead.isNumbering(row) { continue }
      var found = ProblemList()
      let figures = figures(of: row, columns, except: open, mark, &found)
      let title = [cell(name), cell(code)].first { !$0.isEmpty } ?? filled.first ?? ""
      let hasRank = ranks.contains { figures[$0] != nil }
      if !hasRank, let summary = SummaryRow(title) ?? filled.first.flatMap(SummaryRow.init) {
        if summary == .mean {
          means.append(Mean(number: row.number, figures: figures, section: sectionStart..<rows.count))
          sectionStart = rows.count
        }
        continue
      }
      if !hasRank, isTitle(filled, cell(ordinal), hasFigures: !figures.isEmpty) {
        section = title
        sectionStart = rows.count
        continue
      }
      // A note below the table holds no figure.
      guard !cell(name).isEmpty || !cell(code).isEmpty, !figures.isEmpty || !found.items.isEmpty else {
        continue
      }
      problems.append(contentsOf: found)
      rows.append(
        Row(
          number: row.number, code: cell(code), name: cell(name), bloc: bloc == nil ? section : cell(bloc),
          band: cell(band), figures: figures))
    }
    settleDecimals()
  }

  /// Whether a row is the title of a bloc: words alone, or a row numbered `I`, `A` among others that are 1, 2, 3.
  private func isTitle(_ filled: [String], _ number: String, hasFigures: Bool) -> Bool {
    if filled.count == 1 { return true }
    let isCounted = !number.isEmpty && number.utf8.allSatisfy { (48...57).contains($0) }
    if hasFigures { return !number.isEmpty && !isCounted && Self.isRoman(number) }
    return filled.count == 2 && !isCounted && filled[0].utf8.count < 8
  }

  private static func isRoman(_ text: String) -> Bool {
    let words = plainWords(text)
    return words.utf8.count == 1 ? words.allSatisfy(\.isLetter) : words.allSatisfy { "ivx".contains($0) }
  }

  private func figures(
    of row: PrintedTable.Row, _ columns: [Int], except open: Set<Int>, _ mark: PrintedMark?,
    _ problems: inout ProblemList
  ) -> [Int: PrintedNumber] {
    var figures: [Int: PrintedNumber] = [:]
    for column in columns where column < row.cells.count {
      let text = row.cells[column]
      guard !Self.isNone(text) else { continue }
      if let number = PrintedNumber(text, mark) {
        figures[column] = table.keepsNumbers ? number.shown : number
      } else if !open.contains(column) {
        problems.report(.rankingNumber, at: place(row.number, column), .text(text))
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
    let percents = [index].compactMap { $0 } + fields.filter(\.heading.isPercent).map(\.column)
    for column in percents where isShare(column) {
      rows = rows.map { $0.changing(column) { $0.percentOfShare } }
      means = means.map { $0.changing(column) { $0.percentOfShare } }
    }
    for column in figureColumns {
      decimals[column] = rows.compactMap { $0.figures[column]?.scale }.max() ?? 0
    }
  }

  /// Whether a column holds shares of 1: a workbook shows them as percentages, a table may print `0,9575`.
  private func isShare(_ column: Int) -> Bool {
    let figures = rows.compactMap { $0.figures[column] }
    guard !figures.contains(where: \.isPercent), let largest = figures.map(\.value).max(),
      largest <= Rational(2)
    else { return false }
    return points.map { points in rows.contains { ($0.figures[points]?.value ?? .zero) > Rational(2) } }
      ?? table.keepsNumbers
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
    if [
      "trung binh", "binh quan", "diem trung binh", "chi so trung binh", "gia tri trung binh", "mean",
      "average",
    ].contains(where: { words.hasPrefix($0) }) {
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
