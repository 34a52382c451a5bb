import CCHCExact
package import CCHCFiles
import CCHCTables

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
  /// The column of the number of each row.
  var ordinal: Int?
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

  private init?(_ table: PrintedTable, file: String, _ problems: inout ProblemList) {
    (self.table, self.file) = (table, file)
    guard let head = TableHead(table.rows) else { return nil }
    headings = head.headings.map(\.text)
    let body = table.rows[head.bodyStart...]
    assignColumns(head.headings, body)
    guard name != nil || code != nil, points != nil || index != nil else { return nil }
    readRows(body, &problems)
  }

  private mutating func assignColumns(
    _ head: [TableHead.Heading], _ body: ArraySlice<PrintedTable.Row>
  ) {
    /// The columns of a kind; of several years those of the newest one.
    func columns(_ kind: PublishedColumn) -> [Int] {
      let all = head.indices.filter { head[$0].column == kind }
      let years = all.map { Self.year(in: headings[$0]) }
      guard let newest = years.compactMap({ $0 }).max() else { return all }
      return all.indices.filter { years[$0] ?? newest == newest }.map { all[$0] }
    }
    (ordinal, code, name) = (columns(.ordinal).first, columns(.code).first, columns(.name).first)
    (bloc, band, max) = (columns(.bloc).first, columns(.band).first, columns(.max).first)
    (ranks, index) = (columns(.rank), columns(.index).first)
    // Points before the council's, or a part of them, may stand beside the sum.
    let sums = columns(.points)
    points = sums.first { Self.saysSum(headings[$0]) } ?? sums.first
    namedMax = points.flatMap { FieldHeading.limit(in: headings[$0]) }.map {
      PrintedNumber(units: Int128($0.max.units), scale: $0.max.scale)
    }
    for (column, heading) in head.enumerated() {
      if case .field(let field) = heading.column {
        fields.append(Field(column: column, heading: field))
      } else if heading.column == nil || (heading.column == .points && column != points),
        !heading.text.isEmpty,
        Self.isNumeric(column, body)
      {
        candidates.append(Field(column: column, heading: FieldHeading(any: heading.text)))
      }
    }
  }

  private static func saysSum(_ heading: String) -> Bool {
    let words = plainWords(heading)
    return ["tong", "total", "diem dat duoc", "diem chi so", "diem cchc"].contains { words.hasPrefix($0) }
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

  /// What a row is ranked by: the index, else the share of the points, else the points.
  func value(_ row: Row) -> Rational? { index.map { row.figures[$0]?.value } ?? share(row) }

  /// The points over the row's maximum where it has one, else the points.
  func share(_ row: Row) -> Rational? {
    guard let points, let value = row.figures[points]?.value else { return nil }
    guard let max, let most = row.figures[max]?.value, !most.isZero else { return value }
    return value.divided(by: most)
  }

  /// By how much the value that ranks a row may be off because the points were rounded; 0 where it is printed itself.
  func slack(_ row: Row) -> Rational {
    guard index == nil, let points, let max, let most = row.figures[max]?.value, !most.isZero else {
      return .zero
    }
    return PrintedNumber(units: 5, scale: (decimals[points] ?? 0) + 1).value.divided(by: most) ?? .zero
  }

  /// The column that rows are ranked by.
  var valueColumn: Int? { index ?? points }

  /// The figure that a row is ranked by, as it is printed.
  func valueArgument(_ row: Row) -> ProblemArgument {
    valueColumn.flatMap { row.figures[$0]?.argument } ?? .text("")
  }
}
