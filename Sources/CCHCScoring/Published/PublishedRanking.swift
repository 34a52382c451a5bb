package import CCHCTables

/// A ranking as somebody published it: what its columns hold, by their headings, and its rows.
package struct PublishedRanking {
  /// The row of one agency.
  struct Row {
    /// The row as a spreadsheet counts it.
    let number: Int
    let code: String
    let name: String
    /// The bloc, by its column or by the title above the row; empty where none is named.
    let bloc: String
    let band: String
    /// The figures by their columns; a cell without a figure has none.
    let figures: [Int: PrintedNumber]
  }

  /// A row that gives the mean of those above it.
  struct Mean {
    let number: Int
    let figures: [Int: PrintedNumber]
    /// The rows since the last mean or title, and all rows of the table above it.
    let section: Range<Int>
  }

  /// A column of a field.
  struct Field {
    let column: Int
    let heading: FieldHeading
  }

  let table: PrintedTable
  /// The file's name as problems show it.
  let file: String
  var headings: [String] = []
  var ranks: [Int] = []
  var code: Int?
  var name: Int?
  var bloc: Int?
  var points: Int?
  var max: Int?
  var index: Int?
  var band: Int?
  var fields: [Field] = []
  /// Columns of numbers whose headings say nothing known; they may be fields.
  var candidates: [Field] = []
  /// The maximum that the heading of the points names.
  var namedMax: PrintedNumber?
  var rows: [Row] = []
  var means: [Mean] = []
  /// How many decimals each column prints.
  var decimals: [Int: Int] = [:]

  /// Reads the rankings of a file: of a workbook each visible sheet that holds one.
  ///
  /// - Returns: nothing, with the reason reported, where none is found.
  package static func read(
    _ bytes: [UInt8], file: String, _ problems: inout ProblemList
  ) -> [PublishedRanking] {
    var found = ProblemList()
    let tables = PrintedTable.read(bytes, file: file, &found)
    var read: [(ranking: PublishedRanking, problems: ProblemList)] = []
    for table in tables {
      var slips = ProblemList()
      guard let ranking = PublishedRanking(table, file: file, &slips), !ranking.rows.isEmpty else { continue }
      read.append((ranking, slips))
    }
    // Beside the sheet that ranks, others may list points by criterion: they are no rankings.
    let isRanking = { (ranking: PublishedRanking) in !ranking.ranks.isEmpty || ranking.index != nil }
    if read.contains(where: { isRanking($0.ranking) }) { read.removeAll { !isRanking($0.ranking) } }
    for entry in read { found.append(contentsOf: entry.problems) }
    let rankings = read.map(\.ranking)
    if rankings.isEmpty, !found.hasErrors { found.report(.rankingHeadings, at: Place(file)) }
    problems.append(contentsOf: found)
    return rankings
  }

  // MARK: Headings

  /// How far down headings are looked for: titles stand above them.
  private static let mostTitleRows = 40

  private init?(_ table: PrintedTable, file: String, _ problems: inout ProblemList) {
    (self.table, self.file) = (table, file)
    guard let head = Self.head(of: table) else { return nil }
    headings = Self.headings(table.rows, head)
    assignColumns(table.rows[head.upperBound...])
    guard name != nil || code != nil, points != nil || index != nil else { return nil }
    readRows(table.rows[head.upperBound...], &problems)
  }

  /// The rows of the headings: the one with most known ones, and a second one below it where it goes on there.
  private static func head(of table: PrintedTable) -> Range<Int>? {
    var best: (place: Int, count: Int)?
    for (place, row) in table.rows.prefix(mostTitleRows).enumerated() {
      let columns = row.cells.compactMap(PublishedColumn.init).filter { $0 != .other }
      let figures = row.cells.count { PrintedNumber($0) != nil }
      guard columns.count >= 2, figures * 2 < row.cells.count else { continue }
      if columns.count > best?.count ?? 1 { best = (place, columns.count) }
    }
    guard let best else { return nil }
    var end = best.place + 1
    // Groups of columns have a heading above theirs, and none of their cells below it is a figure.
    if end < table.rows.count, isHeadings(table.rows[end], below: table.rows[best.place]) { end += 1 }
    return best.place..<end
  }

  private static func isHeadings(_ row: PrintedTable.Row, below above: PrintedTable.Row) -> Bool {
    let texts = row.cells.enumerated().filter { !$0.element.isEmpty }
    guard texts.count >= 2, texts.allSatisfy({ PrintedNumber($0.element) == nil }) else { return false }
    // A row of headings has texts where the one above has none: the cells of a merged one.
    return texts.contains { $0.offset >= above.cells.count || above.cells[$0.offset].isEmpty }
  }

  private static func headings(_ rows: [PrintedTable.Row], _ head: Range<Int>) -> [String] {
    let width = rows[head].map(\.cells.count).max() ?? 0
    return (0..<width).map { column in
      // The lowest one names the column itself.
      let texts = rows[head].map { column < $0.cells.count ? $0.cells[column] : "" }.filter { !$0.isEmpty }
      return texts.last ?? ""
    }
  }

  private mutating func assignColumns(_ body: ArraySlice<PrintedTable.Row>) {
    for (column, heading) in headings.enumerated() {
      switch PublishedColumn(heading) {
      case .rank: ranks.append(column)
      case .code: code = code ?? column
      case .name: name = name ?? column
      case .bloc: bloc = bloc ?? column
      case .points where points == nil:
        points = column
        namedMax = FieldHeading.limit(in: heading).map {
          PrintedNumber(units: Int128($0.max.units), scale: $0.max.scale)
        }
      case .max where max == nil: max = column
      case .index where index == nil: index = column
      case .band: band = band ?? column
      case .field(let field): fields.append(Field(column: column, heading: field))
      case .other: break
      case nil, .points, .max, .index:
        guard !heading.isEmpty, Self.isNumeric(column, body) else { break }
        candidates.append(Field(column: column, heading: FieldHeading(any: heading)))
      }
    }
    // Ranks of several years: those of the newest one count.
    let years = ranks.map { Self.year(in: headings[$0]) }
    if let newest = years.compactMap({ $0 }).max() {
      ranks = zip(ranks, years).filter { $0.1 == nil || $0.1 == newest }.map(\.0)
    }
  }

  private static func year(in heading: String) -> Int? {
    plainWords(heading).split(separator: " ").compactMap { Int($0) }.last { (1901...2199).contains($0) }
  }

  /// Whether most of a column's cells are figures.
  private static func isNumeric(_ column: Int, _ body: ArraySlice<PrintedTable.Row>) -> Bool {
    let cells = body.compactMap {
      column < $0.cells.count && !$0.cells[column].isEmpty ? $0.cells[column] : nil
    }
    return !cells.isEmpty && cells.count { PrintedNumber($0) != nil } * 2 > cells.count
  }

  // MARK: Places

  func place(_ row: Int, _ column: Int?) -> Place {
    table.place(
      file, row: row, column: column,
      heading: column.flatMap { headings.indices.contains($0) ? headings[$0] : nil })
  }

  /// What the rows are ranked by: the index, else the share of the points, else the points.
  func value(_ row: Row) -> Rational? {
    if let index { return row.figures[index]?.value }
    guard let points, let value = row.figures[points]?.value else { return nil }
    guard let max, let most = row.figures[max]?.value, !most.isZero else { return value }
    return value.divided(by: most)
  }

  /// The column that rows are ranked by.
  var valueColumn: Int? { index ?? points }

  /// The figure that a row is ranked by, as it is printed.
  func valueText(_ row: Row) -> String { valueColumn.flatMap { row.figures[$0]?.text } ?? "" }
}
