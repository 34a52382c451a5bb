import CCHCTables

/// The rows of headings above a published table, joined to one heading for each column.
struct TableHead {
  /// What stands above a column.
  struct Heading: Equatable {
    /// The column's own words, with those above it where they are needed to tell it from others.
    let text: String
    /// What the column holds; nil where nobody can tell by the words.
    let column: PublishedColumn?
  }

  let headings: [Heading]
  /// How many rows stand above the first one of the body.
  let bodyStart: Int

  /// How far down headings are looked for: titles stand above them.
  private static let mostTitleRows = 40
  /// How many rows of headings stand above each other.
  private static let mostRows = 4

  /// Finds the headings of a table; nil where no row has two columns that are known.
  init?(_ rows: [PrintedTable.Row]) {
    guard var head = Self.fullest(rows) else { return nil }
    // Groups of columns have a heading of their own above theirs; that of other columns goes over both rows.
    while head.lowerBound > 0, head.count < Self.mostRows,
      Self.isAbove(rows[head.lowerBound - 1], rows[head.lowerBound])
    {
      head = (head.lowerBound - 1)..<head.upperBound
    }
    while head.upperBound < rows.count, head.count < Self.mostRows,
      Self.isBelow(rows[head.upperBound], rows[head])
    {
      head = head.lowerBound..<(head.upperBound + 1)
    }
    headings = Self.joined(rows[head])
    var start = head.upperBound
    while start < rows.count, Self.isNumbering(rows[start]) { start += 1 }
    bodyStart = start
  }

  // MARK: Rows

  /// The first row with most known headings.
  private static func fullest(_ rows: [PrintedTable.Row]) -> Range<Int>? {
    var best: (place: Int, count: Int)?
    for (place, row) in rows.prefix(mostTitleRows).enumerated() where !isNumbering(row) {
      let known = row.cells.compactMap(PublishedColumn.init).count { $0 != .other && $0 != .ordinal }
      let figures = row.cells.count { PrintedNumber($0) != nil }
      guard known >= 2, figures * 2 < row.cells.count else { continue }
      if known > best?.count ?? 1 { best = (place, known) }
    }
    return best.map { $0.place..<($0.place + 1) }
  }

  private static func texts(of row: PrintedTable.Row) -> [Int] {
    row.cells.indices.filter { !row.cells[$0].isEmpty }
  }

  /// Whether a row of words goes on with the headings above it: it has some where the others have none.
  private static func isBelow(_ row: PrintedTable.Row, _ head: ArraySlice<PrintedTable.Row>) -> Bool {
    let columns = texts(of: row)
    guard columns.count >= 2,
      columns.allSatisfy({ PrintedNumber(row.cells[$0]) == nil || isYear(row.cells[$0]) })
    else { return false }
    let isFree = { (column: Int) in
      head.allSatisfy { column >= $0.cells.count || $0.cells[column].isEmpty }
    }
    return !isNumbering(row) && columns.contains(where: isFree)
  }

  /// Whether a row of words stands above headings: columns that have none of their own are named in it.
  private static func isAbove(_ row: PrintedTable.Row, _ head: PrintedTable.Row) -> Bool {
    let columns = texts(of: row)
    guard columns.allSatisfy({ PrintedNumber(row.cells[$0]) == nil }) else { return false }
    let named = columns.filter { column in
      PublishedColumn(row.cells[column]) != nil
        && (column >= head.cells.count || head.cells[column].isEmpty)
    }
    return !named.isEmpty
  }

  /// Whether a row numbers the columns: `(1)`, `(2)`, `(3)=(1)+(2)`, or `A`, `B`, `1`, `2`.
  static func isNumbering(_ row: PrintedTable.Row) -> Bool {
    var next = 1
    var count = 0
    for cell in row.cells where !cell.isEmpty {
      count += 1
      let bytes = Array(cell.utf8)
      if bytes.count == 1, (65...90).contains(bytes[0]) { continue }
      let marks = Array("()[]=+-*/x%:, ".utf8)
      guard bytes.allSatisfy({ (48...57).contains($0) || marks.contains($0) }),
        Int(
          String(decoding: bytes.drop { marks.contains($0) }.prefix { (48...57).contains($0) }, as: UTF8.self)
        )
          == next
      else { return false }
      next += 1
    }
    return count >= 3 && next > 2
  }

  // MARK: Columns

  private static func joined(_ head: ArraySlice<PrintedTable.Row>) -> [Heading] {
    let width = head.map(\.cells.count).max() ?? 0
    func cell(_ row: Int, _ column: Int) -> String {
      column < head[row].cells.count ? head[row].cells[column] : ""
    }
    /// Whether a heading has others below it; one that has none goes down to the body alone.
    func isGroup(_ row: Int, _ column: Int) -> Bool {
      (row + 1..<head.endIndex).contains { !cell($0, column).isEmpty }
    }
    var open = [Int: String]()
    return (0..<width).map { column in
      var path: [String] = []
      for row in head.indices {
        let text = cell(row, column)
        if !text.isEmpty {
          path.append(text)
          open[row] = isGroup(row, column) ? text : nil
          // A new group ends those below it.
          for lower in head.indices where lower > row && cell(lower, column).isEmpty { open[lower] = nil }
        } else if let group = open[row], isGroup(row, column) {
          path.append(group)
        } else {
          open[row] = nil
        }
      }
      return heading(path)
    }
  }

  /// The heading of a column by the words above it, from the top down.
  private static func heading(_ path: [String]) -> Heading {
    guard let lowest = path.last else { return Heading(text: "", column: nil) }
    let own = PublishedColumn(lowest)
    let group = path.dropLast().joined(separator: ", ")
    guard !group.isEmpty else { return Heading(text: lowest, column: own) }
    let above = PublishedColumn(group)
    let whole = "\(group), \(lowest)"
    if above == .other { return Heading(text: whole, column: .other) }
    if isYear(lowest) { return Heading(text: whole, column: above) }
    switch own {
    case .rank, .points, .max, .index, .band:
      guard isField(group, above) else { return Heading(text: lowest, column: own) }
      let isShare = own == .index
      return Heading(
        text: whole,
        column: own == .points || isShare ? .field(FieldHeading(any: whole, isShare: isShare)) : .other)
    case .field, nil:
      if above == .index {
        return Heading(text: lowest, column: .field(FieldHeading(any: lowest, isShare: true)))
      }
      if case .field(let field) = above {
        return Heading(text: lowest, column: .field(FieldHeading(any: lowest, isShare: field.isPercent)))
      }
      let isOfFields = plainWords(group).contains("linh vuc")
      return Heading(text: lowest, column: isOfFields ? .field(FieldHeading(any: lowest)) : own)
    case .name, .code, .bloc, .ordinal, .other: return Heading(text: lowest, column: own)
    }
  }

  /// Whether what stands above columns of points or an index names a field, not the whole.
  private static func isField(_ group: String, _ above: PublishedColumn?) -> Bool {
    if case .field = above { return true }
    guard above == nil else { return false }
    let words = plainWords(group)
    return !["ket qua", "tong", "chung", "toan", "xep", "chi so", "nam ", "diem", "thong tin"].contains {
      words.hasPrefix($0)
    }
  }

  /// Whether a heading is no more than a year.
  static func isYear(_ text: String) -> Bool {
    let words = plainWords(text).split(separator: " ")
    guard let last = words.last, words.count == 1 || (words.count == 2 && ["nam", "year"].contains(words[0]))
    else { return false }
    return Int(last).map { (1901...2199).contains($0) } ?? false
  }
}
